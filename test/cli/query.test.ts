import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { motoIsMissing } from '../../testkit/moto/moto'
import { runCli } from './cli'
import { LocalEcs } from './local-ecs'
import { Postgres, postgresIsMissing } from './postgres'

const PASSWORD = 'p4ssw0rd'

const missing = motoIsMissing() ?? postgresIsMissing()

;(missing === undefined ? describe : describe.skip)(`query (${missing ?? 'moto, PostgreSQL'})`, () => {
  let ecs: LocalEcs
  let postgres: Postgres
  let clickhouse: ClickHouse

  beforeAll(async () => {
    ;[ecs, postgres, clickhouse] = await Promise.all([
      LocalEcs.start(),
      Postgres.start(PASSWORD),
      ClickHouse.start(),
    ])
    await ecs.createService('worker', { ...postgres.environment(PASSWORD), ...clickhouse.environment })
  }, 120_000)
  beforeEach(() => {
    ecs.started.length = 0
    clickhouse.requests.length = 0
  })
  afterAll(async () => {
    postgres.stop()
    await Promise.all([ecs.stop(), clickhouse.stop()])
  })

  const query = (...args: string[]) => runCli(['query', ...args], ecs)

  describe('postgres', () => {
    test('prints a table', async () => {
      const sql =
        "SELECT n, CASE WHEN n = 2 THEN NULL ELSE repeat('ab', n) END AS word FROM generate_series(1, 3) n"
      const { output, error } = await query('postgres', sql)
      expect(error).toBe('')
      expect(output).toEqual(['n  word', '-  ------', '1  ab', '2  NULL', '3  ababab'])
    })

    test("runs in the worker's network, with its task definition", async () => {
      await query('postgres', 'SELECT 1')
      expect(ecs.started).toMatchObject([
        {
          taskDefinition: expect.stringContaining('langfuse-worker'),
          networkConfiguration: {
            awsvpcConfiguration: { subnets: [ecs.subnet], securityGroups: [ecs.securityGroups['worker']] },
          },
        },
      ])
    })

    test('prints values of any length and content as JSON', async () => {
      const { output } = await query(
        'postgres',
        "SELECT repeat('ü', 20000) || E'\\n@1=row' AS long",
        '--json',
      )
      expect(output.map((line): unknown => JSON.parse(line))).toEqual([
        { long: `${'ü'.repeat(20000)}\n@1=row` },
      ])
    })

    test('stops after --max-rows and says so', async () => {
      const { output, progress } = await query(
        'postgres',
        'SELECT * FROM generate_series(1, 9) n',
        '--max-rows',
        '2',
      )
      expect(output).toEqual(['n', '-', '1', '2'])
      expect(progress.at(-1)).toBe('Only the first 2 rows are shown. Use LIMIT, or raise --max-rows.')
    })

    test.each([
      [
        'a change',
        'CREATE TABLE t (n int)',
        'cannot execute CREATE TABLE in a read-only transaction (SQLSTATE 25006)',
      ],
      [
        'a second statement',
        'COMMIT; CREATE TABLE t (n int)',
        'cannot insert multiple commands into a prepared statement',
      ],
      [
        'a change in a block that leaves read-only mode',
        'DO $$ BEGIN SET transaction_read_only = off; CREATE TABLE t (n int); END $$',
        'transaction read-write mode must be set before any query',
      ],
    ])('refuses %s', async (_, sql, message) => {
      const { error, exitCode } = await query('postgres', sql)
      expect(exitCode).toBe(1)
      expect(error).toContain(message)
    })

    test('changes data with --write', async () => {
      expect((await query('postgres', 'CREATE TABLE written (n int)', '--write')).output).toEqual([
        'CREATE TABLE',
      ])
      await query('postgres', 'INSERT INTO written VALUES (7)', '--write')
      expect((await query('postgres', 'SELECT n FROM written')).output.at(-1)).toBe('7')
    })

    test('does not wait for rows of a COPY statement', async () => {
      await query('postgres', 'CREATE TABLE copied (n int)', '--write')
      expect((await query('postgres', 'COPY copied FROM STDIN', '--write')).error).toBe(
        'The task failed: COPY FROM STDIN needs rows, which a query has not. Use INSERT.',
      )
    })

    test('is cancelled if its task ends', async () => {
      const { output } = await query('postgres', 'SHOW client_connection_check_interval')
      expect(output.at(-1)).toBe('10s')
    })

    test('reports an error in the statement', async () => {
      expect((await query('postgres', 'SELECT nothing')).error).toBe(
        'The task failed: column "nothing" does not exist (SQLSTATE 42703)',
      )
    })
  })

  describe('clickhouse', () => {
    test("reads with readonly, as the stack's user", async () => {
      clickhouse.answer = ['["count()","day"]', '["18446744073709551615","2026-11-25"]']
      const { output } = await query('clickhouse', 'SELECT count(), day FROM traces SETTINGS max_threads = 1')
      expect(output).toEqual([
        'count()               day',
        '--------------------  ----------',
        '18446744073709551615  2026-11-25',
      ])
      expect(clickhouse.requests).toEqual([
        {
          body: 'SELECT count(), day FROM traces SETTINGS max_threads = 1',
          user: 'langfuse',
          key: 'secret',
          settings: expect.objectContaining({
            default_format: 'JSONCompactEachRowWithNames',
            wait_end_of_query: '1',
            readonly: '2',
            limit: '1001',
          }),
        },
      ])
    })

    test('writes with --write', async () => {
      clickhouse.answer = []
      expect((await query('clickhouse', 'DROP DATABASE x', '--write')).output).toEqual([])
      for (const setting of ['readonly', 'limit'])
        expect(clickhouse.requests[0]?.settings).not.toHaveProperty(setting)
    })

    test('prints the text of a FORMAT clause', async () => {
      clickhouse.answer = ['a\tb', '1\t2']
      clickhouse.format = 'TSVWithNames'
      clickhouse.summary = '{"read_rows":"9","result_rows":"1001"}'
      const { output, progress } = await query('clickhouse', 'SELECT 1 AS a, 2 AS b FORMAT TSVWithNames')
      expect(output).toEqual(['a\tb', '1\t2'])
      expect(progress.at(-1)).toBe('Only the first 1000 rows are shown. Use LIMIT, or raise --max-rows.')
      clickhouse.format = 'JSONCompactEachRowWithNames'
    })

    test("reports ClickHouse's message", async () => {
      clickhouse.failure =
        'Code: 164. DB::Exception: langfuse: Cannot execute query in readonly mode. (READONLY)'
      expect((await query('clickhouse', 'DROP DATABASE default')).error).toBe(
        `The task failed: ${clickhouse.failure}`,
      )
    })
  })

  describe('a task that fails', () => {
    test('before it starts shows the reason of ECS', async () => {
      ecs.refusal = 'RESOURCE:FARGATE'
      expect((await query('postgres', 'SELECT 1')).error).toMatch(
        /^ECS did not start the task: RESOURCE:FARGATE\. /,
      )
    })

    test('while it starts shows stoppedReason and the command for its log', async () => {
      ecs.stoppedReason = 'CannotPullContainerError: not found'
      const { error, progress } = await query('postgres', 'SELECT 1')
      expect(error).toContain(
        'The task failed: CannotPullContainerError: not found. The container did not start.',
      )
      expect(error).toMatch(
        /Complete log: aws logs get-log-events --log-group-name \/langfuse\/worker --log-stream-name worker\/worker\/\w+/,
      )
      expect(progress).toEqual([])
    })

    test('outside of the program shows the last log lines', async () => {
      const { containers } = ecs
      const worker = containers['worker'] ?? {}
      containers['worker'] = { ...worker, NODE_OPTIONS: '--unknown-option' }
      const { error } = await query('postgres', 'SELECT 1')
      containers['worker'] = worker
      expect(error).toContain('Exit code 9')
      expect(error).toContain('--unknown-option is not allowed in NODE_OPTIONS')
    })

    test('because the password is wrong shows the reason of PostgreSQL', async () => {
      const worker = ecs.containers['worker'] ?? {}
      ecs.containers['worker'] = { ...worker, DATABASE_PASSWORD: 'wrong' }
      const { error } = await query('postgres', 'SELECT 1')
      ecs.containers['worker'] = worker
      expect(error).toBe(
        'The task failed: password authentication failed for user "langfuse" (SQLSTATE 28P01)',
      )
    })
  })

  test('a statement above the limit of ECS is rejected before a task starts', async () => {
    const random = Array.from({ length: 12_000 }, () => Math.random().toString(36).at(-1)).join('')
    const { error } = await query('postgres', `SELECT '${random}'`)
    expect(error).toMatch(
      /The task needs overrides of \d+ characters; ECS allows 8192\. Shorten the statement\./,
    )
    expect(ecs.started).toEqual([])
  })

  test('a missing stack is named', async () => {
    expect((await query('postgres', 'SELECT 1', '--stack', 'other')).error).toBe(
      'The service other-worker does not exist in the cluster other in eu-central-1. Check --stack and --region; the stack must have been applied.',
    )
  })
})

/** ClickHouse's HTTP interface, as far as a query uses it (https://clickhouse.com/docs/interfaces/http). */
class ClickHouse {
  readonly requests: { body: string; user: unknown; key: unknown; settings: Record<string, string> }[] = []
  answer: readonly string[] = []
  format = 'JSONCompactEachRowWithNames'
  summary = '{}'
  failure: string | undefined

  private constructor(private readonly server: Server) {}

  static async start(): Promise<ClickHouse> {
    const server = createServer()
    const clickhouse = new ClickHouse(server)
    server.on('request', (from: IncomingMessage, to) => {
      void text(from).then((body) => {
        const url = new URL(from.url ?? '/', 'http://localhost')
        const { 'x-clickhouse-user': user, 'x-clickhouse-key': key } = from.headers
        clickhouse.requests.push({ body, user, key, settings: Object.fromEntries(url.searchParams) })
        const { failure, answer, format, summary } = clickhouse
        if (failure !== undefined) to.writeHead(500).end(failure)
        else
          to.writeHead(200, { 'x-clickhouse-format': format, 'x-clickhouse-summary': summary }).end(
            answer.map((line) => `${line}\n`).join(''),
          )
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return clickhouse
  }

  get environment(): Record<string, string> {
    const { port } = this.server.address() as AddressInfo
    return {
      CLICKHOUSE_URL: `http://127.0.0.1:${port}`,
      CLICKHOUSE_USER: 'langfuse',
      CLICKHOUSE_PASSWORD: 'secret',
    }
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
  }
}
