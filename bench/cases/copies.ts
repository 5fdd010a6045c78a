import { pushImage } from '../../testkit/registry/push'
import type { Bench, Case, CaseResult } from '../case'
import { compare, type Series } from '../compare'
import { DISTRIBUTION, distribution } from '../servers/distribution'
import {
  type NetworkLimits,
  fakeRegistry,
  withNetworkLimits,
  type RegistryServer,
} from '../servers/registry-server'
import { GiB, makeShape, MiB, type Shape } from '../shapes'
import { type Job, pathOf, sourceRepository, TAG } from '../tools'
import { compareWithTools, cpuVerdict, peakVerdict } from '../verdict'

const NAME = 'app'
const LARGE: Shape = { kind: 'flat', layers: 8, layerBytes: 128 * MiB }
const SMALL: Shape = { kind: 'flat', layers: 25, layerBytes: 4 * MiB }

/** Copies between two Distribution registries without a network limit. */
export const cold: Case = async (bench) => {
  const what = '8 × 128 MiB, two Distribution registries'
  if (pathOf(DISTRIBUTION) === undefined) return notMeasured(what, `${DISTRIBUTION} is not installed`)
  const source = await distribution()
  const target = await distribution()
  try {
    const image = makeShape(LARGE)
    await pushImage({ origin: `http://${source.host}`, repository: sourceRepository(NAME), tag: TAG }, image)
    const series = await copy(bench, { source, target, shape: LARGE })
    return {
      groups: [{ title: what, series }],
      verdicts: [
        ...compareWithTools(series, what, { skopeo: 0.95 }),
        cpuVerdict(series, { gibibytes: (8 * 128 * MiB) / GiB, limit: 2.5 }),
        peakVerdict(series, what),
      ],
    }
  } finally {
    await Promise.all([source.stop(), target.stop()])
  }
}

/** Many small layers over a slow network: limited by round trips. */
export const roundTrips: Case = (bench) =>
  copyOverNetwork(bench, '25 × 4 MiB, 30 ms round trip', { shape: SMALL, network: { roundTripMs: 30 } })

/** Large layers over connections of limited bandwidth: limited by the number of parallel streams. */
export const streams: Case = (bench) =>
  copyOverNetwork(bench, '8 × 128 MiB, 10 ms round trip, 40 MB/s per connection', {
    shape: LARGE,
    network: { roundTripMs: 10, bytesPerSecondPerConnection: 40e6 },
  })

async function copyOverNetwork(
  bench: Bench,
  what: string,
  { shape, network }: { readonly shape: Shape; readonly network: NetworkLimits },
): Promise<CaseResult> {
  const images = [{ repository: sourceRepository(NAME), shape }]
  const source = await withNetworkLimits(await fakeRegistry({ images }), network)
  const target = await withNetworkLimits(await fakeRegistry({ images: [] }), network)
  try {
    const series = await copy(bench, { source, target, shape })
    const limits = { skopeo: 0.55, crane: 0.55 }
    return {
      groups: [{ title: what, series }],
      verdicts: [...compareWithTools(series, what, limits), peakVerdict(series, what)],
    }
  } finally {
    await Promise.all([source.stop(), target.stop()])
  }
}

async function copy(
  { tools, runs }: Bench,
  { source, target, shape }: { source: RegistryServer; target: RegistryServer; shape: Shape },
): Promise<Series[]> {
  const { digest } = makeShape(shape).descriptor
  const job: Job = { source: source.host, target: target.host, images: [{ name: NAME, digest }] }
  return compare(tools, job, { runs, before: target.empty })
}

const notMeasured = (target: string, measured: string): CaseResult => ({
  groups: [],
  verdicts: [{ target, measured, isMet: undefined }],
})
