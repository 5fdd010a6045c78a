import type { Verdict } from './case'
import type { Series } from './compare'
import type { Usage } from './measure'
import { median, pairwise } from './statistics'
import { MiB } from './shapes'

/** Compares wall times with those of other tools, pair by pair. */
export function compareWithTools(
  series: readonly Series[],
  what: string,
  limits: Record<string, number>,
): Verdict[] {
  const [ours] = series
  return Object.entries(limits).map(([tool, limit]) => {
    const target = `${what}: wall ≤ ${limit} of ${tool}`
    const theirs = series.find((one) => one.tool === tool)
    if (ours === undefined || theirs === undefined) {
      return { target, measured: `${tool} did not run`, isMet: undefined }
    }
    const ratio = pairwise(ours.usages.map(wall), theirs.usages.map(wall))
    return { target, measured: ratio.toFixed(2), isMet: ratio <= limit }
  })
}

const PEAK_LIMIT_MIB = 150

export function peakVerdict(series: readonly Series[], what: string): Verdict {
  const peak = Math.max(...(series[0]?.usages ?? []).map(({ peakBytes }) => peakBytes)) / MiB
  const target = `${what}: peak memory ≤ ${PEAK_LIMIT_MIB} MiB`
  return { target, measured: `${peak.toFixed(0)} MiB`, isMet: peak <= PEAK_LIMIT_MIB }
}

export function cpuVerdict(
  series: readonly Series[],
  { what, gibibytes, limit }: { what: string; gibibytes: number; limit: number },
): Verdict {
  const seconds = median((series[0]?.usages ?? []).map(({ cpuMs }) => cpuMs)) / 1000 / gibibytes
  const target = `${what}: CPU ≤ ${limit} s a GiB`
  return { target, measured: `${seconds.toFixed(2)} s`, isMet: seconds <= limit }
}

const wall = ({ wallMs }: Usage): number => wallMs
