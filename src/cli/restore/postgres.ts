import { RestorableCluster } from '../aws/rds'
import { CommandFailed } from '../error'
import { stackNames } from '../names'
import { runQuery } from '../query/query'
import type { CliRuntime } from '../runtime'
import { notOwned, placementOf } from '../services/data-store'
import { Services } from '../services/services'
import { nextStep, restoreNames, type RestoreNames, type RestoreStep } from './postgres-step'

export interface RestorePostgres {
  readonly stack: string
  readonly time: Date
}

const POLL_MS = 15_000
/** RDS shows a renamed cluster again within minutes; a large restore takes hours. */
const MAX_HIDDEN_POLLS = 40

const CHECK = 'SELECT count(*) AS projects, max(created_at) AS newest_project FROM projects'

/** Restores PostgreSQL to a point in time. The previous cluster is kept under another name. */
export async function restorePostgres(command: RestorePostgres, runtime: CliRuntime): Promise<void> {
  const { stack, time } = command
  const placement = await placementOf('postgres', stack, runtime)
  if (placement === 'external') throw notOwned('postgres', stack, 'Restore it where it runs.')
  if (placement === 'instance')
    throw new CommandFailed(
      'PostgreSQL of the size tiny cannot be restored to a point in time. It has nightly dumps and snapshots of the volume: docs/operations.md, section Size tiny. Nothing was changed.',
    )
  const names = restoreNames(stackNames(stack).postgres, time)
  const cluster = new RestorableCluster(runtime.aws, names, time)
  const range = await cluster.restorable()
  checkTime(time, range)
  const services = new Services(stack, runtime)
  const isDone = nextStep(await cluster.state(), names).kind === 'done'
  if (isDone && (await services.areRunning(['web', 'worker']))) {
    runtime.print(
      `${names.current} was restored to ${time.toISOString()} by an earlier run, and Langfuse uses it. Nothing was changed. To restore to this time again, delete ${names.current} and its instances with a final snapshot, then run the same command: it restores from ${names.previous}.`,
    )
    return
  }
  let isChanged = range === undefined
  await services.whileStopped(
    ['web', 'worker'],
    { command: `restore postgres --to ${time.toISOString()}`, canStart: () => !isChanged },
    () => restore(cluster, runtime, () => (isChanged = true)),
  )
  await printResult(command, names, runtime)
}

async function printResult(
  { stack, time }: RestorePostgres,
  { current, previous }: RestoreNames,
  runtime: CliRuntime,
): Promise<void> {
  const { rows } = await runQuery(
    { stack, database: 'postgres', sql: CHECK, write: false, maxRows: 1 },
    runtime,
  )
  const [projects, newest] = rows[0] ?? []
  runtime.print(
    `Restored ${current} to ${time.toISOString()}. It has ${String(projects)} projects; the newest is of ${String(newest)}.`,
  )
  runtime.print(
    `The previous cluster is ${previous}. Compare it, then delete it and its instances in the RDS console: it costs as much as the new one.`,
  )
  runtime.print(
    'Next: merge a pull request with any change. Its apply corrects settings that differ and runs the migration with the new master secret.',
  )
}

function checkTime(time: Date, range: { readonly earliest: Date; readonly latest: Date } | undefined): void {
  if (range === undefined || (time >= range.earliest && time <= range.latest)) return
  throw new CommandFailed(
    `--to ${time.toISOString()} is outside of the range that can be restored: ${range.earliest.toISOString()} to ${range.latest.toISOString()}. Nothing was changed.`,
  )
}

async function restore(
  cluster: RestorableCluster,
  { clock, progress }: CliRuntime,
  onChange: () => void,
): Promise<void> {
  let shown = ''
  for (let hidden = 0; ;) {
    const state = await cluster.state()
    const step = nextStep(state, cluster.names)
    if (step.kind === 'done') return
    hidden = state.clusters.size === 0 ? hidden + 1 : 0
    if (step.kind === 'failed' || hidden > MAX_HIDDEN_POLLS) throw stopped(step, cluster.names)
    const text = describeStep(step, cluster.names)
    if (text !== shown) progress(text)
    shown = text
    if (step.kind !== 'wait') onChange()
    await cluster.change(step)
    await clock.sleep(POLL_MS)
  }
}

function stopped(step: RestoreStep, { current, previous }: RestoreNames): CommandFailed {
  const cause = step.kind === 'failed' ? step.cause : `RDS shows neither ${current} nor ${previous}`
  return new CommandFailed(
    `The restore stopped: ${cause}. The previous data is in ${previous}. ` +
      `Read the events: aws rds describe-events --source-type db-cluster --source-identifier ${current}. Then run the same command again: it continues.`,
  )
}

function describeStep(step: RestoreStep, { current, previous }: RestoreNames): string {
  switch (step.kind) {
    case 'wait':
      return `Waiting for ${step.for}`
    case 'rename-cluster':
      return `Renaming the cluster to ${previous}`
    case 'rename-instance':
      return `Renaming the instance ${step.from} to ${step.to}`
    case 'restore-cluster':
      return `Restoring ${current}`
    case 'create-instance':
      return `Creating the instance ${step.id}`
    case 'create-master-secret':
      return 'Creating the secret of the master user'
    case 'done':
    case 'failed':
      return ''
  }
}
