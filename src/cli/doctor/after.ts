import { listBackups } from '../aws/backup-bucket'
import type { AwsConnection } from '../aws/connection'
import { Cluster } from '../aws/ecs'
import { readAlarms, readCertificates, readMetric } from '../aws/monitoring'
import { readStackShape } from '../aws/stack-shape'
import { type Component, COMPONENTS, stackNames } from '../names'
import { placementOf } from '../services/data-store'
import { estimateShape } from './cost'
import { type Check, type Finding, ok } from './finding'
import {
  judgeAlarms,
  judgeBackups,
  judgeCertificates,
  judgeDisk,
  judgeQueues,
  judgeService,
  type ServiceFacts,
} from './running'

export interface RunningStack {
  readonly stack: string
  readonly accountId: string
  readonly now: Date
  /** Components that the stack has; an external ClickHouse or a disabled Grafana has no service. */
  readonly components: readonly Component[]
}

/** The checks of a stack that was applied. A cause comes before its effects: the first problem is the one to start with. */
export function checksAfterApply(running: RunningStack, aws: AwsConnection): Check[] {
  const { stack, accountId, now, components } = running
  const names = stackNames(stack)
  const service = (component: Component): Check => serviceCheck(stack, component, aws)
  const certificates = async () => judgeCertificates(await readCertificates(aws, stack), now)
  const cost = {
    subject: 'Cost',
    run: async () => [estimateShape(await readStackShape(running, aws), aws.session.region)],
  }
  const checks: Check[] = [
    ...(['worker', 'web'] as const).map(service),
    ...(['grafana', 'postgres', 'valkey'] as const)
      .filter((component) => components.includes(component))
      .map(service),
    { subject: 'Queues', run: () => checkQueues(running, aws) },
    { subject: 'PostgreSQL', run: () => checkExternal('postgres', stack, aws) },
    { subject: 'Alarms', run: async () => judgeAlarms(await readAlarms(aws, names.alarmPrefix)) },
    { subject: 'Certificates', run: certificates },
  ]
  if (!components.includes('clickhouse')) return [...checks, cost]
  const disk = { namespace: `${stack}/clickhouse`, name: 'DiskUsed', dimensions: {} }
  const bucket = names.backupBucket(accountId, aws.session.region)
  return [
    { subject: 'ClickHouse disk', run: async () => [judgeDisk(await readMetric(aws, disk, now))] },
    service('clickhouse'),
    ...checks,
    { subject: 'ClickHouse backups', run: async () => [judgeBackups(await listBackups(aws, bucket), now)] },
    cost,
  ]
}

function serviceCheck(stack: string, component: Component, aws: AwsConnection): Check {
  const names = stackNames(stack)
  const cluster = new Cluster(names.cluster, aws)
  const read = () => readService(cluster, component, names.service(component))
  return {
    subject: `Service ${component}`,
    run: async () => [judgeService(stack, component, await read())],
  }
}

async function checkQueues({ stack, now }: RunningStack, aws: AwsConnection): Promise<Finding[]> {
  const waiting = (queue: string): Promise<number | undefined> => {
    const name = `langfuse.queue.${queue}.depth.shard_all.type_waiting`
    return readMetric(aws, { namespace: 'Langfuse', name, dimensions: {} }, now)
  }
  const dimensions = { CacheClusterId: `${stackNames(stack).valkey}-001` }
  const memory = { namespace: 'AWS/ElastiCache', name: 'DatabaseMemoryUsagePercentage', dimensions }
  const placement = await placementOf('valkey', stack, { aws })
  return judgeQueues({
    placement,
    memory: placement === 'stack' ? await readMetric(aws, memory, now) : undefined,
    waiting: { ingestion: await waiting('ingestion'), otel_ingestion: await waiting('otel_ingestion') },
  })
}

async function checkExternal(store: 'postgres', stack: string, aws: AwsConnection): Promise<Finding[]> {
  if ((await placementOf(store, stack, { aws })) !== 'external') return []
  return [ok('PostgreSQL', 'does not belong to the stack (postgres_external), so it is not checked')]
}

async function readService(
  cluster: Cluster,
  component: Component,
  name: string,
): Promise<ServiceFacts | undefined> {
  const state = await cluster.findService(name)
  if (state === undefined) return undefined
  return { ...state, component, stopReasons: await cluster.stopReasons(name) }
}

/** Returns the components that a stack has. Empty before the first apply. */
export async function findComponents(stack: string, aws: AwsConnection): Promise<Component[]> {
  const names = stackNames(stack)
  const cluster = new Cluster(names.cluster, aws)
  const found: Component[] = []
  for (const component of COMPONENTS)
    if ((await cluster.findService(names.service(component))) !== undefined) found.push(component)
  return found
}
