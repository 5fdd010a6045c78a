import { startMirror } from '../../src/commands/mirror/start'
import type { Outcome } from '../../src/commands/outcome'
import { type Image, makeImage, makeIndex, makeLayer } from '../registry/image'
import { putImage } from '../registry/push'
import { FakeRegistry, type RegistryOptions } from '../registry/server'
import { mirrorInputs, type ObservedRuntime, observedRuntime, type RuntimeChanges } from './runtime'

export interface StageOptions {
  readonly source?: RegistryOptions
  readonly target?: RegistryOptions
  /** Images by name in images.yaml; the source has them as `upstream/<name>:1.0`. */
  readonly images?: Readonly<Record<string, Image>>
}

export interface DemoRun extends Outcome {
  readonly runtime: ObservedRuntime
}

/** A source registry with images, an empty target registry, and the command `mirror`. */
export class MirrorDemo {
  private constructor(
    readonly source: FakeRegistry,
    readonly target: FakeRegistry,
    readonly images: Readonly<Record<string, Image>>,
  ) {}

  static async create({
    source,
    target,
    images = { app: twoPlatforms() },
  }: StageOptions = {}): Promise<MirrorDemo> {
    const stage = new MirrorDemo(await FakeRegistry.start(source), await FakeRegistry.start(target), images)
    for (const [name, image] of Object.entries(images))
      putImage(stage.source, `upstream/${name}`, '1.0', image)
    return stage
  }

  async remove(): Promise<void> {
    await Promise.all([this.source.stop(), this.target.stop()])
  }

  get file(): string {
    const entries = Object.entries(this.images).map(([name, { descriptor }]) => {
      return `  ${name}:\n    source: ${this.source.host}/upstream/${name}:1.0@${descriptor.digest}\n`
    })
    return `images:\n${entries.join('')}`
  }

  async mirror(inputs: Record<string, string> = {}, changes: RuntimeChanges = {}): Promise<DemoRun> {
    const runtime = observedRuntime({ images: this.file, ...changes })
    try {
      return {
        ...(await startMirror(mirrorInputs({ registry: this.target.host, ...inputs }), runtime)),
        runtime,
      }
    } finally {
      await runtime.http.close()
    }
  }

  digest(name: string): string {
    const image = this.images[name]
    if (image === undefined) throw new Error(`the source has no image ${name}`)
    return image.descriptor.digest
  }

  incompleteTags(): string[] {
    return this.target.repositories().flatMap((repository) =>
      Object.keys(this.target.tags(repository))
        .filter((tag) => !this.target.isComplete(repository, tag))
        .map((tag) => `${repository}:${tag}`),
    )
  }
}

/** An image as from buildx: two platforms with a shared layer and an attestation each. */
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
