import { rm } from 'node:fs/promises'
import { type Engine, inWordsOf } from '../../plan/engine'
import { stateOutcomeOf } from '../../terraform/apply-outcome'
import type { ApplyResult, Terraform } from '../../terraform/cli'
import { isLockId, lockAdvice, TerraformFailed, withoutUnsavedState } from '../../terraform/error'
import { messageOf } from '../failure'
import type { Runtime } from '../runtime'
import {
  describeRemoteLock,
  describeState,
  isLockOfHost,
  nextStep,
  readRemoteState,
  type RemoteState,
  type UnreadableState,
} from './state-status'
import type { TerraformRoot } from './terraform-root'

export type RecoverableRoot = Pick<TerraformRoot, 'terraform' | 'stateAccess'>

export interface Recovery {
  /** Without the errors of a state that was saved afterwards. */
  readonly applied: ApplyResult
  /** On the lock, the state and the next step. */
  readonly sentences: string[]
}

/** Saves the state and releases the lock of an apply that did not succeed, as far as possible. */
export async function recoverApply(
  applied: ApplyResult,
  root: RecoverableRoot,
  runtime: Runtime,
): Promise<Recovery> {
  const { interrupted, report, succeeded, unsavedState } = applied
  const { engine } = root.terraform
  const lock = await releaseLock(applied, root.terraform)
  const isSaved = unsavedState !== undefined && (await pushState(unsavedState, { root, runtime }))
  const remote = await readState(root)
  const outcome = isSaved ? 'persisted' : stateOutcomeOf(report)
  const sentences = [
    lock ??
      describeRemoteLock(
        remote,
        (found) => outcome === 'unknown' && isLockOfHost(found, runtime.hostname),
        engine,
      ),
    describeState({ outcome, remote, unsavedState, engine }),
    succeeded ? '' : nextStep(outcome, interrupted ? 'cancelled' : 'failed'),
  ]
  return {
    applied: isSaved ? withSavedState(applied, engine) : applied,
    sentences: sentences.filter((sentence) => sentence !== ''),
  }
}

const SAVED_LATE = 'Terraform could not save the state, and this action saved it afterwards.'

function withSavedState(applied: ApplyResult, engine: Engine): ApplyResult {
  const { report, failure } = applied
  const diagnostics = withoutUnsavedState(report.diagnostics)
  if (failure === undefined) return { ...applied, report: { ...report, diagnostics } }
  const remaining = withoutUnsavedState(failure.details.diagnostics)
  const note = remaining.some(({ severity }) => severity === 'error')
    ? undefined
    : inWordsOf(engine, SAVED_LATE)
  const details = { ...failure.details, diagnostics: remaining, note }
  return {
    ...applied,
    report: { ...report, diagnostics },
    failure: new TerraformFailed(details, { cause: failure }),
  }
}

/** @returns undefined if Terraform reported no lock */
async function releaseLock({ lock }: ApplyResult, terraform: Terraform): Promise<string | undefined> {
  if (lock === undefined) return undefined
  if (lock.kind === 'held' || !isLockId(lock.id)) return lockAdvice(lock, terraform.engine)
  return terraform.forceUnlock(lock.id).then(
    () =>
      `This run's state lock (${lock.id}) was not released by ${terraform.engine.title} and is released now.`,
    () => lockAdvice(lock, terraform.engine),
  )
}

/** The last one is repeated: the file disappears with the runner. */
const PUSH_WAITS_MS: readonly number[] = [0, 5_000, 15_000, 30_000, 60_000]
/** The backend has another state, or a newer one. */
const NEVER_ACCEPTED = /cannot (?:import|overwrite)|different lineage|newer serial/i

async function pushState(
  file: string,
  { root, runtime }: { readonly root: RecoverableRoot; readonly runtime: Runtime },
): Promise<boolean> {
  const { clock, log, interruption } = runtime
  for (let tries = 0; ; tries++) {
    const waitMs = PUSH_WAITS_MS[Math.min(tries, PUSH_WAITS_MS.length - 1)] ?? 0
    await Promise.race([clock.sleep(waitMs), aborted(interruption)])
    try {
      await root.terraform.pushState(file)
      log.info('The state is now saved in the backend')
      await rm(file, { force: true })
      return true
    } catch (error) {
      if (interruption.aborted || NEVER_ACCEPTED.test(messageOf(error))) return false
      log.info('The state could not be saved in the backend; trying again until the run is cancelled')
    }
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else
      signal.addEventListener('abort', () => {
        resolve()
      })
  })
}

async function readState(root: RecoverableRoot): Promise<RemoteState | UnreadableState> {
  const remote = await readRemoteState(() => root.stateAccess())
  if (!('reason' in remote)) return remote
  // Terraform reads other backends too, and S3 with the backend's own credentials.
  const state = await root.terraform.stateVersion().catch(() => undefined)
  return state === undefined ? remote : { serial: state.serial, lock: undefined }
}
