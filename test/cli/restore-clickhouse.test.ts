import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { DescribeServicesCommand, ECSClient } from '@aws-sdk/client-ecs'
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { run } from '../../src/cli/programs/restore-clickhouse'
import { motoIsMissing } from '../../testkit/moto/moto'
import { runCli } from './cli'
import { ClickHouse } from './clickhouse'
import { LocalEcs } from './local-ecs'

const BACKUP = 'incremental/2026-11-25T03-00-00Z'

let clickhouse: ClickHouse
beforeAll(async () => {
  clickhouse = await ClickHouse.start()
})
beforeEach(() => {
  clickhouse.reset()
})
afterAll(() => clickhouse.stop())

const previous = (): [string, string][] =>
  [...clickhouse.databases].filter(([name]) => name.startsWith('default_before_'))
const count = (pattern: RegExp): number => clickhouse.statements.filter((sql) => pattern.test(sql)).length

describe('the program', () => {
  const restore = async (backup = BACKUP): Promise<Record<string, unknown>[]> => {
    const events: Record<string, unknown>[] = []
    await run(
      { backup, pollMs: 1 },
      { env: clickhouse.environment, emit: (kind, value) => events.push({ [kind]: value }) },
    )
    return events
  }

  test('keeps the previous data as another database', async () => {
    const events = await restore()
    expect(clickhouse.databases.get('default')).toBe('restored data')
    expect(previous()).toMatchObject([[expect.stringMatching(/^default_before_\d{14}$/), 'old data']])
    expect(clickhouse.databases.has('langfuse_restore')).toBe(false)
    expect(clickhouse.statements).toContain(
      `DROP VIEW IF EXISTS ${previous()[0]?.[0] ?? ''}.\`events_mv\` SYNC`,
    )
    expect(events.filter((event) => 'database' in event).map(({ database }) => database)).toEqual([
      { state: 'previous' },
      { state: 'incomplete' },
    ])
    expect(events.slice(-2)).toEqual([
      { table: { name: 'events_full', restored: '40', before: '58' } },
      { restored: { backup: BACKUP, previous: previous()[0]?.[0] } },
    ])
  })

  test('keeps the previous data of both of two restores in the same second', async () => {
    jest.useFakeTimers({ now: Date.UTC(2026, 10, 28), doNotFake: ['setTimeout', 'setImmediate', 'nextTick'] })
    try {
      await restore()
      await restore()
    } finally {
      jest.useRealTimers()
    }
    expect(previous()).toEqual([
      ['default_before_20261128000000', 'old data'],
      ['default_before_20261128000000_2', 'restored data'],
    ])
  })

  test('returns the previous data if the restore fails', async () => {
    clickhouse.outcome = { status: 'RESTORE_FAILED', polls: 1 }
    await expect(restore()).rejects.toThrow(
      `ClickHouse could not restore ${BACKUP}: Code: 599. DB::Exception: Backup not found. (BACKUP_NOT_FOUND). The previous data is in place again.`,
    )
    expect([...clickhouse.databases]).toEqual([
      ['system', ''],
      ['default', 'old data'],
    ])
  })

  test.each([
    ['the mark', /^CREATE DATABASE/],
    ['the rename', /^RENAME DATABASE default/],
    ['the start of the restore', /^RESTORE/],
    ['a poll', /system\.backups/],
    ['the mark of the end', /^ALTER DATABASE/],
    ['the view', /^DROP VIEW/],
    ['the end', /^DROP DATABASE IF EXISTS langfuse_restore/],
  ])('continues after an interruption at %s', async (step, diesAt) => {
    clickhouse.diesAt = diesAt
    await expect(restore()).rejects.toThrow('does not answer: socket hang up')
    if (step !== 'the end') await restore()
    expect(clickhouse.databases.get('default')).toBe('restored data')
    expect(previous().map(([, content]) => content)).toEqual(['old data'])
    expect(clickhouse.databases.has('langfuse_restore')).toBe(false)
    expect(count(/^RESTORE/)).toBe(1)
  })

  test('starts a restore again that ClickHouse lost in a restart', async () => {
    clickhouse.diesAt = /^RESTORE/
    await expect(restore()).rejects.toThrow('does not answer: socket hang up')
    clickhouse.restores = []
    await restore()
    expect(clickhouse.databases.get('default')).toBe('restored data')
    expect(previous().map(([, content]) => content)).toEqual(['old data'])
    expect(count(/^RESTORE/)).toBe(2)
  })

  test('does not take an earlier restore of the same backup for the interrupted one', async () => {
    await restore()
    clickhouse.diesAt = /^RENAME DATABASE default/
    await expect(restore()).rejects.toThrow('does not answer: socket hang up')
    await restore()
    expect(clickhouse.databases.get('default')).toBe('restored data')
    expect(count(/^RESTORE/)).toBe(2)
  })

  test('does not restore again what ClickHouse has restored before it was restarted', async () => {
    clickhouse.diesAt = /^DROP VIEW/
    await expect(restore()).rejects.toThrow('does not answer: socket hang up')
    // The previous data lacks its views and must not return.
    clickhouse.restores = []
    clickhouse.outcome = { status: 'RESTORE_FAILED', polls: 1 }
    await restore()
    expect(clickhouse.databases.get('default')).toBe('restored data')
    expect(count(/^RESTORE/)).toBe(1)
  })

  describe('of another backup than the unfinished one', () => {
    const OTHER = 'full/2026-11-20T03-00-00Z'

    test('waits while ClickHouse restores that', async () => {
      clickhouse.diesAt = /^RESTORE/
      await expect(restore()).rejects.toThrow('does not answer: socket hang up')
      clickhouse.outcome.polls = 9
      await expect(restore(OTHER)).rejects.toThrow(
        `ClickHouse still restores ${BACKUP}. Wait for its end: langfuse-deploy restore clickhouse ${BACKUP}`,
      )
      expect(previous().map(([, content]) => content)).toEqual(['old data'])
    })

    test.each([
      ['never started', /^RENAME DATABASE default/, 1],
      ['was lost in a restart', /^RESTORE/, 1],
      ['is complete', /^DROP VIEW/, 2],
    ])('ends one that %s, and keeps the data from before', async (_, diesAt, copies) => {
      clickhouse.diesAt = diesAt
      await expect(restore()).rejects.toThrow('does not answer: socket hang up')
      clickhouse.restores = []
      const events = await restore(OTHER)
      expect(clickhouse.databases.get('default')).toBe('restored data')
      expect(previous().map(([, content]) => content)).toEqual(['old data', 'restored data'].slice(0, copies))
      expect(clickhouse.databases.has('langfuse_restore')).toBe(false)
      expect(events.at(-1)).toMatchObject({ restored: { backup: OTHER } })
    })
  })

  test('two tasks at once finish one restore', async () => {
    clickhouse.diesAt = /^RESTORE/
    await expect(restore()).rejects.toThrow('does not answer: socket hang up')
    clickhouse.outcome.polls = 6
    await Promise.all([restore(), restore()])
    expect(clickhouse.databases.get('default')).toBe('restored data')
    expect(previous().map(([, content]) => content)).toEqual(['old data'])
    expect(count(/^RESTORE/)).toBe(1)
  })

  test('restores into a new ClickHouse, which has no data', async () => {
    clickhouse.databases.delete('default')
    await restore()
    expect(clickhouse.databases.get('default')).toBe('restored data')
    expect(previous()).toEqual([])
  })
})

const missing = motoIsMissing()

;(missing === undefined ? describe : describe.skip)(
  `backups and restore clickhouse (${missing ?? 'moto'})`,
  () => {
    let ecs: LocalEcs

    beforeAll(async () => {
      ecs = await LocalEcs.start()
      for (const component of ['web', 'clickhouse']) await ecs.createService(component)
      await ecs.createService('worker', clickhouse.environment)
      const s3 = new S3Client({ ...ecs.settings, forcePathStyle: true })
      const Bucket = 'langfuse-backups-123456789012-eu-central-1'
      await s3.send(
        new CreateBucketCommand({
          Bucket,
          CreateBucketConfiguration: { LocationConstraint: 'eu-central-1' },
        }),
      )
      const complete = ['full/2026-11-24T03-00-00Z', BACKUP, 'incremental/2026-11-20T03-00-00Z'].map(
        (name) => `${name}/.backup`,
      )
      for (const key of [...complete, 'full/2026-11-25T04-00-00Z/data/all.bin'])
        await s3.send(new PutObjectCommand({ Bucket, Key: `clickhouse/${key}`, Body: 'x' }))
    }, 60_000)
    afterAll(() => ecs.stop())

    const desired = async (): Promise<unknown[]> => {
      const { services } = await new ECSClient(ecs.settings).send(
        new DescribeServicesCommand({ cluster: 'langfuse', services: ['langfuse-web', 'langfuse-worker'] }),
      )
      return services?.map(({ desiredCount }) => desiredCount) ?? []
    }

    test('creates a backup with the task of the stack', async () => {
      await ecs.createService('backup')
      ecs.commands['backup'] = [
        'sh',
        '-c',
        `echo '{"event":"backup_created","name":"full/x"}'; test "$COMMAND" = backup`,
      ]
      const { output, error } = await runCli(['backups', 'create'], ecs)
      expect({ output, error }).toEqual({ output: ['{"event":"backup_created","name":"full/x"}'], error: '' })
      expect(ecs.started.at(-1)).toMatchObject({
        networkConfiguration: { awsvpcConfiguration: { securityGroups: [ecs.securityGroups['backup']] } },
      })
    })

    test('shows the log of a backup that fails', async () => {
      ecs.commands['backup'] = ['sh', '-c', 'echo Code: 598. DB::Exception: Backup already exists; exit 3']
      const { error } = await runCli(['backups', 'create'], ecs)
      expect(error).toContain(
        'Exit code 3.\nLast lines of its log:\n  Code: 598. DB::Exception: Backup already exists',
      )
    })

    test('lists complete backups without ClickHouse, and which can be restored', async () => {
      const { output } = await runCli(['backups', 'list'], ecs)
      expect(output.map((line) => line.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/, '<time>'))).toEqual([
        expect.stringMatching(/^backup +completed +needs$/),
        expect.any(String),
        expect.stringMatching(/^incremental\/2026-11-20T03-00-00Z +<time> +a full backup that has expired$/),
        expect.stringMatching(/^full\/2026-11-24T03-00-00Z +<time> +-$/),
        expect.stringMatching(/^incremental\/2026-11-25T03-00-00Z +<time> +full\/2026-11-24T03-00-00Z$/),
      ])
      expect(clickhouse.statements).toEqual([])
    })

    test.each([
      [
        'full/2026-11-25T04-00-00Z',
        'There is no complete backup full/2026-11-25T04-00-00Z. The newest is incremental/2026-11-25T03-00-00Z.',
      ],
      [
        'incremental/2026-11-20T03-00-00Z',
        'The full backup that incremental/2026-11-20T03-00-00Z needs has expired.',
      ],
      ["full/x'); DROP", 'is not the name of a backup'],
    ])('refuses %s before anything stops', async (backup, message) => {
      expect((await runCli(['restore', 'clickhouse', backup], ecs)).error).toContain(message)
      expect(await desired()).toEqual([1, 1])
    })

    test('restores while web and worker are stopped, and starts them again', async () => {
      clickhouse.outcome.polls = 1
      let whileRestoring: unknown[] = []
      ecs.rewrite = (operation, answer) => {
        if (operation === 'RunTask') void desired().then((counts) => (whileRestoring = counts))
        return answer
      }
      const { output, error } = await runCli(['restore', 'clickhouse', BACKUP], ecs)
      expect(error).toBe('')
      expect(whileRestoring).toEqual([0, 0])
      expect(output.slice(0, 3)).toEqual([
        'table        rows restored  rows before',
        '-----------  -------------  -----------',
        'events_full  40             58',
      ])
      expect(output[3]).toMatch(
        /^Restored incremental\/2026-11-25T03-00-00Z\. The previous data is the database default_before_\d{14}\. Drop it/,
      )
      expect(output.at(-1)).toMatch(
        /^Next: replay the events since the backup: langfuse-deploy replay --stack langfuse --from 2026-11-25T03:00:00Z --to \d{4}-/,
      )
      expect(await desired()).toEqual([1, 1])
    })

    test('starts web and worker after a failed restore too', async () => {
      clickhouse.outcome = { status: 'RESTORE_FAILED', polls: 1 }
      expect((await runCli(['restore', 'clickhouse', BACKUP], ecs)).error).toContain(
        'The previous data is in place again.',
      )
      expect(await desired()).toEqual([1, 1])
    })

    test('leaves web and worker stopped while the database is incomplete, and continues', async () => {
      clickhouse.diesAt = /system\.backups/
      const { error, progress } = await runCli(['restore', 'clickhouse', BACKUP], ecs)
      expect(error).toContain('does not answer: socket hang up')
      expect(progress.at(-1)).toBe(
        `web and worker stay stopped, because the data is not complete. Run the same command again: it continues. langfuse-deploy restore clickhouse ${BACKUP} --stack langfuse --region eu-central-1`,
      )
      expect(await desired()).toEqual([0, 0])
      expect((await runCli(['restore', 'clickhouse', BACKUP], ecs)).error).toBe('')
      expect(await desired()).toEqual([1, 1])
      expect(count(/^RESTORE/)).toBe(1)
    })

    test('starts web and worker if ECS starts no task', async () => {
      ecs.refusal = 'RESOURCE:MEMORY'
      const { error } = await runCli(['restore', 'clickhouse', BACKUP], ecs)
      expect(error).toContain('RESOURCE:MEMORY')
      expect(await desired()).toEqual([1, 1])
    })

    test('refuses another backup while a restore runs, and starts nothing before its end', async () => {
      clickhouse.outcome.polls = Number.POSITIVE_INFINITY
      const first = runCli(['restore', 'clickhouse', BACKUP], ecs)
      while (count(/^RESTORE/) === 0) await new Promise((resolve) => setTimeout(resolve, 5))
      const other = await runCli(['restore', 'clickhouse', 'full/2026-11-24T03-00-00Z'], ecs)
      expect(other.error).toMatch(
        /^Another run of langfuse-deploy has started the task arn:\S+, which is still running\. This run has not started its own\./,
      )
      expect(await desired()).toEqual([0, 0])
      clickhouse.outcome.polls = 1
      expect((await first).error).toBe('')
      expect(count(/^RENAME/)).toBe(1)
      expect(await desired()).toEqual([1, 1])
    })
  },
)
