import { makeImage, makeIndex, makeLayer, type Image } from '../testkit/registry/image'

/** Description of an image from which two processes generate identical content. */
export type Shape =
  | { readonly kind: 'flat'; readonly layers: number; readonly layerBytes: number }
  /** Two platforms with ten layers each, two of them shared, and an attestation each, as from buildx. */
  | { readonly kind: 'multi-platform'; readonly seed: string }

export const MiB = 1024 * 1024
export const GiB = 1024 * MiB

export function makeShape(shape: Shape): Image {
  switch (shape.kind) {
    case 'flat': {
      const { layers, layerBytes: size } = shape
      const seeds = Array.from({ length: layers }, (_, index) => `layer ${index} of ${layers}`)
      return makeImage({ layers: seeds.map((seed) => makeLayer({ size, seed })) })
    }
    case 'multi-platform': {
      const { seed } = shape
      const common = [1, 2].map((index) => makeLayer({ size: index * 1000, seed: `${seed} common ${index}` }))
      const platforms = ['amd64', 'arm64'].map((architecture) => {
        const own = Array.from({ length: 8 }, (_, index) => (index + 1) * 20_000)
        return makeImage({ seed, layers: [...common, ...own], platform: { os: 'linux', architecture } })
      })
      return makeIndex(platforms, { attestations: true })
    }
  }
}
