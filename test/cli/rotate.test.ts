import {
  CreateSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager'
import { Redis as Client } from 'ioredis'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { SECRETS } from '../../src/cli/arguments'
import { run as runQuery } from '../../src/cli/programs/query-postgres'
import { scramVerifier } from '../../src/cli/rotate/scram'
import { isRotatable, NOT_ROTATABLE, phaseOf, ROTATABLE, rotationSteps } from '../../src/cli/rotate/steps'
import { motoIsMissing } from '../../testkit/moto/moto'
import { runCli } from './cli'
import { type LocalAnswer, LocalEcs, programSource } from './local-ecs'
import { Postgres, postgresIsMissing } from './postgres'
import { Redis, redisIsMissing } from '../../testkit/redis'

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
    /** Number of the call that fails. */
    let failAfter = 1
    let valkey: Client

    beforeAll(async () => {
      ;[ecs, postgres, redis] = await Promise.all([LocalEcs.start(), Postgres.start(OLD), Redis.start(OLD)])
      valkey = new Client({ ...redis.connection })
      for (const component of ['web', 'clickhouse', 'grafana']) await ecs.createService(component)
      await ecs.createService('worker', postgres.environment(OLD))
      secrets = new SecretsManagerClient(ecs.settings)
      for (const name of ROTATABLE) {
        const login = JSON.stringify({ username: 'langfuse', password: OLD })
        const SecretString = name === 'postgres-langfuse' ? login : OLD
        await secrets.send(new CreateSecretCommand({ Name: `langfuse/${name}`, SecretString }))
      }
      ecs.answer = answer
      ecs.secrets = async () => {
        const { username, password } = await readLogin()
        return { DATABASE_USERNAME: username, DATABASE_PASSWORD: password }
      }
    }, 120_000)
    beforeEach(() => {
      changes = []
      failAt = undefined
      failAfter = 1
      retired = undefined
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

    const pending = new Set<string>()
    /** As AWS, and unlike moto: a label of another version moves only if the request names that version. */
    function moveLabel(body: string): LocalAnswer | undefined {
      const request = JSON.parse(body) as Record<string, string>
      if (request['VersionStage'] !== 'AWSPENDING') return undefined
      const secret = request['SecretId'] ?? ''
      if (request['MoveToVersionId'] === undefined) pending.delete(secret)
      else if (pending.has(secret))
        return denied(
          'application/x-amz-json-1.1',
          '{"__type":"InvalidParameterException","message":"The parameter RemoveFromVersionId can\'t be empty."}',
        )
      else pending.add(secret)
      return undefined
    }

    /** ElastiCache's users, which moto cannot modify, on a real Redis; `modifying` once after each change. */
    let statuses: string[] = []
    function answer(operation: string, body: string): LocalAnswer | undefined {
      if (operation === 'RunTask' && programSource(body).includes(', NULL)'))
        retired = /set_login\('(\w+)', NULL\)/.exec(programSource(body))?.[1]
      if (operation === failAt && (failAfter -= 1) === 0) {
        failAt = undefined
        return operation === 'ModifyUser'
          ? denied('text/xml', DENIED_XML)
          : denied('application/x-amz-json-1.1', DENIED_JSON)
      }
      const refusal = operation === 'UpdateSecretVersionStage' ? moveLabel(body) : undefined
      if (refusal !== undefined) return refusal
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

    interface Login {
      readonly username: string
      readonly password: string
    }
    const readLogin = async (stage?: string): Promise<Login> =>
      JSON.parse(await read('postgres-langfuse', stage)) as Login

    /** Opens a connection as a task of Langfuse does. Returns the error of a refusal. */
    const connect = async ({ username, password }: Login): Promise<string> => {
      const env = postgres.environment(password, username)
      return runQuery({ sql: 'SELECT 1', write: false, maxRows: 1 }, { env, emit: () => undefined }).then(
        () => '',
        (error: unknown) => String(error),
      )
    }

    const REFUSED = /password authentication failed|not permitted to log in/

    /** Opens connections with the login of tasks that run, all the time. Tasks have the one of their start. */
    class Clients {
      connections = 0
      readonly refusals: string[] = []
      private readonly logins = new Map<string, Login>()
      private isRunning = true
      private loop = Promise.resolve()

      start(): void {
        this.loop = this.connect()
      }

      async stop(): Promise<void> {
        this.isRunning = false
        await this.loop
      }

      private async connect(): Promise<void> {
        while (this.isRunning) {
          const current = await readLogin()
          this.logins.set(current.username, current)
          // All old tasks are gone when the rotation disables their login.
          if (retired !== undefined) this.logins.delete(retired)
          for (const login of this.logins.values()) {
            const refusal = await connect(login)
            this.connections += 1
            if (refusal !== '' && login.username !== retired) this.refusals.push(refusal)
          }
        }
      }
    }
    let retired: string | undefined

    test('valkey: both passwords work until all tasks use the new one', async () => {
      const { output, error } = await runCli(['rotate', 'valkey'], ecs)
      expect(error).toBe('')
      expect(output).toEqual(['Rotated langfuse/valkey. All tasks use the new value.'])
      expect(changes).toEqual([
        'PutSecretValue',
        'UpdateSecretVersionStage',
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
        if (operation !== 'UpdateSecretVersionStage')
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

    const rotatePostgres = () => runCli(['rotate', 'postgres-langfuse'], ecs)

    test('postgres-langfuse: old and new tasks connect at any moment of two rotations', async () => {
      ecs.started.length = 0
      const clients = new Clients()
      clients.start()
      const used = [await readLogin()]
      for (let rotation = 0; rotation < 2; rotation += 1) {
        retired = undefined
        expect((await rotatePostgres()).error).toBe('')
        used.push(await readLogin())
      }
      await clients.stop()
      expect(clients.refusals).toEqual([])
      expect(clients.connections).toBeGreaterThan(20)
      expect(used.map(({ username }) => username)).toEqual(['langfuse', 'langfuse_2', 'langfuse'])
      const results = await Promise.all(used.map(connect))
      expect(results.slice(0, -1)).toEqual(Array(2).fill(expect.stringMatching(REFUSED)))
      expect(results.at(-1)).toBe('')
      // ecs:DescribeTasks shows the overrides of tasks.
      const programs = ecs.started.map((task) => programSource(JSON.stringify(task)))
      expect(programs).toHaveLength(4)
      for (const { password } of used) expect(programs.join('')).not.toContain(password)
    }, 60_000)

    test.each([
      ['UpdateSecretVersionStage', 1],
      ['RunTask', 1],
      ['UpdateSecretVersionStage', 2],
      ['UpdateService', 2],
      ['RunTask', 2],
      ['UpdateSecretVersionStage', 3],
    ])(
      'postgres-langfuse: continues after a failure of %s, call %i, and running tasks can always connect',
      async (operation, call) => {
        const old = await readLogin()
        failAt = operation
        failAfter = call
        expect((await rotatePostgres()).error).toContain('not authorized, says the test')
        expect(await connect(await readLogin())).toBe('')
        // Until the rotation disables the old login, tasks may have it.
        if (operation !== 'UpdateSecretVersionStage' || call < 3) expect(await connect(old)).toBe('')
        expect((await rotatePostgres()).error).toBe('')
        const after = await readLogin()
        expect(after.username).not.toBe(old.username)
        expect([await connect(after), await connect(old)]).toEqual(['', expect.stringMatching(REFUSED)])
      },
      30_000,
    )

    test('postgres-langfuse: of two rotations that start at the same moment, one goes on', async () => {
      const old = await readLogin()
      failAt = 'RunTask'
      expect((await rotatePostgres()).error).toContain('not authorized, says the test')
      let described = 0
      // The other run has read the secret before that rotation began.
      ecs.rewrite = (operation, text) =>
        operation === 'DescribeSecret' && (described += 1) === 1
          ? text.replaceAll('AWSPENDING', 'OTHER')
          : text
      const { error } = await rotatePostgres()
      ecs.rewrite = (_, text) => text
      expect(error).toBe(
        'Another run of the command has started a rotation of langfuse/postgres-langfuse at the same time. This run has changed nothing. Run the command again: it continues that rotation.',
      )
      expect((await rotatePostgres()).error).toBe('')
      const after = await readLogin()
      expect([await connect(after), await connect(old)]).toEqual(['', expect.stringMatching(REFUSED)])
    }, 30_000)

    test('postgres-langfuse: a run does not continue a rotation that another one has started', async () => {
      failAt = 'UpdateService'
      expect((await rotatePostgres()).error).toContain('not authorized, says the test')
      let replaced = 0
      ecs.rewrite = (operation, text) => {
        if (operation === 'UpdateService') replaced += 1
        return operation === 'DescribeSecret' && replaced === 2
          ? text.replace(/"[^"]+"(: *\[[^\]]*AWSPENDING)/, '"another-version"$1')
          : text
      }
      const { error } = await rotatePostgres()
      ecs.rewrite = (_, text) => text
      expect(error).toBe(
        'Another run of the command has started the next rotation of langfuse/postgres-langfuse. This run has changed nothing since.',
      )
      expect(ecs.started.map((task) => programSource(JSON.stringify(task))).at(-1)).not.toContain(', NULL)')
      expect((await rotatePostgres()).error).toBe('')
    }, 30_000)

    test('postgres-langfuse: refuses a stack whose migration is older', async () => {
      postgres.psql('master', 'ALTER SCHEMA rotation RENAME TO hidden')
      const { error } = await rotatePostgres()
      postgres.psql('master', 'ALTER SCHEMA hidden RENAME TO rotation')
      expect(error).toMatch(/^PostgreSQL has no function rotation\.set_login, .* it continues\./)
      expect(await connect(await readLogin())).toBe('')
      expect((await rotatePostgres()).error).toBe('')
    })

    test('postgres-langfuse: refuses a secret of an older module', async () => {
      const value = await read('postgres-langfuse')
      const put = (SecretString: string) =>
        secrets.send(new PutSecretValueCommand({ SecretId: 'langfuse/postgres-langfuse', SecretString }))
      await put(OLD)
      expect((await rotatePostgres()).error).toContain(
        'Apply the stack with this version of the module first.',
      )
      await put(value)
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
