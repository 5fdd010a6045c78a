import { type Blob, type Image, makeImage, makeIndex, makeLayer } from '../test/fakes/image'

const MB = 1_000_000
const PLATFORMS = ['amd64', 'arm64'] as const

/** Images of the shape that Langfuse's have: two platforms each, one base under web and worker, attestations. */
export function makeImages(): Record<string, Image> {
  const node = new Map(
    PLATFORMS.map((architecture) => [
      architecture,
      [3.6, 42, 1.3].map((size) => layer(size, `node ${architecture}`)),
    ]),
  )
  const build = (name: string, sizes: readonly number[], attestations: boolean): Image =>
    makeIndex(
      PLATFORMS.map((architecture) => {
        const base = name.startsWith('langfuse') ? (node.get(architecture) ?? []) : []
        const layers = [...base, ...sizes.map((size) => layer(size, `${name} ${architecture}`))]
        return makeImage({ seed: name, layers, platform: { os: 'linux', architecture } })
      }),
      { attestations },
    )
  return {
    'langfuse-web': build('langfuse-web', [31, 24, 9, 0.2], false),
    'langfuse-worker': build('langfuse-worker', [17, 12, 0.1], false),
    clickhouse: build('clickhouse', [29, 44, 6, 0.02], true),
    grafana: build('grafana', [3.8, 38, 11, 0.3], true),
  }
}

function layer(megabytes: number, seed: string): Blob {
  const size = Math.round(megabytes * MB)
  return makeLayer({ size, seed: `${seed} ${size}` })
}
