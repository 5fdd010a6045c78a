import { numberAt, textAt } from '../../text/json'
import { readAccountId } from '../aws/backup-bucket'
import { copyObject, deleteObject, listDumps } from '../aws/dumps'
import { Cluster } from '../aws/ecs'
import { CommandFailed } from '../error'
import { stackNames } from '../names'
import { runQuery } from '../query/query'
import type { CliRuntime } from '../runtime'
import { Services } from '../services/services'
import { runExclusive } from '../task/exclusive'
import { followProgram } from '../task/follow'
import type { ProgramEvent } from '../task/output'

export interface RestoreDump {
  readonly stack: string
  /** For example `2026-11-25T03-00-00Z.sql.gz`. */
  readonly dump: string
}

const CHECK = 'SELECT count(*) AS projects, max(created_at) AS newest_project FROM projects'

/** Restores a dump of the size tiny into the stack's PostgreSQL, of any size. The previous data is kept as another schema. */
export async function restoreDump({ stack, dump }: RestoreDump, runtime: CliRuntime): Promise<void> {
  const names = stackNames(stack)
  const bucket = names.backupBucket(await readAccountId(runtime.aws), runtime.aws.session.region)
  const dumps = await listDumps(runtime.aws, bucket)
  if (!dumps.includes(dump))
    throw new CommandFailed(
      `There is no dump ${dump} in ${bucket}. ${dumps.length === 0 ? 'It has no dumps: only stacks of size tiny write them.' : `The newest is ${dumps.at(-1) ?? ''}.`} Nothing was changed.`,
    )
  if (dump !== dumps.at(-1))
    runtime.print(`There is a newer dump, ${dumps.at(-1) ?? ''}. ${dump} lacks what changed since.`)
  let isStarted = false
  const { previous, tables } = await new Services(stack, runtime).whileStopped(
    ['web', 'worker'],
    // The restore is one transaction, so it changes nothing unless it succeeds.
    {
      command: `restore postgres --dump ${dump}`,
      canStart: (error) => !isStarted || error instanceof CommandFailed,
    },
    () => runRestore({ stack, dump, onStart: () => (isStarted = true) }, bucket, runtime),
  )
  runtime.print(
    `Restored ${tables} tables from ${dump}. The previous data is the schema ${previous}. Drop it when you no longer need it: langfuse-deploy query postgres 'DROP SCHEMA ${previous} CASCADE' --write --stack ${stack}`,
  )
  const query = { stack, database: 'postgres' as const, sql: CHECK, write: false, maxRows: 1 }
  const [projects, newest] = (await runQuery(query, runtime)).rows[0] ?? []
  runtime.print(`It has ${String(projects)} projects; the newest is of ${String(newest)}.`)
  runtime.print(
    'If Langfuse is newer than the dump, run its migrations: merge a pull request that adds `replace: module.langfuse.terraform_data.migration` to plan and apply.',
  )
  const now = new Date(runtime.clock.wallClockMs()).toISOString()
  runtime.print(
    `If the stack was tiny before, replay events that waited in its queue: langfuse-deploy replay --stack ${stack} --from ${timeOf(dump)} --to ${now}`,
  )
}

const timeOf = (dump: string): string => dump.replace(/^(.*)T(\d\d)-(\d\d)-(\d\d)Z\.sql\.gz$/, '$1T$2:$3:$4Z')

/** The worker can read the bucket of blobs, so the dump is there while it runs. */
async function runRestore(
  { stack, dump, onStart }: RestoreDump & { readonly onStart: () => void },
  bucket: string,
  runtime: CliRuntime,
): Promise<{ readonly previous: string; readonly tables: number }> {
  const names = stackNames(stack)
  const cluster = new Cluster(names.cluster, runtime.aws)
  const { taskDefinition, network } = await cluster.service(names.service('worker'))
  const environment = (await cluster.environment(taskDefinition)) ?? {}
  const copy = {
    Bucket: environment['LANGFUSE_S3_BATCH_EXPORT_BUCKET'] ?? '',
    Key: `${environment['LANGFUSE_S3_BATCH_EXPORT_PREFIX'] ?? ''}restore/${dump}`,
  }
  await copyObject(runtime.aws, { bucket, dump }, copy)
  try {
    const request = { name: 'restore-postgres' as const, taskDefinition, network, args: { key: copy.Key } }
    const { calls } = await runExclusive(cluster, request, runtime)
    onStart()
    const events: ProgramEvent[] = []
    runtime.progress(`Restoring ${dump}`)
    await followProgram(calls, {
      clock: runtime.clock,
      onEvent: (event) => events.push(event),
      onStatus: (status) => {
        runtime.progress(`Task ${status.toLowerCase()}`)
      },
    })
    const value = events.find(({ kind }) => kind === 'restored')?.value
    return { previous: textAt(value, 'previous') ?? '', tables: numberAt(value, 'tables') ?? 0 }
  } finally {
    await deleteObject(runtime.aws, copy)
  }
}
