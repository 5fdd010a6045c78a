import { createHash } from 'node:crypto'
import {
  type BullMq,
  hasFunctions,
  type JobQueue,
  Packages,
  type S3,
  type WaitingJob,
} from '../replay/packages'
import type { ProgramRuntime } from './start'

export interface ReplayArguments {
  /** Times as numbers of milliseconds since 1970. */
  readonly from: number
  readonly to: number
  readonly dryRun: boolean
}

interface Job {
  readonly queue: string
  readonly name: string
  readonly data: unknown
  /** Depends on the file only, so that a second replay does not queue a waiting job again. */
  readonly id: string
}

const BATCH = 500
/** Jobs that may wait in Valkey, whose memory is limited. */
const MAX_WAITING = 20_000
const POLL_MS = 2000

/**
 * Runs in the worker's container, with the packages of Langfuse. Lists the raw events that S3 received in a time range, and
 * adds a job for each to the queue of Langfuse 3 and 4, as Langfuse's own endpoint ingestion-replay does. That endpoint does
 * not find OpenTelemetry files below a key prefix.
 */
export async function run(
  { from, to, dryRun }: ReplayArguments,
  { env, emit }: ProgramRuntime,
): Promise<void> {
  if (env['REDIS_CLUSTER_ENABLED'] === 'true')
    throw new Error('Replay does not support REDIS_CLUSTER_ENABLED.')
  const packages = new Packages(env['LANGFUSE_PACKAGES'] ?? '/app/worker')
  const counts = { listed: 0, inRange: 0, queued: 0, waiting: 0, retried: 0, skipped: 0 }
  const queues = dryRun ? undefined : new Queues(packages, env)
  try {
    for await (const page of listEvents(packages, env, { from, to })) {
      counts.listed += page.listed
      counts.inRange += page.keys.length
      const jobs = page.keys.map((key) => jobOf(key, env['LANGFUSE_S3_EVENT_UPLOAD_PREFIX'] ?? ''))
      const known = jobs.filter((job) => job !== undefined)
      counts.skipped += jobs.length - known.length
      for (let start = 0; start < known.length && queues !== undefined; start += BATCH) {
        const added = await queues.add(known.slice(start, start + BATCH))
        counts.queued += added.queued
        counts.waiting += added.waiting
        counts.retried += added.retried
      }
      emit('progress', counts)
    }
    emit('result', counts)
  } finally {
    await queues?.close()
  }
}

/** https://github.com/langfuse/langfuse, packages/shared/src/server/ingestion/eventBucketPath.ts */
const OTEL_KEY = /^otel\/([^/]+)\/\d{4}\/\d\d\/\d\d\/\d\d\/\d\d\/[^.]+\.json$/
const STANDARD_KEY = /^([^/]+)\/([^/]+)\/(.+)\/([^/]+)\.json$/

/** Event types by folder, as the worker maps them back. */
const EVENT_TYPES: Readonly<Record<string, string>> = {
  trace: 'trace-create',
  score: 'score-create',
  observation: 'observation-create',
  dataset_run_item: 'dataset-run-item-create',
}

/** Returns the job of a file. Undefined for a file that is no event. */
export function jobOf(key: string, prefix: string): Job | undefined {
  const relative = key.slice(prefix.length)
  const id = `replay-${createHash('sha256').update(key).digest('hex').slice(0, 32)}`
  const common = { timestamp: new Date(), id }
  const otel = OTEL_KEY.exec(relative)
  if (otel !== null) {
    const payload = {
      data: { fileKey: key, publicKey: '' },
      authCheck: { validKey: true, scope: { projectId: otel[1], accessLevel: 'project' } },
      sdkName: 'unknown',
      sdkVersion: 'unknown',
    }
    const name = 'otel-ingestion-job'
    return { queue: 'otel-ingestion-queue', name, id, data: { ...common, name, payload } }
  }
  const [, projectId, entity = '', eventBodyId, fileKey] = STANDARD_KEY.exec(relative) ?? []
  const type = EVENT_TYPES[entity]
  if (type === undefined) return undefined
  const bucketPrefix = `${prefix}${projectId ?? ''}/${entity}/${eventBodyId ?? ''}/`
  const attribution = { ingestionApiKey: '', ingestionSdkName: 'unknown', ingestionSdkVersion: 'unknown' }
  const payload = {
    data: { type, eventBodyId, fileKey, bucketPrefix, ...attribution },
    authCheck: { validKey: true, scope: { projectId } },
  }
  const name = 'ingestion-job'
  return { queue: 'secondary-ingestion-queue', name, id, data: { ...common, name, payload } }
}

const isBullMq = (value: unknown): value is BullMq => hasFunctions(value, ['Queue'])
const isS3 = (value: unknown): value is S3 => hasFunctions(value, ['S3Client', 'ListObjectsV2Command'])

interface Page {
  readonly listed: number
  readonly keys: readonly string[]
}

/** Lists all events by the time at which S3 received them. */
async function* listEvents(
  packages: Packages,
  env: ProgramRuntime['env'],
  { from, to }: { readonly from: number; readonly to: number },
): AsyncGenerator<Page> {
  const { S3Client, ListObjectsV2Command } = packages.load('@aws-sdk/client-s3', isS3)
  const endpoint = env['LANGFUSE_S3_EVENT_UPLOAD_ENDPOINT']
  const client = new S3Client({
    region: env['LANGFUSE_S3_EVENT_UPLOAD_REGION'],
    ...(endpoint && {
      endpoint,
      forcePathStyle: env['LANGFUSE_S3_EVENT_UPLOAD_FORCE_PATH_STYLE'] === 'true',
    }),
  })
  const query = {
    Bucket: env['LANGFUSE_S3_EVENT_UPLOAD_BUCKET'],
    Prefix: env['LANGFUSE_S3_EVENT_UPLOAD_PREFIX'] ?? '',
  }
  let ContinuationToken: string | undefined
  do {
    const page = await client.send(new ListObjectsV2Command({ ...query, ContinuationToken }))
    const objects = page.Contents ?? []
    const isInRange = ({ LastModified }: { LastModified: Date }): boolean =>
      LastModified.getTime() >= from && LastModified.getTime() < to
    yield { listed: objects.length, keys: objects.filter(isInRange).map(({ Key }) => Key) }
    ContinuationToken = page.NextContinuationToken
  } while (ContinuationToken !== undefined)
}

/** Job options of Langfuse's queues: packages/shared/src/server/redis. */
const ATTEMPTS: Readonly<Record<string, number>> = {
  'otel-ingestion-queue': 6,
  'secondary-ingestion-queue': 5,
}

/** Returns false if another replay has started the job again, or Langfuse has removed it since. */
async function retry(job: WaitingJob): Promise<boolean> {
  try {
    await job.retry('failed')
    return true
  } catch (error) {
    if ((await job.getState()) === 'failed') throw error
    return false
  }
}

/** Langfuse's queues in Valkey. */
class Queues {
  private readonly queues = new Map<string, JobQueue>()

  constructor(
    private readonly packages: Packages,
    private readonly env: ProgramRuntime['env'],
  ) {}

  async add(jobs: readonly Job[]): Promise<{ queued: number; waiting: number; retried: number }> {
    const counts = { queued: 0, waiting: 0, retried: 0 }
    for (const name of new Set(jobs.map(({ queue }) => queue))) {
      const queue = this.queue(name)
      await this.waitForSpace(queue)
      const own = jobs.filter((job) => job.queue === name)
      const known = await Promise.all(own.map(({ id }) => queue.getJob(id)))
      for (const job of known) {
        if (job === undefined) continue
        // Its six attempts are used up, for example while ClickHouse was away.
        if ((await job.getState()) === 'failed' && (await retry(job))) counts.retried += 1
        else counts.waiting += 1
      }
      const fresh = own.filter((_, index) => known[index] === undefined)
      await queue.addBulk(fresh.map(({ name: job, data, id }) => ({ name: job, data, opts: { jobId: id } })))
      counts.queued += fresh.length
    }
    return counts
  }

  async close(): Promise<void> {
    for (const queue of this.queues.values()) await queue.close()
  }

  private async waitForSpace(queue: JobQueue): Promise<void> {
    while ((await queue.getWaitingCount()) > MAX_WAITING)
      await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }

  private queue(name: string): JobQueue {
    const known = this.queues.get(name)
    if (known !== undefined) return known
    const { Queue } = this.packages.load('bullmq', isBullMq)
    const { env } = this
    const connection = env['REDIS_CONNECTION_STRING']
      ? { url: env['REDIS_CONNECTION_STRING'] }
      : {
          host: env['REDIS_HOST'],
          port: Number(env['REDIS_PORT'] ?? 6379),
          username: env['REDIS_USERNAME'] || undefined,
          password: env['REDIS_AUTH'],
        }
    const queue = new Queue(name, {
      connection: { ...connection, ...(env['REDIS_TLS_ENABLED'] === 'true' && { tls: {} }) },
      prefix: env['REDIS_KEY_PREFIX'] || undefined,
      defaultJobOptions: {
        removeOnComplete: true,
        removeOnFail: 100_000,
        attempts: ATTEMPTS[name],
        backoff: { type: 'exponential', delay: 5000 },
      },
    })
    this.queues.set(name, queue)
    return queue
  }
}
