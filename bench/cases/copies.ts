import { pushImage } from '../../testkit/registry/push'
import type { Bench, Case, CaseResult } from '../case'
import { compare, type Series } from '../compare'
import { DISTRIBUTION, distribution } from '../servers/distribution'
import { type Distance, fakeRegistry, farAway, type Place } from '../servers/place'
import { GiB, makeShape, MiB, type Shape } from '../shapes'
import { type Job, pathOf, sourceRepository, TAG } from '../tools'
import { againstRivals, cpuVerdict, peakVerdict } from '../verdict'

const NAME = 'app'
const LARGE: Shape = { kind: 'flat', layers: 8, layerBytes: 128 * MiB }
const SMALL: Shape = { kind: 'flat', layers: 25, layerBytes: 4 * MiB }

/** Two real registries side by side, which are the limit themselves. */
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
        ...againstRivals(series, what, { skopeo: 0.95 }),
        cpuVerdict(series, { gibibytes: (8 * 128 * MiB) / GiB, limit: 2.5 }),
        peakVerdict(series, what),
      ],
    }
  } finally {
    await Promise.all([source.stop(), target.stop()])
  }
}

/** Many small layers far away: round trips decide. */
export const roundTrips: Case = (bench) =>
  far(bench, '25 × 4 MiB, 30 ms round trip', SMALL, { roundTripMs: 30 })

/** Large layers over connections of a rate that real registries give: streams decide. */
export const streams: Case = (bench) =>
  far(bench, '8 × 128 MiB, 10 ms round trip, 40 MB/s a connection', LARGE, {
    roundTripMs: 10,
    bytesPerSecondPerConnection: 40e6,
  })

async function far(bench: Bench, what: string, shape: Shape, distance: Distance): Promise<CaseResult> {
  const holds = [{ repository: sourceRepository(NAME), shape }]
  const source = await farAway(await fakeRegistry({ holds }), distance)
  const target = await farAway(await fakeRegistry({ holds: [] }), distance)
  try {
    const series = await copy(bench, { source, target, shape })
    const limits = { skopeo: 0.55, crane: 0.55 }
    return {
      groups: [{ title: what, series }],
      verdicts: [...againstRivals(series, what, limits), peakVerdict(series, what)],
    }
  } finally {
    await Promise.all([source.stop(), target.stop()])
  }
}

async function copy(
  { tools, runs }: Bench,
  { source, target, shape }: { source: Place; target: Place; shape: Shape },
): Promise<Series[]> {
  const { digest } = makeShape(shape).descriptor
  const job: Job = { source: source.host, target: target.host, images: [{ name: NAME, digest }] }
  return compare(tools, job, { runs, before: target.empty })
}

const notMeasured = (target: string, measured: string): CaseResult => ({
  groups: [],
  verdicts: [{ target, measured, isMet: undefined }],
})
