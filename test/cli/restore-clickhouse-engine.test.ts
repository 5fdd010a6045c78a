import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { run } from '../../src/cli/programs/restore-clickhouse'
import { ClickHouse, engineIsMissing } from '../../testkit/clickhouse/server'
import { Moto, motoIsMissing } from '../../testkit/moto/moto'

const CREDENTIALS = ['AKIAFAKEFAKEFAKEFAKE', 'fake-secret-access-key'] as const
const missing = engineIsMissing() ?? motoIsMissing()

;(missing === undefined ? describe : describe.skip)(
  `a restore of ClickHouse (${missing ?? 'chdb, moto'})`,
  () => {
    let clickhouse: ClickHouse
    let moto: Moto

    /** The disk `backups` of the stack's configuration, which the engine cannot have. */
    const onS3 = (sql: string): string =>
      sql.replaceAll(
        /Disk\('backups', '([^']+)'\)/g,
        `S3('${moto.url}/backups/$1', '${CREDENTIALS.join("', '")}')`,
      )

    beforeAll(async () => {
      ;[clickhouse, moto] = await Promise.all([ClickHouse.start(), Moto.start()])
      const [accessKeyId, secretAccessKey] = CREDENTIALS
      const s3 = new S3Client({
        region: 'us-east-1',
        endpoint: moto.url,
        forcePathStyle: true,
        credentials: { accessKeyId, secretAccessKey },
      })
      await s3.send(new CreateBucketCommand({ Bucket: 'backups' }))
      s3.destroy()
      clickhouse.rewrite = onS3
      // The engine's own database cannot be renamed.
      await clickhouse.query('DROP DATABASE default SYNC')
      await clickhouse.query('CREATE DATABASE default ENGINE = Atomic')
    }, 60_000)
    afterAll(() => Promise.all([clickhouse.stop(), moto.stop()]))

    const execute = (sql: string) => clickhouse.query(onS3(sql))
    const values = async () =>
      (
        await clickhouse.query(
          'SELECT groupArray(value) AS found FROM (SELECT value FROM default.traces ORDER BY value)',
        )
      )[0]?.['found']

    test('brings back a full and an incremental backup, and keeps the previous data', async () => {
      await execute('CREATE TABLE default.traces (value String) ENGINE = MergeTree ORDER BY value')
      await execute("INSERT INTO default.traces VALUES ('one')")
      await execute("BACKUP DATABASE default TO Disk('backups', 'full/1') FORMAT Null")
      await execute("INSERT INTO default.traces VALUES ('two')")
      await execute(
        "BACKUP DATABASE default TO Disk('backups', 'incremental/2') SETTINGS base_backup = Disk('backups', 'full/1') FORMAT Null",
      )
      await execute("INSERT INTO default.traces VALUES ('lost')")

      const events: Record<string, unknown>[] = []
      const runtime = {
        env: clickhouse.environment('CLICKHOUSE'),
        emit: (kind: string, value: unknown) => events.push({ [kind]: value }),
      }
      await run({ backup: 'incremental/2', pollMs: 10 }, runtime)
      expect(await values()).toEqual(['one', 'two'])
      expect(events.slice(-2)[0]).toEqual({ table: { name: 'traces', restored: '2', before: '3' } })

      await run({ backup: 'full/1', pollMs: 10 }, runtime)
      expect(await values()).toEqual(['one'])
    }, 60_000)

    test('puts the previous data back if a backup does not exist', async () => {
      await expect(
        run(
          { backup: 'full/none', pollMs: 10 },
          { env: clickhouse.environment('CLICKHOUSE'), emit: () => undefined },
        ),
      ).rejects.toThrow('ClickHouse could not restore full/none')
      expect(await values()).toEqual(['one'])
    }, 60_000)
  },
)
