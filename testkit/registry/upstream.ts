import { refresh } from '../../src/commands/refresh/refresh'
import type { Outcome } from '../../src/commands/runtime'
import { FakeGitHub } from '../github/server'
import { otherEvent } from '../github/event'
import { type Image, makeImage, makeIndex } from './image'
import { putImage } from './push'
import { FakeRegistry, type RegistryOptions } from './server'
import { inputsOf, observedRuntime, type ObservedRuntime } from '../runner/runtime'

export const NOW_MS = Date.UTC(2026, 0, 31)
const DAY_MS = 86_400_000

export const ARM = { os: 'linux', architecture: 'arm64' }
export const AMD = { os: 'linux', architecture: 'amd64' }

export const daysAgo = (days: number): string => new Date(NOW_MS - days * DAY_MS).toISOString()

/** What buildx makes of one version. */
export function version(
  seed: string,
  { days = 10, platforms = [AMD, ARM], layer = 100_000, labels = {} } = {},
): Image {
  const images = platforms.map((platform) =>
    makeImage({ seed, platform, created: daysAgo(days), layers: [layer], labels }),
  )
  return makeIndex(images, { attestations: true })
}

export interface Refreshed extends Outcome {
  readonly runtime: ObservedRuntime
  /** What was written into the workspace, by path. */
  readonly written: Readonly<Record<string, string>>
}

/** A registry that publishes, a repository on GitHub that follows, and the refresh between them. */
export class Upstream {
  /** images.yaml as it is on main. */
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

  /** Tags that lead to the same. */
  tag(repository: string, image: Image, tags: readonly string[]): void {
    const { bytes, descriptor } = image
    for (const tag of tags)
      this.registry.putManifest(repository, tag, { bytes, mediaType: descriptor.mediaType })
  }

  /** Merges a file of images into main. */
  commit(file: string): string {
    this.file = file
    return this.github.commit('main', { 'images.yaml': file })
  }

  async refresh(
    given: Readonly<Record<string, string>> = {},
    { env = {}, text = this.file }: { env?: Readonly<Record<string, string>>; text?: string } = {},
  ): Promise<Refreshed> {
    const event = otherEvent('schedule')
    const written: Record<string, string> = {}
    const runtime = observedRuntime({
      env: {
        DOCKER_CONFIG: '/nonexistent',
        ...event.env,
        GITHUB_EVENT_NAME: 'schedule',
        GITHUB_API_URL: this.github.url,
        GITHUB_SHA: this.github.history.tipOf('main') ?? '',
        GITHUB_WORKSPACE: process.cwd(),
        ...env,
      },
      readFile: (path) => Promise.resolve(path === 'images.yaml' ? text : JSON.stringify(event.payload)),
      writeFile: (path, content) => {
        written[path] = content
        return Promise.resolve()
      },
      clock: { sleep: () => Promise.resolve(), random: () => 0.5, now: () => NOW_MS },
    })
    const inputs = inputsOf('refresh', { 'github-token': this.github.token, ...given })
    try {
      return { ...(await refresh(inputs, runtime)), runtime, written }
    } finally {
      await runtime.http.close()
    }
  }
}
