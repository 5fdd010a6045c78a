import type { Context } from '../../github/context'
import { GitHubError } from '../../github/error'
import type { GitHub } from '../../github/octokit'
import { getHeadSha } from '../../github/pull-request'
import { InvalidInput, type PlanInputs } from '../../inputs/inputs'
import { renderFailedRun } from '../../report/failed-run'
import { environmentSecrets } from '../../terraform/environment-secrets'
import type { FailureReason } from '../../text/failure-reason'
import { createRedactor } from '../../text/redact'
import { messageOf, reasonOf } from '../failure'
import { openGitHubClient } from '../github-client'
import type { StepRuntime } from '../runtime'
import { postComment } from '../stack/comment'
import { type EarlierComment, readEarlierComment, withSnapshots } from './earlier-comment'
import { readPlanContext } from './plan-context'

/** Inputs of a comment. */
export type CommentInputs = Pick<PlanInputs, 'stack' | 'githubToken' | 'pullRequest' | 'comment'>

interface RunOnPull {
  readonly context: Context
  readonly runtime: StepRuntime
}

/**
 * Writes on the pull request that this run has no plan, so that the plan of an earlier commit does not pass for the plan of this
 * one. Does not throw, because the run has another failure to report.
 */
export async function commentFailedRun(error: unknown, inputs: CommentInputs, run: RunOnPull): Promise<void> {
  await writeComment(error, inputs, run).catch((cause: unknown) => {
    logFailure(cause, run.runtime)
  })
}

/** As {@link commentFailedRun}, for a run whose context is not read yet. */
export async function commentLostRun(
  error: unknown,
  inputs: CommentInputs,
  runtime: StepRuntime,
): Promise<void> {
  try {
    const context = await readPlanContext(inputs, runtime)
    await commentFailedRun(error, inputs, { context, runtime })
  } catch (cause) {
    logFailure(cause, runtime)
  }
}

const logFailure = (cause: unknown, { log }: StepRuntime): void => {
  log.info(`The pull request was not commented. ${messageOf(cause)}`)
}

async function writeComment(
  error: unknown,
  inputs: CommentInputs,
  { context, runtime }: RunOnPull,
): Promise<void> {
  if (inputs.comment === 'never' || context.event !== 'pull_request') return
  if (context.isFork || context.isClosed) return
  const github = await openGitHubClient(inputs.githubToken, context, runtime)
  if (github === undefined) return
  const { number: pull, headSha, runUrl } = context
  const { stack } = inputs
  const reason = reasonOf(error)
  const earlier = await readEarlierComment({ github, pull, headSha, stack })
  if (!(await isNeeded(reason, earlier, { github, pull, headSha }))) return
  const { redact } = createRedactor(environmentSecrets(definedValues(runtime.env)))
  const message = reason === 'cancelled' ? '' : redact(describe(error))
  const body = renderFailedRun({ stack, commit: headSha, runUrl, reason, message })
  const { warnings } = await postComment(github, {
    ...{ pull, topic: 'plan', stack },
    body: withSnapshots(body, headSha, earlier.snapshots),
    whenMissing: reason === 'cancelled' ? 'skip' : 'create',
  })
  for (const warning of warnings) runtime.log.info(warning)
}

/** Thrown for a step that was killed. */
export class StepKilled extends Error {
  override readonly name = 'StepKilled'
  readonly reason: FailureReason = 'cancelled'
}

/** A push cancels the run of the commit before it, whose comment the next run replaces. */
async function isNeeded(
  reason: FailureReason,
  { commit, newerHead }: EarlierComment,
  { github, pull, headSha }: { readonly github: GitHub; readonly pull: number; readonly headSha: string },
): Promise<boolean> {
  if (newerHead !== undefined) return false
  if (reason !== 'cancelled') return true
  // The comment may be that of this run.
  if (commit === undefined || commit === headSha) return false
  const head = await getHeadSha(github, pull).catch((error: unknown) => {
    if (error instanceof GitHubError) return undefined
    throw error
  })
  return head === undefined || head === headSha
}

/** Problems of inputs quote them, and nothing masks a secret in a comment. */
function describe(error: unknown): string {
  const message = messageOf(error)
  if (!(error instanceof InvalidInput)) return message
  const names = message.split('\n').flatMap((line) => /^([\w.-]+): /.exec(line)?.[1] ?? [])
  return names.length === 0 ? 'Invalid inputs' : `Invalid inputs: ${[...new Set(names)].join(', ')}`
}

const definedValues = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined))
