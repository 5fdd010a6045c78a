import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { jobOf } from '../../src/cli/programs/replay'
import { type Job, loadBullMq, type Queue } from '../../testkit/bullmq/bullmq'
import { motoIsMissing } from '../../testkit/moto/moto'
import { installPart, partIsMissing } from '../../testkit/npm-part'
import { runCli } from './cli'
import { LocalEcs } from './local-ecs'
import { Redis, redisIsMissing } from '../../testkit/redis'

const OTEL = 'otel/project-1/2026/11/25/03/00/5b0e4d3a-0000-4000-8000-000000000001.json'

describe('the job of a file', () => {
  // As web/src/pages/api/admin/ingestion-replay.ts of Langfuse 4.16 and 3.225.4 makes them, except for the key prefix of
  // OpenTelemetry files. The payloads have no field that packages/shared/src/server/queues.ts of 3.225.4 (IngestionEvent,
  // OtelIngestionEvent) does not know. Queues have shards only in a Redis cluster (redis/ingestionQueue.ts), which replay rejects.
  test('with OpenTelemetry spans has the key as it is in the bucket', () => {
    expect(jobOf(`events/${OTEL}`, 'events/')).toEqual({
      queue: 'otel-ingestion-queue',
      name: 'otel-ingestion-job',
      id: expect.stringMatching(/^replay-[0-9a-f]{32}$/),
      data: {
        id: expect.stringMatching(/^replay-/),
        timestamp: expect.any(Date),
        name: 'otel-ingestion-job',
        payload: {
          data: { fileKey: `events/${OTEL}`, publicKey: '' },
          authCheck: { validKey: true, scope: { projectId: 'project-1', accessLevel: 'project' } },
          sdkName: 'unknown',
          sdkVersion: 'unknown',
        },
      },
    })
  })

  test('of the ingestion API has the prefix of its entity', () => {
    expect(jobOf('events/project-1/trace/a/b/event-1.json', 'events/')).toEqual({
      queue: 'secondary-ingestion-queue',
      name: 'ingestion-job',
      id: expect.stringMatching(/^replay-[0-9a-f]{32}$/),
      data: {
        id: expect.stringMatching(/^replay-/),
        timestamp: expect.any(Date),
        name: 'ingestion-job',
        payload: {
          data: {
            type: 'trace-create',
            eventBodyId: 'a/b',
            fileKey: 'event-1',
            bucketPrefix: 'events/project-1/trace/a/b/',
            ingestionApiKey: '',
            ingestionSdkName: 'unknown',
            ingestionSdkVersion: 'unknown',
          },
          authCheck: { validKey: true, scope: { projectId: 'project-1' } },
        },
      },
    })
  })

  test.each([
    ['trace', 'trace-create'],
    ['observation', 'observation-create'],
    ['score', 'score-create'],
    ['dataset_run_item', 'dataset-run-item-create'],
  ])('in the folder %s has the type %s', (entity, type) => {
    expect(jobOf(`p/${entity}/i/e.json`, '')).toMatchObject({ data: { payload: { data: { type } } } })
  })

  // sdk_log is Langfuse's folder of SDK logs, which its own replay skips, too.
  test.each([
    'events/otel/project-1/x.json',
    'events/otel/project-1/2026/11/25/03/00/a.b.json',
    'events/project-1/sdk_log/i/e.json',
    'events/readme.txt',
  ])('%s is no event', (key) => {
    expect(jobOf(key, 'events/')).toBeUndefined()
  })

  test('has an id of its own that depends on the key only', () => {
    const id = (key: string): string | undefined => jobOf(key, '')?.id
    expect(id('p/trace/i/e.json')).toBe(id('p/trace/i/e.json'))
    expect(id('p/trace/i/e.json')).not.toBe(id('p/trace/i/f.json'))
  })
})

const missing = motoIsMissing() ?? redisIsMissing() ?? partIsMissing('bullmq')

;(missing === undefined ? describe : describe.skip)(`replay (${missing ?? 'moto, Redis, BullMQ'})`, () => {
  let ecs: LocalEcs
  let redis: Redis
  const { Queue, UnrecoverableError, Worker } = loadBullMq()
  let queues: Record<'otel' | 'standard', Queue>
  /** After the events of the range, before a later one. */
  let middle: Date

  beforeAll(async () => {
    ;[ecs, redis] = await Promise.all([LocalEcs.start(), Redis.start()])
    await ecs.createService('worker', {
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
    const { connection } = redis
    queues = {
      otel: new Queue('otel-ingestion-queue', { connection }),
      standard: new Queue('secondary-ingestion-queue', { connection }),
    }
    const s3 = new S3Client({ ...ecs.settings, forcePathStyle: true })
    await s3.send(
      new CreateBucketCommand({
        Bucket: 'blobs',
        CreateBucketConfiguration: { LocationConstraint: 'eu-central-1' },
      }),
    )
    const put = (Key: string) => s3.send(new PutObjectCommand({ Bucket: 'blobs', Key, Body: '[]' }))
    await Promise.all(keys.map(put))
    // S3 has seconds only.
    await new Promise((resolve) => setTimeout(resolve, 1100))
    middle = new Date(Math.ceil(Date.now() / 1000) * 1000)
    await new Promise((resolve) => setTimeout(resolve, 1100))
    await put('events/project-1/trace/late/event.json')
  }, 90_000)
  afterAll(async () => {
    await Promise.all(Object.values(queues).map((queue) => queue.close()))
    await Promise.all([ecs.stop(), redis.stop()])
  })

  const OTEL_COUNT = 1200
  const keys = [
    ...Array.from(
      { length: OTEL_COUNT },
      (_, number) => `events/otel/project-1/2026/11/25/03/00/${number}.json`,
    ),
    'events/project-1/trace/t1/e1.json',
    'events/project-1/trace/t1/e2.json',
    'events/project-1/score/s1/e3.json',
    'events/project-1/notes.txt',
    'media/project-1/trace/m/x.json',
  ]

  const range = () => ['--from', '2026-11-01T00:00:00Z', '--to', middle.toISOString().replace('.000Z', 'Z')]
  const replay = (...options: string[]) => runCli(['replay', ...range(), ...options], ecs)
  const waiting = () => Promise.all([queues.otel.getWaitingCount(), queues.standard.getWaitingCount()])

  /** Consumes a queue as Langfuse's worker does. */
  async function consume(
    queue: Queue,
    process: (job: Job<never>) => Promise<void>,
    count: number,
  ): Promise<void> {
    const worker = new Worker(queue.name, process, { connection: redis.connection, concurrency: 20 })
    await new Promise<void>((resolve) => {
      let seen = 0
      worker.on('completed', () => {
        seen += 1
        if (seen === count) resolve()
      })
    })
    await worker.close()
  }

  test('a dry run counts only', async () => {
    const { output, error } = await replay('--dry-run')
    expect(error).toBe('')
    expect(output).toEqual([
      `${OTEL_COUNT + 3} events would be queued. Nothing was changed.`,
      '1 files are no events and were skipped.',
    ])
    expect(await waiting()).toEqual([0, 0])
  }, 60_000)

  test('queues the events of the range, with progress', async () => {
    const { output, progress, error } = await replay()
    expect(error).toBe('')
    expect(output[0]).toBe(
      `${OTEL_COUNT + 3} of ${OTEL_COUNT + 3} events were queued; 0 were waiting already, 0 had failed and were started again.`,
    )
    expect(progress).toContain(
      `${OTEL_COUNT + 5} files listed, ${OTEL_COUNT + 4} in the range, ${OTEL_COUNT + 3} queued`,
    )
    expect(await waiting()).toEqual([OTEL_COUNT, 3])
  }, 60_000)

  test('a second replay adds no duplicate', async () => {
    const { output } = await replay()
    expect(output[0]).toBe(
      `0 of ${OTEL_COUNT + 3} events were queued; ${OTEL_COUNT + 3} were waiting already, 0 had failed and were started again.`,
    )
    expect(await waiting()).toEqual([OTEL_COUNT, 3])
  }, 60_000)

  test("BullMQ's worker reads each event once, with Langfuse's options", async () => {
    const files: string[] = []
    await consume(
      queues.otel,
      (job: Job<{ payload: { data: { fileKey: string } } }>) => {
        expect(job.name).toBe('otel-ingestion-job')
        expect(job.opts).toMatchObject({
          attempts: 6,
          backoff: { type: 'exponential', delay: 5000 },
          removeOnComplete: true,
          removeOnFail: 100_000,
        })
        files.push(job.data.payload.data.fileKey)
        return Promise.resolve()
      },
      OTEL_COUNT,
    )
    expect(files.sort()).toEqual(keys.filter((key) => key.startsWith('events/otel/')).sort())
    expect(await waiting()).toEqual([0, 3])
  }, 60_000)

  test('an event that was processed can be replayed again, one that has failed is started again', async () => {
    await queues.standard.obliterate({ force: true })
    await replay()
    const failing = new Worker(queues.standard.name, undefined, { connection: redis.connection })
    for (let count = 0; count < 3; count += 1) {
      const job = (await failing.getNextJob('token')) as Job
      await job.moveToFailed(new UnrecoverableError('ClickHouse is away'), 'token')
    }
    await failing.close()
    expect(await queues.standard.getFailedCount()).toBe(3)
    const { output } = await replay()
    expect(output[0]).toBe(
      `0 of ${OTEL_COUNT + 3} events were queued; ${OTEL_COUNT} were waiting already, 3 had failed and were started again.`,
    )
    expect(await waiting()).toEqual([OTEL_COUNT, 3])
  }, 90_000)

  test('two replays at once start each failed event again once', async () => {
    await queues.standard.obliterate({ force: true })
    await replay()
    const failing = new Worker(queues.standard.name, undefined, { connection: redis.connection })
    for (let count = 0; count < 3; count += 1) {
      const job = (await failing.getNextJob('token')) as Job
      await job.moveToFailed(new UnrecoverableError('ClickHouse is away'), 'token')
    }
    await failing.close()
    const results = await Promise.all([replay(), replay()])
    expect(results.map(({ error }) => error)).toEqual(['', ''])
    expect(await waiting()).toEqual([OTEL_COUNT, 3])
  }, 90_000)

  test.each([
    [['--from', '2026-11-02T00:00:00Z', '--to', '2026-11-01T00:00:00Z'], 'is not before --to'],
    [
      ['--from', '2026-11-02', '--to', '2026-11-01T00:00:00Z'],
      "--from: '2026-11-02' is not a time with a time zone",
    ],
    [['--from', '2026-11-02T00:00:00Z'], 'replay needs --from TIME and --to TIME'],
  ])('refuses %j', async (args, message) => {
    expect((await runCli(['replay', ...args], ecs)).error).toContain(message)
  })
})
