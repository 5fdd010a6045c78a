import type { AwsSession } from './credentials'
import type { S3Client } from '@aws-sdk/client-s3'
import { notDone, tooLarge } from './bucket-error'
import { type AwsRuntime, clientSettings } from './client'
import { AwsError, factsOf, incomplete } from './error'

/** Small texts in one bucket. */
export class Bucket {
  private connected: Promise<S3Client> | undefined

  constructor(
    readonly name: string,
    private readonly session: AwsSession,
    private readonly runtime: AwsRuntime,
  ) {}

  /**
   * @returns undefined when there is no such object
   * @throws AwsError, also for an object of more than `maxBytes`
   */
  async read(key: string, maxBytes: number): Promise<string | undefined> {
    const { GetObjectCommand } = await import('@aws-sdk/client-s3')
    const client = await this.client()
    try {
      const { Body, ContentLength } = await client.send(new GetObjectCommand({ Bucket: this.name, Key: key }))
      if (Body === undefined || ContentLength === undefined) {
        throw new AwsError(incomplete('s3:GetObject', 'the object or its length'))
      }
      if (ContentLength <= maxBytes) return await Body.transformToString()
      if ('destroy' in Body) Body.destroy()
      throw tooLarge({ bucket: this.name, key }, ContentLength, maxBytes)
    } catch (error) {
      if (factsOf(error, '').code === 'NoSuchKey') return undefined
      throw notDone(error, 's3:GetObject', { bucket: this.name, key })
    }
  }

  /**
   * The first bytes of a text, however long it is.
   * @returns undefined when there is no such object
   * @throws AwsError
   */
  async readHead(key: string, bytes: number): Promise<string | undefined> {
    const { GetObjectCommand } = await import('@aws-sdk/client-s3')
    const client = await this.client()
    const range = { Range: `bytes=0-${bytes - 1}` }
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: this.name, Key: key, ...range }))
      return await Body?.transformToString()
    } catch (error) {
      if (factsOf(error, '').code === 'NoSuchKey') return undefined
      throw notDone(error, 's3:GetObject', { bucket: this.name, key })
    }
  }

  /**
   * Puts a JSON text in place of whatever was there, encrypted as the bucket has it.
   * @throws AwsError
   */
  async write(key: string, body: string): Promise<void> {
    const { PutObjectCommand } = await import('@aws-sdk/client-s3')
    const client = await this.client()
    const object = { Key: key, Body: body, ContentType: 'application/json' }
    try {
      await client.send(new PutObjectCommand({ Bucket: this.name, ...object }))
    } catch (error) {
      throw notDone(error, 's3:PutObject', { bucket: this.name, key })
    }
  }

  private async client(): Promise<S3Client> {
    // Ahead of the call, so that a role that can't be assumed is told apart from a call that is denied.
    await this.session.credentials?.()
    this.connected ??= this.connect()
    return this.connected
  }

  private async connect(): Promise<S3Client> {
    const { S3Client } = await import('@aws-sdk/client-s3')
    const settings = await clientSettings('S3', this.session, this.runtime)
    // A state bucket may be in another region than the stack.
    return new S3Client({ ...settings, followRegionRedirects: true })
  }
}
