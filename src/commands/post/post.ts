import type { AwsInputs } from '../../inputs/aws'
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { readContext } from '../../github/context'
import type { Inputs } from '../../inputs/inputs'
import { type ApplyTranscript, stateOutcomeOf, readApplyTranscript } from '../../terraform/apply-outcome'
import { UNSAVED_STATE } from '../../terraform/cli'
import { lockAdvice } from '../../terraform/error'
import {
  interruptStarted,
  isHarmless,
  isRunning,
  killStarted,
  readPidFile,
  type Started,
  waitForStarted,
} from '../../terraform/pid-file'
import { renderApplied } from '../../report/apply'
import { appliedFileIn, pidFileIn } from '../../terraform/runner'
import { isOfThisMachine } from '../stack/state-status'
import {
  describeRemoteLock,
  describeState,
  type RemoteState,
  nextStep,
  readRemoteState,
  type UnreadableState,
} from '../stack/state-status'
import { openSession } from '../aws-session'
import type { Outcome, Runtime } from '../runtime'
import { code, proseWithCommands } from '../../text/markdown'

/** The runner gives a cancelled job five minutes in all. */
const PATIENCE_MS = 4 * 60_000
/** For a command that has nothing to save. */
const HARMLESS_MS = 10_000

export type PostRuntime = Pick<Runtime, 'env' | 'log' | 'readFile' | 'proxyUrl' | 'idToken' | 'clock'>

interface Place {
  /** Undefined when they cannot be read any more. */
  readonly inputs: Inputs | undefined
  readonly runtime: PostRuntime
}

/**
 * For a step that was killed before it could tell what Terraform did: waits for Terraform, and tells.
 * Removes what the step left.
 */
export async function runPost(folder: string, place: Place): Promise<Outcome | undefined> {
  try {
    const running = readPidFile(pidFileIn(folder))
    const hasEnded = running === undefined || (await end(running, pidFileIn(folder), place.runtime))
    if (running?.command === 'apply') return await tellApply(running, hasEnded, place)
    // An apply that had come to its end, while the step was killed before it could say so.
    const applied = readPidFile(appliedFileIn(folder))
    if (applied !== undefined) return await tellApply(applied, true, place)
    return running && (await tellOther(running, hasEnded, place))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** @returns whether it has ended */
async function end(started: Started, pidFile: string, { log, clock }: PostRuntime): Promise<boolean> {
  const name = `terraform ${started.command} (process ${started.pid})`
  if (!isRunning(started)) {
    log.info(`${name} outlived the step, and has ended since`)
    return true
  }
  log.info(`${name} outlived the step; it is asked to stop and waited for`)
  interruptStarted(pidFile)
  const patience = { sleep: (ms: number) => clock.sleep(ms), now: () => clock.now() }
  if (!isHarmless(started.command)) return waitForStarted(started, { limitMs: PATIENCE_MS, ...patience })
  if (await waitForStarted(started, { limitMs: HARMLESS_MS, ...patience })) return true
  log.info(`${name} does not stop, and has nothing to save; it is ended`)
  killStarted(started)
  return waitForStarted(started, { limitMs: HARMLESS_MS, ...patience })
}

const WORDLESS =
  'What Terraform said of a failure is left out: only the killed step knew which values in it are secret.'

async function tellApply(started: Started, hasEnded: boolean, place: Place): Promise<Outcome> {
  const { runtime } = place
  const left = await readApplyTranscript(started.stdoutFile, (text) => text)
  const context = await readContext(runtime.env, runtime.readFile).catch(() => undefined)
  const aftermath = hasEnded ? await ended(started, left, place) : await stillRunning(started, place)
  const { report } = left
  if (report.failed.length > 0) aftermath.push(WORDLESS)
  const summary = renderApplied(
    { ...report, diagnostics: [], failed: report.failed.map((one) => ({ ...one, message: '' })) },
    {
      stack: nameOf(started, place),
      terraformVersion: left.version,
      runUrl: context?.runUrl ?? '',
      commit: context?.sha ?? '',
      seconds: Math.max(0, runtime.clock.now() - Date.parse(started.startedAt)) / 1000,
      outcome: 'cancelled',
      aftermath,
      redact: (text) => text,
    },
  )
  return { outputs: {}, summary, warnings: aftermath, annotations: [], failure: undefined }
}

async function ended(started: Started, { report, lock }: ApplyTranscript, place: Place): Promise<string[]> {
  const fate = stateOutcomeOf(report)
  const kept = await keptState(started, place)
  const file = join(started.directory, UNSAVED_STATE)
  const isDone = report.summary !== undefined
  return [
    isDone ? 'Terraform came to its end after the step was killed.' : '',
    describeState({ fate, kept, unsavedState: existsSync(file) ? file : undefined }),
    lock === undefined
      ? describeRemoteLock(kept, (found) => fate === 'unheard' && isOfThisMachine(found))
      : lockAdvice(lock),
    isDone ? '' : nextStep(fate, 'cancelled'),
  ].filter((sentence) => sentence !== '')
}

async function stillRunning(started: Started, place: Place): Promise<string[]> {
  const kept = await keptState(started, place)
  const serial = 'reason' in kept ? undefined : kept.serial
  return [
    `Terraform is still running as process ${started.pid} and will be killed with the job: its state may be incomplete and its lock may stay.`,
    serial === undefined ? '' : `The backend has serial ${serial} by now.`,
    'reason' in kept || kept.lock === undefined || kept.lock === 'none'
      ? ''
      : `Should the lock stay, check that nothing runs any more, then terraform force-unlock ${kept.lock.id}.`,
  ].filter((sentence) => sentence !== '')
}

/** A command that changes nothing can leave a lock. */
async function tellOther(started: Started, hasEnded: boolean, place: Place): Promise<Outcome> {
  const kept = await keptState(started, place)
  const name = `terraform ${started.command}`
  const aftermath = [
    hasEnded
      ? `${name} was stopped. Nothing was changed.`
      : `${name} is still running as process ${started.pid} and will be killed with the job.`,
    describeRemoteLock(kept, isOfThisMachine),
  ].filter((sentence) => sentence !== '')
  const title = `### ⚠️ Cancelled: nothing was applied · ${code(nameOf(started, place))}`
  const summary = [title, aftermath.map((sentence) => `- ${proseWithCommands(sentence)}`).join('\n')].join(
    '\n\n',
  )
  return { outputs: {}, summary, warnings: aftermath, annotations: [], failure: undefined }
}

function keptState(started: Started, { inputs, runtime }: Place): Promise<RemoteState | UnreadableState> {
  const aws: AwsInputs | undefined = inputs?.aws
  const sessionFor = aws && ((region: string) => openSession(aws, aws.region ?? region, runtime))
  return readRemoteState(started.directory, runtime, sessionFor)
}

const nameOf = (started: Started, { inputs }: Place): string =>
  inputs !== undefined && 'stack' in inputs ? inputs.stack : started.directory
