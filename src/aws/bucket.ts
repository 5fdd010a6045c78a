import type { AwsSession } from './credentials'
import type { GetObjectCommandOutput, S3Client } from '@aws-sdk/client-s3'
import { type Clock, retry } from '../http/retry'
import { RETRY } from '../http/retry-policies'
import { systemClock } from '../http/system-clock'
import { objectError, tooLargeError } from './bucket-error'
import { type AwsRuntime, clientSettings } from './client'
import { AwsError, readErrorDetails, incompleteAnswer } from './error'
import type { FailureReason } from '../text/failure-reason'

export interface S3Runtime extends AwsRuntime {
  /** Default: real time. */
  readonly clock?: Pick<Clock, 'sleep' | 'random'>
}

/** The S3 client of a session, made at the first request and shared by all buckets. */
export class S3Connection {
  private connected: Promise<S3Client> | undefined

  constructor(
    private readonly session: AwsSession,
    private readonly runtime: S3Runtime,
  ) {}

  get clock(): Pick<Clock, 'sleep' | 'random'> {
    return this.runtime.clock ?? systemClock
  }

  /** @throws AwsError if the role cannot be assumed */
  async client(): Promise<S3Client> {
    // Errors of the role are thrown here, not as errors of the call.
    await this.session.credentials?.()
    this.connected ??= this.connect()
    return this.connected
  }

  private async connect(): Promise<S3Client> {
    const { S3Client } = await import('@aws-sdk/client-s3')
    const settings = await clientSettings('S3', this.session, this.runtime)
    // The state may be in another region.
    return new S3Client({ ...settings, followRegionRedirects: true })
  }
}

/** Small text objects. */
export class Bucket {
  constructor(
    readonly name: string,
    private readonly s3: S3Connection,
  ) {}

  /** Returns undefined for a missing object. @throws AwsError, also above `maxBytes` */
  read(key: string, maxBytes: number): Promise<string | undefined> {
    return this.get(key, {}, ({ ContentLength }) => {
      if (ContentLength === undefined) {
        throw new AwsError(incompleteAnswer('s3:GetObject', 'the object or its length'))
      }
      if (ContentLength > maxBytes) throw tooLargeError({ bucket: this.name, key }, ContentLength, maxBytes)
    })
  }

  /** Returns the first bytes, or undefined for a missing object. @throws AwsError */
  readHead(key: string, bytes: number): Promise<string | undefined> {
    return this.get(key, { Range: `bytes=0-${bytes - 1}` }, () => undefined)
  }

  /** Writes JSON with the bucket's default encryption. @throws AwsError */
  async write(key: string, body: string): Promise<void> {
    const { PutObjectCommand } = await import('@aws-sdk/client-s3')
    const client = await this.s3.client()
    const object = { Key: key, Body: body, ContentType: 'application/json' }
    await this.retried('s3:PutObject', key, () =>
      client.send(new PutObjectCommand({ Bucket: this.name, ...object })),
    )
  }

  private async get(
    key: string,
    options: { readonly Range?: string },
    check: (answer: GetObjectCommandOutput) => void,
  ): Promise<string | undefined> {
    const { GetObjectCommand } = await import('@aws-sdk/client-s3')
    const client = await this.s3.client()
    return this.retried('s3:GetObject', key, async () => {
      const answer = await client
        .send(new GetObjectCommand({ Bucket: this.name, Key: key, ...options }))
        .catch(undefinedIfMissing)
      if (answer === undefined) return undefined
      const { Body } = answer
      if (Body === undefined) throw new AwsError(incompleteAnswer('s3:GetObject', 'the object or its length'))
      try {
        check(answer)
      } catch (error) {
        if ('destroy' in Body) Body.destroy()
        throw error
      }
      return Body.transformToString().catch((cause: unknown) => {
        throw new BrokenBody('the connection ended within the body', { cause })
      })
    })
  }

  /** The SDK repeats requests, except for conflicts and broken bodies. */
  private async retried<T>(action: string, key: string, call: () => Promise<T>): Promise<T> {
    try {
      return await retry(call, {
        backoff: RETRY.s3Object,
        clock: this.s3.clock,
        classify: (error) => (isRepeatable(error) ? {} : undefined),
      })
    } catch (error) {
      throw objectError(error instanceof BrokenBody ? error.cause : error, action, { bucket: this.name, key })
    }
  }
}

class BrokenBody extends Error {
  override readonly name = 'BrokenBody'
  readonly reason: FailureReason = 'aws-error'
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html */
const CONFLICTS: readonly string[] = ['ConditionalRequestConflict', 'OperationAborted']

const isRepeatable = (error: unknown): boolean =>
  error instanceof BrokenBody || CONFLICTS.includes(readErrorDetails(error, '').code)

function undefinedIfMissing(error: unknown): undefined {
  if (readErrorDetails(error, '').code === 'NoSuchKey') return undefined
  throw error
}
