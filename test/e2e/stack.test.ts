import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Moto, NO_REGISTRY } from '../../testkit/moto/moto'
import type { StepResult } from '../../testkit/runner/step'
import { StackEnvironment, stackEnvironmentIsMissing } from '../../testkit/runner/stack-environment'
import { readRecordedRequests, withoutIds, writeRecordedRequests } from '../stack/calls/record'
import { readRecord } from '../stack/calls/recorded-call'
import { deniedRequests, requestsOf, type RoleRequest } from '../stack/calls/requests'
import { policiesOf } from '../stack/role-policies'
import { WILDCARD_REASONS } from '../stack/wildcard-reasons'
import type { Resource } from '../stack/state'
import { checkStack } from '../stack/stack-checks'
import { inventory } from './inventory'
import { existingNetwork, plannedChanges, StackLife } from './stack-life'

const missing = stackEnvironmentIsMissing()
const MINUTE = 60_000

/** Snapshots that remain after a destroy (docs/operations.md). */
const OUTLIVES = [
  /^ec2 describe-snapshots: /,
  /^elasticache describe-snapshots: .*-valkey-final-/,
  /^rds describe-db-cluster-snapshots: .*-postgres-final-/,
]

/** Checks both exit codes; a failure shows the log. */
const expectDone = ({ exitCode, log }: StepResult): void => {
  expect({ exitCode, log: exitCode === 0 ? '' : log }).toEqual({ exitCode: 0, log: '' })
}

/** The same order of keys in a record that was read and one that was made. */
const withKeys = ({ role, action, resource, context }: RoleRequest): RoleRequest => ({
  ...{ role, action, resource, context },
})

;(missing === undefined ? describe : describe.skip)(
  `the stack (${missing ?? 'applied to a local AWS'})`,
  () => {
    let moto: Moto
    let folder: string
    const environments: StackEnvironment[] = []
    const lives: StackLife[] = []
    let before: string[]
    let deployed: readonly (readonly Resource[])[] = []

    const small = (): StackLife => lives[0] as StackLife
    /** After a failed deployment the other tests fail immediately; a destroy would take minutes. */
    const needDeployed = (): void => {
      expect(deployed).toHaveLength(2)
    }
    const each = <T>(act: (life: StackLife) => Promise<T>): Promise<T[]> => Promise.all(lives.map(act))

    // Two stacks in one account and region, in parallel because an apply mostly waits.
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'calls-'))
      moto = await Moto.start({ ...NO_REGISTRY, shims: true, record: join(folder, 'calls.jsonl') })
      environments.push(await StackEnvironment.build(moto), await StackEnvironment.build(moto))
      const [one, other] = environments as [StackEnvironment, StackEnvironment]
      const bootstrap = await one.applyBootstrap(['hosted_zone_ids=["Z0"]'])
      await other.aws('route53', 'create-hosted-zone', '--name', 'example.org', '--caller-reference', 'test')
      await other.configure({
        name: '"langfuse-eu"',
        size: '"medium"',
        network: await existingNetwork(other),
        domain: '{ name = "traces.example.org", zone_name = "example.org" }',
        grafana: '{ enabled = true }',
      })
      lives.push(
        new StackLife(one, { name: 'langfuse', bootstrap }),
        new StackLife(other, { name: 'langfuse-eu', bootstrap }),
      )
      before = await inventory(one)
    }, 5 * MINUTE)

    afterAll(async () => {
      await Promise.all(environments.map((environment) => environment.tearDown()))
      await moto.stop()
      await rm(folder, { recursive: true, force: true })
    }, MINUTE)

    test(
      "is deployed by one pull request: small with CloudFront's domain, medium with its own domain in an existing VPC",
      async () => {
        for (const { planned, applied } of await each((life) => life.deploy())) {
          expectDone(planned)
          expectDone(applied)
          expect(planned.outputs).toMatchObject({ 'has-changes': 'true', destroy: '0' })
          expect(planned.outputs['summary']).toMatch(
            /\*\*Cost:\*\* about \+\d{3} USD a month \(0 → \d{3}\)\. <sub>List prices of eu-central-1/,
          )
        }
        deployed = await each((life) => life.resources())
      },
      10 * MINUTE,
    )

    test(
      'has an empty plan after the deployment',
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
      'opens only the required ports, encrypts its data, and has no secret in the state',
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
      'changes only task definitions, the migration and services for a new image',
      async () => {
        needDeployed()
        await small().environment.release('langfuse', '4.50.1', 'ab'.repeat(32))
        await small().environment.release('langfuse-worker', '4.50.1', 'cd'.repeat(32))
        const { planned, applied } = await small().deploy()
        expectDone(planned)
        expectDone(applied)
        const changes = {
          'module.langfuse.aws_ecs_service.web': 'update',
          'module.langfuse.aws_ecs_service.worker': 'update',
          'module.langfuse.module.migration.aws_ecs_task_definition.this': 'replace',
          'module.langfuse.module.web.aws_ecs_task_definition.this': 'replace',
          'module.langfuse.module.worker.aws_ecs_task_definition.this': 'replace',
          'module.langfuse.terraform_data.migration': 'replace',
        }
        expect(plannedChanges(planned)).toEqual(changes)
        expect(plannedChanges(applied)).toEqual(changes)
        const images = (await small().resources()).filter(({ values }) =>
          JSON.stringify(values).includes('ab'.repeat(32)),
        )
        expect(images.map(({ address }) => address)).toEqual(
          expect.arrayContaining(['module.langfuse.module.web.aws_ecs_task_definition.this']),
        )
      },
      5 * MINUTE,
    )

    test(
      'updates tags in place, without a new task, instance or stop of ClickHouse',
      async () => {
        needDeployed()
        await small().environment.configure({ name: '"langfuse"', tags: '{ team = "data" }' })
        const { planned, applied } = await small().deploy()
        expectDone(planned)
        expectDone(applied)
        const changes = Object.entries(plannedChanges(planned))
        expect(changes.length).toBeGreaterThan(100)
        expect(changes.filter(([, action]) => action !== 'update')).toEqual([])
      },
      5 * MINUTE,
    )

    test(
      'changes only what deletion protection is about when it is turned off',
      async () => {
        needDeployed()
        const planned = await small().planAgain(['deletion_protection=false'])
        expectDone(planned)
        expect(plannedChanges(planned)).toEqual({
          'module.langfuse.aws_cloudformation_stack.secrets': 'update',
          'module.langfuse.aws_rds_cluster.postgres[0]': 'update',
          'module.langfuse.aws_s3_bucket.backups["this"]': 'update',
          'module.langfuse.aws_s3_bucket.blobs[0]': 'update',
          'module.langfuse.aws_s3_bucket.logs["this"]': 'update',
          'module.langfuse.terraform_data.clickhouse_volume_guard["this"]': 'update',
          'module.langfuse.terraform_data.deletion_guard': 'update',
        })
      },
      2 * MINUTE,
    )

    test(
      'is not destroyed while deletion protection is on',
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
      'leaves only the documented snapshots after a destroy without deletion protection',
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

    test(
      'makes only calls that the policies of its roles allow, all of which are in the record of the fast test',
      async () => {
        needDeployed()
        const requests = withoutIds(requestsOf(await readRecord(join(folder, 'calls.jsonl'))))
        if (process.env['UPDATE_REQUESTS'] !== undefined) writeRecordedRequests(requests)
        const [one] = environments as [StackEnvironment]
        const state = await one.bootstrap.succeed(['show', '-json'], one.awsEnv)
        expect(deniedRequests(requests, policiesOf(state))).toEqual([])
        // Polling makes reads that differ between runs.
        const changes = requests.filter(({ action }) => !/:(?:Describe|Get|List)/.test(action))
        const known = new Set(readRecordedRequests().map((one) => JSON.stringify(withKeys(one))))
        expect(changes.filter((one) => !known.has(JSON.stringify(withKeys(one))))).toEqual([])
      },
      MINUTE,
    )
  },
)
