import {
  CreateReplicationGroupCommand,
  DecreaseReplicaCountCommand,
  DescribeCacheClustersCommand,
  DescribeReplicationGroupsCommand,
  ElastiCacheClient,
  IncreaseReplicaCountCommand,
} from '@aws-sdk/client-elasticache'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Moto, motoIsMissing, NO_REGISTRY } from '../../testkit/moto/moto'

const missing = motoIsMissing()
const when = missing === undefined ? test : test.skip

let moto: Moto

beforeAll(async () => {
  if (missing === undefined) moto = await Moto.start({ ...NO_REGISTRY, shims: true })
}, 60_000)

afterAll(async () => {
  if (missing === undefined) await moto.stop()
})

when('the number of replicas of Valkey can be changed in the local AWS', async () => {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
  const client = new ElastiCacheClient({ region: 'eu-central-1', endpoint: moto.url, credentials })
  const ReplicationGroupId = 'langfuse-valkey'
  const members = async (): Promise<readonly string[]> => {
    const { ReplicationGroups } = await client.send(
      new DescribeReplicationGroupsCommand({ ReplicationGroupId }),
    )
    expect(
      ReplicationGroups?.[0]?.NodeGroups?.[0]?.NodeGroupMembers?.map(({ CacheClusterId }) => CacheClusterId),
    ).toEqual(ReplicationGroups?.[0]?.MemberClusters)
    // The provider waits until the list contains all members.
    const { CacheClusters = [] } = await client.send(new DescribeCacheClustersCommand({}))
    expect(CacheClusters.map(({ CacheClusterId }) => CacheClusterId)).toEqual(
      ReplicationGroups?.[0]?.MemberClusters,
    )
    return ReplicationGroups?.[0]?.MemberClusters ?? []
  }
  const create = {
    ReplicationGroupId,
    ReplicationGroupDescription: 'queue',
    Engine: 'valkey',
    NumCacheClusters: 1,
  }
  await client.send(new CreateReplicationGroupCommand(create))
  expect(await members()).toEqual(['langfuse-valkey-001'])
  const change = { ReplicationGroupId, ApplyImmediately: true }
  await client.send(new IncreaseReplicaCountCommand({ ...change, NewReplicaCount: 1 }))
  expect(await members()).toEqual(['langfuse-valkey-001', 'langfuse-valkey-002'])
  await client.send(new DecreaseReplicaCountCommand({ ...change, NewReplicaCount: 0 }))
  expect(await members()).toEqual(['langfuse-valkey-001'])
})
