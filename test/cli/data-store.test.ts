import { DescribeServicesCommand, ECSClient } from '@aws-sdk/client-ecs'
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import { CreateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { rotationSteps } from '../../src/cli/rotate/steps'
import { motoIsMissing } from '../../testkit/moto/moto'
import { runCli } from './cli'
import { LocalEcs } from './local-ecs'

test('Valkey of the size tiny is restarted with its clients, because its container reads the password', () => {
  const steps = rotationSteps('valkey', 'new', 'instance')
  const kinds = steps.map((step) =>
    'components' in step ? `${step.kind} ${step.components.join(' ')}` : step.kind,
  )
  expect(kinds).toEqual(['create', 'stop worker', 'promote', 'restart valkey web', 'start worker', 'finish'])
})

const missing = motoIsMissing()

;(missing === undefined ? describe : describe.skip)(`data stores (${missing ?? 'moto'})`, () => {
  let ecs: LocalEcs
  /** Operations that change something, in order, with the service. */
  let changes: string[]

  beforeAll(async () => {
    ecs = await LocalEcs.start('acme')
    const labels = { 'langfuse-deploy.external': 'clickhouse,postgres,valkey' }
    for (const component of ['web', 'worker']) await ecs.createService(component, {}, { labels })
    for (const component of ['web', 'worker', 'clickhouse', 'postgres', 'valkey'])
      await ecs.createService(component, {}, { stack: 'tiny', isOnInstance: true })
    const secrets = new SecretsManagerClient(ecs.settings)
    for (const name of ['acme/postgres-langfuse', 'acme/valkey', 'acme/clickhouse-admin', 'tiny/valkey'])
      await secrets.send(new CreateSecretCommand({ Name: name, SecretString: 'o'.repeat(64) }))
    await new S3Client({ ...ecs.settings, forcePathStyle: true }).send(
      new CreateBucketCommand({
        Bucket: 'tiny-backups-123456789012-eu-central-1',
        CreateBucketConfiguration: { LocationConstraint: 'eu-central-1' },
      }),
    )
    ecs.answer = (operation, body) => {
      if (/^(?:ModifyUser|PutSecretValue|UpdateService|RunTask|RestoreDB)/.test(operation)) {
        const { service, desiredCount } = (body.startsWith('{') ? JSON.parse(body) : {}) as {
          service?: string
          desiredCount?: number
        }
        changes.push([operation, service, desiredCount].filter((part) => part !== undefined).join(' '))
      }
      return undefined
    }
  }, 60_000)
  beforeEach(() => {
    changes = []
  })
  afterAll(() => ecs.stop())

  const external = (...words: string[]) => runCli([...words, '--stack', 'acme'], ecs)
  const tiny = (...words: string[]) => runCli([...words, '--stack', 'tiny'], ecs)

  test.each([
    ['restore postgres --to 2026-11-25T02:55:00Z', 'PostgreSQL', 'postgres_external', 'Restore it'],
    ['restore clickhouse full/2026-11-24T03-00-00Z', 'ClickHouse', 'clickhouse_external', 'Restore it'],
    ['backups create', 'ClickHouse', 'clickhouse_external', 'Back it up'],
    ['rotate postgres-langfuse', 'PostgreSQL', 'postgres_external', 'Change the password'],
    ['rotate valkey', 'Valkey', 'valkey_external', 'Change the password'],
    ['rotate clickhouse-admin', 'ClickHouse', 'clickhouse_external', 'Change the password'],
  ])('%s leaves a store of another owner alone', async (line, name, variable, task) => {
    const { error, exitCode } = await external(...line.split(' '))
    expect(error).toMatch(
      new RegExp(
        `^${name} does not belong to the stack acme, which only connects to it \\(${variable}\\)\\. ${task} .*Nothing was changed\\.$`,
      ),
    )
    expect(exitCode).toBe(1)
    expect(changes).toEqual([])
  })

  test('doctor does not look for the parts of other owners', async () => {
    const report = (await external('doctor')).output.join('\n')
    expect(report).toContain(
      'ok       PostgreSQL: does not belong to the stack (postgres_external), so it is not checked',
    )
    expect(report).toContain('ok       Valkey memory: is not checked: Valkey does not belong to the stack')
    expect(report).not.toMatch(/ElastiCache|ClickHouse/)
  })

  test('doctor checks the containers of the size tiny', async () => {
    const report = (await tiny('doctor')).output.join('\n')
    expect(report).toContain('ok       Service postgres: 1 of 1 tasks run')
    expect(report).toContain('ok       Service valkey: 1 of 1 tasks run')
    expect(report).toContain('ok       Valkey memory: is part of the memory of the instance (size tiny)')
  })

  test('a restore to a point in time does not stop Langfuse in the size tiny', async () => {
    const { error } = await tiny('restore', 'postgres', '--to', '2026-11-25T02:55:00Z')
    expect(error).toMatch(/^PostgreSQL of the size tiny cannot be restored to a point in time\./)
    expect(changes).toEqual([])
  })

  test('a rotation of Valkey replaces its container in the size tiny', async () => {
    const { error } = await tiny('rotate', 'valkey')
    expect(error).toBe('')
    expect(changes).toEqual([
      'PutSecretValue',
      'UpdateService tiny-worker 0',
      'UpdateService tiny-valkey',
      'UpdateService tiny-web',
      'UpdateService tiny-worker 1',
    ])
    const { services } = await new ECSClient(ecs.settings).send(
      new DescribeServicesCommand({ cluster: 'tiny', services: ['tiny-worker'] }),
    )
    expect(services?.[0]?.desiredCount).toBe(1)
  })
})
