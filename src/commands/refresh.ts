import { readContext } from '../github/context'
import { GitHubError } from '../github/error'
import { code } from '../github/markdown'
import { type RefreshReport, renderRefresh, renderTitle } from '../github/refresh-report'
import type { RefreshInputs } from '../inputs'
import { RegistryError } from '../registry/error'
import type { PinnedImage } from '../registry/images'
import { repin } from '../registry/repin'
import { reasonOf } from './failure'
import { choose, readImages } from './images-file'
import { type Looked, lookForNewer } from './newer-image'
import { commitFile, needsNoReview } from './refresh-direct'
import { openFor, placeOf, type RefreshFile, type RefreshOutcome, type RefreshPlace } from './refresh-place'
import { proposeFile, withdrawPull } from './refresh-pull'
import { Registries } from './registries'
import { Upstream } from './upstream'
import type { Failure, FailureReason, Outcome, World } from './world'

/** Looks for newer images, and proposes them in one pull request, or commits them. */
export async function refresh(inputs: RefreshInputs, world: World): Promise<Outcome> {
  const context = await readContext(world.env, world.readFile)
  const github = await openFor(inputs, context, world)
  const place = placeOf(inputs, { context, github, env: world.env })
  const { text, images } = await readImages(inputs.images, world)
  const chosen = choose(images, inputs.only)
  // The releases of others are on github.com, whichever GitHub this is.
  const upstream = new Upstream(context.serverUrl === 'https://github.com' ? github : undefined)
  const looks = await lookAtAll(chosen, { inputs, upstream, world })
  const newer = looks.flatMap((look) => ('error' in look || look.newer === undefined ? [] : [look.newer]))
  const report: RefreshReport = {
    updates: await Promise.all(newer.map((one) => upstream.update(one))),
    notes: await upstream.notes(newer),
    remarks: looks.flatMap((look) => ('error' in look ? [] : look.remarks)),
    failures: looks.flatMap((look) =>
      'error' in look ? [{ name: look.image.name, reason: wordsOf(look.error) }] : [],
    ),
    looked: chosen.length,
    runUrl: context.runUrl,
  }
  for (const { name, from, to } of report.updates) world.log.info(`${name}: ${from} → ${to}`)
  const changed = repin(text, inputs.images, newer)
  const failure = failureOf(looks)
  return settle(report, { inputs, place, failure, file: { text, changed } })
}

interface FailedLook {
  readonly image: PinnedImage
  readonly error: unknown
}

interface Settlement {
  readonly inputs: RefreshInputs
  readonly place: RefreshPlace | undefined
  readonly failure: Failure | undefined
  readonly file: RefreshFile
}

/** Does what the mode asks for, and tells; what GitHub refuses is a failure beside what was found. */
async function settle(report: RefreshReport, settlement: Settlement): Promise<Outcome> {
  const { inputs } = settlement
  const mode = inputs.dryRun ? 'dry-run' : inputs.mode
  const done = await act(report, settlement).catch((error: unknown): RefreshOutcome => {
    if (!(error instanceof GitHubError)) throw error
    const { message } = error
    return { told: `❌ ${code(message)}`, failure: { reason: 'github-failed', message } }
  })
  const updates = report.updates.map(({ name, from, to, toDigest }) => [name, { from, to, digest: toDigest }])
  return {
    outputs: {
      updated: String(report.updates.length),
      updates: JSON.stringify(Object.fromEntries(updates)),
      'pull-request-url': done.pull?.url ?? '',
      'pull-request-number': done.pull?.number.toString() ?? '',
      'pull-request-sha': done.sha ?? '',
      commit: done.commit ?? '',
    },
    summary: renderRefresh(report, { mode, outcome: done.told }),
    warnings: done.warnings ?? [],
    annotations: [],
    failure: done.failure ?? settlement.failure,
  }
}

async function act(
  report: RefreshReport,
  { inputs, place, failure, file }: Settlement,
): Promise<RefreshOutcome> {
  const isNewer = report.updates.length > 0
  if (place === undefined) {
    const would = `Nothing was written (${code('dry-run')}).`
    return { told: isNewer ? `${would} It would be: ${renderTitle(report.updates)}` : '' }
  }
  if (isNewer) {
    const isDirect = inputs.mode === 'direct' && needsNoReview(report)
    return isDirect ? commitFile(file, report, place) : proposeFile(file, report, place)
  }
  // Whoever looked at some, or could not look at all, does not know that nothing is newer.
  if (failure !== undefined || inputs.only.length > 0) return { told: '' }
  return withdrawPull(place)
}

async function lookAtAll(
  images: readonly PinnedImage[],
  { inputs, upstream, world }: { inputs: RefreshInputs; upstream: Upstream; world: World },
): Promise<(Looked | FailedLook)[]> {
  const none = { registry: undefined, createRepositories: false, dryRun: true }
  const registries = new Registries({ aws: inputs.aws, ...none }, world, world.log.info)
  const common = {
    nowMs: world.clock.now(),
    minAgeMs: inputs.minAgeMs,
    releasedMs: upstream.releasedMs.bind(upstream),
  }
  const looks = images.map(async (image): Promise<Looked | FailedLook> => {
    try {
      return await lookForNewer(image, { ...common, registry: registries.source(image.registry) })
    } catch (error) {
      return { image, error }
    }
  })
  return Promise.all(looks)
}

/** One image that cannot be looked at does not keep the others from being proposed. */
function failureOf(looks: readonly (Looked | FailedLook)[]): Failure | undefined {
  const failed = looks.filter((look) => 'error' in look)
  const [first] = failed
  if (first === undefined) return undefined
  const lines = failed.map(({ image, error }) => `${image.name}: ${wordsOf(error)}`)
  const head = `${failed.length} of ${looks.length} images could not be looked at`
  return { reason: reasonFor(first.error), message: [head, ...lines].join('\n') }
}

function reasonFor(error: unknown): FailureReason {
  return error instanceof RegistryError && error.status === 429 ? 'rate-limited' : reasonOf(error)
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
