import { BACKUP_NAME, BACKUP_PREFIX, type Backup, byTime } from '../backups/backup'
import { CommandFailed } from '../error'
import { type AwsConnection, callAws, callUnless } from './connection'

/**
 * Lists the complete backups, oldest first. Reads the bucket instead of ClickHouse, whose own list is on the volume that may be lost.
 *
 * @throws CommandFailed without the bucket
 */
export async function listBackups(aws: AwsConnection, bucket: string): Promise<Backup[]> {
  const { S3Client, paginateListObjectsV2 } = await import('@aws-sdk/client-s3')
  const client = new S3Client(await aws.settings('S3'))
  const names: string[] = []
  for (const kind of ['full', 'incremental']) {
    const query = { Bucket: bucket, Prefix: `${BACKUP_PREFIX}${kind}/`, Delimiter: '/' }
    const found = await callUnless(['NoSuchBucket'], 's3:ListBucket', async () => {
      const prefixes: string[] = []
      for await (const page of paginateListObjectsV2({ client }, query))
        prefixes.push(...(page.CommonPrefixes?.map(({ Prefix = '' }) => Prefix) ?? []))
      return prefixes
    })
    if (found === undefined) throw missingBucket(bucket)
    names.push(...found.map((prefix) => prefix.slice(BACKUP_PREFIX.length, -1)))
  }
  const backups = await Promise.all(
    names.filter((name) => BACKUP_NAME.test(name)).map((name) => readBackup(aws, bucket, name)),
  )
  return backups.filter((backup) => backup !== undefined).sort(byTime)
}

/** ClickHouse writes the file `.backup` last, so a backup without it is incomplete. */
async function readBackup(aws: AwsConnection, bucket: string, name: string): Promise<Backup | undefined> {
  const { S3Client, HeadObjectCommand } = await import('@aws-sdk/client-s3')
  const client = new S3Client(await aws.settings('S3'))
  const Key = `${BACKUP_PREFIX}${name}/.backup`
  const found = await callUnless(['NotFound', 'NoSuchKey'], 's3:GetObject', () =>
    client.send(new HeadObjectCommand({ Bucket: bucket, Key })),
  )
  return found?.LastModified === undefined ? undefined : { name, completedAt: found.LastModified }
}

const missingBucket = (bucket: string): CommandFailed =>
  new CommandFailed(
    `The bucket ${bucket} does not exist. Check --stack and --region; with an external ClickHouse, the stack makes no backups.`,
  )

/** Returns the account ID of the credentials. */
export async function readAccountId(aws: AwsConnection): Promise<string> {
  const { STSClient, GetCallerIdentityCommand } = await import('@aws-sdk/client-sts')
  const client = new STSClient(await aws.settings('STS'))
  const { Account = '' } = await callAws('sts:GetCallerIdentity', () =>
    client.send(new GetCallerIdentityCommand({})),
  )
  return Account
}
