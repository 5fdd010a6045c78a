import { join } from 'node:path'
import type { Annotation } from '../../github/annotations'
import type { Context } from '../../github/context'
import type { Counts } from '../../plan/counts'
import { InvalidPlan } from '../../plan/plan'
import { type PlanReportOptions, type RenderedPlan, renderPlan } from '../../report/plan'
import type { Diagnostic } from '../../terraform/diagnostic'
import { TerraformFailed } from '../../terraform/error'
import { TerraformNotStarted } from '../../terraform/process'
import { messageOf, reasonOf } from '../failure'
import type { Failure, Outcome } from '../outcome'
import { InvalidConfiguration } from './invalid-configuration'
import type { RootPlan, TerraformRoot } from './terraform-root'
import { UnsavedState } from './unsaved-state'

export function countOutputs(counts: Counts): Record<string, string> {
  const { hasChanges, outputs, ...kinds } = counts
  const numbers = Object.entries({ ...kinds, 'output-changes': outputs })
  return {
    'has-changes': String(hasChanges),
    ...Object.fromEntries(numbers.map(([name, count]): [string, string] => [name, String(count)])),
  }
}

/** @param directory of the root, from the workspace */
export function annotateDiagnostics(
  diagnostics: readonly Diagnostic[],
  directory: string,
  redact: (text: string) => string,
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

export function renderRootPlan(
  plan: RootPlan | Pick<ExplainedFailure, 'diagnostics' | 'advice'>,
  root: TerraformRoot,
  {
    context,
    ...options
  }: Pick<PlanReportOptions, 'notes' | 'providerUpdates'> & {
    readonly context: Context
    /** For ends of support. */
    readonly nowMs?: number
  },
): RenderedPlan {
  const planned = 'plan' in plan ? plan : undefined
  return renderPlan(planned?.plan, {
    stack: root.inputs.stack,
    terraformVersion: root.terraformVersion,
    commit: context.event === 'pull_request' ? context.headSha : context.sha,
    runUrl: context.runUrl,
    durationSeconds: planned?.seconds,
    destructiveChanges: planned?.destructiveChanges ?? [],
    diagnostics: plan.diagnostics,
    nextStep: 'advice' in plan ? plan.advice : '',
    secrets: root.secrets.values,
    target: planned?.target,
    runtimeValues: planned?.runtimeValues ?? [],
    commands: planned?.settings.flatMap(({ command }) => command ?? []) ?? [],
    ...options,
  })
}

/** Reports a failed `init` or `plan` of a command that writes no comment. */
export function failedPlanOutcome(failure: ExplainedFailure, root: TerraformRoot, context: Context): Outcome {
  const { reason, message, diagnostics } = failure
  return {
    outputs: {},
    summary: renderRootPlan(failure, root, { context }).summary,
    warnings: [],
    annotations: annotateDiagnostics(diagnostics, root.inputs.directory, root.secrets.redact),
    failure: { reason, message },
  }
}

export interface ExplainedFailure extends Failure {
  readonly diagnostics: readonly Diagnostic[]
  /** The next step. */
  readonly advice: string
}

/** Returns undefined for a cancellation and for errors of other programs. */
export function explainedFailure(
  error: unknown,
  redact: (text: string) => string,
): ExplainedFailure | undefined {
  if (error instanceof TerraformFailed && error.details.interrupted) return undefined
  if (error instanceof UnsavedState || error instanceof InvalidPlan || error instanceof TerraformNotStarted)
    return withoutDiagnostics(error, redact)
  if (!(error instanceof TerraformFailed || error instanceof InvalidConfiguration)) return undefined
  const { diagnostics, advice } = error
  return { reason: reasonOf(error), message: redact(messageOf(error)), diagnostics, advice: redact(advice) }
}

/** The message of such an error ends with the next step. */
function withoutDiagnostics(error: Error, redact: (text: string) => string): ExplainedFailure {
  const message = redact(error.message)
  const summary = message.charAt(0).toUpperCase() + message.slice(1)
  const diagnostic = { severity: 'error', summary, detail: '', address: undefined, range: undefined } as const
  return { reason: reasonOf(error), message, diagnostics: [diagnostic], advice: '' }
}
