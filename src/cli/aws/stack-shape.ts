import type { EC2Client, Filter } from '@aws-sdk/client-ec2'
import { EMPTY_SHAPE, INCLUDED_IOPS, INCLUDED_THROUGHPUT, type StackShape } from '../../cost/shape'
import { type Component, stackNames } from '../names'
import { type AwsConnection, callAws, callUnless } from './connection'

interface RunningStack {
  readonly stack: string
  readonly components: readonly Component[]
}

/** Custom metrics: disk, backups and dropped rows. */
const METRICS = 3

/** Reads the parts of a running stack that have a fixed price. */
export async function readStackShape(
  { stack, components }: RunningStack,
  aws: AwsConnection,
): Promise<StackShape> {
  const [tasks, machines, databases, caches, secrets, alarms] = await Promise.all([
    readTasks({ stack, components }, aws),
    readMachines(stack, aws),
    readDatabases(stack, aws),
    readCaches(stack, aws),
    countSecrets(stack, aws),
    countAlarms(stack, aws),
  ])
  return {
    ...EMPTY_SHAPE,
    ...machines,
    tasks,
    databases: databases.map(({ acus, instances }) => ({ name: 'Aurora', acus, instances })),
    caches,
    // Only tasks with network interfaces of their own find ClickHouse by name.
    privateZones: components.includes('clickhouse') && tasks.length > 0 ? 1 : 0,
    // Aurora's master password is a secret of RDS.
    secrets: secrets + databases.length,
    alarms,
    metrics: METRICS,
  }
}

/** Services on Fargate. Those on the stack's own instances have no price. */
async function readTasks(
  { stack, components }: RunningStack,
  aws: AwsConnection,
): Promise<StackShape['tasks']> {
  const ecs = await import('@aws-sdk/client-ecs')
  const client = new ecs.ECSClient(await aws.settings('ECS'))
  const names = components.map((component) => stackNames(stack).service(component))
  const { services = [] } = await callAws('ecs:DescribeServices', () =>
    client.send(new ecs.DescribeServicesCommand({ cluster: stackNames(stack).cluster, services: names })),
  )
  return Promise.all(
    services
      .filter(({ launchType }) => launchType === 'FARGATE')
      .map(async ({ serviceName = '', taskDefinition, desiredCount = 0 }) => {
        const found = await callAws('ecs:DescribeTaskDefinition', () =>
          client.send(new ecs.DescribeTaskDefinitionCommand({ taskDefinition })),
        )
        const { cpu, memory } = found.taskDefinition ?? {}
        return { name: serviceName, cpuUnits: Number(cpu), memoryMib: Number(memory), count: desiredCount }
      }),
  )
}

type Machines = Pick<StackShape, 'instances' | 'volumes' | 'loadBalancers' | 'natGateways' | 'ipv4Addresses'>

async function readMachines(stack: string, aws: AwsConnection): Promise<Machines> {
  const ec2 = await import('@aws-sdk/client-ec2')
  const client = new ec2.EC2Client(await aws.settings('EC2'))
  const tag: Filter = { Name: 'tag:stack', Values: [stack] }
  const running: Filter = { Name: 'instance-state-name', Values: ['pending', 'running'] }
  const { Reservations = [] } = await callAws('ec2:DescribeInstances', () =>
    client.send(new ec2.DescribeInstancesCommand({ Filters: [tag, running] })),
  )
  const { Volumes = [] } = await callAws('ec2:DescribeVolumes', () =>
    client.send(new ec2.DescribeVolumesCommand({ Filters: [tag] })),
  )
  const { NatGateways = [] } = await callAws('ec2:DescribeNatGateways', () =>
    client.send(
      new ec2.DescribeNatGatewaysCommand({
        Filter: [tag, { Name: 'state', Values: ['pending', 'available'] }],
      }),
    ),
  )
  const balancer = await readLoadBalancer(stack, client)
  const instances = Reservations.flatMap(({ Instances = [] }) => Instances)
  const addresses = NatGateways.flatMap(({ NatGatewayAddresses = [] }) => NatGatewayAddresses)
  return {
    instances: instances.map(({ InstanceType = '' }) => ({ name: 'EC2', type: InstanceType, count: 1 })),
    volumes: Volumes.map(({ Size = 0, Iops = INCLUDED_IOPS, Throughput = INCLUDED_THROUGHPUT }) => ({
      name: 'Volume',
      gib: Size,
      iops: Iops,
      throughput: Throughput,
    })),
    loadBalancers: balancer.count,
    natGateways: NatGateways.length,
    ipv4Addresses:
      addresses.length +
      balancer.addresses +
      instances.filter(({ PublicIpAddress }) => PublicIpAddress !== undefined).length,
  }
}

/** A load balancer has a network interface in each zone, whose description names it. */
async function readLoadBalancer(
  stack: string,
  client: EC2Client,
): Promise<{ readonly count: number; readonly addresses: number }> {
  const { DescribeNetworkInterfacesCommand } = await import('@aws-sdk/client-ec2')
  const name: Filter = { Name: 'description', Values: [`ELB app/${stack}/*`] }
  const { NetworkInterfaces = [] } = await callAws('ec2:DescribeNetworkInterfaces', () =>
    client.send(new DescribeNetworkInterfacesCommand({ Filters: [name] })),
  )
  const isPublic = NetworkInterfaces.filter(({ Association }) => Association?.PublicIp !== undefined)
  return { count: NetworkInterfaces.length > 0 ? 1 : 0, addresses: isPublic.length }
}

async function readDatabases(
  stack: string,
  aws: AwsConnection,
): Promise<{ readonly acus: number; readonly instances: number }[]> {
  const { RDSClient, DescribeDBClustersCommand } = await import('@aws-sdk/client-rds')
  const client = new RDSClient(await aws.settings('RDS'))
  const found = await callUnless(['DBClusterNotFoundFault'], 'rds:DescribeDBClusters', () =>
    client.send(new DescribeDBClustersCommand({ DBClusterIdentifier: stackNames(stack).postgres })),
  )
  return (found?.DBClusters ?? []).map(({ ServerlessV2ScalingConfiguration, DBClusterMembers = [] }) => ({
    acus: ServerlessV2ScalingConfiguration?.MinCapacity ?? 0,
    instances: DBClusterMembers.length,
  }))
}

async function readCaches(stack: string, aws: AwsConnection): Promise<StackShape['caches']> {
  const { ElastiCacheClient, DescribeReplicationGroupsCommand } = await import('@aws-sdk/client-elasticache')
  const client = new ElastiCacheClient(await aws.settings('ELASTICACHE'))
  const found = await callUnless(
    ['ReplicationGroupNotFoundFault'],
    'elasticache:DescribeReplicationGroups',
    () => client.send(new DescribeReplicationGroupsCommand({ ReplicationGroupId: stackNames(stack).valkey })),
  )
  return (found?.ReplicationGroups ?? []).map(({ CacheNodeType = '', MemberClusters = [] }) => ({
    name: 'Valkey',
    type: CacheNodeType,
    count: MemberClusters.length,
  }))
}

async function countSecrets(stack: string, aws: AwsConnection): Promise<number> {
  const { SecretsManagerClient, paginateListSecrets } = await import('@aws-sdk/client-secrets-manager')
  const client = new SecretsManagerClient(await aws.settings('SECRETS_MANAGER'))
  const prefix = stackNames(stack).secret('')
  let count = 0
  await callAws('secretsmanager:ListSecrets', async () => {
    const Filters = [{ Key: 'name' as const, Values: [prefix] }]
    for await (const { SecretList = [] } of paginateListSecrets({ client }, { Filters }))
      count += SecretList.length
  })
  return count
}

async function countAlarms(stack: string, aws: AwsConnection): Promise<number> {
  const { CloudWatchClient, paginateDescribeAlarms } = await import('@aws-sdk/client-cloudwatch')
  const client = new CloudWatchClient(await aws.settings('CLOUDWATCH'))
  let count = 0
  await callAws('cloudwatch:DescribeAlarms', async () => {
    const AlarmNamePrefix = stackNames(stack).alarmPrefix
    for await (const { MetricAlarms = [] } of paginateDescribeAlarms({ client }, { AlarmNamePrefix }))
      count += MetricAlarms.length
  })
  return count
}
