/**
 * Measures what an event takes while it waits in Valkey, and what it takes in ClickHouse. For the table in docs/growing.md:
 *
 *   npm run bench-ingestion
 *
 * Jobs have the format of Langfuse's queues. Rows have the columns of Langfuse 3's table `observations`, with generated text.
 */
import { randomUUID } from 'node:crypto'
import { Redis as RedisClient } from 'ioredis'
import { jobOf } from '../src/cli/programs/replay'
import { loadBullMq, type Queue } from '../testkit/bullmq/bullmq'
import { ClickHouse } from '../testkit/clickhouse/server'
import { Redis } from '../testkit/redis'

const JOBS = 20_000
const BATCH = 1_000
const ROWS = 20_000
const TEXT_KIB = [0.5, 2, 8]

/** https://github.com/langfuse/langfuse, packages/shared/clickhouse/migrations/unclustered/0002_observations.up.sql */
const OBSERVATIONS = `CREATE TABLE observations (
  id String, trace_id String, project_id String, type LowCardinality(String), parent_observation_id Nullable(String),
  start_time DateTime64(3), end_time Nullable(DateTime64(3)), name String, metadata Map(LowCardinality(String), String),
  level LowCardinality(String), input Nullable(String) CODEC(ZSTD(3)), output Nullable(String) CODEC(ZSTD(3)),
  provided_model_name Nullable(String), usage_details Map(LowCardinality(String), UInt64),
  cost_details Map(LowCardinality(String), Decimal64(12)), total_cost Nullable(Decimal64(12)),
  created_at DateTime64(3), updated_at DateTime64(3), event_ts DateTime64(3), is_deleted UInt8
) ENGINE = ReplacingMergeTree(event_ts, is_deleted) PARTITION BY toYYYYMM(start_time)
PRIMARY KEY (project_id, type, toDate(start_time)) ORDER BY (project_id, type, toDate(start_time), id)`

/** Words of a vocabulary of 4,000, so that text compresses about as language does. */
const text = (seed: string, bytes: number): string =>
  `arrayStringConcat(arrayMap(i -> substring(lower(hex(sipHash64(cityHash64(number, i, '${seed}') % 4000))), 1, 2 + cityHash64(i, number) % 8), range(${Math.round(bytes / 6.5)})), ' ')`

const perSecond = (count: number, started: number): string =>
  `${Math.round(count / ((performance.now() - started) / 1000))} a second`

async function measureQueue(name: string, key: () => string): Promise<void> {
  const redis = await Redis.start()
  const client = new RedisClient(redis.connection)
  const used = async (): Promise<number> => Number(/used_memory:(\d+)/.exec(await client.info('memory'))?.[1])
  let queue: Queue | undefined
  try {
    const before = await used()
    const started = performance.now()
    for (let added = 0; added < JOBS; added += BATCH) {
      const jobs = Array.from({ length: BATCH }, () => jobOf(key(), '')).filter((job) => job !== undefined)
      queue ??= new (loadBullMq().Queue)(jobs[0]?.queue ?? '', { connection: redis.connection })
      const options = { attempts: 6, backoff: { type: 'exponential', delay: 5000 }, removeOnComplete: true }
      await queue.addBulk(jobs.map(({ name: job, data }) => ({ name: job, data, opts: options })))
    }
    const bytes = Math.round(((await used()) - before) / JOBS)
    console.log(`${name}: ${bytes} bytes of memory a waiting job, ${perSecond(JOBS, started)}`)
  } finally {
    await queue?.close()
    client.disconnect()
    await redis.stop()
  }
}

async function measureTable(kib: number): Promise<void> {
  const clickhouse = await ClickHouse.start()
  try {
    await clickhouse.query(OBSERVATIONS)
    const started = performance.now()
    for (let from = 0; from < ROWS; from += BATCH)
      await clickhouse.query(
        `INSERT INTO observations SELECT toString(generateUUIDv4()), toString(generateUUIDv4()), 'project', 'GENERATION', NULL,
         now64(3) - number, now64(3), 'chat', map('user', toString(number)), 'DEFAULT', ${text('input', kib * 512)}, ${text('output', kib * 512)},
         'gpt-5', map('input', number % 1000, 'output', number % 500), map('total', toDecimal64(0.01, 12)), 0.01,
         now64(3), now64(3), now64(3), 0 FROM numbers(${from}, ${BATCH})`,
      )
    const seconds = perSecond(ROWS, started)
    await clickhouse.query('OPTIMIZE TABLE observations FINAL')
    const [size] = await clickhouse.query(
      `SELECT toUInt32(sum(bytes_on_disk) / sum(rows)) AS bytes, toUInt32(sum(data_uncompressed_bytes) / sum(rows)) AS raw FROM system.parts WHERE active AND table = 'observations'`,
    )
    console.log(
      `ClickHouse, ${kib} KiB of text: ${String(size?.['bytes'])} bytes on disk an observation (${String(size?.['raw'])} before compression), ${seconds} with generated text in batches of ${BATCH}`,
    )
  } finally {
    await clickhouse.stop()
  }
}

await measureQueue('OpenTelemetry', () => `otel/project/2026/11/28/10/30/${randomUUID()}.json`)
await measureQueue('ingestion API', () => `project/observation/${randomUUID()}/${randomUUID()}.json`)
for (const kib of TEXT_KIB) await measureTable(kib)
