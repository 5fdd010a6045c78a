import { pushImage } from '../../testkit/registry/push'
import type { Bench, Case, CaseResult } from '../case'
import { compare, type Series } from '../compare'
import { DISTRIBUTION, distribution } from '../servers/distribution'
import {
  certificateFile,
  type NetworkLimits,
  type RegistryServer,
  startRegistry,
} from '../servers/registry-server'
import { GiB, makeShape, MiB, type Shape } from '../shapes'
import { type Job, pathOf, sourceRepository, TAG } from '../tools'
import { compareWithTools, cpuVerdict, peakVerdict } from '../verdict'

const NAME = 'app'
const LARGE: Shape = { kind: 'flat', layers: 8, layerBytes: 128 * MiB }
const LARGE_GIBIBYTES = (8 * 128 * MiB) / GiB
const SMALL: Shape = { kind: 'flat', layers: 25, layerBytes: 4 * MiB }

/** Large layers without a network limit: limited by the processor. */
export const large: Case = async (bench) => {
  const what = '8 × 128 MiB, no limit, TLS'
  const { series, result } = await copyOver(bench, {
    what,
    shape: LARGE,
    scheme: 'https',
    limits: { skopeo: 1, crane: 1.1 },
  })
  const cpu = cpuVerdict(series, { what, gibibytes: LARGE_GIBIBYTES, limit: 3 })
  return { ...result, verdicts: [...result.verdicts, cpu] }
}

export const largePlain: Case = async (bench) => {
  const what = '8 × 128 MiB, no limit, HTTP'
  const { series, result } = await copyOver(bench, {
    what,
    shape: LARGE,
    scheme: 'http',
    limits: { skopeo: 1, crane: 1 },
  })
  const cpu = cpuVerdict(series, { what, gibibytes: LARGE_GIBIBYTES, limit: 2 })
  return { ...result, verdicts: [...result.verdicts, cpu] }
}

/** Large layers over connections of limited bandwidth: limited by the number of parallel streams. */
export const streams: Case = async (bench) => {
  const { result } = await copyOver(bench, {
    what: '8 × 128 MiB, 10 ms round trip, 40 MB/s a connection, TLS',
    shape: LARGE,
    scheme: 'https',
    network: { roundTripMs: 10, bytesPerSecondPerConnection: 40e6 },
    limits: { skopeo: 0.5, crane: 0.5 },
  })
  return result
}

/** Many small layers over a slow network: limited by round trips. */
export const roundTrips: Case = async (bench) => {
  const { result } = await copyOver(bench, {
    what: '25 × 4 MiB, 30 ms round trip, TLS',
    shape: SMALL,
    scheme: 'https',
    network: { roundTripMs: 30 },
    limits: { skopeo: 0.45, crane: 0.45 },
  })
  return result
}

/** Copies between two Distribution registries, which store and verify what they receive. */
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
      verdicts: [...compareWithTools(series, what, { skopeo: 0.95 }), peakVerdict(series, what)],
    }
  } finally {
    await Promise.all([source.stop(), target.stop()])
  }
}

interface Copy {
  readonly what: string
  readonly shape: Shape
  readonly scheme: 'https' | 'http'
  readonly network?: NetworkLimits
  /** Highest ratios of wall times. */
  readonly limits: Record<string, number>
}

async function copyOver(
  bench: Bench,
  { what, shape, scheme, network = {}, limits }: Copy,
): Promise<{ series: Series[]; result: CaseResult }> {
  const images = [{ repository: sourceRepository(NAME), shape }]
  const source = await startRegistry({ images, scheme, network })
  const target = await startRegistry({ images: [], scheme, network })
  try {
    const series = await copy(bench, { source, target, shape })
    const verdicts = [...compareWithTools(series, what, limits), peakVerdict(series, what)]
    return { series, result: { groups: [{ title: what, series }], verdicts } }
  } finally {
    await Promise.all([source.stop(), target.stop()])
  }
}

async function copy(
  { tools, runs }: Bench,
  { source, target, shape }: { source: RegistryServer; target: RegistryServer; shape: Shape },
): Promise<Series[]> {
  const { digest } = makeShape(shape).descriptor
  const job: Job = {
    source: source.host,
    target: target.host,
    images: [{ name: NAME, digest }],
    ca: certificateFile(),
  }
  return compare(tools, job, { runs, before: target.empty })
}

const notMeasured = (target: string, measured: string): CaseResult => ({
  groups: [],
  verdicts: [{ target, measured, isMet: undefined }],
})
