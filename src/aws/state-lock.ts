import type { Bucket } from './bucket'
import { isRecord, parseJson } from '../text/json'
import { toPrintableLine } from '../text/sanitize'

/** Fields are printable lines, empty if missing. */
export interface LockInfo {
  /** Argument of `terraform force-unlock`. */
  readonly id: string
  /** `OperationTypeApply`, `OperationTypePlan`, … */
  readonly operation: string
  readonly info: string
  /** `user@host`. */
  readonly who: string
  /** Of Terraform. */
  readonly version: string
  readonly created: Date | undefined
  /** `bucket/key` of the state. */
  readonly path: string
}

const LOCK_SUFFIX = '.tflock'
const MAX_LOCK_BYTES = 64 * 1024

/** Reads the lock object of the S3 backend (`use_lockfile`). @param key of the state @throws AwsError */
export async function readLock(bucket: Bucket, key: string): Promise<LockInfo | undefined> {
  const body = await bucket.read(`${key}${LOCK_SUFFIX}`, MAX_LOCK_BYTES)
  if (body === undefined) return undefined
  // An invalid object locks the state too.
  const parsed = parseJson(body)
  const lock = isRecord(parsed) ? parsed : {}
  const line = (name: string): string => {
    const value = lock[name]
    return typeof value === 'string' ? toPrintableLine(value) : ''
  }
  const created = new Date(line('Created'))
  return {
    id: line('ID'),
    operation: line('Operation'),
    info: line('Info'),
    who: line('Who'),
    version: line('Version'),
    created: Number.isNaN(created.getTime()) ? undefined : created,
    path: line('Path'),
  }
}
