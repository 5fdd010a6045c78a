import { type Context, readContext } from '../../github/context'
import { GitHubError } from '../../github/error'
import { type IssueOutcome, syncIssue } from '../../github/issue'
import type { GitHub } from '../../github/octokit'
import { type DriftInputs, InvalidInput } from '../../inputs/inputs'
import { driftBody, driftTitle } from '../../report/drift'
import { openGitHubClient } from '../github-client'
import { type Failure, type Outcome, redactError, redactOutcome } from '../outcome'
import type { Runtime } from '../runtime'
import {
  annotateDiagnostics,
  countOutputs,
  explainedFailure,
  failedPlanOutcome,
  renderRootPlan,
} from '../stack/plan-outcome'
import { inputWarnings } from '../stack/input-warnings'
import { requireDeployBranch } from '../stack/deploy-branch'
import { rejectPartialPlans } from '../stack/plan-options'
import { TerraformRoot } from '../stack/terraform-root'

/** Compares the deployed resources with the configuration and keeps one issue about the difference. */
export async function drift(inputs: DriftInputs, runtime: Runtime): Promise<Outcome> {
  const context = await readContext(runtime.env, runtime.readFile)
  requireDeployBranch(context, inputs)
  rejectPartialPlans(runtime.env)
  const github = await openGitHubClient(inputs.githubToken, context, runtime)
  if (github === undefined)
    throw new InvalidInput(
      'github-token: is empty, and drift writes an issue with it. Remove the input or set a token.',
    )
  const root = await TerraformRoot.open(inputs, runtime)
  try {
    await root.init('create')
    const { outcome, issue } = await findDrift(inputs, { context, github, root })
    if (issue.url !== '') runtime.log.info(`Drift issue for ${inputs.stack}: ${issue.kind}, ${issue.url}`)
    return redactOutcome(outcome, root.secrets.redact)
  } catch (error) {
    const failure = explainedFailure(error, root.secrets.redact)
    if (failure === undefined) throw redactError(error, root.secrets.redact)
    // The issue stays as it is, because a failed plan shows no drift.
    return failedPlanOutcome(failure, root, context)
  } finally {
    await root.close()
  }
}

async function findDrift(
  inputs: DriftInputs,
  {
    context,
    github,
    root,
  }: { readonly context: Context; readonly github: GitHub; readonly root: TerraformRoot },
): Promise<{ readonly outcome: Outcome; readonly issue: DriftIssue }> {
  const planned = await root.plan(inputs)
  const { counts, diagnostics, plan } = planned
  if (!plan.complete && plan.deferred.length === 0)
    throw new InvalidInput(
      'drift: the plan looked at some resources only, so it cannot show that nothing else has drifted. Remove -target and -exclude.',
    )
  const rendered = renderRootPlan(planned, root, { context })
  const { hasChanges } = counts
  const hasFailedChecks = plan.failedChecks.length > 0
  const issue = await updateIssue(github, inputs.stack, {
    isOpen: hasChanges || hasFailedChecks,
    body: driftBody(rendered.comment, { hasChanges, hasFailedChecks, engine: root.engine }),
  })
  const outcome: Outcome = {
    outputs: { ...countOutputs(counts), 'issue-url': issue.url },
    summary: rendered.summary,
    warnings: inputWarnings(planned, inputs),
    annotations: annotateDiagnostics(diagnostics, inputs.directory, root.secrets.redact),
    failure: issue.failure,
  }
  return { outcome, issue }
}

interface DriftIssue extends Pick<IssueOutcome, 'url'> {
  readonly kind: IssueOutcome['kind'] | 'unknown'
  readonly failure: Failure | undefined
}

/** Does not throw for an error of GitHub, because the summary must have the drift. */
async function updateIssue(
  github: GitHub,
  stack: string,
  { isOpen, body }: { readonly isOpen: boolean; readonly body: string },
): Promise<DriftIssue> {
  const state = isOpen ? 'open' : 'closed'
  try {
    const issue = await syncIssue(github, { topic: 'drift', stack, title: driftTitle(stack), body, state })
    return { ...issue, failure: undefined }
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error
    const problem = isOpen
      ? `${stack} has drifted, and the issue could not be written.`
      : `${stack} has no drift, and its issue could not be closed.`
    const failure: Failure = { reason: 'github-error', message: `${problem} ${error.message}` }
    return { kind: 'unknown', url: '', failure }
  }
}
