import { measureAll, type Usage } from './measure'
import type { Job, Tool } from './tools'

/** Figures of one tool in one case, in the order they were taken. */
export interface Series {
  readonly tool: string
  readonly usages: readonly Usage[]
}

/**
 * Runs every tool once a round, in turning order: A B, B A, A B …, so that figures of one round can be compared
 * however the machine's own mood changes. A run before the first round warms the servers up and is not counted.
 */
export async function compare(
  tools: readonly Tool[],
  job: Job,
  { runs, before }: { readonly runs: number; readonly before: () => Promise<void> },
): Promise<Series[]> {
  const once = async (tool: Tool): Promise<Usage> => {
    await before()
    return measureAll(await tool.commands(job))
  }
  for (const tool of tools.slice(0, 1)) await once(tool)
  const series = tools.map((tool) => ({ tool, usages: new Array<Usage>() }))
  for (let round = 0; round < runs; round++) {
    for (const { tool, usages } of round % 2 === 0 ? series : series.toReversed()) {
      const usage = await once(tool)
      usages.push(usage)
      process.stderr.write(`  ${tool.name} ${(usage.wallMs / 1000).toFixed(2)} s\n`)
    }
  }
  return series.map(({ tool, usages }) => ({ tool: tool.name, usages }))
}
