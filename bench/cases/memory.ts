import type { Bench, Case, CaseResult } from '../case'
import { compare } from '../compare'
import { certificateFile, startRegistry } from '../servers/registry-server'
import { GiB, makeShape, MiB, type Shape } from '../shapes'
import { sourceRepository } from '../tools'
import { peakVerdict } from '../verdict'

const SIZES = { '128 MiB': 128 * MiB, '1 GiB': GiB, '4 GiB': 4 * GiB }
/** Memory use varies little, and copying gigabytes is slow. */
const MAX_RUNS = 3

/** Peak memory for layers of increasing size. */
export const memory: Case = async (bench) => {
  const results: CaseResult[] = []
  for (const [size, layerBytes] of Object.entries(SIZES)) {
    results.push(await oneLayer(bench, `one layer of ${size}`, { kind: 'flat', layers: 1, layerBytes }))
  }
  return {
    groups: results.flatMap(({ groups }) => groups),
    verdicts: results.flatMap(({ verdicts }) => verdicts),
  }
}

async function oneLayer({ tools, runs }: Bench, what: string, shape: Shape): Promise<CaseResult> {
  const source = await startRegistry({
    images: [{ repository: sourceRepository('app'), shape }],
    scheme: 'https',
  })
  const target = await startRegistry({ images: [], scheme: 'https' })
  try {
    const { digest } = makeShape(shape).descriptor
    const job = {
      source: source.host,
      target: target.host,
      images: [{ name: 'app', digest }],
      ca: certificateFile(),
    }
    const series = await compare(tools, job, { runs: Math.min(runs, MAX_RUNS), before: target.empty })
    return { groups: [{ title: what, series }], verdicts: [peakVerdict(series, what)] }
  } finally {
    await Promise.all([source.stop(), target.stop()])
  }
}
