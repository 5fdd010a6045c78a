import { numberAt } from '../../text/json'
import { Cluster } from '../aws/ecs'
import { CommandFailed, InvalidArgument } from '../error'
import { stackNames } from '../names'
import type { CliRuntime } from '../runtime'
import { followProgram } from '../task/follow'

export interface Replay {
  readonly stack: string
  readonly from: Date
  readonly to: Date
  readonly dryRun: boolean
}

/** Queues the raw events that S3 received in a time range again. */
export async function replay({ stack, from, to, dryRun }: Replay, runtime: CliRuntime): Promise<void> {
  if (from >= to)
    throw new InvalidArgument(`--from ${from.toISOString()} is not before --to ${to.toISOString()}.`)
  const names = stackNames(stack)
  const cluster = new Cluster(names.cluster, runtime.aws)
  const { taskDefinition, network } = await cluster.service(names.service('worker'))
  const program = await runtime.readProgram('replay')
  const args = { from: from.getTime(), to: to.getTime(), dryRun }
  const { calls } = await cluster.run({ taskDefinition, network, program, args })
  let result: unknown
  await followProgram(calls, {
    clock: runtime.clock,
    onEvent: ({ kind, value }) => {
      if (kind === 'result') result = value
      else runtime.progress(describeCounts(value, dryRun))
    },
    onStatus: (status) => {
      runtime.progress(`Task ${status.toLowerCase()}`)
    },
  })
  if (result === undefined)
    throw new CommandFailed(
      'The replay ended without a count. Run the same command again: events that wait are not queued twice.',
    )
  for (const line of summary(result, dryRun)) runtime.print(line)
}

const countOf = (counts: unknown, name: string): number => numberAt(counts, name) ?? 0

function describeCounts(counts: unknown, dryRun: boolean): string {
  const listed = `${countOf(counts, 'listed')} files listed, ${countOf(counts, 'inRange')} in the range`
  return dryRun ? listed : `${listed}, ${countOf(counts, 'queued')} queued`
}

function summary(counts: unknown, dryRun: boolean): string[] {
  const [inRange, skipped] = [countOf(counts, 'inRange'), countOf(counts, 'skipped')]
  const other = skipped > 0 ? [`${skipped} files are no events and were skipped.`] : []
  if (dryRun) return [`${inRange - skipped} events would be queued. Nothing was changed.`, ...other]
  const [waiting, retried] = [countOf(counts, 'waiting'), countOf(counts, 'retried')]
  return [
    `${countOf(counts, 'queued')} of ${inRange - skipped} events were queued; ${waiting} were waiting already, ${retried} had failed and were started again.`,
    ...other,
    'The worker processes them now. Events that ClickHouse already has are replaced, not doubled. See the depth of the queues: langfuse-deploy doctor',
  ]
}
