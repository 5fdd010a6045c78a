import { commitOfTag } from '../testkit/github/git'
import { type Blob, type Image, makeImage, makeIndex, makeLayer } from '../testkit/registry/image'

const MB = 1_000_000
const PLATFORMS = ['amd64', 'arm64'] as const

/** Published images with their tags, by name in images.yaml. */
export type Release = Readonly<Record<string, { readonly tag: string; readonly image: Image }>>

/** Repository whose releases the demo publishes. */
export const UPSTREAM = 'langfuse/langfuse'

const labelsOf = (version: string): Readonly<Record<string, string>> => ({
  'org.opencontainers.image.source': `https://github.com/${UPSTREAM}`,
  'org.opencontainers.image.revision': commitOfTag(UPSTREAM, `v${version}`),
})

/**
 * Returns images like Langfuse's: two platforms, a base image that web and worker share, and attestations.
 *
 * @param growth megabytes that Langfuse's images have more
 */
export function makeRelease(langfuse: string, created: Date, growth = 0): Release {
  const node = new Map(
    PLATFORMS.map((architecture) => [
      architecture,
      [3.6, 42, 1.3].map((size) => layer(size, `node ${architecture}`)),
    ]),
  )
  const build = (name: string, tag: string, sizes: readonly number[]): Image =>
    makeIndex(
      PLATFORMS.map((architecture) => {
        const isLangfuse = name.startsWith('langfuse')
        const base = isLangfuse ? (node.get(architecture) ?? []) : []
        const layers = [...base, ...sizes.map((size) => layer(size, `${name} ${tag} ${architecture}`))]
        const platform = { os: 'linux', architecture }
        return makeImage({
          seed: `${name} ${tag}`,
          layers,
          platform,
          created: created.toISOString(),
          ...(isLangfuse && { labels: labelsOf(tag) }),
        })
      }),
      { attestations: !name.startsWith('langfuse') },
    )
  const release = (name: string, tag: string, sizes: readonly number[]): Release => ({
    [name]: { tag, image: build(name, tag, sizes) },
  })
  return {
    ...release('langfuse-web', langfuse, [31 + growth, 24, 9, 0.2]),
    ...release('langfuse-worker', langfuse, [17 + growth, 12, 0.1]),
    ...release('clickhouse', '25.12.11', [29, 44, 6, 0.02]),
    ...release('grafana', '12.4.5', [3.8, 38, 11, 0.3]),
  }
}

function layer(megabytes: number, seed: string): Blob {
  const size = Math.round(megabytes * MB)
  return makeLayer({ size, seed: `${seed} ${size}` })
}
