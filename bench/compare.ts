import { measureAll, type Usage } from './measure'
import type { Job, Tool } from './tools'

/** Measurements of one tool in one case, in order. */
export interface Series {
  readonly tool: string
  readonly usages: readonly Usage[]
}

/**
 * Runs each tool once per round, in alternating order (A B, B A, …), so that load changes affect all tools equally.
 * A run before the first round warms up the servers and is not counted.
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
