import type { DeleteMarkerEntry, ObjectVersion, S3Client } from '@aws-sdk/client-s3'
import { type AwsConnection, callAws, callUnless } from '../aws/connection'
import { CommandFailed } from '../error'

type Version = ObjectVersion | DeleteMarkerEntry

/** Deletes all versions of all objects. A missing bucket is empty. @throws AwsError, CommandFailed */
export async function emptyBucket(aws: AwsConnection, bucket: string): Promise<void> {
  const { S3Client, ListObjectVersionsCommand } = await import('@aws-sdk/client-s3')
  const client = new S3Client(await aws.settings('S3'))
  for (;;) {
    // The first page again, because the earlier one is deleted.
    const page = await callUnless(['NoSuchBucket'], 's3:ListBucketVersions', () =>
      client.send(new ListObjectVersionsCommand({ Bucket: bucket })),
    )
    const versions = [...(page?.Versions ?? []), ...(page?.DeleteMarkers ?? [])]
    if (versions.length === 0) return
    await deleteVersions(client, bucket, versions)
  }
}

async function deleteVersions(client: S3Client, bucket: string, versions: readonly Version[]): Promise<void> {
  const { DeleteObjectsCommand } = await import('@aws-sdk/client-s3')
  const Objects = versions.map(({ Key, VersionId }) => ({ Key, VersionId }))
  const { Errors = [] } = await callAws('s3:DeleteObjectVersion', () =>
    client.send(new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } })),
  )
  const [first] = Errors
  if (first !== undefined)
    throw new CommandFailed(
      `${first.Key ?? 'An object'} of ${bucket} cannot be deleted: ${first.Message ?? first.Code ?? ''}.`,
    )
}

/** Lists the keys of a bucket that end with a suffix. A missing bucket has none. @throws AwsError */
export async function listKeys(aws: AwsConnection, bucket: string, suffix: string): Promise<string[]> {
  const { S3Client, paginateListObjectsV2 } = await import('@aws-sdk/client-s3')
  const client = new S3Client(await aws.settings('S3'))
  const keys: string[] = []
  await callUnless(['NoSuchBucket'], 's3:ListBucket', async () => {
    for await (const page of paginateListObjectsV2({ client }, { Bucket: bucket }))
      keys.push(...(page.Contents ?? []).flatMap(({ Key }) => (Key?.endsWith(suffix) ? [Key] : [])))
  })
  return keys
}
