import type { DBCluster, DBInstance, RDSClient } from '@aws-sdk/client-rds'
import { CommandFailed } from '../error'
import {
  isKeptName,
  keptTime,
  type RestoreNames,
  type RestoreState,
  type RestoreStep,
} from '../restore/postgres-step'
import { type AwsConnection, callAws, callUnless } from './connection'

/** The database changed since it was read, or RDS does not show a change yet: the next look decides. */
const OVERTAKEN = [
  'DBClusterAlreadyExistsFault',
  'DBClusterNotFoundFault',
  'DBInstanceAlreadyExists',
  'DBInstanceAlreadyExistsFault',
  'DBInstanceNotFound',
  'DBInstanceNotFoundFault',
  'InvalidDBClusterStateFault',
  'InvalidDBInstanceState',
  'InvalidDBInstanceStateFault',
]

/** The Aurora clusters of a restore. */
export class RestorableCluster {
  constructor(
    private readonly aws: AwsConnection,
    readonly names: RestoreNames,
    private readonly time: Date,
  ) {}

  async state(): Promise<RestoreState> {
    const clusters = (
      await Promise.all([this.names.current, this.names.previous].map((name) => this.cluster(name)))
    ).flat()
    const instances = await this.instances()
    return {
      clusters: new Map(
        clusters.map((cluster) => [
          cluster.DBClusterIdentifier ?? '',
          {
            status: cluster.Status ?? '',
            hasMasterSecret: cluster.MasterUserSecret?.SecretArn !== undefined,
            masterSecretStatus: cluster.MasterUserSecret?.SecretStatus,
          },
        ]),
      ),
      instances: instances.map((instance) => ({
        id: instance.DBInstanceIdentifier ?? '',
        cluster: instance.DBClusterIdentifier ?? '',
        status: instance.DBInstanceStatus ?? '',
      })),
    }
  }

  /**
   * Returns the range of times that can be restored. Undefined once the restore has started.
   *
   * @throws CommandFailed if the cluster does not exist, or a restore to another time is unfinished
   */
  async restorable(): Promise<{ readonly earliest: Date; readonly latest: Date } | undefined> {
    if ((await this.cluster(this.names.previous)).length > 0) return undefined
    const [cluster] = await this.cluster(this.names.current)
    await this.refuseUnfinished(cluster)
    if (cluster === undefined)
      throw new CommandFailed(`The cluster ${this.names.current} does not exist. Check --stack and --region.`)
    const { EarliestRestorableTime: earliest, LatestRestorableTime: latest } = cluster
    return earliest === undefined || latest === undefined ? undefined : { earliest, latest }
  }

  /** The newest cluster that was kept belongs to the last restore. That is unfinished while its new cluster is not complete. */
  private async refuseUnfinished(cluster: DBCluster | undefined): Promise<void> {
    const isComplete =
      cluster?.MasterUserSecret !== undefined &&
      (await this.instances()).some((one) => one.DBClusterIdentifier === this.names.current)
    if (isComplete) return
    const [last] = (await this.previousClusters()).sort(
      (a, b) => (b.ClusterCreateTime?.getTime() ?? 0) - (a.ClusterCreateTime?.getTime() ?? 0),
    )
    if (last?.DBClusterIdentifier === undefined) return
    const time = keptTime(last.DBClusterIdentifier)
    throw new CommandFailed(
      `A restore to ${time} is unfinished: the previous data is in ${last.DBClusterIdentifier}. Nothing was changed. Finish it first: langfuse-deploy restore postgres --to ${time}, with the same --stack and --region.`,
    )
  }

  private async previousClusters(): Promise<DBCluster[]> {
    const { paginateDescribeDBClusters } = await import('@aws-sdk/client-rds')
    const client = await this.client()
    const found: DBCluster[] = []
    await callAws('rds:DescribeDBClusters', async () => {
      for await (const { DBClusters = [] } of paginateDescribeDBClusters({ client }, {}))
        found.push(...DBClusters)
    })
    return found.filter(({ DBClusterIdentifier = '' }) => isKeptName(DBClusterIdentifier, this.names.current))
  }

  /** Carries out a step that changes something. */
  async change(step: RestoreStep): Promise<void> {
    const client = await this.client()
    const rds = await import('@aws-sdk/client-rds')
    const { current, previous } = this.names
    const ApplyImmediately = true
    switch (step.kind) {
      case 'rename-cluster': {
        const input = { DBClusterIdentifier: current, NewDBClusterIdentifier: previous, ApplyImmediately }
        await attempt('rds:ModifyDBCluster', () => client.send(new rds.ModifyDBClusterCommand(input)))
        return
      }
      case 'rename-instance': {
        const input = { DBInstanceIdentifier: step.from, NewDBInstanceIdentifier: step.to, ApplyImmediately }
        await attempt('rds:ModifyDBInstance', () => client.send(new rds.ModifyDBInstanceCommand(input)))
        return
      }
      case 'restore-cluster':
        return this.restore(client)
      case 'create-instance':
        return this.createInstance(client, step.id, step.like)
      case 'create-master-secret': {
        const input = { DBClusterIdentifier: current, ManageMasterUserPassword: true, ApplyImmediately }
        await attempt('rds:ModifyDBCluster', () => client.send(new rds.ModifyDBClusterCommand(input)))
        return
      }
      case 'wait':
      case 'done':
      case 'failed':
        return
    }
  }

  private async restore(client: RDSClient): Promise<void> {
    const { RestoreDBClusterToPointInTimeCommand } = await import('@aws-sdk/client-rds')
    const [old] = await this.cluster(this.names.previous)
    if (old === undefined) return
    const scaling = old.ServerlessV2ScalingConfiguration
    await attempt('rds:RestoreDBClusterToPointInTime', () =>
      client.send(
        new RestoreDBClusterToPointInTimeCommand({
          DBClusterIdentifier: this.names.current,
          SourceDBClusterIdentifier: this.names.previous,
          RestoreToTime: this.time,
          DBSubnetGroupName: old.DBSubnetGroup,
          DBClusterParameterGroupName: old.DBClusterParameterGroup,
          VpcSecurityGroupIds: old.VpcSecurityGroups?.map(
            ({ VpcSecurityGroupId = '' }) => VpcSecurityGroupId,
          ),
          EnableCloudwatchLogsExports: old.EnabledCloudwatchLogsExports,
          CopyTagsToSnapshot: old.CopyTagsToSnapshot,
          DeletionProtection: old.DeletionProtection,
          Tags: old.TagList,
          ...(scaling && {
            ServerlessV2ScalingConfiguration: {
              MinCapacity: scaling.MinCapacity,
              MaxCapacity: scaling.MaxCapacity,
            },
          }),
        }),
      ),
    )
  }

  private async createInstance(client: RDSClient, id: string, like: string): Promise<void> {
    const { CreateDBInstanceCommand } = await import('@aws-sdk/client-rds')
    const old = (await this.instances()).find(({ DBInstanceIdentifier }) => DBInstanceIdentifier === like)
    await attempt('rds:CreateDBInstance', () =>
      client.send(
        new CreateDBInstanceCommand({
          DBInstanceIdentifier: id,
          DBClusterIdentifier: this.names.current,
          DBInstanceClass: old?.DBInstanceClass,
          Engine: old?.Engine,
          AutoMinorVersionUpgrade: old?.AutoMinorVersionUpgrade,
          CopyTagsToSnapshot: old?.CopyTagsToSnapshot,
          EnablePerformanceInsights: old?.PerformanceInsightsEnabled,
          Tags: old?.TagList,
        }),
      ),
    )
  }

  private async cluster(id: string): Promise<DBCluster[]> {
    const { DescribeDBClustersCommand } = await import('@aws-sdk/client-rds')
    const client = await this.client()
    const found = await callUnless(['DBClusterNotFoundFault'], 'rds:DescribeDBClusters', () =>
      client.send(new DescribeDBClustersCommand({ DBClusterIdentifier: id })),
    )
    return found?.DBClusters ?? []
  }

  /** All instances of both clusters. */
  private async instances(): Promise<DBInstance[]> {
    const { paginateDescribeDBInstances } = await import('@aws-sdk/client-rds')
    const client = await this.client()
    const found: DBInstance[] = []
    await callAws('rds:DescribeDBInstances', async () => {
      for await (const { DBInstances = [] } of paginateDescribeDBInstances({ client }, {}))
        found.push(...DBInstances)
    })
    return found.filter(({ DBInstanceIdentifier = '' }) =>
      DBInstanceIdentifier.startsWith(`${this.names.current}-`),
    )
  }

  private async client(): Promise<RDSClient> {
    const { RDSClient } = await import('@aws-sdk/client-rds')
    return new RDSClient(await this.aws.settings('RDS'))
  }
}

const attempt = (action: string, call: () => Promise<unknown>): Promise<unknown> =>
  callUnless(OVERTAKEN, action, call)
