import type { AwsSession } from './credentials'
import { Bucket } from './bucket'
import type { AwsRuntime } from './client'
import { isRecord, parseJson } from '../text/json'

/** The last apply of a stack that failed or was cancelled. */
export interface ApplyAttempt {
  /** The commit that was applied. */
  readonly commit: string
  readonly workspace: string
  /** Of the reviewed plan that it was an apply of. */
  readonly fingerprint: string
  /** A hash of what the plan was made with besides the code. */
  readonly makings: string
  /** Of the state that it left. */
  readonly serial: number
}

const MOST_BYTES = 64 * 1024

/**
 * Attempts, each an object `applies/<repository>/<stack>.json` in the bucket of the state. The deploy role writes them,
 * and nobody who plans.
 */
export class ApplyAttempts {
  private readonly bucket: Bucket

  constructor(
    bucket: string,
    private readonly of: { readonly repositoryId: string; readonly stack: string },
    { session, runtime }: { readonly session: AwsSession; readonly runtime: AwsRuntime },
  ) {
    this.bucket = new Bucket(bucket, session, runtime)
  }

  /** @throws AwsError */
  async write(attempt: ApplyAttempt): Promise<void> {
    await this.bucket.write(this.key, JSON.stringify(attempt))
  }

  /** @returns undefined when there is none; what it lacks is empty, and like nothing. @throws AwsError */
  async read(): Promise<ApplyAttempt | undefined> {
    const found = parseJson((await this.bucket.read(this.key, MOST_BYTES)) ?? '')
    if (!isRecord(found)) return undefined
    const text = (name: string): string => (typeof found[name] === 'string' ? found[name] : '')
    const serial = found['serial']
    return {
      commit: text('commit'),
      workspace: text('workspace'),
      fingerprint: text('fingerprint'),
      makings: text('makings'),
      serial: typeof serial === 'number' ? serial : -1,
    }
  }

  private get key(): string {
    return `applies/${this.of.repositoryId}/${encodeURIComponent(this.of.stack)}.json`
  }
}
