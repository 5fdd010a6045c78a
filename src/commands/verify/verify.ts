import { randomBytes } from 'node:crypto'
import { renderVerify, type VerifyReport, verifySentence } from '../../report/verify'
import type { VerifyInputs } from '../../inputs/inputs'
import { Langfuse } from '../../langfuse/client'
import { VerificationFailed } from '../../langfuse/error'
import { waitUntilHealthy } from '../../langfuse/health'
import { findProject } from '../../langfuse/project'
import { waitUntilReadable } from '../../langfuse/read-trace'
import { composeTrace, removeTrace, sendTrace } from '../../langfuse/trace'
import type { Patience } from '../../langfuse/poll'
import { exchangeOver } from '../../langfuse/transport'
import { findTarget, type Target } from './target'
import type { Outcome, World } from '../runtime'

/** Report of a verification under way; each stage adds what it has found out. */
type Progress = { -readonly [Key in keyof VerifyReport]: VerifyReport[Key] }

/** Waits until Langfuse is ready, sends it a trace, reads it back, and deletes it. */
export async function verify(inputs: VerifyInputs, world: World): Promise<Outcome> {
  const target = await findTarget(inputs, world)
  const langfuse = new Langfuse(target.url, exchangeOver(world))
  const report = begin(langfuse.address, target)
  const patience: Patience = {
    clock: world.clock,
    limitMs: inputs.timeoutSeconds * 1000,
    interruption: world.interruption,
    onWait: (why) => {
      world.log.info(`Waiting: ${why}`)
    },
  }
  try {
    await check(langfuse, target, { report, patience, world })
    world.log.info(verifySentence(report))
  } catch (error) {
    if (!(error instanceof VerificationFailed)) throw error
    report.failure = { stage: error.stage, suspects: error.suspects, message: error.message }
    return { ...outcomeOf(report), failure: { reason: error.reason, message: sentenceOf(error) } }
  }
  return outcomeOf(report)
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
  { report, patience, world }: { report: Progress; patience: Patience; world: World },
): Promise<void> {
  const { version, ms } = await waitUntilHealthy(langfuse, target.version, patience)
  report.version = version
  report.healthySeconds = ms / 1000
  world.log.info(`Langfuse ${version} at ${langfuse.address} is ready`)
  const readyMs = world.clock.now()
  /** All that comes after has the same time together. */
  const left = (): Patience => ({
    ...patience,
    limitMs: Math.max(0, patience.limitMs - (world.clock.now() - readyMs)),
  })
  // Only now: keys that Langfuse does not know yet it would remember as wrong.
  const project = langfuse.as(target.keys)
  report.project = await findProject(project, left())
  const trace = composeTrace(randomBytes(24), new Date())
  try {
    await sendTrace(project, trace, { version, patience: left() })
    report.traceId = trace.traceId
    world.log.info(`The trace ${trace.traceId} is sent`)
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
