import { asPullRequest, type Context, readContext } from '../../github/context'
import { readPullRequestState } from '../../github/pull-request'
import { InvalidInput, type PlanInputs } from '../../inputs/inputs'
import { openGitHubClient } from '../github-client'
import type { Outcome } from '../outcome'
import type { StepRuntime } from '../runtime'

/**
 * Reads the context of a plan. The inputs can name a pull request that did not trigger the run, as after a comment; GitHub
 * tells whether it comes from a fork.
 *
 * @throws InvalidContext, InvalidInput, GitHubError
 */
export async function readPlanContext(
  { pullRequest, githubToken }: Pick<PlanInputs, 'pullRequest' | 'githubToken'>,
  runtime: StepRuntime,
): Promise<Context> {
  const context = await readContext(runtime.env, runtime.readFile)
  if (pullRequest === undefined) return context
  if (context.event === 'pull_request')
    throw new InvalidInput(
      `pull-request-number: this run already belongs to pull request #${context.number}. Remove the input.`,
    )
  const github = await openGitHubClient(githubToken, context, runtime)
  const given = asPullRequest(context, pullRequest)
  return github === undefined ? given : { ...given, ...(await readPullRequestState(github, given.number)) }
}

const MERGE_GROUP =
  'This run belongs to a merge queue. Nothing was planned: each pull request has its own plan, and apply compares the merged commits with those plans.'

/** A plan after the merge would replace the record of the reviewed one. */
const CLOSED =
  'This pull request is closed. Nothing was planned, and the record of the reviewed plan was kept.'

/**
 * Returns the outcome of a run that needs no plan. It succeeds, because a required check must succeed in a merge queue, whose
 * branches get no credentials.
 */
export function skipPlan(context: Context): Outcome | undefined {
  if (context.event === 'merge_group') return skipped('not needed in a merge queue', MERGE_GROUP, context)
  if (context.event === 'pull_request' && context.isClosed)
    return skipped('not needed for a closed pull request', CLOSED, context)
  return undefined
}

const skipped = (title: string, reason: string, { runUrl }: Context): Outcome => ({
  outputs: {},
  summary: [`### Plan · ${title}`, reason, `<sub>${runUrl}</sub>`].join('\n\n'),
  warnings: [],
  annotations: [],
  failure: undefined,
})
