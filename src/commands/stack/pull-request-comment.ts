import { join } from 'node:path'
import type { Diagnostic as Annotation } from '../../github/annotations'
import { type CommentRequest, upsertComment } from '../../github/comment'
import type { Context } from '../../github/context'
import { openGitHub, type GitHub } from '../../github/octokit'
import type { StackInputs } from '../../inputs/inputs'
import type { Counts } from '../../plan/counts'
import type { Diagnostic } from '../../terraform/diagnostic'
import { TerraformFailed } from '../../terraform/error'
import { renderPlan, type Rendered } from '../../report/plan'
import { InvalidConfiguration, type PlannedStack, type Stack } from './stack'
import type { Runtime } from '../runtime'

export interface CommentResult {
  readonly url: string | undefined
  readonly warnings: readonly string[]
}

/** Puts a text on the pull request; what cannot be said there is in the summary of the run anyway. */
export async function commentOnPullRequest(
  comment: { readonly body: string; readonly first: 'make' | 'leave' },
  {
    inputs,
    context,
    runtime,
  }: { readonly inputs: StackInputs; readonly context: Context; readonly runtime: Runtime },
): Promise<CommentResult> {
  if (context.event !== 'pull_request') return { url: undefined, warnings: [] }
  return postComment(
    { pull: context.number, topic: 'plan', stack: inputs.stack, ...comment },
    { inputs, context, runtime },
  )
}

export async function postComment(
  comment: CommentRequest,
  place: { readonly inputs: StackInputs; readonly context: Context; readonly runtime: Runtime },
): Promise<CommentResult> {
  const github = await openPullRequestApi(place.inputs, place.context, place.runtime)
  if (github === undefined)
    return { url: undefined, warnings: ['No comment was made: github-token is empty'] }
  const outcome = await upsertComment(github, comment)
  if (outcome.kind === 'written') return { url: outcome.url, warnings: [] }
  return { url: undefined, warnings: outcome.kind === 'refused' ? [outcome.reason] : [] }
}

export async function openPullRequestApi(
  inputs: StackInputs,
  context: Context,
  runtime: Runtime,
): Promise<GitHub | undefined> {
  if (inputs.githubToken === undefined) return undefined
  runtime.log.mask(inputs.githubToken)
  const { apiUrl, repository } = context
  return openGitHub({ token: inputs.githubToken, apiUrl, repository }, runtime)
}

/** How many of each, as outputs of the step. */
export function countOutputs(counts: Counts): Record<string, string> {
  const { hasChanges, outputs, ...kinds } = counts
  const numbers = Object.entries({ ...kinds, 'output-changes': outputs })
  return {
    'has-changes': String(hasChanges),
    ...Object.fromEntries(numbers.map(([name, count]): [string, string] => [name, String(count)])),
  }
}

/** Terraform's diagnostics beside the lines they are about. */
export function annotationsOf(
  diagnostics: readonly Diagnostic[],
  directory: string,
  { redact }: { readonly redact: (text: string) => string },
): Annotation[] {
  return diagnostics.map(({ severity, summary, detail, range }) => ({
    severity,
    title: redact(summary),
    message: redact(detail || summary),
    ...(range && {
      file: join(directory, range.file),
      startLine: range.startLine,
      endLine: range.endLine,
      startColumn: range.startColumn,
    }),
  }))
}

/** The plan as people read it; without one, what Terraform says of why there is none. */
export function renderFor(
  { context, stack }: { readonly context: Context; readonly stack: Stack },
  diagnostics: readonly Diagnostic[],
  planned?: PlannedStack,
): Rendered {
  return renderPlan(planned?.plan, {
    stack: stack.inputs.stack,
    terraformVersion: stack.terraformVersion,
    commit: context.event === 'pull_request' ? context.headSha : context.sha,
    runUrl: context.runUrl,
    durationSeconds: planned?.seconds,
    dangers: planned?.dangers ?? [],
    diagnostics,
    secrets: stack.secrets.values,
  })
}

/** What Terraform had to say of a failure of its own; undefined for a cancellation and for a failure of anything else. */
export function diagnosticsOf(error: unknown): readonly Diagnostic[] | undefined {
  if (error instanceof TerraformFailed && error.facts.interrupted) return undefined
  if (error instanceof TerraformFailed || error instanceof InvalidConfiguration) return error.diagnostics
  return undefined
}
