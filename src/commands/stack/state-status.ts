import { type LockInfo, readLock } from '../../aws/state-lock'
import { readStateSerial } from '../../aws/state-serial'
import type { StateOutcome } from '../../terraform/apply-outcome'
import { type Engine, inWordsOf, TERRAFORM } from '../../plan/engine'
import { lockAdvice } from '../../terraform/error'
import { messageOf } from '../failure'
import type { StateAccess } from './state-access'
import { withoutFullStop } from '../../text/format'

export interface RemoteState {
  /** Undefined if there is no state. */
  readonly serial: number | undefined
  /** Undefined if the lock is not in S3. */
  readonly lock: LockInfo | 'none' | undefined
}

export interface UnreadableState {
  /** A clause, as in `the state is not in S3`. */
  readonly reason: string
}

const NOT_IN_S3 = 'the state is not in S3; read it with terraform state pull'

/**
 * Reads serial and lock from S3, which is faster than Terraform and reads no secrets. Errors become the reason.
 */
export async function readRemoteState(
  openAccess: () => Promise<StateAccess | undefined>,
): Promise<RemoteState | UnreadableState> {
  try {
    const access = await openAccess()
    if (access === undefined) return { reason: NOT_IN_S3 }
    const { backend, bucket } = access
    const lock = backend.hasLockFile ? ((await readLock(bucket, backend.key)) ?? 'none') : undefined
    return { serial: await readStateSerial(bucket, backend.key), lock }
  } catch (error) {
    return { reason: messageOf(error) }
  }
}

export interface StateFacts {
  readonly outcome: StateOutcome
  readonly remote: RemoteState | UnreadableState
  /** Path of the file with a state that the backend did not accept. */
  readonly unsavedState: string | undefined
  /** Default: Terraform. */
  readonly engine?: Engine | undefined
}

export function describeState({ outcome, remote, unsavedState, engine = TERRAFORM }: StateFacts): string {
  const serial = 'reason' in remote ? undefined : remote.serial
  switch (outcome) {
    case 'persisted':
      return `The state is saved${serial === undefined ? '' : ` with serial ${serial}`}.${missingSerial(remote, engine)}`
    case 'unchanged':
      return serial === undefined
        ? 'The state is unchanged.'
        : `The state is unchanged, with serial ${serial}.`
    case 'not-persisted': {
      const older = serial === undefined ? '' : ` The backend has an older state, with serial ${serial}.`
      return unsavedState === undefined
        ? `The state could not be saved, neither in the backend nor in a file.${older} Import the completed changes that are listed below.`
        : `The state could not be saved in the backend.${older} The new state is in ${unsavedState}. Keep that file and run ${engine.command} state push errored.tfstate in the root before the next plan or apply.`
    }
    case 'unknown': {
      const backend = serial === undefined ? '' : ` The backend has serial ${serial}.`
      return `${engine.title} was killed before it reported that the state is saved.${backend}${missingSerial(remote, engine)} The last changes may be missing from the state. Compare ${engine.command} state list with the completed changes below and import missing resources.`
    }
  }
}

function missingSerial(remote: RemoteState | UnreadableState, engine: Engine): string {
  if ('reason' in remote) {
    const reason = remote.reason === NOT_IN_S3 ? inWordsOf(engine, NOT_IN_S3) : remote.reason
    return ` The serial could not be read: ${withoutFullStop(reason)}.`
  }
  return remote.serial === undefined ? ' The backend has no state.' : ''
}

const UNKNOWN_LOCK = 'The state lock could not be read. The next run reports a lock if there is one.'

/**
 * @param isOwn returns whether this run took a lock
 * @returns an empty string if the lock is not in S3
 */
export function describeRemoteLock(
  remote: RemoteState | UnreadableState,
  isOwn: (lock: LockInfo) => boolean,
  engine: Engine = TERRAFORM,
): string {
  if ('reason' in remote) return remote.reason === NOT_IN_S3 ? '' : UNKNOWN_LOCK
  const { lock } = remote
  if (lock === undefined) return ''
  if (lock === 'none') return 'The state is not locked.'
  const created = lock.created?.toISOString() ?? ''
  return lockAdvice({ ...lock, created, kind: isOwn(lock) ? 'orphaned' : 'held' }, engine)
}

const RERUN = 're-run the job. Completed changes are kept; the remaining ones are applied.'

export function nextStep(state: StateOutcome, outcome: 'failed' | 'cancelled'): string {
  const step = outcome === 'failed' ? `fix the cause and ${RERUN}` : RERUN
  if (state === 'not-persisted' || state === 'unknown') return `Then ${step}`
  return step.charAt(0).toUpperCase() + step.slice(1)
}

/** The owner of a lock is `user@host`. */
export const isLockOfHost = ({ who }: LockInfo, hostname: string): boolean => who.endsWith(`@${hostname}`)
