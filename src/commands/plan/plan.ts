import { randomBytes } from 'node:crypto'
import { AwsError } from '../../aws/error'
import type { CommentRequest } from '../../github/comment'
import type { Context } from '../../github/context'
import type { PlanInputs } from '../../inputs/inputs'
import type { ProviderUpdate } from '../../plan/setting'
import { hmac } from '../../review/plan-digest'
import { InvalidPlanRecord } from '../../review/plan-record'
import { escapeMarkdown } from '../../text/markdown'
import { openGitHubClient } from '../github-client'
import { messageOf, reasonOf } from '../failure'
import { type Failure, type Outcome, redactError, redactOutcome } from '../outcome'
import type { Runtime } from '../runtime'
import { type CommentResult, NO_COMMENT, postComment } from '../stack/comment'
import {
  annotateDiagnostics,
  countOutputs,
  type ExplainedFailure,
  explainedFailure,
  renderRootPlan,
} from '../stack/plan-outcome'
import { inputWarnings } from '../stack/input-warnings'
import { openPlanRecords, planRecord } from '../stack/plan-records'
import { readPlannedOutputs } from '../stack/stack-outputs'
import { rejectUnreviewable } from '../stack/plan-options'
import { type RootPlan, TerraformRoot } from '../stack/terraform-root'
import { type EarlierComment, NO_EARLIER_COMMENT, readEarlierComment, withSnapshots } from './earlier-comment'
import { type EarlierReview, findEarlierReview } from './earlier-review'
import { describeEmptyState } from './empty-state'
import { commentFailedRun } from './failed-run'
import { checkFork } from './fork'
import { readPlanContext, skipPlan } from './plan-context'
import { writePlanJson } from './plan-json'
import { findProviderUpdates } from './provider-updates'
import { findUnrepeatable } from './second-plan'

/** Shows the plan on the pull request and records it for the review before the apply. */
export async function plan(inputs: PlanInputs, runtime: Runtime): Promise<Outcome> {
  const context = await readPlanContext(inputs, runtime)
  const skipped = skipPlan(context)
  if (skipped !== undefined) return skipped
  if (context.event === 'pull_request' && context.isFork) return checkFork(inputs, runtime)
  try {
    return await planRoot(inputs, context, runtime)
  } catch (error) {
    await commentFailedRun(error, inputs, { context, runtime })
    throw error
  }
}

async function planRoot(inputs: PlanInputs, context: Context, runtime: Runtime): Promise<Outcome> {
  rejectUnreviewable(runtime.env)
  const root = await TerraformRoot.open(inputs, runtime)
  const report = { inputs, context, root, runtime }
  try {
    await root.init('create')
    return redactOutcome(await reportPlan(await root.plan(inputs), report), root.secrets.redact)
  } catch (error) {
    const failure = explainedFailure(error, root.secrets.redact)
    if (failure === undefined) throw redactError(error, root.secrets.redact)
    return await reportFailure(failure, report)
  } finally {
    await root.close()
  }
}

interface PlanReport {
  readonly inputs: PlanInputs
  readonly context: Context
  readonly root: TerraformRoot
  readonly runtime: Runtime
}

async function reportPlan(planned: RootPlan, report: PlanReport): Promise<Outcome> {
  const { inputs, context, root, runtime } = report
  const salt = randomBytes(32).toString('hex')
  const comment = await findEarlierComment(report)
  const earlier = await readEarlierReview(planned, comment, report)
  // Before the record: a commit whose second plan fails has none.
  const unrepeatable = inputs.planTwice ? await findUnrepeatable(planned, root, { inputs, ...runtime }) : []
  const record = await writeRecord(planned, { salt, earlier }, report)
  const rendered = renderRootPlan(planned, root, {
    context,
    notes: [...record.notes, ...(await describeEmptyState(planned, root)), ...unrepeatable, ...earlier.notes],
    providerUpdates: await readProviderUpdates(planned, report),
    nowMs: runtime.clock.wallClockMs(),
  })
  // Without changes, a comment is only needed to replace an earlier one that shows changes.
  const whenMissing = inputs.comment === 'always' || planned.counts.hasChanges ? 'create' : 'skip'
  const whenPresent = earlier.isReplaced ? 'replace' : 'edit'
  const written = await commentOnPullRequest(
    { body: rendered.comment, whenMissing, whenPresent },
    { ...comment, snapshots: earlier.snapshots },
    report,
  )
  const json = await writePlanJson(planned, root, runtime)
  const outputs = readPlannedOutputs(planned.json, root.secrets)
  const parts = [record, json, outputs, written]
  return {
    outputs: {
      ...countOutputs(planned.counts),
      fingerprint: hmac(planned.fingerprint, salt),
      'comment-url': written.url ?? '',
      summary: rendered.comment,
      record: record.url,
      'plan-json': json.path,
      'terraform-outputs': outputs.json,
    },
    summary: rendered.summary,
    warnings: [...inputWarnings(planned, inputs), ...parts.flatMap(({ warnings }) => warnings)],
    annotations: annotateDiagnostics(planned.diagnostics, inputs.directory, root.secrets.redact),
    failure: record.failure,
  }
}

async function reportFailure(failure: ExplainedFailure, report: PlanReport): Promise<Outcome> {
  const { inputs, context, root } = report
  const { reason, message, diagnostics } = failure
  const rendered = renderRootPlan(failure, root, { context })
  const comment = await commentOnPullRequest(
    { body: rendered.comment, whenMissing: 'create' },
    await findEarlierComment(report),
    report,
  )
  return {
    outputs: { 'comment-url': comment.url ?? '', summary: rendered.comment },
    summary: rendered.summary,
    warnings: comment.warnings,
    annotations: annotateDiagnostics(diagnostics, inputs.directory, root.secrets.redact),
    failure: { reason, message },
  }
}

async function findEarlierComment({ inputs, context, runtime }: PlanReport): Promise<EarlierComment> {
  if (inputs.comment === 'never' || context.event !== 'pull_request') return NO_EARLIER_COMMENT
  const github = await openGitHubClient(inputs.githubToken, context, runtime)
  const { number: pull, headSha } = context
  return readEarlierComment({ github, pull, headSha, stack: inputs.stack })
}

async function readProviderUpdates(
  { settings }: RootPlan,
  { inputs, context, runtime }: PlanReport,
): Promise<readonly ProviderUpdate[]> {
  const github = await openGitHubClient(inputs.githubToken, context, runtime)
  const workspace = runtime.env['GITHUB_WORKSPACE'] || '.'
  return findProviderUpdates(settings, { context, github, directory: inputs.directory, workspace })
}

async function commentOnPullRequest(
  comment: Pick<CommentRequest, 'body' | 'whenMissing' | 'whenPresent'>,
  { snapshots, newerHead }: EarlierComment,
  { inputs, context, runtime }: PlanReport,
): Promise<CommentResult> {
  if (inputs.comment === 'never' || context.event !== 'pull_request') return NO_COMMENT
  const { number: pull, headSha } = context
  if (newerHead !== undefined)
    return {
      url: undefined,
      warnings: [
        `The comment on pull request #${pull} was left as it is: it shows the plan of the newer commit ${newerHead}, and this run planned ${headSha}.`,
      ],
    }
  const github = await openGitHubClient(inputs.githubToken, context, runtime)
  const body = withSnapshots(comment.body, headSha, snapshots)
  return postComment(github, { pull, topic: 'plan', stack: inputs.stack, ...comment, body })
}

const NOT_RECORDED =
  'The plan was not recorded, because the state is not in S3 and plan-records is not set. An apply cannot be compared with this plan.'

const NO_EARLIER_REVIEW: EarlierReview = {
  ...{ plannedAt: undefined, notes: [], isReplaced: false },
  snapshots: [],
}

async function readEarlierReview(
  planned: RootPlan,
  comment: EarlierComment,
  { inputs, context, root, runtime }: PlanReport,
): Promise<EarlierReview> {
  if (context.event !== 'pull_request') return NO_EARLIER_REVIEW
  const records = await openPlanRecords(root, inputs.planRecords, runtime)
  const github = await openGitHubClient(inputs.githubToken, context, runtime)
  const { terraformVersion } = root
  const earlier = { context, records, github, comment, stack: inputs.stack, terraformVersion }
  return findEarlierReview(planned, earlier, root.secrets)
}

async function writeRecord(
  planned: RootPlan,
  { salt, earlier }: { readonly salt: string; readonly earlier: EarlierReview },
  { inputs, context, root, runtime }: PlanReport,
): Promise<WrittenRecord> {
  const none: WrittenRecord = { url: '', warnings: [], notes: [], failure: undefined }
  if (context.event !== 'pull_request') return none
  const records = await openPlanRecords(root, inputs.planRecords, runtime)
  if (records === undefined) return { ...none, warnings: [NOT_RECORDED] }
  const createdAt = earlier.plannedAt ?? new Date(runtime.clock.wallClockMs())
  try {
    const url = await records.write(planRecord(planned, { context, root, salt, createdAt }))
    runtime.log.info(`The plan is recorded in ${url}`)
    return { ...none, url }
  } catch (error) {
    if (!(error instanceof AwsError || error instanceof InvalidPlanRecord)) throw error
    // Without a comment, that of an earlier commit would pass for this one's.
    return { ...none, notes: [root.secrets.redact(describeUnrecorded(error))], failure: failureOf(error) }
  }
}

interface WrittenRecord {
  /** Empty without a record. */
  readonly url: string
  readonly warnings: readonly string[]
  /** Markdown for the comment. */
  readonly notes: readonly string[]
  readonly failure: Failure | undefined
}

const failureOf = (error: Error): Failure => ({
  reason: reasonOf(error),
  message: `The plan is shown and was not recorded, so it cannot be applied. ${messageOf(error)}`,
})

const describeUnrecorded = (error: Error): string =>
  [
    '> [!CAUTION]',
    '> **This plan was not recorded**, so `apply` cannot compare it with the plan after the merge. Fix the cause and re-run the job.',
    '>',
    `> ${escapeMarkdown(messageOf(error))}`,
  ].join('\n')
