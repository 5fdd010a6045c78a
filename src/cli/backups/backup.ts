/** A complete ClickHouse backup in S3. */
export interface Backup {
  /** For example `incremental/2026-11-25T03-00-00Z`. */
  readonly name: string
  readonly completedAt: Date
}

/** Prefix of backups in the bucket, as in terraform/modules/langfuse/s3-backups.tf. */
export const BACKUP_PREFIX = 'clickhouse/'

export const BACKUP_NAME = /^(?:full|incremental)\/\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ$/

/** Returns when a backup started, which is its name. */
function backupTime(name: string): Date {
  const [, date = '', hour = '', minute = '', second = ''] =
    /(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z$/.exec(name) ?? []
  return new Date(`${date}T${hour}:${minute}:${second}Z`)
}

/** Oldest first. */
export const byTime = (a: Backup, b: Backup): number =>
  backupTime(a.name).getTime() - backupTime(b.name).getTime()

/** Returns the full backup that an incremental one was made from: the newest that is older. Undefined if it has expired. */
export function baseOf(name: string, backups: readonly Backup[]): Backup | undefined {
  if (!name.startsWith('incremental/')) return undefined
  const full = backups.filter(
    (backup) => backup.name.startsWith('full/') && backupTime(backup.name) < backupTime(name),
  )
  return full.sort(byTime).at(-1)
}
