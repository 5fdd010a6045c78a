import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  CreateDBClusterCommand,
  CreateDBInstanceCommand,
  DescribeDBClustersCommand,
  RDSClient,
} from '@aws-sdk/client-rds'
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { CreateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { rehearsalLines, renderRehearsal } from '../../src/cli/rehearse/report'
import { FakeLangfuse } from '../../testkit/langfuse/server'
import { loadBullMq, type Worker } from '../../testkit/bullmq/bullmq'
import { motoIsMissing } from '../../testkit/moto/moto'
import { installPart, partIsMissing } from '../../testkit/npm-part'
import { runCli } from './cli'
import { ClickHouse } from './clickhouse'
import { LocalEcs, programSource } from './local-ecs'
import { Postgres, postgresIsMissing } from './postgres'
import { Redis, redisIsMissing } from '../../testkit/redis'

describe('the report', () => {
  const steps = [
    { name: 'Write traces', seconds: 9, result: '3 of 3 traces readable', isPassed: true },
    { name: 'Back up ClickHouse', seconds: 75, result: 'Code: 598 | *exists*', isPassed: false },
  ]
  const rehearsal = { stack: 'rehearsal', steps, cost: 'about 0.39 USD an hour' }

  test('of a terminal names the step that failed', () => {
    expect(rehearsalLines(rehearsal)).toEqual([
      'Write traces (9.0 s): 3 of 3 traces readable',
      'Back up ClickHouse (1 min 15 s): FAILED: Code: 598 | *exists*',
      'Total: 1 min 24 s. Cost: about 0.39 USD an hour.',
    ])
  })

  test('of a summary escapes messages', () => {
    const lines = renderRehearsal(rehearsal).split('\n')
    expect(lines[0]).toBe('### Rehearsal of rehearsal: ❌ Back up ClickHouse')
    expect(lines.at(-3)).toBe(
      '| ❌ | Back up ClickHouse | 1\u00a0min\u00a015\u00a0s | Code\\: 598 \\\\| \\*exists\\* |',
    )
  })
})

const missing = motoIsMissing() ?? postgresIsMissing() ?? redisIsMissing() ?? partIsMissing('bullmq')

;(missing === undefined ? describe : describe.skip)(
  `rehearse (${missing ?? 'moto, PostgreSQL, Redis'})`,
  () => {
    const stack = 'rehearsal'
    const BACKUP = 'full/2026-11-24T03-00-00Z'
    let ecs: LocalEcs
    let langfuse: FakeLangfuse
    let clickhouse: ClickHouse
    let postgres: Postgres
    let redis: Redis
    let consumer: Worker
    let folder: string
    let rds: RDSClient
    let s3: S3Client

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'rehearse-'))
      ;[ecs, langfuse, clickhouse, postgres, redis] = await Promise.all([
        LocalEcs.start(stack),
        FakeLangfuse.start({ version: '4.16.0' }),
        ClickHouse.start(),
        Postgres.start('secret'),
        Redis.start(),
      ])
      clickhouse.reset()
      postgres.psql('langfuse', 'CREATE TABLE projects AS SELECT now() AS created_at')
      await ecs.createService('web', { NEXTAUTH_URL: langfuse.url })
      await ecs.createService('clickhouse')
      await ecs.createService('backup')
      await ecs.createService('worker', {
        ...postgres.environment('secret'),
        ...clickhouse.environment,
        LANGFUSE_PACKAGES: installPart('bullmq'),
        LANGFUSE_S3_EVENT_UPLOAD_BUCKET: 'blobs',
        LANGFUSE_S3_EVENT_UPLOAD_PREFIX: 'events/',
        LANGFUSE_S3_EVENT_UPLOAD_REGION: 'eu-central-1',
        LANGFUSE_S3_EVENT_UPLOAD_ENDPOINT: ecs.url,
        LANGFUSE_S3_EVENT_UPLOAD_FORCE_PATH_STYLE: 'true',
        AWS_ACCESS_KEY_ID: 'test',
        AWS_SECRET_ACCESS_KEY: 'test',
        REDIS_HOST: '127.0.0.1',
        REDIS_PORT: String(redis.port),
        REDIS_AUTH: redis.password,
      })
      ecs.commands['backup'] = ['echo', JSON.stringify({ event: 'backup_created', name: BACKUP, base: '' })]
      await new SecretsManagerClient(ecs.settings).send(
        new CreateSecretCommand({
          Name: `${stack}/api-keys`,
          SecretString: JSON.stringify({
            public_key: langfuse.keys.publicKey,
            secret_key: langfuse.keys.secretKey,
          }),
        }),
      )
      s3 = new S3Client({ ...ecs.settings, forcePathStyle: true })
      const CreateBucketConfiguration = { LocationConstraint: 'eu-central-1' as const }
      for (const Bucket of ['blobs', `${stack}-backups-123456789012-eu-central-1`])
        await s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration }))
      const backup = { Bucket: `${stack}-backups-123456789012-eu-central-1`, Body: 'x' }
      await s3.send(new PutObjectCommand({ ...backup, Key: `clickhouse/${BACKUP}/.backup` }))
      rds = new RDSClient(ecs.settings)
      await createCluster(`${stack}-postgres`)
      const { connection } = redis
      consumer = new (loadBullMq().Worker)(
        'otel-ingestion-queue',
        () => {
          restoreSpans()
          return Promise.resolve()
        },
        { connection },
      )
      ecs.answer = answer
      ecs.rewrite = (_, text) =>
        text.replace(/<LatestRestorableTime>[^<]*</, `<LatestRestorableTime>${new Date().toISOString()}<`)
    }, 120_000)
    afterAll(async () => {
      await consumer.close()
      postgres.stop()
      await Promise.all([ecs.stop(), langfuse.stop(), clickhouse.stop(), redis.stop()])
      await rm(folder, { recursive: true })
    })

    async function createCluster(DBClusterIdentifier: string): Promise<void> {
      const Engine = 'aurora-postgresql'
      await rds.send(
        new CreateDBClusterCommand({
          DBClusterIdentifier,
          Engine,
          MasterUsername: 'postgres',
          ManageMasterUserPassword: true,
        }),
      )
      await rds.send(
        new CreateDBInstanceCommand({
          DBInstanceIdentifier: `${DBClusterIdentifier}-1`,
          DBClusterIdentifier,
          DBInstanceClass: 'db.serverless',
          Engine,
        }),
      )
    }

    /** Langfuse's spans as ClickHouse would have them: those after the backup are lost by the restore. */
    const spans = () => langfuse.spans as Map<string, unknown>
    let atBackup = new Set<string>()
    const lost = new Map<string, unknown>()
    let isReplayed = true

    function restoreSpans(): void {
      if (!isReplayed) return
      for (const [key, span] of lost) spans().set(key, span)
      lost.clear()
    }

    function answer(operation: string, body: string): undefined {
      if (operation !== 'RunTask') return
      if (body.includes('backup')) atBackup = new Set(spans().keys())
      if (!programSource(body).includes('langfuse_restore')) return
      for (const [key, span] of spans()) {
        if (atBackup.has(key)) continue
        lost.set(key, span)
        spans().delete(key)
      }
      const Key = `events/otel/project-1/2026/11/28/03/00/${Date.now()}.json`
      void s3.send(new PutObjectCommand({ Bucket: 'blobs', Key, Body: '[]' }))
    }

    const rehearse = (...options: string[]) =>
      runCli(['rehearse', 'run', '--stack', stack, '--traces', '5', ...options], ecs)
    /** The rows of the report without their times. */
    const rows = (output: readonly string[]): string[] =>
      output.slice(0, -1).map((line) => line.replace(/ \((?:\d+ min )?[\d.]+ s\)/, ''))

    test('loses and restores the data of a stack, and counts all traces', async () => {
      const file = join(folder, 'summary.md')
      const { exitCode, output, error } = await rehearse('--file', file)
      expect(error).toBe('')
      expect(rows(output)).toEqual([
        'Write traces: 5 of 5 traces readable',
        `Back up ClickHouse: ${BACKUP}`,
        'Replace ClickHouse while traces are written: 10 of 10 traces readable',
        expect.stringMatching(/^Restore PostgreSQL: to 20/),
        'Restore ClickHouse: 5 of 10 traces readable; those after the backup are missing until the replay',
        'Replay the events: 10 of 10 traces readable',
      ])
      expect(exitCode).toBe(0)
      expect(output.at(-1)).toMatch(/Cost: about \d+\.\d\d USD an hour while the stack exists/)
      expect(await readFile(file, 'utf8')).toContain('### Rehearsal of rehearsal: ✅ no trace was lost\n')
    }, 120_000)

    test('deletes the clusters that restores have kept', async () => {
      const clusters = async () => {
        const { DBClusters = [] } = await rds.send(new DescribeDBClustersCommand({}))
        return DBClusters.map(({ DBClusterIdentifier }) => DBClusterIdentifier)
      }
      expect(await clusters()).toHaveLength(2)
      const clean = () => runCli(['rehearse', 'clean', '--stack', stack], ecs)
      expect((await clean()).output).toEqual([
        expect.stringMatching(/^Deleted rehearsal-postgres-before-\d{14}\.$/),
      ])
      expect(await clusters()).toEqual(['rehearsal-postgres'])
      expect((await clean()).output).toEqual(['No cluster rehearsal-postgres-before-… exists.'])
    })

    test('fails if a trace is missing after the replay', async () => {
      isReplayed = false
      // Waits end at once, so that the time limits pass.
      let skipped = 0
      const { exitCode, output } = await runCli(['rehearse', 'run', '--stack', stack, '--traces', '2'], {
        url: ecs.url,
        sleep: (ms) => {
          skipped += ms
          return new Promise((resolve) => setTimeout(resolve, Math.min(ms / 100, 20)))
        },
        monotonic: () => performance.now() + skipped,
      })
      expect(rows(output).at(-1)).toBe('Replay the events: FAILED: 2 of 4 traces readable')
      expect(exitCode).toBe(1)
    }, 120_000)

    test('reports a step that fails, and ends', async () => {
      ecs.commands['backup'] = ['sh', '-c', 'echo Code: 598. DB::Exception: Backup already exists; exit 3']
      const { exitCode, output } = await rehearse()
      ecs.commands['backup'] = ['true']
      expect(rows(output)).toHaveLength(2)
      expect(rows(output).at(-1)).toContain('Backup already exists')
      expect(exitCode).toBe(1)
    }, 60_000)

    test.each(['run', 'clean'])('%s refuses a stack that may have data of value', async (subject) => {
      for (const name of ['langfuse', 'langfuse-production', 'rehearsals']) {
        const { error } = await runCli(['rehearse', subject, '--stack', name], ecs)
        expect(error).toContain(`The name of the stack '${name}' does not contain the word rehearsal.`)
      }
    })
  },
)
