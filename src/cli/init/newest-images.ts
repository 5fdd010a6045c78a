import { findUpdate } from '../../commands/refresh/find-update'
import { InvalidFollow } from '../../images/version'
import { ReleaseHistory } from '../../commands/refresh/release-history'
import type { GitHub } from '../../github/octokit'
import { HttpClient } from '../../http/client'
import { HttpError } from '../../http/error'
import { HostOutages } from '../../http/host-outages'
import { RETRY } from '../../http/retry-policies'
import { parseImages, type PinnedImage } from '../../images/images-yaml'
import { type ReferenceUpdate, updateReferences } from '../../images/update-references'
import { Registry } from '../../registry/client'
import { RateLimited } from '../../registry/pull-limit'
import { DAY_MS } from '../../text/format'
import { apiOrigin } from '../../text/image-reference'
import type { CliEnvironment } from '../runtime'

/** As the default of `refresh`. */
const MIN_AGE_MS = 3 * DAY_MS
const IDLE_TIMEOUT_MS = 30_000

export interface NewestImages {
  readonly text: string
  /** For example `langfuse-web 3.225.11 -> 3.226.0`. */
  readonly updates: readonly string[]
}

/** Updates an images.yaml to the newest released versions within `follow`. An image whose registry does not answer stays as it is. */
export async function newestImages(
  text: string,
  github: GitHub,
  environment: CliEnvironment,
): Promise<NewestImages> {
  const http = new HttpClient({
    idleTimeoutMs: IDLE_TIMEOUT_MS,
    proxyUrl: (url) => environment.proxyUrl?.(url),
  })
  const history = new ReleaseHistory(github, environment.loadTrust)
  try {
    const images = parseImages(text, 'images.yaml')
    const found = await Promise.all(images.map((image) => findNewest(image, { http, history, environment })))
    const updates = consistent(found.flat())
    return {
      text: updateReferences(text, 'images.yaml', updates),
      updates: updates.map(({ image, tag }) => `${image.name} ${image.tag} -> ${tag}`),
    }
  } finally {
    await http.close()
  }
}

interface Search {
  readonly http: HttpClient
  readonly history: ReleaseHistory
  readonly environment: CliEnvironment
}

async function findNewest(image: PinnedImage, search: Search): Promise<ReferenceUpdate[]> {
  const { http, history, environment } = search
  const { clock, progress } = environment
  const retry = { ...RETRY.registry, outages: new HostOutages(RETRY.registry.retryLimitMs) }
  const login = {
    mask: (secret: string) => {
      environment.mask(secret)
    },
    credentials: () => Promise.resolve(undefined),
  }
  const registry = new Registry(
    { name: image.registry, origin: apiOrigin(image.registry), login },
    { http, clock, retry, uploadIdleTimeoutMs: IDLE_TIMEOUT_MS },
  )
  try {
    const runtime = { registry, nowMs: clock.wallClockMs(), minAgeMs: MIN_AGE_MS, history }
    const { update } = await findUpdate(image, runtime)
    const isReleased = update?.kind === 'newer' && update.evidence.kind !== 'unconfirmed'
    return isReleased ? [{ image, tag: update.tag, digest: update.digest }] : []
  } catch (error) {
    if (![HttpError, RateLimited, InvalidFollow].some((known) => error instanceof known)) throw error
    progress(`${image.name} stays at ${image.tag}: ${error instanceof Error ? error.message : ''}`)
    return []
  }
}

/** Web and worker share databases, so they are updated to the same version or not at all. */
function consistent(updates: readonly ReferenceUpdate[]): readonly ReferenceUpdate[] {
  const pair = updates.filter(({ image }) => ['langfuse-web', 'langfuse-worker'].includes(image.name))
  const isPair = pair.length === 2 && pair[0]?.tag === pair[1]?.tag
  return isPair ? updates : updates.filter((update) => !pair.includes(update))
}
