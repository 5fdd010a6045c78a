import type { AwsSession } from '../../aws/credentials'
import { ambientSession } from '../../aws/session'
import type { AwsInputs } from '../../inputs/aws'
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { readContext } from '../../github/context'
import type { Inputs } from '../../inputs/inputs'
import { type ApplyTranscript, stateOutcomeOf, readApplyTranscript } from '../../terraform/apply-outcome'
import { ERRORED_STATE_FILE } from '../../terraform/cli'
import { engineOfProgram, inWordsOf } from '../../plan/engine'
import { lockAdvice, unlockStep } from '../../terraform/error'
import {
  interruptOnce,
  isReadOnlyCommand,
  isRunning,
  killProcess,
  readPidFile,
  type ProcessRecord,
  waitForProcess,
} from '../../terraform/pid-file'
import { actionAdvice } from '../../report/action-advice'
import { renderApply } from '../../report/apply'
import { appliedFilePath, pidFilePath } from '../../terraform/runner'
import { awsRuntime, DEFAULT_STATE_REGION, openStateAccess, type StateAccess } from '../stack/state-access'
import {
  describeRemoteLock,
  describeState,
  isLockOfHost,
  nextStep,
  readRemoteState,
} from '../stack/state-status'
import { readMaskedAddresses } from '../stack/masked-addresses'
import { openSession } from '../aws-session'
import type { Outcome } from '../outcome'
import { commentLostRun, StepKilled } from '../plan/failed-run'
import { recordApply } from './record-apply'
import { saveState } from './save-state'
import type { StepRuntime } from '../runtime'
import { codeSpan, escapeMarkdownKeepCommands } from '../../text/markdown'

/** A cancelled job has five minutes until the runner is stopped (GitHub, "Workflow cancellation reference"). */
const APPLY_WAIT_MS = 4 * 60_000
const READ_ONLY_WAIT_MS = 10_000
const SAVE_UNTIL_MS = 4.5 * 60_000
const MIN_SAVE_MS = 10_000

interface PostContext {
  /** Undefined when the inputs cannot be read any more. */
  readonly inputs: Inputs | undefined
  readonly runtime: StepRuntime
}

/**
 * Waits for the Terraform of a step that was killed, and reports its result.
 * Removes the step's directory.
 *
 * @returns undefined when no Terraform had been started
 */
export async function runPost(directory: string, context: PostContext): Promise<Outcome | undefined> {
  const startedMs = context.runtime.clock.now()
  // A step that reports its result removes its directory.
  const wasKilled = existsSync(directory)
  try {
    const running = readPidFile(pidFilePath(directory))
    const hasEnded = running === undefined || (await stop(running, pidFilePath(directory), context.runtime))
    const step = { folder: directory, startedMs }
    if (running?.command === 'apply') return await reportApply({ record: running, hasEnded, step }, context)
    // The apply had ended, but the step was killed before it reported the result.
    const applied = readPidFile(appliedFilePath(directory))
    if (applied !== undefined) return await reportApply({ record: applied, hasEnded: true, step }, context)
    return running && (await reportOther(running, hasEnded, context))
  } finally {
    const { inputs, runtime } = context
    if (wasKilled && inputs?.command === 'plan') await commentLostRun(new StepKilled(), inputs, runtime)
    await rm(directory, { recursive: true, force: true })
  }
}

/** Interrupts Terraform and waits. @returns whether it has ended */
async function stop(record: ProcessRecord, pidFile: string, { log, clock }: StepRuntime): Promise<boolean> {
  const name = `${engineOfProgram(record.program).command} ${record.command} (process ${record.pid})`
  if (!isRunning(record)) {
    log.info(`${name} outlived the step and has ended`)
    return true
  }
  log.info(`${name} outlived the step: interrupting it and waiting for its end`)
  interruptOnce(pidFile)
  const waiting = { sleep: (ms: number) => clock.sleep(ms), now: () => clock.now() }
  if (!isReadOnlyCommand(record.command))
    return waitForProcess(record, { limitMs: APPLY_WAIT_MS, ...waiting })
  if (await waitForProcess(record, { limitMs: READ_ONLY_WAIT_MS, ...waiting })) return true
  log.info(`${name} does not stop and has nothing to save: killing it`)
  killProcess(record)
  return waitForProcess(record, { limitMs: READ_ONLY_WAIT_MS, ...waiting })
}

const OUTPUT_WITHHELD =
  "Terraform's error output is omitted, because this step cannot tell which values are sensitive."

interface KilledApply {
  readonly record: ProcessRecord
  readonly hasEnded: boolean
  readonly step: { readonly folder: string; readonly startedMs: number }
}

async function reportApply(apply: KilledApply, context: PostContext): Promise<Outcome> {
  const { runtime } = context
  const { record, hasEnded } = apply
  const seconds = Math.max(0, runtime.clock.wallClockMs() - Date.parse(record.startedAt)) / 1000
  const redact = await readMaskedAddresses(apply.step.folder)
  const transcript = await readApplyTranscript(record.stdoutFile, (text) => text)
  const run = await readContext(runtime.env, runtime.readFile).catch(() => undefined)
  const recovery = hasEnded
    ? await describeEnded(apply, transcript, context)
    : await describeRunning(record, context)
  const { report } = transcript
  if (report.failed.length > 0 || report.actions.some(({ error }) => error !== ''))
    recovery.push(inWordsOf(engineOfProgram(record.program), OUTPUT_WITHHELD))
  const summary = renderApply(
    {
      ...report,
      diagnostics: [],
      failed: report.failed.map((one) => ({ ...one, message: '' })),
      actions: report.actions.map((one) => ({ ...one, error: '' })),
    },
    {
      stack: stackName(record, context),
      terraformVersion: transcript.version,
      runUrl: run?.runUrl ?? '',
      commit: run?.sha ?? '',
      seconds,
      outcome: 'cancelled',
      recovery,
      redact,
    },
  )
  return { outputs: {}, summary, warnings: recovery, annotations: [], failure: undefined }
}

async function describeEnded(
  { record, step }: KilledApply,
  { report, lock }: ApplyTranscript,
  context: PostContext,
): Promise<string[]> {
  const engine = engineOfProgram(record.program)
  const file = join(record.directory, ERRORED_STATE_FILE)
  const limitMs = Math.max(MIN_SAVE_MS, step.startedMs + SAVE_UNTIL_MS - context.runtime.clock.now())
  const isSaved =
    existsSync(file) &&
    (await saveState(
      { record, folder: step.folder, file, openSession: () => sessionOf(context) },
      limitMs,
      context.runtime,
    ))
  const outcome = isSaved ? 'persisted' : stateOutcomeOf(report)
  const open = openAccess(record, context)
  const remote = await readRemoteState(open)
  const isComplete = report.summary !== undefined && outcome === 'persisted'
  const recorded = await recordApply({ folder: step.folder, isComplete, outcome, remote }, open)
  return [
    isComplete ? `${engine.title} completed the apply after the step was killed.` : '',
    describeState({ outcome, remote, unsavedState: existsSync(file) ? file : undefined, engine }),
    lock === undefined
      ? describeRemoteLock(
          remote,
          (found) => outcome === 'unknown' && isLockOfHost(found, context.runtime.hostname),
          engine,
        )
      : lockAdvice(lock, engine),
    ...actionAdvice({ planned: [], report, outcome: 'cancelled', engine }),
    recorded ?? (isComplete ? '' : nextStep(outcome, 'cancelled')),
  ].filter((sentence) => sentence !== '')
}

async function describeRunning(record: ProcessRecord, context: PostContext): Promise<string[]> {
  const engine = engineOfProgram(record.program)
  const remote = await readRemoteState(openAccess(record, context))
  const serial = 'reason' in remote ? undefined : remote.serial
  return [
    `${engine.title} is still running as process ${record.pid} and will be killed with the job. Its state may be incomplete, and its lock may remain.`,
    serial === undefined ? '' : `The backend has serial ${serial}.`,
    'reason' in remote || remote.lock === undefined || remote.lock === 'none'
      ? ''
      : `If the lock remains, make sure that no ${engine.title} is running, then ${unlockStep(remote.lock.id, engine)}.`,
  ].filter((sentence) => sentence !== '')
}

/** Reports a command that changes nothing but may leave a lock. */
async function reportOther(record: ProcessRecord, hasEnded: boolean, context: PostContext): Promise<Outcome> {
  const remote = await readRemoteState(openAccess(record, context))
  const engine = engineOfProgram(record.program)
  const name = `${engine.command} ${record.command}`
  const isNew = !('reason' in remote) && remote.serial !== undefined && remote.serial <= 1
  const sentences = [
    hasEnded
      ? `${name} was stopped. No resource was changed.`
      : `${name} is still running as process ${record.pid} and will be killed with the job.`,
    isNew ? 'The backend has a new state, which may be empty. The next run uses it.' : '',
    describeRemoteLock(remote, (lock) => isLockOfHost(lock, context.runtime.hostname), engine),
  ].filter((sentence) => sentence !== '')
  const title = `### ⚠️ Cancelled: nothing was applied · ${codeSpan(stackName(record, context))}`
  const list = sentences.map((sentence) => `- ${escapeMarkdownKeepCommands(sentence)}`).join('\n')
  return {
    outputs: {},
    summary: `${title}\n\n${list}`,
    warnings: sentences,
    annotations: [],
    failure: undefined,
  }
}

function sessionOf(
  { inputs, runtime }: PostContext,
  bucketRegion = DEFAULT_STATE_REGION,
): Promise<AwsSession> {
  const aws: AwsInputs | undefined = inputs?.aws
  return aws === undefined
    ? ambientSession({ region: bucketRegion, allowedAccountIds: [] }, awsRuntime(runtime))
    : openSession(aws, aws.region ?? bucketRegion, runtime)
}

/** Opens the state once. */
function openAccess(record: ProcessRecord, context: PostContext): () => Promise<StateAccess | undefined> {
  let access: Promise<StateAccess | undefined> | undefined
  return () =>
    (access ??= openStateAccess(record.directory, context.runtime, (region) => sessionOf(context, region)))
}

const stackName = (record: ProcessRecord, { inputs }: PostContext): string =>
  inputs !== undefined && 'stack' in inputs ? inputs.stack : record.directory
