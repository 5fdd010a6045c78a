import { rm } from 'node:fs/promises'
import { stateOutcomeOf } from '../../terraform/apply-outcome'
import type { Applied } from '../../terraform/cli'
import { lockAdvice } from '../../terraform/error'
import {
  describeRemoteLock,
  describeState,
  isOfThisMachine,
  type RemoteState,
  nextStep,
  readRemoteState,
  type UnreadableState,
} from './state-status'
import type { Stack } from './stack'
import type { Runtime } from '../runtime'

/** What a failed or cancelled apply left: the lock, the state, and what to do next, a sentence each. */
export async function describeRecovery(applied: Applied, stack: Stack, runtime: Runtime): Promise<string[]> {
  const { interrupted, report, succeeded, unsavedState } = applied
  const released = await releaseLock(applied, stack)
  const isSaved =
    unsavedState !== undefined && (await saveLate(unsavedState, { interrupted, stack, runtime }))
  const kept = await keptState(stack, runtime)
  const fate = isSaved ? 'saved' : stateOutcomeOf(report)
  const sentences = [
    ...(released ?? [describeRemoteLock(kept, (lock) => fate === 'unheard' && isOfThisMachine(lock))]),
    describeState({ fate, kept, unsavedState }),
    succeeded ? '' : nextStep(fate, interrupted ? 'cancelled' : 'failed'),
  ]
  return sentences.filter((sentence) => sentence !== '')
}

/** Only a lock that this very run took is taken away again. @returns undefined when Terraform said nothing of a lock */
async function releaseLock({ lock }: Applied, stack: Stack): Promise<string[] | undefined> {
  if (lock === undefined) return undefined
  if (lock.kind === 'held') return [lockAdvice(lock)]
  return stack.terraform.forceUnlock(lock.id).then(
    () => [`This run's lock (${lock.id}) had been left behind and was removed.`],
    () => [lockAdvice(lock)],
  )
}

/** Before each attempt. A runner is gone soon, and with it the file. */
const SAVE_WAITS_MS: readonly number[] = [0, 5_000, 15_000, 30_000, 60_000]

/** Saves in the backend what Terraform could not. @returns whether it could */
async function saveLate(
  file: string,
  {
    interrupted,
    stack,
    runtime,
  }: { readonly interrupted: boolean; readonly stack: Stack; readonly runtime: Runtime },
): Promise<boolean> {
  // A cancelled run has seconds.
  for (const waitMs of interrupted ? [0] : SAVE_WAITS_MS) {
    await runtime.clock.sleep(waitMs)
    try {
      await stack.terraform.pushState(file)
    } catch {
      runtime.log.info('The state could not be saved in the backend; trying again')
      continue
    }
    runtime.log.info('The state could not be saved at first, and is now')
    await rm(file, { force: true })
    return true
  }
  return false
}

async function keptState(stack: Stack, runtime: Runtime): Promise<RemoteState | UnreadableState> {
  const { session, terraform, inputs } = stack
  const kept = await readRemoteState(inputs.directory, runtime, session && (() => Promise.resolve(session)))
  if (!('reason' in kept)) return kept
  // Any other backend, or one that reads its credentials from its own settings: only Terraform can ask it.
  const head = await terraform.stateHead().catch(() => undefined)
  return head === undefined ? kept : { serial: head.serial, lock: undefined }
}

/** Terraform's outputs as JSON: what is sensitive only where it is asked for by name, and then masked first. */
export async function terraformOutputs(stack: Stack, wanted: readonly string[]): Promise<string> {
  const outputs = await stack.terraform.output().catch(() => new Map<string, never>())
  const shown: Record<string, unknown> = {}
  for (const [name, { value, sensitive }] of outputs) {
    if (sensitive && !wanted.includes(name)) continue
    if (sensitive) stack.secrets.learn(textsOf(value))
    shown[name] = value
  }
  return JSON.stringify(shown)
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsOf)
}
