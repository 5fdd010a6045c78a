import type { S3Client } from '@aws-sdk/client-s3'
import { type AwsConnection, callAws, callUnless } from './connection'

const PREFIX = 'postgres/'

interface S3Object {
  readonly Bucket: string
  readonly Key: string
}

/** Lists the names of the dumps of PostgreSQL that the size tiny wrote, oldest first. */
export async function listDumps(aws: AwsConnection, bucket: string): Promise<string[]> {
  const { paginateListObjectsV2 } = await import('@aws-sdk/client-s3')
  const client = await connect(aws)
  const names: string[] = []
  await callUnless(['NoSuchBucket'], 's3:ListBucket', async () => {
    for await (const page of paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: PREFIX }))
      names.push(...(page.Contents?.map(({ Key = '' }) => Key.slice(PREFIX.length)) ?? []))
  })
  return names.filter((name) => name.endsWith('.sql.gz')).sort()
}

/** Copies a dump to another bucket. */
export async function copyObject(
  aws: AwsConnection,
  { bucket, dump }: { readonly bucket: string; readonly dump: string },
  to: S3Object,
): Promise<void> {
  const { CopyObjectCommand } = await import('@aws-sdk/client-s3')
  const client = await connect(aws)
  const request = { ...to, CopySource: `${bucket}/${PREFIX}${dump}` }
  await callAws('s3:PutObject', () => client.send(new CopyObjectCommand(request)))
}

/** Deletes an object. */
export async function deleteObject(aws: AwsConnection, object: S3Object): Promise<void> {
  const { DeleteObjectCommand } = await import('@aws-sdk/client-s3')
  const client = await connect(aws)
  await callAws('s3:DeleteObject', () => client.send(new DeleteObjectCommand(object)))
}

async function connect(aws: AwsConnection): Promise<S3Client> {
  const { S3Client } = await import('@aws-sdk/client-s3')
  return new S3Client(await aws.settings('S3'))
}
