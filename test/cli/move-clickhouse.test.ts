import {
  DescribeServicesCommand,
  ECSClient,
  RegisterTaskDefinitionCommand,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { type MoveArguments, run } from '../../src/cli/programs/move-clickhouse'
import { ClickHouse, engineIsMissing } from '../../testkit/clickhouse/server'
import { motoIsMissing } from '../../testkit/moto/moto'
import { runCli } from './cli'
import { ROWS, SCHEMA } from './clickhouse-tables'
import { LocalEcs } from './local-ecs'

// Two engines and a local AWS on a busy machine.
jest.setTimeout(120_000)

const missing = engineIsMissing() ?? motoIsMissing()

;(missing === undefined ? describe : describe.skip)(`move of ClickHouse (${missing ?? 'chdb, moto'})`, () => {
  let source: ClickHouse
  let target: ClickHouse
  let events: Record<string, unknown>[]

  beforeAll(async () => {
    ;[source, target] = await Promise.all([ClickHouse.start('one'), ClickHouse.start('two')])
    for (const statement of [...SCHEMA, ...ROWS]) await source.query(statement)
  }, 60_000)
  afterAll(() => Promise.all([source.stop(), target.stop()]))
  beforeEach(async () => {
    await target.query('DROP DATABASE default SYNC')
    await target.query('CREATE DATABASE default')
    for (const server of [source, target]) server.statements.length = 0
  })
  afterEach(() => {
    for (const server of [source, target])
      Object.assign(server, {
        fault: () => undefined,
        after: () => Promise.resolve(undefined),
        isCompressed: false,
      })
  })

  const copy = async (phase: MoveArguments['phase'], owner = 'langfuse'): Promise<void> => {
    events = []
    const env = { ...source.environment('CLICKHOUSE'), ...target.environment('TARGET') }
    await run({ phase, owner, pollMs: 1 }, { env, emit: (kind, value) => events.push({ [kind]: value }) })
  }
  const of = (kind: string): unknown[] => events.flatMap((event) => (kind in event ? [event[kind]] : []))
  const inserts = (): string[] =>
    target.statements.filter((sql) => /^INSERT INTO (?!langfuse_move)/.test(sql))
  const count = async (server: ClickHouse, table: string): Promise<unknown> =>
    (await server.query(`SELECT toUInt32(count()) AS rows FROM default.${table}`))[0]?.['rows']

  test('copies tables, views and the schema version, and compares both sides', async () => {
    await copy('final')
    expect(of('table')).toEqual(
      expect.arrayContaining([
        { name: 'traces', source: 199, target: 199 },
        { name: 'events_full', source: 1000, target: 1000 },
        { name: 'events_core', source: 1000, target: 1000 },
        { name: 'schema_migrations', source: 2, target: 2 },
      ]),
    )
    expect(of('week')).toContainEqual({ name: 'events_full', source: 168, target: 168 })
    const definitions = `SELECT name, create_table_query FROM system.tables WHERE database = 'default' AND name != 'langfuse_move' ORDER BY name`
    expect(await target.query(definitions)).toEqual(await source.query(definitions))
    const values = 'SELECT *, input_length, total_cost FROM default.events_full ORDER BY span_id LIMIT 5'
    expect(await target.query(values)).toEqual(await source.query(values))
    expect(inserts().at(-1)).toMatch(/^INSERT INTO schema_migrations /)
    // A materialized view that exists during the copy would double the rows of aggregations.
    const lastInsert = target.statements.lastIndexOf(inserts().at(-1) ?? '')
    expect(target.statements.findIndex((sql) => sql.includes('MATERIALIZED VIEW'))).toBeGreaterThan(
      lastInsert,
    )
    expect([...source.statements, ...target.statements].filter((sql) => /\b(one|two)\b/.test(sql))).toEqual(
      [],
    )
    target.statements.length = 0
    await copy('final')
    expect(inserts()).toEqual([])
    expect(await count(target, 'events_core')).toBe(await count(source, 'events_core'))
  })

  test('skips partitions that are equal, and copies one again that changed', async () => {
    await copy('first')
    const first = inserts().length
    expect(first).toBeGreaterThan(5)
    target.statements.length = 0
    await source.query(
      `INSERT INTO traces SELECT 'late', now64(3), 'x', NULL, map(), 'p', now64(3) - INTERVAL 15 MINUTE, 0`,
    )
    await copy('final')
    expect(inserts()).toEqual([expect.stringMatching(/^INSERT INTO traces /)])
    await source.query(`ALTER TABLE traces DELETE WHERE id = 'late' SETTINGS mutations_sync = 2`)
  })

  test.each(['reset', 'cut'] as const)(
    'continues after a connection that ended in a partition: %s',
    async (fault) => {
      source.fault = (sql) =>
        /^SELECT .* FROM events_full WHERE _partition_id/.test(sql) ? fault : undefined
      await expect(copy('final')).rejects.toThrow(/^The (source|target) http/)
      expect(await count(target, 'schema_migrations').catch(() => 0)).toBe(0)
      source.fault = () => undefined
      await copy('final')
      expect(of('table')).toContainEqual({ name: 'events_full', source: 1000, target: 1000 })
    },
  )

  test('drops a partition of which only a part arrived', async () => {
    await copy('first')
    await target.query(`ALTER TABLE traces DELETE WHERE id = 't3' SETTINGS mutations_sync = 2`)
    target.statements.length = 0
    await copy('final')
    expect(target.statements.filter((sql) => sql.includes('DROP PARTITION'))).toHaveLength(1)
    expect(of('table')).toContainEqual({ name: 'traces', source: 199, target: 199 })
  })

  test('gives up if the source changes all the time', async () => {
    let added = 0
    source.after = async (sql) => {
      if (/^SELECT .* FROM event_log WHERE _partition_id/.test(sql))
        await source.query(`INSERT INTO event_log VALUES ('more${added++}', 'same')`)
      return undefined
    }
    await expect(copy('final')).rejects.toThrow(
      /^event_log still differs after 3 copies: 13 rows in the source, 12 in the target. Something writes to one of them/,
    )
    source.after = () => Promise.resolve(undefined)
    await source.query(
      `ALTER TABLE event_log DELETE WHERE startsWith(id, 'more') SETTINGS mutations_sync = 2`,
    )
  })

  test('waits for a replica of the target that lags behind', async () => {
    await copy('first')
    let polls = 0
    target.after = (sql, answer) =>
      Promise.resolve(
        /_partition_id AS id.* FROM traces/.test(sql) && polls++ < 2
          ? answer.split('\n').slice(1).join('\n')
          : undefined,
      )
    target.statements.length = 0
    await copy('final')
    expect(inserts()).toEqual([])
  })

  test('passes compressed rows on', async () => {
    source.isCompressed = true
    await copy('final')
    expect(of('table')).toContainEqual({ name: 'events_full', source: 1000, target: 1000 })
  })

  test('finds a value that differs although keys and versions are equal', async () => {
    await copy('first')
    await target.query(`ALTER TABLE traces UPDATE name = 'other' WHERE id = 't2' SETTINGS mutations_sync = 2`)
    await expect(copy('final')).rejects.toThrow(
      'traces has other values in the target for the last seven days, in 33 and 33 rows. Drop the table there and run the command again.',
    )
  })

  test('takes over a column that a migration added in between', async () => {
    await copy('first')
    await source.query('ALTER TABLE event_log ADD COLUMN extra UInt8')
    await copy('final')
    expect(of('table')).toContainEqual({ name: 'event_log', source: 10, target: 10 })
    await source.query('ALTER TABLE event_log DROP COLUMN extra')
  })

  test('overwrites no data that is no copy', async () => {
    await target.query(SCHEMA[0] ?? '')
    await target.query(`INSERT INTO traces SELECT 'foreign', now64(3), 'x', NULL, map(), 'p', now64(3), 0`)
    for (const phase of ['check', 'first', 'final'] as const)
      await expect(copy(phase)).rejects.toThrow(
        'The target has rows in traces that are no copy of this stack. Nothing was changed.',
      )
    expect(await count(target, 'traces')).toBe(1)
  })

  test('overwrites no copy of another stack', async () => {
    await copy('first', 'other')
    await expect(copy('final')).rejects.toThrow('The target has a copy of other. Nothing was changed.')
  })

  test('overwrites no data that Langfuse wrote after the switch', async () => {
    await copy('final')
    await target.query(`INSERT INTO traces SELECT 'new', now64(3), 'x', NULL, map(), 'p', now64(3), 0`)
    await expect(copy('final')).rejects.toThrow(
      "The target's traces has newer rows than this stack's ClickHouse",
    )
    expect(await count(target, 'traces')).toBeGreaterThan(199)
  })

  test('adds rows that the source got after the copy, and keeps newer ones of the target', async () => {
    await copy('final')
    await source.query(
      `INSERT INTO traces SELECT id, timestamp, 'late', NULL, map(), 'p', now64(3) - toIntervalSecond(10), 0 FROM traces FINAL WHERE id IN ('t1', 't2')`,
    )
    await target.query(
      `INSERT INTO traces SELECT id, timestamp, 'newest', NULL, map(), 'p', now64(3), 0 FROM traces FINAL WHERE id = 't2'`,
    )
    await copy('late')
    expect(of('late')).toEqual([{ name: 'traces', rows: 2 }])
    expect(
      await target.query(`SELECT id, name FROM default.traces FINAL WHERE id IN ('t1', 't2') ORDER BY id`),
    ).toEqual([
      { id: 't1', name: 'late' },
      { id: 't2', name: 'newest' },
    ])
    // Then the target is no copy any more.
    await expect(copy('first')).rejects.toThrow('that are no copy of this stack')
    await copy('late')
    expect(events).toEqual([])
  })

  test('measures without a change', async () => {
    await copy('check')
    expect(of('versions')).toEqual([{ source: expect.any(String), target: expect.any(String) }])
    expect(of('table')).toContainEqual({
      name: 'traces',
      rows: expect.any(Number),
      bytes: expect.any(Number),
    })
    expect(of('sample')).toEqual([{ bytes: expect.any(Number), ms: expect.any(Number) }])
    expect(target.statements.filter((sql) => !sql.startsWith('SELECT'))).toEqual([])
  })

  test.each([
    ['a wrong password', { TARGET_PASSWORD: 'x' }, /^The target http.* rejected a statement: Code: 516/],
    [
      'a closed port',
      { TARGET_URL: 'http://127.0.0.1:1' },
      /^The target http:\/\/127.0.0.1:1 does not answer: .*ECONNREFUSED.*Check its address, allow list and password\./,
    ],
  ])('names the server with %s', async (_, change, message) => {
    const env = { ...source.environment('CLICKHOUSE'), ...target.environment('TARGET'), ...change }
    await expect(
      run({ phase: 'check', owner: 'x', pollMs: 1 }, { env, emit: () => undefined }),
    ).rejects.toThrow(message)
  })

  describe('the command', () => {
    let ecs: LocalEcs
    beforeAll(async () => {
      ecs = await LocalEcs.start()
      await ecs.createService('worker', source.environment('CLICKHOUSE'))
    }, 60_000)
    afterAll(() => ecs.stop())
    beforeEach(() => {
      ecs.rewrite = (_, answer) => answer
    })

    const service = { cluster: 'langfuse', service: 'langfuse-worker' }
    const desired = async (): Promise<number | undefined> => {
      const request = { cluster: service.cluster, services: [service.service] }
      const { services } = await new ECSClient(ecs.settings).send(new DescribeServicesCommand(request))
      return services?.[0]?.desiredCount
    }
    /** Changes the service as an apply does when own_server changes to kept, or back. */
    const useServer = async (url: string): Promise<void> => {
      const client = new ECSClient(ecs.settings)
      const { taskDefinition } = await client.send(
        new RegisterTaskDefinitionCommand({
          family: service.service,
          containerDefinitions: [
            {
              name: 'worker',
              image: 'image',
              memory: 512,
              environment: [{ name: 'CLICKHOUSE_URL', value: url }],
            },
          ],
        }),
      )
      await client.send(
        new UpdateServiceCommand({ ...service, taskDefinition: taskDefinition?.taskDefinitionArn }),
      )
    }
    const move = (...options: string[]) => runCli(['move', 'clickhouse', ...options], ecs)

    test('says which pull request comes first', async () => {
      const { error } = await move()
      expect(error).toContain('The stack has no target yet. Nothing was changed.')
      expect(error).toContain('    own_server          = "active"\n  }')
      expect((await move('--dry-run')).error).toBe(error)
      expect(await desired()).toBe(1)
      await ecs.createService('move', {
        ...source.environment('CLICKHOUSE'),
        ...target.environment('TARGET'),
        TARGET_CLUSTER: '',
      })
    })

    test('shows sizes and an estimate without a change', async () => {
      const { output, error } = await move('--dry-run')
      expect(error).toBe('')
      expect(output).toContainEqual(expect.stringMatching(/^events_full +1000 +[\d.]+ kB$/))
      expect(output.at(-2)).toMatch(/^ClickHouse 26\.\S+ → 26\.\S+ [\d.]+ kB on disk\.$/)
      expect(output.at(-1)).toMatch(
        /^About [\d.]+ s at the speed at which a task read a sample of [\d.]+ kB\./,
      )
      expect(target.statements.filter((sql) => !sql.startsWith('SELECT'))).toEqual([])
      expect(await desired()).toBe(1)
    })

    test('copies twice, the second time with a stopped worker, and says how to switch', async () => {
      const counts: Promise<number | undefined>[] = []
      ecs.rewrite = (operation, answer) => {
        if (operation === 'RunTask') counts.push(desired())
        return answer
      }
      const { output, error, progress } = await move()
      expect(error).toBe('')
      expect(await Promise.all(counts)).toEqual([1, 0])
      expect(progress).toEqual(
        expect.arrayContaining(['Copying while Langfuse runs', 'Copying what changed since']),
      )
      expect(output).toContainEqual(expect.stringMatching(/^events_full +1000 +1000 +168$/))
      expect(output).toContain('    own_server          = "kept"')
      expect(output.at(-1)).toBe(
        'Then run the same command again: it starts the worker. To give up: langfuse-deploy move clickhouse --stack langfuse --cancel',
      )
      expect(await desired()).toBe(0)
      const overrides = JSON.stringify(ecs.started)
      expect([overrides.includes('"one"'), overrides.includes('"two"')]).toEqual([false, false])
    })

    test('continues with the stopped worker, and copies nothing that is there', async () => {
      await move()
      expect(await desired()).toBe(0)
      target.statements.length = 0
      const { error, progress } = await move()
      expect(error).toBe('')
      expect(progress).not.toContain('Copying while Langfuse runs')
      expect(inserts()).toEqual([])
    })

    test('starts the worker again after --cancel', async () => {
      const { output } = await move('--cancel')
      expect(output).toEqual([
        expect.stringMatching(
          /^No copy was running\. The worker runs again\. Langfuse uses its own ClickHouse\./,
        ),
      ])
      expect(await desired()).toBe(1)
    })

    test('starts the worker again after a failure', async () => {
      let copies = 0
      source.fault = (sql) => (sql.includes('formatDateTime') && ++copies === 2 ? 'reset' : undefined)
      const { error } = await move()
      expect(error).toMatch(/^The task failed: The source http.* does not answer/)
      expect(error).toContain('The worker runs again, and Langfuse uses its own ClickHouse.')
      expect(await desired()).toBe(1)
    })

    test('finishes after the switch', async () => {
      expect((await move()).error).toBe('')
      await useServer(target.url)
      const { output, error } = await move()
      expect(error).toBe('')
      expect(output.at(-1)).toMatch(/^Langfuse uses http.* The previous ClickHouse still runs with its data/)
      expect(await desired()).toBe(1)
      expect((await move('--cancel')).error).toMatch(
        /^Langfuse already uses the target, so nothing was changed/,
      )
    })

    test('changes nothing while an apply is half done', async () => {
      await useServer('http://third.example.org:8123')
      expect((await move()).error).toMatch(
        /^The worker uses http:\/\/third\.example\.org:8123, but the data moves from .* Nothing was changed\./,
      )
    })

    test('rejects --dry-run with --cancel', async () => {
      expect((await move('--dry-run', '--cancel')).error).toMatch(
        /^--dry-run and --cancel exclude each other/,
      )
    })
  })
})
