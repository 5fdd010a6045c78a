import { type Context, readContext } from '../../github/context'
import { driftBody, driftTitle } from '../../report/drift'
import { GitHubError } from '../../github/error'
import { type IssueOutcome, keepIssue } from '../../github/issue'
import type { GitHub } from '../../github/octokit'
import { type DriftInputs, InvalidInput } from '../../inputs/inputs'
import { reasonOf } from '../failure'
import {
  annotationsOf,
  countOutputs,
  diagnosticsOf,
  openPullRequestApi,
  renderFor,
} from '../stack/pull-request-comment'
import { type PlannedStack, Stack } from '../stack/stack'
import type { Failure, Outcome, Runtime } from '../runtime'

interface Place {
  readonly inputs: DriftInputs
  readonly context: Context
  readonly github: GitHub
  readonly stack: Stack
  readonly runtime: Runtime
}

/** Finds what was changed outside of Terraform, and keeps one issue on it. */
export async function drift(inputs: DriftInputs, runtime: Runtime): Promise<Outcome> {
  const context = await readContext(runtime.env, runtime.readFile)
  if (context.event === 'pull_request') {
    throw new InvalidInput(
      'command: drift compares what is deployed with the code that it was deployed from; on a pull request, use plan',
    )
  }
  const github = await openPullRequestApi(inputs, context, runtime)
  if (github === undefined) throw new InvalidInput('github-token: is empty; drift keeps an issue with it')
  const stack = await Stack.open(inputs, runtime)
  try {
    await stack.prepare()
    return await report(await stack.plan(), { inputs, context, github, stack, runtime })
  } catch (error) {
    const diagnostics = diagnosticsOf(error)
    if (diagnostics === undefined) throw error
    // Whether there is drift is not known, so the issue stays as it is.
    const message = stack.secrets.redact(error instanceof Error ? error.message : String(error))
    return {
      outputs: {},
      summary: renderFor({ context, stack }, diagnostics).summary,
      warnings: [],
      annotations: annotationsOf(diagnostics, inputs.directory, stack.secrets),
      failure: { reason: reasonOf(error), message },
    }
  } finally {
    await stack.close()
  }
}

async function report(planned: PlannedStack, place: Place): Promise<Outcome> {
  const { inputs, stack, runtime } = place
  const { counts, diagnostics } = planned
  const rendered = renderFor(place, diagnostics, planned)
  const kept = await keep(driftBody(rendered.comment, counts), counts.hasChanges, place)
  if (kept.url !== '') runtime.log.info(`The issue on ${inputs.stack} is ${kept.kind}: ${kept.url}`)
  return {
    outputs: { ...countOutputs(counts), 'issue-url': kept.url },
    summary: rendered.summary,
    warnings: [],
    annotations: annotationsOf(diagnostics, inputs.directory, stack.secrets),
    failure: kept.failure,
  }
}

interface Kept extends Pick<IssueOutcome, 'url'> {
  readonly kind: IssueOutcome['kind'] | 'unknown'
  readonly failure: Failure | undefined
}

/** Where GitHub refuses the issue, the summary still tells what was found. */
async function keep(body: string, hasDrift: boolean, { inputs, github }: Place): Promise<Kept> {
  const { stack } = inputs
  const wanted = hasDrift ? 'open' : 'closed'
  try {
    const request = { topic: 'drift', stack, title: driftTitle(stack), body, wanted } as const
    return { ...(await keepIssue(github, request)), failure: undefined }
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error
    const what = hasDrift
      ? `${stack} has drifted, and there is no issue on it`
      : `the issue on ${stack} stays`
    const failure: Failure = { reason: 'github-failed', message: `${what}. ${error.message}` }
    return { kind: 'unknown', url: '', failure }
  }
}
