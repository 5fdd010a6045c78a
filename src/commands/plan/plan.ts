import { randomBytes } from 'node:crypto'
import { asPullRequest, type Context, readContext } from '../../github/context'
import { InvalidInput, type PlanInputs } from '../../inputs/inputs'
import type { Diagnostic } from '../../terraform/diagnostic'
import { unusedAllowances } from '../../review/destroy-guard'
import { planEntries, hmac } from '../../review/plan-digest'
import { reasonOf } from '../failure'
import { checkFork } from './fork'
import {
  annotationsOf,
  countOutputs,
  diagnosticsOf,
  renderFor,
  commentOnPullRequest,
} from '../stack/pull-request-comment'
import { openRecords, recordOf } from '../stack/records'
import { type PlannedStack, Stack } from '../stack/stack'
import type { Outcome, Runtime } from '../runtime'

/** Shows on the pull request what an apply of the stack would do, and records what was shown. */
export async function plan(inputs: PlanInputs, runtime: Runtime): Promise<Outcome> {
  const context = await subjectOf(inputs, runtime)
  if (context.event === 'pull_request' && context.isFork) return checkFork(inputs, runtime)
  const stack = await Stack.open(inputs, runtime)
  try {
    await stack.prepare()
    return await reportPlan(await stack.plan(), { inputs, context, stack, runtime })
  } catch (error) {
    const diagnostics = diagnosticsOf(error)
    if (diagnostics === undefined) throw error
    return await reportFailure(error, diagnostics, { inputs, context, stack, runtime })
  } finally {
    await stack.close()
  }
}

/** What the plan is of: a pull request that was named, else what started the run. */
async function subjectOf({ pullRequest }: PlanInputs, runtime: Runtime): Promise<Context> {
  const context = await readContext(runtime.env, runtime.readFile)
  if (pullRequest === undefined) return context
  if (context.event !== 'pull_request') return asPullRequest(context, pullRequest)
  throw new InvalidInput(
    `pull-request-number: this run is of pull request #${context.number} already; leave it out`,
  )
}

const NOTHING_SAID = { url: undefined, warnings: [] }

interface Place {
  readonly inputs: PlanInputs
  readonly context: Context
  readonly stack: Stack
  readonly runtime: Runtime
}

async function reportPlan(planned: PlannedStack, place: Place): Promise<Outcome> {
  const { inputs, stack } = place
  const rendered = renderFor(place, planned.diagnostics, planned)
  // Random for each record: without it, nobody can try out what a short secret was.
  const salt = randomBytes(32).toString('hex')
  const recorded = await record(planned, salt, place)
  // Where nothing changes, an earlier comment that says otherwise is still to be put right.
  const first = inputs.comment === 'always' || planned.counts.hasChanges ? 'make' : 'leave'
  const said =
    inputs.comment === 'never'
      ? NOTHING_SAID
      : await commentOnPullRequest({ body: rendered.comment, first }, place)
  return {
    outputs: {
      ...countOutputs(planned.counts),
      fingerprint: hmac(planned.fingerprint, salt),
      'comment-url': said.url ?? '',
      summary: rendered.comment,
      record: recorded.url,
    },
    summary: rendered.summary,
    warnings: [
      ...unusedAllowances(planned.dangers, inputs.allowDestroy),
      ...recorded.warnings,
      ...said.warnings,
    ],
    annotations: annotationsOf(planned.diagnostics, inputs.directory, stack.secrets),
    failure: undefined,
  }
}

const UNRECORDED =
  'The plan was not recorded: the state is not in S3 and plan-records is not given, so an apply cannot be held to this plan'

/** Keeps what the pull request shows, where an apply will look for it. A plan of anything else is nobody's promise. */
async function record(
  planned: PlannedStack,
  salt: string,
  { inputs, context, stack, runtime }: Place,
): Promise<{ readonly url: string; readonly warnings: readonly string[] }> {
  if (context.event !== 'pull_request') return { url: '', warnings: [] }
  const records = await openRecords(stack, runtime)
  if (records === undefined) return { url: '', warnings: [UNRECORDED] }
  const entries = planEntries(planned.plan, salt)
  const given = { context, inputs, salt, entries, version: stack.terraformVersion }
  const url = await records.write(recordOf(planned, given))
  runtime.log.info(`The plan is recorded in ${url}`)
  return { url, warnings: [] }
}

async function reportFailure(
  error: unknown,
  diagnostics: readonly Diagnostic[],
  place: Place,
): Promise<Outcome> {
  const { inputs, stack } = place
  const rendered = renderFor(place, diagnostics)
  const said =
    inputs.comment === 'never'
      ? NOTHING_SAID
      : await commentOnPullRequest({ body: rendered.comment, first: 'make' }, place)
  const message = stack.secrets.redact(error instanceof Error ? error.message : String(error))
  return {
    outputs: { 'comment-url': said.url ?? '', summary: rendered.comment },
    summary: rendered.summary,
    warnings: said.warnings,
    annotations: annotationsOf(diagnostics, inputs.directory, stack.secrets),
    failure: { reason: reasonOf(error), message },
  }
}
