import type { AwsSession } from './credentials'
import { Bucket } from './bucket'
import type { AwsRuntime } from './client'
import { isRecord, parseJson } from '../text/json'
import { toPrintableLine } from '../text/sanitize'

/** Who holds the lock of a state, each as one printable line; empty where the lock does not say. */
export interface LockInfo {
  /** What `terraform force-unlock` asks for. */
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

const SUFFIX = '.tflock'
const MOST_BYTES = 64 * 1024

/**
 * Reads the lock that Terraform's S3 backend keeps beside a state (`use_lockfile`).
 * Taking it away is Terraform's own business (`terraform force-unlock`).
 *
 * @returns undefined when nobody holds it
 * @throws AwsError
 */
export async function readLock(
  state: { readonly bucket: string; readonly key: string },
  session: AwsSession,
  runtime: AwsRuntime,
): Promise<LockInfo | undefined> {
  const body = await new Bucket(state.bucket, session, runtime).read(`${state.key}${SUFFIX}`, MOST_BYTES)
  if (body === undefined) return undefined
  // Whatever is in it, the object itself is the lock.
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
