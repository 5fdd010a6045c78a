import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Moto, NO_REGISTRY } from '../../testkit/moto/moto'
import type { StepResult } from '../../testkit/runner/step'
import { StackEnvironment, stackEnvironmentIsMissing } from '../../testkit/runner/stack-environment'
import { WILDCARD_REASONS } from '../stack/wildcard-reasons'
import type { Resource } from '../stack/state'
import { checkStack } from '../stack/stack-checks'
import { inventory } from './inventory'
import { existingNetwork, plannedChanges, StackLife } from './stack-life'

const missing = stackEnvironmentIsMissing()
const MINUTE = 60_000

/** What a destroy leaves, as docs/operations.md says: what the data can be had back from. */
const OUTLIVES = [
  /^ec2 describe-snapshots: /,
  /^elasticache describe-snapshots: .*-valkey-final-/,
  /^rds describe-db-cluster-snapshots: .*-postgres-final-/,
]

/** One or other of the two steps failed: with its log, since a number says nothing. */
const expectDone = ({ exitCode, log }: StepResult): void => {
  expect({ exitCode, log: exitCode === 0 ? '' : log }).toEqual({ exitCode: 0, log: '' })
}

;(missing === undefined ? describe : describe.skip)(
  `the stack (${missing ?? 'applied to a local AWS'})`,
  () => {
    let moto: Moto
    const environments: StackEnvironment[] = []
    const lives: StackLife[] = []
    let before: string[]
    let deployed: readonly (readonly Resource[])[] = []

    const small = (): StackLife => lives[0] as StackLife
    /** Nothing that follows says anything about a stack that is not there, and a destroy would wait for minutes. */
    const needDeployed = (): void => {
      expect(deployed).toHaveLength(2)
    }
    const each = <T>(act: (life: StackLife) => Promise<T>): Promise<T[]> => Promise.all(lives.map(act))

    // Two stacks in one account and region at the same time: most of an apply is the provider's waiting.
    beforeAll(async () => {
      moto = await Moto.start({ ...NO_REGISTRY, shims: true })
      environments.push(await StackEnvironment.build(moto), await StackEnvironment.build(moto))
      const [one, other] = environments as [StackEnvironment, StackEnvironment]
      const bootstrap = await one.applyBootstrap([])
      await other.aws('route53', 'create-hosted-zone', '--name', 'example.org', '--caller-reference', 'test')
      const boundary = `permissions_boundary=${bootstrap['permissions_boundary'] ?? ''}`
      const medium = [
        'size=medium',
        `network=${await existingNetwork(other)}`,
        'domain={"name":"traces.example.org","zone_name":"example.org"}',
      ]
      lives.push(
        new StackLife(one, { name: 'langfuse', bootstrap, variables: [boundary] }),
        new StackLife(other, { name: 'langfuse-eu', bootstrap, variables: [boundary, ...medium] }),
      )
      before = await inventory(one)
    }, 5 * MINUTE)

    afterAll(async () => {
      await Promise.all(environments.map((environment) => environment.tearDown()))
      await moto.stop()
    }, MINUTE)

    test(
      'is deployed by one pull request: small with the domain of CloudFront, medium with its own and in an existing VPC',
      async () => {
        for (const { planned, applied } of await each((life) => life.deploy())) {
          expectDone(planned)
          expectDone(applied)
          expect(planned.outputs).toMatchObject({ 'has-changes': 'true', destroy: '0' })
        }
        deployed = await each((life) => life.resources())
      },
      10 * MINUTE,
    )

    test(
      'has nothing left to change',
      async () => {
        needDeployed()
        for (const again of await each((life) => life.planAgain())) {
          expectDone(again)
          expect({ changes: again.outputs['has-changes'], log: again.log }).toMatchObject({
            changes: 'false',
          })
        }
      },
      3 * MINUTE,
    )

    test(
      'opens no more than it must, encrypts what it keeps, and holds no secret',
      async () => {
        needDeployed()
        const secrets = await small().secrets()
        expect(secrets.length).toBeGreaterThanOrEqual(20)
        const faults = lives.map(({ name }, index) =>
          checkStack({ resources: deployed[index] ?? [], name, secrets, wildcards: WILDCARD_REASONS }),
        )
        expect(faults).toEqual([[], []])
      },
      2 * MINUTE,
    )

    test(
      'takes a new image with new task definitions, a migration and new tasks, and nothing else',
      async () => {
        needDeployed()
        await small().environment.release('langfuse', '3.225.12', 'ab'.repeat(32))
        await small().environment.release('langfuse-worker', '3.225.12', 'cd'.repeat(32))
        const { planned, applied } = await small().deploy()
        expectDone(planned)
        expectDone(applied)
        const changes = {
          'aws_ecs_service.web': 'update',
          'aws_ecs_service.worker': 'update',
          'module.migration.aws_ecs_task_definition.this': 'replace',
          'module.web.aws_ecs_task_definition.this': 'replace',
          'module.worker.aws_ecs_task_definition.this': 'replace',
          'terraform_data.migration': 'replace',
        }
        expect(plannedChanges(planned)).toEqual(changes)
        expect(plannedChanges(applied)).toEqual(changes)
        const images = (await small().resources()).filter(({ values }) =>
          JSON.stringify(values).includes('ab'.repeat(32)),
        )
        expect(images.map(({ address }) => address)).toEqual(
          expect.arrayContaining(['module.web.aws_ecs_task_definition.this']),
        )
      },
      5 * MINUTE,
    )

    test(
      'is not destroyed while it is protected',
      async () => {
        needDeployed()
        const { exitCode, stdout, stderr } = await small().destroy()
        expect(exitCode).toBe(1)
        expect(stdout + stderr).toContain('The stack langfuse is protected')
        expect(
          await small().environment.aws('rds', 'describe-db-clusters', '--query', 'length(DBClusters)'),
        ).toBe(2)
      },
      3 * MINUTE,
    )

    test(
      'leaves nothing but the documented snapshots, once the protection is off and it is destroyed',
      async () => {
        needDeployed()
        const off = ['deletion_protection=false']
        for (const { applied } of await each((life) => life.deploy(off))) expectDone(applied)
        for (const { exitCode, stderr } of await each((life) => life.destroy(off)))
          expect({ exitCode, stderr: exitCode === 0 ? '' : stderr }).toEqual({ exitCode: 0, stderr: '' })
        const left = (await inventory(small().environment)).filter((line) => !before.includes(line))
        expect(left.filter((line) => !OUTLIVES.some((allowed) => allowed.test(line)))).toEqual([])
        expect(left.filter((line) => line.includes('postgres-final'))).toHaveLength(2)
      },
      10 * MINUTE,
    )
  },
)
