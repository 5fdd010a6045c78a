import { refresh } from '../../src/commands/refresh/refresh'
import type { Outcome } from '../../src/commands/outcome'
import { FakeGitHub } from '../github/server'
import { otherEvent } from '../github/event'
import { type Image, makeImage, makeIndex } from './image'
import { putImage } from './push'
import { FakeRegistry, type RegistryOptions } from './server'
import { inputsOf, observedRuntime, type ObservedRuntime, type RuntimeChanges } from '../runner/runtime'

export const NOW_MS = Date.UTC(2026, 0, 31)
const DAY_MS = 86_400_000

export const ARM = { os: 'linux', architecture: 'arm64' }
export const AMD = { os: 'linux', architecture: 'amd64' }

export const daysAgo = (days: number): string => new Date(NOW_MS - days * DAY_MS).toISOString()

const NO_LABELS: Readonly<Record<string, string>> = {}

export function version(
  seed: string,
  { days = 10, platforms = [AMD, ARM], layer = 100_000, labels = NO_LABELS } = {},
): Image {
  const images = platforms.map((platform) =>
    makeImage({ seed, platform, created: daysAgo(days), layers: [layer], labels }),
  )
  return makeIndex(images, { attestations: true })
}

export interface Refreshed extends Outcome {
  readonly runtime: ObservedRuntime
  readonly written: Readonly<Record<string, string>>
}

export interface RefreshChanges extends Pick<RuntimeChanges, 'idToken' | 'loadTrust'> {
  readonly env?: Readonly<Record<string, string>>
  /** Of images.yaml in the workspace. */
  readonly text?: string
}

/** An upstream registry, a GitHub repository, and the command `refresh`. */
export class Upstream {
  file = ''

  private constructor(
    readonly registry: FakeRegistry,
    readonly github: FakeGitHub,
  ) {}

  static async start(options?: RegistryOptions): Promise<Upstream> {
    return new Upstream(await FakeRegistry.start(options), await FakeGitHub.start())
  }

  async stop(): Promise<void> {
    await Promise.all([this.registry.stop(), this.github.stop()])
  }

  /** @returns `host/repository:tag@digest` */
  publish(repository: string, tag: string, image: Image): string {
    const digest = putImage(this.registry, repository, tag, image)
    return `${this.registry.host}/${repository}:${tag}@${digest}`
  }

  tag(repository: string, image: Image, tags: readonly string[]): void {
    const { bytes, descriptor } = image
    for (const tag of tags)
      this.registry.putManifest(repository, tag, { bytes, mediaType: descriptor.mediaType })
  }

  /** Publishes releases of a repository on GitHub, each with its git tag. */
  release(repository: string, tags: readonly string[], { days = 30, body = '' } = {}): void {
    const { releases } = this.github.state
    const made = tags.map((tag) => ({ tag_name: tag, body, published_at: daysAgo(days) }))
    releases.set(repository, [...made, ...(releases.get(repository) ?? [])])
  }

  commit(file: string): string {
    this.file = file
    return this.github.commit('main', { 'images.yaml': file })
  }

  async refresh(
    given: Readonly<Record<string, string>> = {},
    { env = {}, text = this.file, ...changes }: RefreshChanges = {},
  ): Promise<Refreshed> {
    const event = otherEvent('schedule')
    const written: Record<string, string> = {}
    const runtime = observedRuntime({
      ...changes,
      env: {
        DOCKER_CONFIG: '/nonexistent',
        ...event.env,
        GITHUB_EVENT_NAME: 'schedule',
        GITHUB_API_URL: this.github.url,
        GITHUB_SHA: this.github.history.branchHead('main') ?? '',
        GITHUB_WORKSPACE: process.cwd(),
        ...env,
      },
      readFile: (path) => Promise.resolve(path === 'images.yaml' ? text : JSON.stringify(event.payload)),
      writeFile: (path, content) => {
        written[path] = content
        return Promise.resolve()
      },
      clock: {
        sleep: () => Promise.resolve(),
        random: () => 0.5,
        now: () => NOW_MS,
        wallClockMs: () => NOW_MS,
      },
    })
    const inputs = inputsOf('refresh', { 'github-token': this.github.token, ...given })
    try {
      return { ...(await refresh(inputs, runtime)), runtime, written }
    } finally {
      await runtime.http.close()
    }
  }
}
