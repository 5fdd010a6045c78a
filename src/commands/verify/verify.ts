import { randomBytes } from 'node:crypto'
import type { VerifyInputs } from '../../inputs/inputs'
import { Langfuse } from '../../langfuse/client'
import { TraceUnconfirmed, VerificationCancelled, VerificationFailed } from '../../langfuse/error'
import { waitUntilHealthy } from '../../langfuse/health'
import type { PollOptions } from '../../langfuse/poll'
import { findProject } from '../../langfuse/project'
import { waitUntilReadable } from '../../langfuse/read-trace'
import { createTrace, removeTrace, sendTrace } from '../../langfuse/trace'
import { createTransport } from '../../langfuse/transport'
import { componentName, renderVerify, type VerifyReport, verifySentence } from '../../report/verify'
import { escapeMarkdown } from '../../text/markdown'
import type { Outcome } from '../outcome'
import type { Runtime } from '../runtime'
import { findTarget, type VerifyTarget } from './target'
import { withoutFullStop } from '../../text/format'

type Progress = { -readonly [Key in keyof VerifyReport]: VerifyReport[Key] }

/**
 * Waits until Langfuse is ready, sends a trace, reads it back and deletes it.
 *
 * @throws InvalidInput, TerraformFailed, AwsError
 */
export async function verify(inputs: VerifyInputs, runtime: Runtime): Promise<Outcome> {
  const target = await findTarget(inputs, runtime)
  const langfuse = new Langfuse(target.url, createTransport(runtime))
  const report = emptyReport(langfuse.address, target)
  const pollOptions: PollOptions = {
    clock: runtime.clock,
    limitMs: inputs.timeoutSeconds * 1000,
    interruption: runtime.interruption,
    onWait: (reason) => {
      runtime.log.info(`Waiting: ${reason}`)
    },
  }
  try {
    await runSteps(langfuse, target, { report, pollOptions, runtime })
    runtime.log.info(verifySentence(report))
  } catch (error) {
    if (error instanceof VerificationCancelled) return cancelledOutcome(error, report)
    if (!(error instanceof VerificationFailed)) throw error
    report.failure = { step: error.step, likelyCauses: error.likelyCauses, message: error.message }
    const failure = { reason: error.reason, message: failureMessage(error) }
    const { addRevert } = await import('./revert')
    return addRevert({ ...verifyOutcome(report), failure }, inputs, runtime)
  }
  return verifyOutcome(report)
}

function emptyReport(url: string, { stack, version, logGroups }: VerifyTarget): Progress {
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
    mayAppearLater: false,
    failure: undefined,
    logGroups,
  }
}

async function runSteps(
  langfuse: Langfuse,
  target: VerifyTarget,
  { report, pollOptions, runtime }: { report: Progress; pollOptions: PollOptions; runtime: Runtime },
): Promise<void> {
  const { clock, log } = runtime
  const { version, ms } = await waitUntilHealthy(langfuse, target.version, pollOptions)
  report.version = version
  report.healthySeconds = ms / 1000
  log.info(`Langfuse ${version} at ${langfuse.address} is ready`)
  const readyMs = clock.now()
  // The steps after the health check share one limit.
  const remaining = (): PollOptions => ({
    ...pollOptions,
    limitMs: Math.max(0, pollOptions.limitMs - (clock.now() - readyMs)),
  })
  // Not earlier: Langfuse caches the rejection of unknown keys.
  const project = langfuse.withKeys(target.keys)
  report.project = await findProject(project, remaining())
  const trace = createTrace(randomBytes(24), new Date(clock.wallClockMs()))
  try {
    report.traceId = trace.traceId
    await sendTrace(project, trace, { version, pollOptions: remaining() })
    log.info(`The trace ${trace.traceId} is sent`)
    const readableMs = await waitUntilReadable(project, trace, { version, pollOptions: remaining() })
    report.readableSeconds = readableMs / 1000
  } catch (error) {
    report.mayAppearLater = error instanceof TraceUnconfirmed || error instanceof VerificationCancelled
    if (!report.mayAppearLater) report.traceId = undefined
    throw error
  } finally {
    if (report.traceId !== undefined) report.notRemoved = await removeTrace(project, trace, runtime)
  }
}

function cancelledOutcome({ message }: VerificationCancelled, report: VerifyReport): Outcome {
  const sentence = `${message}. ${describeTrace(report)}`
  return {
    ...verifyOutcome(report),
    summary: ['## ⚠️ Cancelled', `- ${escapeMarkdown(sentence)}`].join('\n\n'),
    failure: { reason: 'cancelled', message: sentence },
  }
}

const LATER = 'It may still appear if Langfuse had not processed it yet; then delete it manually.'

function describeTrace({ traceId, notRemoved }: VerifyReport): string {
  if (traceId === undefined) return 'No trace was sent.'
  if (notRemoved === undefined) return `The trace ${traceId} was sent and deleted again. ${LATER}`
  return `The trace ${traceId} was sent and could not be deleted: ${withoutFullStop(notRemoved)}. Delete it manually.`
}

function failureMessage({ message, likelyCauses }: VerificationFailed): string {
  const causes = likelyCauses.map(componentName)
  return `${withoutFullStop(message)}. Likely causes: ${causes.join(', ')}. The summary lists the next steps.`
}

const NOT_COMPARED =
  'The version was not compared, because neither the output langfuse_version nor a tag in images.yaml has one.'

function verifyOutcome(report: VerifyReport): Outcome {
  const { expected, notRemoved, traceId, failure } = report
  const isCompared = expected !== undefined || failure !== undefined
  return {
    outputs: {
      version: report.version ?? '',
      'healthy-after': formatTenths(report.healthySeconds),
      'readable-after': formatTenths(report.readableSeconds),
      'project-url': report.project?.url ?? '',
    },
    summary: renderVerify(report),
    warnings: [
      ...(isCompared ? [] : [NOT_COMPARED]),
      ...(notRemoved === undefined ? [] : [`The trace ${traceId ?? ''} could not be deleted: ${notRemoved}`]),
    ],
    annotations: [],
    failure: undefined,
  }
}

const formatTenths = (seconds: number | undefined): string =>
  seconds === undefined ? '' : seconds.toFixed(1)
