import { mirror } from '../../src/commands/mirror/mirror'
import type { Outcome } from '../../src/commands/runtime'
import { type Image, makeImage, makeIndex, makeLayer } from '../registry/image'
import { putImage } from '../registry/push'
import { FakeRegistry, type RegistryOptions } from '../registry/server'
import { mirrorInputs, type ObservedRuntime, observedRuntime, type RuntimeChanges } from './runtime'

export interface StageOptions {
  readonly source?: RegistryOptions
  readonly target?: RegistryOptions
  /** By name in images.yaml; each is `upstream/<name>:1.0` in the source. */
  readonly images?: Readonly<Record<string, Image>>
}

export interface DemoRun extends Outcome {
  readonly runtime: ObservedRuntime
}

/** A source with images in it, an empty target, and the mirror between them. */
export class MirrorDemo {
  private constructor(
    readonly source: FakeRegistry,
    readonly target: FakeRegistry,
    readonly images: Readonly<Record<string, Image>>,
  ) {}

  static async set({
    source,
    target,
    images = { app: twoPlatforms() },
  }: StageOptions = {}): Promise<MirrorDemo> {
    const stage = new MirrorDemo(await FakeRegistry.start(source), await FakeRegistry.start(target), images)
    for (const [name, image] of Object.entries(images))
      putImage(stage.source, `upstream/${name}`, '1.0', image)
    return stage
  }

  async clear(): Promise<void> {
    await Promise.all([this.source.stop(), this.target.stop()])
  }

  /** images.yaml of everything on stage. */
  get file(): string {
    const entries = Object.entries(this.images).map(([name, { descriptor }]) => {
      return `  ${name}:\n    source: ${this.source.host}/upstream/${name}:1.0@${descriptor.digest}\n`
    })
    return `images:\n${entries.join('')}`
  }

  async mirror(inputs: Record<string, string> = {}, changes: RuntimeChanges = {}): Promise<DemoRun> {
    const runtime = observedRuntime({ images: this.file, ...changes })
    try {
      return { ...(await mirror(mirrorInputs({ registry: this.target.host, ...inputs }), runtime)), runtime }
    } finally {
      await runtime.http.close()
    }
  }

  digest(name: string): string {
    const image = this.images[name]
    if (image === undefined) throw new Error(`no image ${name} on stage`)
    return image.descriptor.digest
  }

  /** No tag of the target leads to something that is not all there. */
  incompleteTags(): string[] {
    return this.target.repositories().flatMap((repository) =>
      Object.keys(this.target.tags(repository))
        .filter((tag) => !this.target.isComplete(repository, tag))
        .map((tag) => `${repository}:${tag}`),
    )
  }
}

/** What buildx makes: two platforms with a layer in common and an attestation each. */
export function twoPlatforms(seed = 'app'): Image {
  const shared = makeLayer({ size: 900_000, seed: `${seed} shared` })
  return makeIndex(
    [
      makeImage({ seed, layers: [shared, 2_500_000, 70_000] }),
      makeImage({ seed, layers: [shared, 2_400_000], platform: { os: 'linux', architecture: 'arm64' } }),
    ],
    { attestations: true },
  )
}
