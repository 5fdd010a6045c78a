import { ECSClient, DescribeServicesCommand } from '@aws-sdk/client-ecs'
import {
  CreateSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager'
import { Redis as Client } from 'ioredis'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { SECRETS } from '../../src/cli/arguments'
import { scramVerifier } from '../../src/cli/rotate/scram'
import { isRotatable, NOT_ROTATABLE, phaseOf, ROTATABLE, rotationSteps } from '../../src/cli/rotate/steps'
import { motoIsMissing } from '../../testkit/moto/moto'
import { runCli } from './cli'
import { type LocalAnswer, LocalEcs } from './local-ecs'
import { Postgres, postgresIsMissing } from './postgres'
import { Redis, redisIsMissing } from './redis'

const kinds = (...args: Parameters<typeof rotationSteps>): string[] =>
  rotationSteps(...args).map((step) =>
    'components' in step ? `${step.kind} ${step.components.join(' ')}` : step.kind,
  )

describe('the steps', () => {
  test('of every secret are known, or the reason why it has none', () => {
    expect(SECRETS.filter((secret) => !isRotatable(secret) && NOT_ROTATABLE[secret] === undefined)).toEqual(
      [],
    )
  })

  test('of Valkey keep both passwords until all tasks use the new one', () => {
    expect(kinds('valkey', 'new')).toEqual([
      'create',
      'accept-both',
      'promote',
      'restart worker web',
      'retire-old',
      'finish',
    ])
  })

  test.each([
    ['created', ['accept-both', 'promote', 'restart worker web', 'retire-old', 'finish']],
    ['promoted', ['restart worker web', 'retire-old', 'finish']],
  ] as const)('continue a rotation that is %s', (phase, steps) => {
    expect(kinds('valkey', phase)).toEqual(steps)
  })

  test.each(ROTATABLE)('of %s use a new value only after it is promoted', (secret) => {
    const steps = kinds(secret, 'new')
    const first = steps.findIndex((step) => /^(?:restart|start)/.test(step))
    expect(first).toBeGreaterThan(steps.indexOf('promote'))
    expect(steps.at(-1)).toBe('finish')
  })

  test.each(ROTATABLE)(
    'of %s start the worker again if they stop it, also after an interruption',
    (secret) => {
      const stops = kinds(secret, 'new').includes('stop worker')
      expect(kinds(secret, 'promoted').includes('start worker')).toBe(stops)
    },
  )

  test.each([
    [{ current: 'a', pending: undefined }, 'new'],
    [{ current: 'a', pending: 'b' }, 'created'],
    [{ current: 'b', pending: 'b' }, 'promoted'],
  ])('phase of %j', (versions, phase) => {
    expect(phaseOf(versions)).toBe(phase)
  })
})

test('the verifier is the one of PostgreSQL', () => {
  // RFC 7677, section 3: user "user", password "pencil".
  expect(scramVerifier('pencil', Buffer.from('W22ZaJ0SNY7soEsUEjb6gQ==', 'base64'))).toBe(
    'SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=',
  )
})

const missing = motoIsMissing() ?? postgresIsMissing() ?? redisIsMissing()

;(missing === undefined ? describe : describe.skip)(
  `rotate (${missing ?? 'moto, PostgreSQL, Redis'})`,
  () => {
    let ecs: LocalEcs
    let postgres: Postgres
    let redis: Redis
    let secrets: SecretsManagerClient
    const OLD = 'o'.repeat(64)
    /** Operations that change something, in order. */
    let changes: string[]
    let failAt: string | undefined
    let valkey: Client

    beforeAll(async () => {
      ;[ecs, postgres, redis] = await Promise.all([LocalEcs.start(), Postgres.start(OLD), Redis.start(OLD)])
      valkey = new Client({ ...redis.connection })
      for (const component of ['web', 'clickhouse', 'grafana']) await ecs.createService(component)
      await ecs.createService('worker', postgres.environment(OLD))
      secrets = new SecretsManagerClient(ecs.settings)
      for (const name of ROTATABLE)
        await secrets.send(new CreateSecretCommand({ Name: `langfuse/${name}`, SecretString: OLD }))
      ecs.answer = answer
    }, 120_000)
    beforeEach(() => {
      changes = []
      failAt = undefined
    })
    afterAll(async () => {
      valkey.disconnect()
      postgres.stop()
      await Promise.all([ecs.stop(), redis.stop()])
    })

    const DENIED_JSON = '{"__type":"AccessDeniedException","message":"not authorized, says the test"}'
    const DENIED_XML =
      '<ErrorResponse xmlns="http://elasticache.amazonaws.com/doc/2015-02-02/"><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>not authorized, says the test</Message></Error></ErrorResponse>'
    const denied = (type: string, body: string): LocalAnswer => ({ status: 400, type, body })

    const xml = (name: string, body: string): LocalAnswer => ({
      status: 200,
      type: 'text/xml',
      body: `<${name}Response xmlns="http://elasticache.amazonaws.com/doc/2015-02-02/"><${name}Result>${body}</${name}Result></${name}Response>`,
    })

    /** ElastiCache's users, which moto cannot modify, on a real Redis; `modifying` once after each change. */
    let statuses: string[] = []
    function answer(operation: string, body: string): LocalAnswer | undefined {
      if (operation === failAt) {
        failAt = undefined
        return operation === 'ModifyUser'
          ? denied('text/xml', DENIED_XML)
          : denied('application/x-amz-json-1.1', DENIED_JSON)
      }
      if (['PutSecretValue', 'UpdateSecretVersionStage', 'UpdateService'].includes(operation))
        changes.push(operation)
      if (operation === 'DescribeUsers')
        return xml(
          operation,
          `<Users><member><UserId>langfuse-valkey</UserId><Status>${statuses.shift() ?? 'active'}</Status></member></Users>`,
        )
      if (operation !== 'ModifyUser') return undefined
      const passwords = [...new URLSearchParams(body)]
        .filter(([name]) => name.includes('Passwords.'))
        .map(([, value]) => value)
      changes.push(`ModifyUser ${passwords.length}`)
      statuses = ['modifying']
      void valkey.acl('SETUSER', 'default', 'resetpass', ...passwords.map((password) => `>${password}`))
      return xml(operation, '<UserId>langfuse-valkey</UserId><Status>modifying</Status>')
    }

    const read = async (name: string, VersionStage = 'AWSCURRENT'): Promise<string> => {
      const { SecretString } = await secrets.send(
        new GetSecretValueCommand({ SecretId: `langfuse/${name}`, VersionStage }),
      )
      return SecretString ?? ''
    }

    const isAccepted = async (password: string): Promise<boolean> => {
      const client = new Client({
        ...redis.connection,
        password,
        lazyConnect: true,
        retryStrategy: () => null,
      })
      client.on('error', () => undefined)
      const result = await client
        .connect()
        .then(() => client.ping())
        .catch(() => 'refused')
      client.disconnect()
      return result === 'PONG'
    }

    const canQuery = async (password: string): Promise<boolean> => {
      ecs.containers['worker'] = postgres.environment(password)
      return (await runCli(['query', 'postgres', 'SELECT 1'], ecs)).error === ''
    }

    test('valkey: both passwords work until all tasks use the new one', async () => {
      const { output, error } = await runCli(['rotate', 'valkey'], ecs)
      expect(error).toBe('')
      expect(output).toEqual(['Rotated langfuse/valkey. All tasks use the new value.'])
      expect(changes).toEqual([
        'PutSecretValue',
        'ModifyUser 2',
        'UpdateSecretVersionStage',
        'UpdateService',
        'UpdateService',
        'ModifyUser 1',
        'UpdateSecretVersionStage',
      ])
      const current = await read('valkey')
      expect(current).toMatch(/^[A-Za-z0-9]{64}$/)
      expect(await read('valkey', 'AWSPREVIOUS')).toBe(OLD)
      expect([await isAccepted(current), await isAccepted(OLD)]).toEqual([true, false])
    })

    test.each(['ModifyUser', 'UpdateSecretVersionStage', 'UpdateService'])(
      'valkey: continues after a failure of %s, and the current password always works',
      async (operation) => {
        const before = await read('valkey')
        failAt = operation
        const failed = await runCli(['rotate', 'valkey'], ecs)
        expect(failed.error).toContain('not authorized, says the test')
        expect(await isAccepted(await read('valkey'))).toBe(true)
        // Tasks that were not replaced yet.
        expect(await isAccepted(before)).toBe(true)
        const { error, progress } = await runCli(['rotate', 'valkey'], ecs)
        expect(error).toBe('')
        expect(progress[0]).toBe('Continuing an interrupted rotation of langfuse/valkey')
        const after = await read('valkey')
        expect(after).not.toBe(before)
        expect([await isAccepted(after), await isAccepted(before)]).toEqual([true, false])
        const { VersionIdsToStages } = await secrets.send(
          new DescribeSecretCommand({ SecretId: 'langfuse/valkey' }),
        )
        expect(Object.values(VersionIdsToStages ?? {}).flat()).not.toContain('AWSPENDING')
      },
    )

    test('postgres-langfuse: the role gets the new password, which no override contains', async () => {
      ecs.started.length = 0
      const { error } = await runCli(['rotate', 'postgres-langfuse'], ecs)
      expect(error).toBe('')
      const current = await read('postgres-langfuse')
      expect(ecs.started).toHaveLength(1)
      expect([await canQuery(current), await canQuery(OLD)]).toEqual([true, false])
      const { services } = await new ECSClient(ecs.settings).send(
        new DescribeServicesCommand({ cluster: 'langfuse', services: ['langfuse-worker'] }),
      )
      expect(services?.[0]?.desiredCount).toBe(1)
    })

    test('postgres-langfuse: continues if the role was changed and the secret was not', async () => {
      const before = await read('postgres-langfuse')
      ecs.containers['worker'] = postgres.environment(before)
      failAt = 'UpdateSecretVersionStage'
      expect((await runCli(['rotate', 'postgres-langfuse'], ecs)).error).toContain(
        'not authorized, says the test',
      )
      expect(await canQuery(await read('postgres-langfuse', 'AWSPENDING'))).toBe(true)
      ecs.containers['worker'] = postgres.environment(before)
      expect((await runCli(['rotate', 'postgres-langfuse'], ecs)).error).toBe('')
      expect(await canQuery(await read('postgres-langfuse'))).toBe(true)
    })

    test.each(['clickhouse-admin', 'clickhouse-grafana', 'grafana-admin', 'nextauth'])(
      '%s: gets a new value of the same length',
      async (secret) => {
        const { error } = await runCli(['rotate', secret], ecs)
        expect(error).toBe('')
        expect(await read(secret)).toMatch(/^[A-Za-z0-9]{64}$/)
        expect(await read(secret)).not.toBe(OLD)
        expect(changes.at(-1)).toBe('UpdateSecretVersionStage')
      },
    )

    test.each(Object.entries(NOT_ROTATABLE))('%s: refuses with the reason', async (secret, reason) => {
      expect((await runCli(['rotate', secret], ecs)).error).toBe(`${secret} cannot be rotated. ${reason}`)
      expect(changes).toEqual([])
    })
  },
)
