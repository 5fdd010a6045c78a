import { parseJson, textAt } from '../../text/json'
import { listBackups, readAccountId } from '../aws/backup-bucket'
import { callAws } from '../aws/connection'
import { listDumps } from '../aws/dumps'
import { Cluster } from '../aws/ecs'
import { CommandFailed } from '../error'
import { stackNames } from '../names'
import { formatTable } from '../query/table'
import type { CliRuntime } from '../runtime'
import { notOwned, placementOf } from '../services/data-store'
import { followTask } from '../task/follow'
import { baseOf } from './backup'

/** Prints the complete backups in S3, oldest first. */
export async function printBackups(stack: string, runtime: CliRuntime): Promise<void> {
  const bucket = stackNames(stack).backupBucket(await readAccountId(runtime.aws), runtime.aws.session.region)
  const backups = await listBackups(runtime.aws, bucket)
  if (backups.length === 0) runtime.print(`The bucket ${bucket} contains no complete backup.`)
  const rows = backups.map(({ name, completedAt }) => [
    name,
    completedAt.toISOString(),
    usability(name, backups),
  ])
  if (rows.length > 0)
    for (const line of formatTable(['backup', 'completed', 'needs'], rows)) runtime.print(line)
  const dumps = await listDumps(runtime.aws, bucket)
  if (dumps.length > 0) for (const line of ['', 'dump of PostgreSQL', ...dumps]) runtime.print(line)
}

function usability(name: string, backups: Awaited<ReturnType<typeof listBackups>>): string {
  if (name.startsWith('full/')) return '-'
  return baseOf(name, backups)?.name ?? 'a full backup that has expired'
}

/** Runs the stack's backup task. @returns the name of ClickHouse's backup; undefined if the task did not print it */
export async function createBackup(stack: string, runtime: CliRuntime): Promise<string | undefined> {
  if ((await placementOf('clickhouse', stack, runtime)) === 'external')
    throw notOwned('clickhouse', stack, 'Back it up where it runs.')
  const names = stackNames(stack)
  const cluster = new Cluster(names.cluster, runtime.aws)
  // The backup task runs in the private subnets, as the worker; in size tiny, both run on the instance.
  const { network } = await cluster.service(names.service('worker'))
  const subnets = network.awsvpcConfiguration?.subnets
  const isOnInstance = subnets === undefined
  const securityGroups = isOnInstance ? [] : [await findSecurityGroup(names.backupSecurityGroup, runtime)]
  const { calls } = await cluster.run({
    taskDefinition: names.backupFamily,
    network: isOnInstance ? {} : { awsvpcConfiguration: { subnets, securityGroups } },
    environment: { COMMAND: 'backup' },
  })
  const lines = await followTask(calls, {
    clock: runtime.clock,
    onStatus: (status) => {
      runtime.progress(`Task ${status.toLowerCase()}`)
    },
  })
  const created = lines.find((line) => line.includes('"event":"backup_created"'))
  runtime.print(created ?? 'The backup task ended without a result.')
  if ((await cluster.environment(names.postgresBackupFamily)) !== undefined)
    await createDump(stack, cluster, runtime)
  return textAt(parseJson(created ?? ''), 'name')
}

const UPLOAD_POLL_MS = 10_000
/** The instance of the size tiny copies dumps to S3 every five minutes. */
const MAX_UPLOAD_POLLS = 60

/** Dumps PostgreSQL in the size tiny, and waits until the dump is in S3. */
async function createDump(stack: string, cluster: Cluster, runtime: CliRuntime): Promise<void> {
  const names = stackNames(stack)
  const { calls } = await cluster.run({
    taskDefinition: names.postgresBackupFamily,
    network: {},
    environment: {},
  })
  const lines = await followTask(calls, {
    clock: runtime.clock,
    onStatus: (status) => {
      runtime.progress(`PostgreSQL's dump: task ${status.toLowerCase()}`)
    },
  })
  const dump = textAt(
    parseJson(lines.find((line) => line.includes('"event":"postgres_dumped"')) ?? ''),
    'name',
  )
  const bucket = names.backupBucket(await readAccountId(runtime.aws), runtime.aws.session.region)
  runtime.progress('Waiting until the instance has copied the dump to S3, at most ten minutes')
  for (
    let polls = 0;
    dump === undefined || !(await listDumps(runtime.aws, bucket)).includes(dump);
    polls += 1
  ) {
    if (dump === undefined || polls === MAX_UPLOAD_POLLS)
      throw new CommandFailed(
        `The dump ${dump ?? 'of PostgreSQL'} did not arrive in ${bucket}. Read the log of the instance's service postgres-upload, then run the command again.`,
      )
    await runtime.clock.sleep(UPLOAD_POLL_MS)
  }
  runtime.print(`Dumped PostgreSQL to ${dump}.`)
}

/** Returns the ID of a security group. @throws CommandFailed if it does not exist */
export async function findSecurityGroup(name: string, { aws }: Pick<CliRuntime, 'aws'>): Promise<string> {
  const { EC2Client, DescribeSecurityGroupsCommand } = await import('@aws-sdk/client-ec2')
  const client = new EC2Client(await aws.settings('EC2'))
  const Filters = [{ Name: 'group-name', Values: [name] }]
  const { SecurityGroups } = await callAws('ec2:DescribeSecurityGroups', () =>
    client.send(new DescribeSecurityGroupsCommand({ Filters })),
  )
  const id = SecurityGroups?.[0]?.GroupId
  if (id === undefined)
    throw new CommandFailed(`The security group ${name} does not exist. Check --stack and --region.`)
  return id
}
