import { randomBytes } from 'node:crypto'
import { renderVerify, type VerifyReport, verifySentence } from '../../report/verify'
import type { VerifyInputs } from '../../inputs/inputs'
import { Langfuse } from '../../langfuse/client'
import { VerificationCancelled, VerificationFailed } from '../../langfuse/error'
import { waitUntilHealthy } from '../../langfuse/health'
import { findProject } from '../../langfuse/project'
import { waitUntilReadable } from '../../langfuse/read-trace'
import { composeTrace, removeTrace, sendTrace } from '../../langfuse/trace'
import type { PollOptions } from '../../langfuse/poll'
import { prose } from '../../text/markdown'
import { exchangeOver } from '../../langfuse/transport'
import { findTarget, type Target } from './target'
import type { Outcome, Runtime } from '../runtime'

/** Report of a verification under way; each stage adds what it has found out. */
type Progress = { -readonly [Key in keyof VerifyReport]: VerifyReport[Key] }

/** Waits until Langfuse is ready, sends it a trace, reads it back, and deletes it. */
export async function verify(inputs: VerifyInputs, runtime: Runtime): Promise<Outcome> {
  const target = await findTarget(inputs, runtime)
  const langfuse = new Langfuse(target.url, exchangeOver(runtime))
  const report = begin(langfuse.address, target)
  const patience: PollOptions = {
    clock: runtime.clock,
    limitMs: inputs.timeoutSeconds * 1000,
    interruption: runtime.interruption,
    onWait: (why) => {
      runtime.log.info(`Waiting: ${why}`)
    },
  }
  try {
    await check(langfuse, target, { report, patience, runtime })
    runtime.log.info(verifySentence(report))
  } catch (error) {
    if (error instanceof VerificationCancelled) return cancelled(error, report)
    if (!(error instanceof VerificationFailed)) throw error
    report.failure = { stage: error.stage, suspects: error.suspects, message: error.message }
    return { ...outcomeOf(report), failure: { reason: error.reason, message: sentenceOf(error) } }
  }
  return outcomeOf(report)
}

/** Reports a cancelled verification: whether a trace was sent, and whether it is still there. */
function cancelled(error: VerificationCancelled, report: VerifyReport): Outcome {
  const { traceId, notRemoved } = report
  const trace =
    traceId === undefined
      ? 'No trace was sent.'
      : `The trace ${traceId} was sent and ${notRemoved === undefined ? 'deleted again' : `could not be deleted: ${notRemoved}`}.`
  return {
    ...outcomeOf(report),
    summary: ['## ⚠️ Cancelled', `- ${prose(`${error.message}. ${trace}`)}`].join('\n\n'),
    failure: { reason: 'cancelled', message: `${error.message}. ${trace}` },
  }
}

function begin(url: string, { stack, version, logGroups }: Target): Progress {
  return {
    stack,
    url,
    expected: version,
    version: undefined,
    healthySeconds: undefined,
    project: undefined,
    traceId: undefined,
    readableSeconds: undefined,
    notRemoved: undefined,
    failure: undefined,
    logGroups,
  }
}

async function check(
  langfuse: Langfuse,
  target: Target,
  { report, patience, runtime }: { report: Progress; patience: PollOptions; runtime: Runtime },
): Promise<void> {
  const { version, ms } = await waitUntilHealthy(langfuse, target.version, patience)
  report.version = version
  report.healthySeconds = ms / 1000
  runtime.log.info(`Langfuse ${version} at ${langfuse.address} is ready`)
  const readyMs = runtime.clock.now()
  /** All that comes after has the same time together. */
  const left = (): PollOptions => ({
    ...patience,
    limitMs: Math.max(0, patience.limitMs - (runtime.clock.now() - readyMs)),
  })
  // Only now: keys that Langfuse does not know yet it would remember as wrong.
  const project = langfuse.as(target.keys)
  report.project = await findProject(project, left())
  const trace = composeTrace(randomBytes(24), new Date())
  try {
    await sendTrace(project, trace, { version, patience: left() })
    report.traceId = trace.traceId
    runtime.log.info(`The trace ${trace.traceId} is sent`)
    report.readableSeconds = (await waitUntilReadable(project, trace, { version, patience: left() })) / 1000
  } finally {
    // One that never appeared may yet do so.
    if (report.traceId !== undefined) report.notRemoved = await removeTrace(project, trace)
  }
}

const sentenceOf = ({ message, suspects }: VerificationFailed): string =>
  `${message}. Likely at fault: ${suspects.map((part) => (part === 'address' ? 'the way there' : part)).join(', ')}; the summary says how to look`

function outcomeOf(report: VerifyReport): Outcome {
  const { expected, notRemoved, traceId, failure } = report
  const isCompared = expected !== undefined || failure !== undefined
  return {
    outputs: {
      version: report.version ?? '',
      'healthy-after': seconds(report.healthySeconds),
      'readable-after': seconds(report.readableSeconds),
      'project-url': report.project?.url ?? '',
    },
    summary: renderVerify(report),
    warnings: [
      ...(isCompared
        ? []
        : [
            'The version was compared with nothing: no output langfuse_version, and no tag in images.yaml tells one',
          ]),
      ...(notRemoved === undefined ? [] : [`The trace ${traceId ?? ''} could not be deleted: ${notRemoved}`]),
    ],
    annotations: [],
    failure: undefined,
  }
}

/** To a tenth. */
const seconds = (value: number | undefined): string => (value === undefined ? '' : value.toFixed(1))
