import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DescribeServicesCommand, ECSClient } from '@aws-sdk/client-ecs'
import { CreateBucketCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { gunzipSync, gzipSync } from 'node:zlib'
import { motoIsMissing } from '../../testkit/moto/moto'
import { runCli } from './cli'
import { LocalEcs } from './local-ecs'
import { Postgres, postgresIsMissing } from './postgres'

const SCRIPT = join(import.meta.dirname, '../../terraform/modules/langfuse/tiny/postgres-backup.sh')
const BACKUPS = 'langfuse-backups-123456789012-eu-central-1'
const BLOBS = 'langfuse-blobs'
const PASSWORD = 'secret'

/** Langfuse's kinds of columns and objects. The text has separators of Unicode and of the dump's format. */
const CONTENT = `
CREATE TYPE role AS ENUM ('OWNER', 'VIEWER');
CREATE TABLE projects (id text PRIMARY KEY, created_at timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP, name text, metadata jsonb, tags text[]);
CREATE TABLE members (project_id text REFERENCES projects ON DELETE CASCADE, role role, number serial);
CREATE VIEW owners AS SELECT project_id FROM members WHERE role = 'OWNER';
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN NEW.name := 'COPY x FROM stdin;'; RETURN NEW; END $f$;
INSERT INTO projects SELECT 'p' || n, '2026-11-01', E'line\\nbreak\\ttab \\\\. \\u2028\\u2029\\r é ' || n, '{"a": null}', ARRAY['x', NULL] FROM generate_series(1, 3000) n;
INSERT INTO projects VALUES ('long', '2026-11-02', repeat('ä', 200000), NULL, '{}');
INSERT INTO members SELECT 'p' || n, CASE WHEN n = 1 THEN 'OWNER' ELSE 'VIEWER' END::role FROM generate_series(1, 10) n;`

const missing = motoIsMissing() ?? postgresIsMissing()
jest.setTimeout(120_000)

;(missing === undefined ? describe : describe.skip)(
  `restore postgres --dump (${missing ?? 'moto, PostgreSQL'})`,
  () => {
    let tiny: Postgres
    let small: Postgres
    let ecs: LocalEcs
    let s3: S3Client
    let dumps: string
    let dump: string

    const sql = (server: Postgres, statement: string): string => server.psql('langfuse', statement)
    const put = (name: string, Body: Buffer) =>
      s3.send(new PutObjectCommand({ Bucket: BACKUPS, Key: `postgres/${name}`, Body }))
    const CONTENT_HASH =
      "SELECT count(*), md5(string_agg(p::text, '|' ORDER BY id)) FROM projects p UNION ALL SELECT count(*), md5(string_agg(m::text, '|' ORDER BY number)) FROM members m UNION ALL SELECT count(*), '' FROM owners"

    beforeAll(async () => {
      ;[tiny, small, ecs] = await Promise.all([
        Postgres.start(PASSWORD),
        Postgres.start(PASSWORD),
        LocalEcs.start(),
      ])
      sql(tiny, CONTENT)
      // The first start of Langfuse in size small.
      sql(
        small,
        `CREATE TABLE projects (id text PRIMARY KEY, created_at timestamp(3), extra int); INSERT INTO projects VALUES ('initial', now())`,
      )
      dumps = mkdtempSync(join(tmpdir(), 'dumps-'))
      execFileSync('bash', [SCRIPT], {
        env: {
          PATH: process.env['PATH'],
          PGHOST: '127.0.0.1',
          PGPORT: String(tiny.port),
          PGUSER: 'langfuse',
          PGDATABASE: 'langfuse',
          PGPASSWORD: PASSWORD,
          DUMPS: dumps,
        },
      })
      dump = readdirSync(dumps)[0] ?? ''
      s3 = new S3Client({ ...ecs.settings, forcePathStyle: true })
      for (const Bucket of [BACKUPS, BLOBS])
        await s3.send(
          new CreateBucketCommand({
            Bucket,
            CreateBucketConfiguration: { LocationConstraint: 'eu-central-1' },
          }),
        )
      await put(dump, readFileSync(join(dumps, dump)))
      await ecs.createService('web')
      await ecs.createService('worker', {
        ...small.environment(PASSWORD),
        LANGFUSE_S3_BATCH_EXPORT_BUCKET: BLOBS,
        LANGFUSE_S3_BATCH_EXPORT_PREFIX: 'exports/',
        LANGFUSE_S3_BATCH_EXPORT_REGION: 'eu-central-1',
        LANGFUSE_S3_BATCH_EXPORT_ENDPOINT: ecs.settings.endpoint,
        LANGFUSE_PACKAGES: process.cwd(),
        AWS_ACCESS_KEY_ID: 'test',
        AWS_SECRET_ACCESS_KEY: 'test',
      })
    }, 120_000)
    afterAll(async () => {
      await ecs.stop()
      for (const server of [tiny, small]) server.stop()
      rmSync(dumps, { recursive: true })
    })

    const restore = (name: string) => runCli(['restore', 'postgres', '--dump', name], ecs)
    const desired = async (): Promise<unknown[]> => {
      const request = { cluster: 'langfuse', services: ['langfuse-web', 'langfuse-worker'] }
      const { services } = await new ECSClient(ecs.settings).send(new DescribeServicesCommand(request))
      return services?.map(({ desiredCount }) => desiredCount) ?? []
    }
    const schemas = (): string =>
      sql(small, `SELECT nspname FROM pg_namespace WHERE nspname LIKE 'public%' ORDER BY 1`)

    test('refuses an unknown dump before anything stops', async () => {
      const { error } = await restore('2026-01-01T00-00-00Z.sql.gz')
      expect(error).toBe(
        `There is no dump 2026-01-01T00-00-00Z.sql.gz in ${BACKUPS}. The newest is ${dump}. Nothing was changed.`,
      )
      expect(ecs.started).toEqual([])
    })

    test.each([
      [
        'is cut off',
        (content: Buffer) => gzipSync(content.subarray(0, content.length / 2)),
        'The dump is incomplete. Nothing was changed.',
      ],
      ['is no gzip', () => Buffer.from('x'.repeat(1000)), 'incorrect header check'],
      [
        'has a wrong statement',
        (content: Buffer) => gzipSync(content.toString().replace('CREATE VIEW', 'CREATE VIEWS')),
        'syntax error at or near "VIEWS"',
      ],
    ])('changes nothing if the dump %s', async (_, damage, message) => {
      const name = '2026-01-02T00-00-00Z.sql.gz'
      await put(name, damage(gunzipSync(readFileSync(join(dumps, dump)))))
      expect((await restore(name)).error).toContain(message)
      expect(schemas()).toBe('public')
      expect(sql(small, 'SELECT id FROM projects')).toBe('initial')
      expect(await desired()).toEqual([1, 1])
    })

    test('restores every row while web and worker are stopped, and keeps the previous data', async () => {
      let whileRestoring: unknown[] = []
      ecs.rewrite = (operation, answer) => {
        if (operation === 'RunTask' && whileRestoring.length === 0)
          void desired().then((counts) => (whileRestoring = counts))
        return answer
      }
      const { output, error } = await restore(dump)
      expect(error).toBe('')
      expect(whileRestoring).toEqual([0, 0])
      expect(sql(small, CONTENT_HASH)).toBe(sql(tiny, CONTENT_HASH))
      expect(schemas()).toMatch(/^public\npublic_before_\d{14}$/)
      const [, previous = ''] = schemas().split('\n')
      expect(sql(small, `SELECT id FROM ${previous}.projects`)).toBe('initial')
      expect(output[0]).toBe(
        `Restored 2 tables from ${dump}. The previous data is the schema ${previous}. Drop it when you no longer need it: langfuse-deploy query postgres 'DROP SCHEMA ${previous} CASCADE' --write --stack langfuse`,
      )
      expect(output[1]).toMatch(/^It has 3001 projects; the newest is of 2026-11-02/)
      expect(output.at(-1)).toMatch(/--from \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ --to /)
      expect(await desired()).toEqual([1, 1])
      // The next row gets the next number.
      expect(sql(small, "INSERT INTO members (project_id) VALUES ('p1') RETURNING number")).toBe('11')
    })

    test('leaves no copy of the dump where Langfuse keeps exports', async () => {
      const { KeyCount } = await s3.send(new ListObjectsV2Command({ Bucket: BLOBS }))
      expect(KeyCount).toBe(0)
    })

    test.each([[['--dump', 'x', '--to', '2026-11-25T02:55:00Z']], [[]]])(
      'needs one source: %j',
      async (options) => {
        expect((await runCli(['restore', 'postgres', ...options], ecs)).error).toMatch(
          /^restore postgres needs either --to TIME or --dump NAME/,
        )
      },
    )

    test('backups list shows dumps, and backups create waits for a new one', async () => {
      await ecs.createService('backup')
      await ecs.createService('postgres-backup')
      ecs.commands['backup'] = ['sh', '-c', `echo '{"event":"backup_created","name":"full/x"}'`]
      ecs.commands['postgres-backup'] = [
        'sh',
        '-c',
        `echo '{"event":"postgres_dumped","name":"2026-11-28T09-00-00Z.sql.gz"}'`,
      ]
      const upload = setTimeout(() => void put('2026-11-28T09-00-00Z.sql.gz', Buffer.from('x')), 3000)
      const { output, error } = await runCli(['backups', 'create'], ecs)
      clearTimeout(upload)
      expect({ error, last: output.at(-1) }).toEqual({
        error: '',
        last: 'Dumped PostgreSQL to 2026-11-28T09-00-00Z.sql.gz.',
      })
      expect((await runCli(['backups', 'list'], ecs)).output).toContain(dump)
    })
  },
)
