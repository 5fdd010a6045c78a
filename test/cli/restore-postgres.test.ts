import {
  ApplicationAutoScalingClient,
  DescribeScalableTargetsCommand,
  RegisterScalableTargetCommand,
} from '@aws-sdk/client-application-auto-scaling'
import { DescribeServicesCommand, ECSClient } from '@aws-sdk/client-ecs'
import {
  AddTagsToResourceCommand,
  CreateDBClusterCommand,
  CreateDBInstanceCommand,
  DescribeDBClustersCommand,
  DescribeDBInstancesCommand,
  RDSClient,
} from '@aws-sdk/client-rds'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type DbCluster, type DbInstance, nextStep } from '../../src/cli/restore/postgres-step'
import { motoIsMissing } from '../../testkit/moto/moto'
import { runCli } from './cli'
import { LocalEcs } from './local-ecs'
import { Postgres, postgresIsMissing } from './postgres'

const NAMES = { current: 'langfuse-postgres', previous: 'langfuse-postgres-before-20261125025500' }
const { current, previous } = NAMES

const cluster = (status = 'available', secret?: string): DbCluster => ({
  status,
  hasMasterSecret: secret !== undefined,
  masterSecretStatus: secret,
})
const instance = (id: string, status = 'available'): DbInstance => ({
  id,
  cluster: id.replace(/-\d$/, ''),
  status,
})

describe('the next step of a restore', () => {
  test.each([
    [
      'starts with the name',
      { [current]: cluster() },
      [instance(`${current}-1`)],
      { kind: 'rename-cluster' },
    ],
    [
      'waits while RDS renames',
      { [current]: cluster('renaming') },
      [],
      { kind: 'wait', for: `${current}, which is renaming` },
    ],
    [
      'waits while RDS shows neither name',
      {},
      [],
      { kind: 'wait', for: `the cluster ${current} or ${previous}, which RDS does not show` },
    ],
    [
      'waits for the new name',
      { [previous]: cluster('renaming') },
      [instance(`${current}-1`)],
      { kind: 'wait', for: `${previous}, which is renaming` },
    ],
    [
      'renames an instance',
      { [previous]: cluster() },
      [instance(`${current}-1`)],
      { kind: 'rename-instance', from: `${current}-1`, to: `${previous}-1` },
    ],
    [
      'renames every instance',
      { [previous]: cluster() },
      [instance(`${previous}-1`), instance(`${current}-2`)],
      { kind: 'rename-instance', from: `${current}-2`, to: `${previous}-2` },
    ],
    [
      'waits for a renamed instance',
      { [previous]: cluster() },
      [instance(`${previous}-1`, 'renaming')],
      { kind: 'wait', for: `${previous}-1, which is renaming` },
    ],
    [
      'restores once the names are free',
      { [previous]: cluster() },
      [instance(`${previous}-1`)],
      { kind: 'restore-cluster' },
    ],
    [
      'leaves the instances of earlier restores and of other stacks alone',
      { [previous]: cluster() },
      [
        instance(`${current}-before-20261101000000-1`, 'stopped'),
        instance(`${current}-postgres-1`, 'modifying'),
        instance(`${previous}-1`),
      ],
      { kind: 'restore-cluster' },
    ],
    [
      'creates no instances of earlier restores',
      { [previous]: cluster(), [current]: cluster('available', 'active') },
      [
        instance(`${previous}-1`),
        instance(`${previous}-before-20261101000000-1`),
        instance(`${current}-1`),
        instance(`${current}-before-20261101000000-1`, 'storage-full'),
      ],
      { kind: 'done' },
    ],
    [
      'waits for the restored cluster',
      { [previous]: cluster(), [current]: cluster('creating') },
      [instance(`${previous}-1`)],
      { kind: 'wait', for: `${current}, which is creating` },
    ],
    [
      'creates as many instances as there were',
      { [previous]: cluster(), [current]: cluster() },
      [instance(`${previous}-1`), instance(`${previous}-2`), instance(`${current}-1`, 'creating')],
      { kind: 'create-instance', id: `${current}-2`, like: `${previous}-2` },
    ],
    [
      'waits for the instances',
      { [previous]: cluster(), [current]: cluster() },
      [instance(`${previous}-1`), instance(`${current}-1`, 'configuring-enhanced-monitoring')],
      { kind: 'wait', for: `${current}-1, which is configuring-enhanced-monitoring` },
    ],
    [
      'creates the master secret',
      { [previous]: cluster(), [current]: cluster() },
      [instance(`${previous}-1`), instance(`${current}-1`)],
      { kind: 'create-master-secret' },
    ],
    [
      'waits for the master secret',
      { [previous]: cluster(), [current]: cluster('available', 'creating') },
      [instance(`${previous}-1`), instance(`${current}-1`)],
      { kind: 'wait', for: 'the secret of the master user, which is creating' },
    ],
    [
      'is done',
      { [previous]: cluster(), [current]: cluster('available', 'active') },
      [instance(`${previous}-1`), instance(`${current}-1`)],
      { kind: 'done' },
    ],
    [
      'stops at a cluster that RDS gave up',
      { [previous]: cluster(), [current]: cluster('restore-error') },
      [],
      { kind: 'failed', cause: `the cluster ${current} is restore-error` },
    ],
    [
      'stops at an instance that RDS gave up',
      { [previous]: cluster(), [current]: cluster() },
      [instance(`${previous}-1`), instance(`${current}-1`, 'incompatible-network')],
      { kind: 'failed', cause: `the instance ${current}-1 is incompatible-network` },
    ],
  ])('%s', (_, clusters: Record<string, DbCluster>, instances, step) => {
    expect(nextStep({ clusters: new Map(Object.entries(clusters)), instances }, NAMES)).toEqual(step)
  })
})

const missing = motoIsMissing() ?? postgresIsMissing()

;(missing === undefined ? describe : describe.skip)(
  `restore postgres (${missing ?? 'moto, PostgreSQL'})`,
  () => {
    let ecs: LocalEcs
    let postgres: Postgres
    let rds: RDSClient

    beforeAll(async () => {
      ;[ecs, postgres] = await Promise.all([LocalEcs.start(), Postgres.start('secret')])
      rds = new RDSClient(ecs.settings)
      await ecs.createService('web')
      await ecs.createService('worker', postgres.environment('secret'))
      const scaling = new ApplicationAutoScalingClient(ecs.settings)
      for (const [component, MinCapacity] of [
        ['web', 2],
        ['worker', 3],
      ] as const)
        await scaling.send(
          new RegisterScalableTargetCommand({
            ServiceNamespace: 'ecs',
            ResourceId: `service/langfuse/langfuse-${component}`,
            ScalableDimension: 'ecs:service:DesiredCount',
            MinCapacity,
            MaxCapacity: 6,
          }),
        )
      await createCluster(rds)
      const table = 'CREATE TABLE projects AS SELECT now() AS created_at FROM generate_series(1, 3)'
      expect(await runCli(['query', 'postgres', table, '--write'], ecs)).toMatchObject({ error: '' })
    }, 120_000)
    beforeEach(() => {
      ecs.rewrite = (_, answer) => answer
    })
    afterAll(async () => {
      postgres.stop()
      await ecs.stop()
    })

    const restore = (sleep?: () => Promise<void>) =>
      runCli(['restore', 'postgres', '--to', '2026-11-25T02:55:00Z'], {
        url: ecs.url,
        ...(sleep && { sleep }),
      })

    const counts = async (): Promise<unknown[]> => {
      const names = ['langfuse-web', 'langfuse-worker']
      const { services } = await new ECSClient(ecs.settings).send(
        new DescribeServicesCommand({ cluster: 'langfuse', services: names }),
      )
      return services?.map(({ desiredCount }) => desiredCount) ?? []
    }

    test('refuses a time that cannot be restored, and changes nothing', async () => {
      const { error } = await restore()
      // moto's cluster can be restored from its creation on.
      expect(error).toMatch(
        /^--to 2026-11-25T02:55:00\.000Z is outside of the range that can be restored: \S+Z to \S+Z\. Nothing was changed\.$/,
      )
      expect(await counts()).toEqual([1, 1])
    })

    test('continues after an interruption in the states that AWS goes through', async () => {
      const delays = new Delays()
      ecs.rewrite = (operation, answer) => delays.rewrite(operation, withLongRetention(answer))
      let sleeps = 0
      const interrupted = await restore(() => {
        sleeps += 1
        return sleeps === 9
          ? Promise.reject(Object.assign(new Error('interrupted'), { reason: 'cancelled' }))
          : Promise.resolve()
      })
      expect(interrupted.error).toBe('interrupted')
      expect(interrupted.progress).toContain(`Renaming the cluster to ${previous}`)
      expect(await counts()).toEqual([0, 0])
      expect(interrupted.progress.at(-1)).toBe(
        'web and worker stay stopped, because the data is not complete. Run the same command again: it continues. langfuse-deploy restore postgres --to 2026-11-25T02:55:00.000Z --stack langfuse --region eu-central-1',
      )
      const other = await runCli(['restore', 'postgres', '--to', '2026-11-25T02:00:00Z'], ecs)
      expect(other.error).toBe(
        `A restore to 2026-11-25T02:55:00Z is unfinished: the previous data is in ${previous}. Nothing was changed. Finish it first: langfuse-deploy restore postgres --to 2026-11-25T02:55:00Z, with the same --stack and --region.`,
      )

      const { output, progress, error } = await restore()
      expect(error).toBe('')
      const texts = [...interrupted.progress, ...progress]
      const expected = [
        'Stopping web',
        'Stopping worker',
        `Waiting for ${previous}, which is renaming`,
        `Waiting for the cluster ${current} or ${previous}, which RDS does not show`,
        `Renaming the instance ${current}-1 to ${previous}-1`,
        `Waiting for ${previous}-1, which is renaming`,
        `Restoring ${current}`,
        `Waiting for ${current}, which is creating`,
        `Creating the instance ${current}-1`,
        `Creating the instance ${current}-2`,
        `Waiting for ${current}-1, which is backing-up`,
        'Starting worker',
      ]
      expect(expected.filter((text) => !texts.includes(text))).toEqual([])
      // No step is repeated while RDS still carries it out.
      const changes = texts.filter((text) => /^(?:Renaming|Restoring|Creating)/.test(text))
      expect(changes).toEqual([...new Set(changes)])
      expect(output[0]).toMatch(
        /^Restored langfuse-postgres to 2026-11-25T02:55:00\.000Z\. It has 3 projects; the newest is of \d{4}-/,
      )
      expect(await counts()).toEqual([2, 3])
      const { ScalableTargets } = await new ApplicationAutoScalingClient(ecs.settings).send(
        new DescribeScalableTargetsCommand({ ServiceNamespace: 'ecs' }),
      )
      expect(
        ScalableTargets?.map(({ SuspendedState }) => SuspendedState?.DynamicScalingOutSuspended),
      ).toEqual([false, false])
    }, 60_000)

    test('the new cluster has the settings, tags and instances of the old one', async () => {
      const { DBClusters } = await rds.send(new DescribeDBClustersCommand({ DBClusterIdentifier: current }))
      expect(DBClusters).toMatchObject([
        {
          DeletionProtection: true,
          CopyTagsToSnapshot: true,
          ServerlessV2ScalingConfiguration: { MinCapacity: 0.5, MaxCapacity: 4 },
          MasterUserSecret: { SecretStatus: 'active' },
          TagList: [{ Key: 'stack', Value: 'langfuse' }],
        },
      ])
      const { DBInstances } = await rds.send(new DescribeDBInstancesCommand({}))
      expect(
        DBInstances?.map(({ DBInstanceIdentifier, DBClusterIdentifier, DBInstanceClass }) => [
          DBInstanceIdentifier,
          DBClusterIdentifier,
          DBInstanceClass,
        ]).sort(),
      ).toEqual([
        [`${current}-1`, current, 'db.serverless'],
        [`${current}-2`, current, 'db.serverless'],
        [`${previous}-1`, expect.any(String), 'db.serverless'],
        [`${previous}-2`, expect.any(String), 'db.serverless'],
      ])
    })

    test('the same command again changes nothing, and says so', async () => {
      ecs.rewrite = (_, answer) => withLongRetention(answer)
      const { error, progress, output } = await restore()
      expect(error).toBe('')
      expect(progress).toEqual([])
      expect(output).toEqual([
        `${current} was restored to 2026-11-25T02:55:00.000Z by an earlier run, and Langfuse uses it. Nothing was changed. To restore to this time again, delete ${current} and its instances with a final snapshot, then run the same command: it restores from ${previous}.`,
      ])
    })

    test('starts web and worker if they do not stop, before anything is changed', async () => {
      let isStopping = false
      ecs.rewrite = (operation, answer) => {
        isStopping ||= operation === 'UpdateService'
        return isStopping && operation === 'DescribeServices' && !isStarted()
          ? answer.replaceAll(/"runningCount": *\d+/g, '"runningCount": 3')
          : withLongRetention(answer)
      }
      let updates = 0
      const isStarted = (): boolean => updates > 2
      ecs.answer = (operation) => {
        if (operation === 'UpdateService') updates += 1
        return undefined
      }
      const { error } = await runCli(['restore', 'postgres', '--to', '2026-11-25T02:00:00Z'], {
        url: ecs.url,
        sleep: () => Promise.resolve(),
      })
      ecs.answer = () => undefined
      expect(error).toContain('web did not reach its number of tasks in 20 min')
      expect(await counts()).toEqual([2, 3])
    })
  },
)

async function createCluster(rds: RDSClient): Promise<void> {
  const { DBCluster } = await rds.send(
    new CreateDBClusterCommand({
      DBClusterIdentifier: current,
      Engine: 'aurora-postgresql',
      EngineMode: 'provisioned',
      MasterUsername: 'postgres',
      ManageMasterUserPassword: true,
      DeletionProtection: true,
      CopyTagsToSnapshot: true,
      ServerlessV2ScalingConfiguration: { MinCapacity: 0.5, MaxCapacity: 4 },
    }),
  )
  await rds.send(
    new AddTagsToResourceCommand({
      ResourceName: DBCluster?.DBClusterArn,
      Tags: [{ Key: 'stack', Value: 'langfuse' }],
    }),
  )
  for (const number of [1, 2])
    await rds.send(
      new CreateDBInstanceCommand({
        DBInstanceIdentifier: `${current}-${number}`,
        DBClusterIdentifier: current,
        DBInstanceClass: 'db.serverless',
        Engine: 'aurora-postgresql',
      }),
    )
}

/** Lets the cluster be restored to a time before the test. */
const withLongRetention = (answer: string): string =>
  answer.replace(/<EarliestRestorableTime>[^<]*</, '<EarliestRestorableTime>2026-11-20T00:00:00Z<')

/** Shows the states that RDS goes through and moto skips: each change is visible only some answers later. */
class Delays {
  private readonly pending = new Map<string, string[]>()

  rewrite(operation: string, answer: string): string {
    if (
      ['ModifyDBCluster', 'ModifyDBInstance', 'RestoreDBClusterToPointInTime', 'CreateDBInstance'].includes(
        operation,
      )
    )
      this.start(operation, answer)
    if (operation === 'DescribeDBClusters') return this.show(answer, 'DBCluster', 'Status')
    if (operation === 'DescribeDBInstances') return this.show(answer, 'DBInstance', 'DBInstanceStatus')
    return answer
  }

  private start(operation: string, answer: string): void {
    const name = operation.endsWith('Instance') ? 'DBInstanceIdentifier' : 'DBClusterIdentifier'
    const id = new RegExp(`<${name}>([^<]+)<`).exec(answer)?.[1] ?? ''
    const states: Record<string, string[]> = {
      ModifyDBCluster: ['hidden', 'renaming', 'renaming'],
      ModifyDBInstance: ['renaming', 'renaming'],
      RestoreDBClusterToPointInTime: ['creating', 'creating', 'creating'],
      CreateDBInstance: ['creating', 'creating', 'backing-up', 'backing-up'],
    }
    this.pending.set(id, [...(states[operation] ?? [])])
  }

  private show(answer: string, element: string, statusTag: string): string {
    return answer.replace(new RegExp(`<${element}>.*?</${element}>`, 'gs'), (one) => {
      const id = new RegExp(`<${element}Identifier>([^<]+)<`).exec(one)?.[1] ?? ''
      const state = this.pending.get(id)?.shift()
      if (state === undefined) return one
      return state === 'hidden'
        ? ''
        : one.replace(new RegExp(`<${statusTag}>[^<]*<`), `<${statusTag}>${state}<`)
    })
  }
}
