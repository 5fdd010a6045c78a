import type { RDSClient } from '@aws-sdk/client-rds'
import { type AwsConnection, callAws } from '../aws/connection'
import { stackNames } from '../names'
import type { CliRuntime } from '../runtime'
import { CommandFailed } from '../error'
import { requireRehearsalName } from './rehearse'

const POLL_MS = 15_000
const MAX_POLLS = 120

/**
 * Deletes the Aurora clusters that restores have kept, with their instances and without final snapshots. Terraform does not
 * know them, and they use the subnet group and the security group of the stack.
 */
export async function deletePreviousClusters(stack: string, runtime: CliRuntime): Promise<void> {
  requireRehearsalName(stack)
  const prefix = `${stackNames(stack).postgres}-before-`
  const clusters = new Clusters(prefix, runtime.aws)
  const found = await clusters.names()
  for (const name of found) {
    runtime.progress(`Deleting ${name}`)
    await clusters.delete(name)
  }
  for (let polls = 0; (await clusters.names()).length > 0; polls += 1) {
    if (polls >= MAX_POLLS)
      throw new CommandFailed(
        `RDS has not deleted ${found.join(', ')} in ${(MAX_POLLS * POLL_MS) / 60_000} min. Run the same command again.`,
      )
    await runtime.clock.sleep(POLL_MS)
  }
  runtime.print(found.length === 0 ? `No cluster ${prefix}… exists.` : `Deleted ${found.join(', ')}.`)
}

class Clusters {
  constructor(
    private readonly prefix: string,
    private readonly aws: AwsConnection,
  ) {}

  async names(): Promise<string[]> {
    const { paginateDescribeDBClusters } = await import('@aws-sdk/client-rds')
    const client = await this.client()
    const names: string[] = []
    await callAws('rds:DescribeDBClusters', async () => {
      for await (const { DBClusters = [] } of paginateDescribeDBClusters({ client }, {}))
        names.push(...DBClusters.map(({ DBClusterIdentifier = '' }) => DBClusterIdentifier))
    })
    return names.filter((name) => name.startsWith(this.prefix))
  }

  async delete(DBClusterIdentifier: string): Promise<void> {
    const rds = await import('@aws-sdk/client-rds')
    const client = await this.client()
    const Filters = [{ Name: 'db-cluster-id', Values: [DBClusterIdentifier] }]
    const { DBInstances = [] } = await callAws('rds:DescribeDBInstances', () =>
      client.send(new rds.DescribeDBInstancesCommand({ Filters })),
    )
    for (const { DBInstanceIdentifier, DBInstanceStatus } of DBInstances)
      if (DBInstanceStatus !== 'deleting')
        await callAws('rds:DeleteDBInstance', () =>
          client.send(new rds.DeleteDBInstanceCommand({ DBInstanceIdentifier, SkipFinalSnapshot: true })),
        )
    await callAws('rds:DeleteDBCluster', () =>
      client.send(new rds.DeleteDBClusterCommand({ DBClusterIdentifier, SkipFinalSnapshot: true })),
    )
  }

  private async client(): Promise<RDSClient> {
    const { RDSClient } = await import('@aws-sdk/client-rds')
    return new RDSClient(await this.aws.settings('RDS'))
  }
}
