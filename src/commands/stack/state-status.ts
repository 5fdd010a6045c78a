import { hostname } from 'node:os'
import type { AwsSession } from '../../aws/credentials'
import { ambientSession } from '../../aws/session'
import { readBackend } from '../../aws/state-backend'
import { readSerial } from '../../aws/state-serial'
import { type LockInfo, readLock } from '../../aws/state-lock'
import type { StateOutcome } from '../../terraform/apply-outcome'
import { lockAdvice } from '../../terraform/error'
import type { Runtime } from '../runtime'

export type BackendWorld = Pick<Runtime, 'env' | 'log' | 'readFile' | 'proxyUrl'>

/** What the backend has of a state. */
export interface RemoteState {
  /** Undefined when there is no state. */
  readonly serial: number | undefined
  /** Undefined when the backend keeps its locks elsewhere. */
  readonly lock: LockInfo | 'none' | undefined
}

/** Why nobody knows, in half a sentence. */
export interface UnreadableState {
  readonly reason: string
}

const NOT_IN_S3 = 'the state is not in S3, so only terraform state pull tells'

/** Asks S3 itself, which takes a fraction of the time that Terraform takes for it, and none of the state's secrets. */
export async function readRemoteState(
  directory: string,
  runtime: BackendWorld,
  sessionFor: (region: string) => Promise<AwsSession> = (region) => ambient(region, runtime),
): Promise<RemoteState | UnreadableState> {
  try {
    const backend = await readBackend(directory, runtime)
    if (backend === undefined) return { reason: NOT_IN_S3 }
    const region = backend.region ?? runtime.env['AWS_REGION'] ?? 'us-east-1'
    const session = { ...(await sessionFor(region)), region }
    const aws = awsWorld(runtime)
    const lock = backend.hasLockFile ? ((await readLock(backend, session, aws)) ?? 'none') : undefined
    return { serial: await readSerial(backend, session, aws), lock }
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) }
  }
}

const awsWorld = ({ env, log, proxyUrl }: BackendWorld) => ({ env, mask: log.mask, proxyUrl })

const ambient = (region: string, runtime: BackendWorld): Promise<AwsSession> =>
  ambientSession({ region, allowedAccountIds: [] }, awsWorld(runtime))

export interface StateFacts {
  readonly fate: StateOutcome
  readonly kept: RemoteState | UnreadableState
  /** The file that Terraform saved the state to for want of anything better. */
  readonly unsavedState: string | undefined
}

/** What became of the state. */
export function describeState({ fate, kept, unsavedState }: StateFacts): string {
  const serial = 'reason' in kept ? undefined : kept.serial
  const unknown = 'reason' in kept ? `the serial could not be read: ${end(kept.reason)}` : 'there is none.'
  switch (fate) {
    case 'saved':
      return serial === undefined
        ? `Terraform has saved the state; ${unknown}`
        : `The state is saved, with serial ${serial}.`
    case 'untouched':
      return serial === undefined
        ? 'The state was not touched.'
        : `The state was not touched and has serial ${serial}.`
    case 'unsaved': {
      const older = serial === undefined ? '' : ` What the backend has, serial ${serial}, is older.`
      return unsavedState === undefined
        ? `The state could not be saved, not even in a file: what is done below may have to be imported.${older}`
        : `The state could not be saved in the backend. It is in ${unsavedState}: keep that file, and beside the configuration terraform state push errored.tfstate before anything else is applied.${older}`
    }
    case 'unheard': {
      const has =
        serial === undefined ? `Of what the backend has, ${unknown}` : `The backend has serial ${serial}.`
      return `Terraform was killed before it said that the state is saved. ${has} What was done last may be missing there: compare terraform state list with what is done below, and import what it lacks.`
    }
  }
}

const end = (sentence: string): string => (sentence.endsWith('.') ? sentence : `${sentence}.`)

/** Who has the state locked, if that is known. @param isOwn whether a lock is one that this run took */
export function describeRemoteLock(
  kept: RemoteState | UnreadableState,
  isOwn: (lock: LockInfo) => boolean,
): string {
  if ('reason' in kept) return kept.reason === NOT_IN_S3 ? '' : UNKNOWN_LOCK
  const { lock } = kept
  if (lock === undefined) return ''
  if (lock === 'none') return 'The state is not locked.'
  const created = lock.created?.toISOString() ?? ''
  return lockAdvice({ ...lock, created, kind: isOwn(lock) ? 'left' : 'held' })
}

const UNKNOWN_LOCK = 'Whether the state is locked could not be read either; the next run says so.'

/** What to do next. */
export function nextStep(fate: StateOutcome, outcome: 'failed' | 'cancelled'): string {
  const first = fate === 'unsaved' || fate === 'unheard' ? 'After that, ' : ''
  const again = 'run the job again: what is done stays done, the plan will hold the rest.'
  const step = outcome === 'failed' ? `fix the cause and ${again}` : again
  return first === '' ? step.charAt(0).toUpperCase() + step.slice(1) : first + step
}

/** A lock is held by `user@host`; a Terraform that is dead was on this one. */
export const isOfThisMachine = ({ who }: LockInfo): boolean => who.endsWith(`@${hostname()}`)
