import { textAt } from '../../text/json'
import { listBackups, readAccountId } from '../aws/backup-bucket'
import { Cluster } from '../aws/ecs'
import { type Backup, BACKUP_NAME, baseOf } from '../backups/backup'
import { CommandFailed, InvalidArgument } from '../error'
import { stackNames } from '../names'
import { formatTable } from '../query/table'
import type { CliRuntime } from '../runtime'
import { notOwned, placementOf } from '../services/data-store'
import { Services } from '../services/services'
import { runExclusive } from '../task/exclusive'
import { followProgram } from '../task/follow'
import type { ProgramEvent } from '../task/output'

export interface RestoreClickHouse {
  readonly stack: string
  /** For example `incremental/2026-11-25T03-00-00Z`. */
  readonly backup: string
}

const POLL_MS = 5000

/** Restores ClickHouse from a backup in S3. The previous data is kept as another database. */
export async function restoreClickHouse(
  { stack, backup }: RestoreClickHouse,
  runtime: CliRuntime,
): Promise<void> {
  if (!BACKUP_NAME.test(backup))
    throw new InvalidArgument(
      `'${backup}' is not the name of a backup. List them: langfuse-deploy backups list`,
    )
  if ((await placementOf('clickhouse', stack, runtime)) === 'external')
    throw notOwned('clickhouse', stack, 'Restore it where it runs.')
  const names = stackNames(stack)
  const bucket = names.backupBucket(await readAccountId(runtime.aws), runtime.aws.session.region)
  checkBackup(backup, await listBackups(runtime.aws, bucket))
  const cluster = new Cluster(names.cluster, runtime.aws)
  const clickhouse = await cluster.service(names.service('clickhouse'))
  if (clickhouse.running === 0)
    throw new CommandFailed(
      `ClickHouse does not run. Nothing was changed. Find the reason: langfuse-deploy doctor --stack ${stack}`,
    )
  let isComplete = true
  await new Services(stack, runtime).whileStopped(
    ['web', 'worker'],
    { command: `restore clickhouse ${backup}`, canStart: () => isComplete },
    () => runRestore({ stack, backup, setComplete: (value) => (isComplete = value) }, cluster, runtime),
  )
  runtime.print(
    'If a newer Langfuse was deployed after this backup, run its migrations: merge a pull request that adds `replace: module.langfuse.terraform_data.migration` to plan and apply.',
  )
  runtime.print(
    `Next: replay the events since the backup: langfuse-deploy replay --stack ${stack} --from ${timeOf(backup)} --to ${new Date(runtime.clock.wallClockMs()).toISOString()}`,
  )
}

const timeOf = (backup: string): string => backup.replace(/^.*\/(.*)T(\d\d)-(\d\d)-(\d\d)Z$/, '$1T$2:$3:$4Z')

/** @throws CommandFailed if the backup, or the full backup that it needs, is missing */
function checkBackup(name: string, backups: readonly Backup[]): void {
  const newest = backups.at(-1)
  if (!backups.some((backup) => backup.name === name))
    throw new CommandFailed(
      `There is no complete backup ${name}. ${newest === undefined ? 'There are no backups.' : `The newest is ${newest.name}.`} List them: langfuse-deploy backups list`,
    )
  if (name.startsWith('incremental/') && baseOf(name, backups) === undefined)
    throw new CommandFailed(
      `The full backup that ${name} needs has expired. Choose another: langfuse-deploy backups list`,
    )
}

interface RunningRestore extends RestoreClickHouse {
  /** Called when the database `default` becomes incomplete, and when it is complete again. */
  readonly setComplete: (isComplete: boolean) => void
}

async function runRestore(
  { stack, backup, setComplete }: RunningRestore,
  cluster: Cluster,
  runtime: CliRuntime,
): Promise<void> {
  const { taskDefinition, network } = await cluster.service(stackNames(stack).service('worker'))
  const args = { backup, pollMs: POLL_MS }
  const request = { name: 'restore-clickhouse' as const, taskDefinition, network, args }
  const { calls } = await runExclusive(cluster, request, runtime)
  // Until the task says where the data is: it may end at any time.
  setComplete(false)
  const events: ProgramEvent[] = []
  runtime.progress(`Restoring ${backup}`)
  await followProgram(calls, {
    clock: runtime.clock,
    onEvent: (event) => {
      events.push(event)
      if (event.kind === 'database') setComplete(textAt(event.value, 'state') === 'previous')
    },
    onStatus: (status) => {
      runtime.progress(`Task ${status.toLowerCase()}`)
    },
  })
  const tables = events
    .filter(({ kind }) => kind === 'table')
    .map(({ value }) => ['name', 'restored', 'before'].map((key) => textAt(value, key)))
  const previous = textAt(events.find(({ kind }) => kind === 'restored')?.value, 'previous') ?? ''
  for (const line of formatTable(['table', 'rows restored', 'rows before'], tables)) runtime.print(line)
  runtime.print(
    `Restored ${backup}. The previous data is the database ${previous}. Drop it when you no longer need it: langfuse-deploy query clickhouse 'DROP DATABASE ${previous} SYNC' --write`,
  )
}
