import type { Diagnostic } from '../terraform/diagnostic'
import type { Command, ProviderUpdate, RuntimeValue } from '../plan/setting'
import { estimatePlan } from '../cost/plan-cost'
import { inWordsOf, parseEngineVersion } from '../plan/engine'
import type { PlanTarget } from '../review/plan-target'
import type { DestructiveChange } from '../review/destroy-guard'
import { MAX_BODY_BYTES, MAX_REPORT_BYTES } from '../github/limits'
import { hasEffect, parsePlan, type Plan } from '../plan/plan'
import { costLine } from './cost'
import { AttributeWriter } from './diff/attributes'
import { destructiveChangeSections } from './destructive-changes'
import { fitSections, type Section } from './fit'
import { footer, formatDuration, htmlLink, nextStepLine } from './footer'
import { planHeadline } from './headline'
import { createRedactor } from '../text/redact'
import { pendingSections } from './pending'
import { providerLines } from './providers'
import { resourceItems, resourceSection } from './resources'
import { supportLines } from './support'
import { driftSection } from './drift-section'
import { checkSection, diagnosticSections, outputSection, stateSections } from './sections'
import { ValueFormatter } from './diff/display-value'
import { codeSpan } from '../text/markdown'

export interface PlanReportOptions {
  readonly stack: string
  readonly terraformVersion: string
  readonly commit: string
  readonly runUrl: string
  readonly durationSeconds?: number | undefined
  readonly destructiveChanges: readonly DestructiveChange[]
  readonly diagnostics?: readonly Diagnostic[] | undefined
  /** Redacted in addition to the plan's sensitive values. */
  readonly secrets?: readonly string[] | undefined
  readonly target?: PlanTarget | undefined
  /** Commands of provisioners. */
  readonly commands?: readonly Command[] | undefined
  readonly runtimeValues?: readonly RuntimeValue[] | undefined
  /** Last line of a failed plan. */
  readonly nextStep?: string | undefined
  /** Time of the plan, for ends of support. */
  readonly nowMs?: number | undefined
  /** Provider versions that differ from those of the base branch. */
  readonly providerUpdates?: readonly ProviderUpdate[] | undefined
  /** Markdown below the headline. */
  readonly notes?: readonly string[] | undefined
}

export interface RenderedPlan {
  /** At most `MAX_BODY_BYTES`. */
  readonly comment: string
  /** At most `MAX_REPORT_BYTES`. */
  readonly summary: string
}

const FAILED_PLAN = parsePlan({ format_version: '1.2', errored: true })

/**
 * Renders a plan.
 *
 * @param completePlan undefined if Terraform wrote none
 */
export function renderPlan(completePlan: Plan | undefined, options: PlanReportOptions): RenderedPlan {
  const plan = completePlan ?? FAILED_PLAN
  const { durationSeconds } = options
  const { engine } = parseEngineVersion(options.terraformVersion)
  const redactor = createRedactor([...plan.secrets, ...(options.secrets ?? [])])
  const attributes = new AttributeWriter(new ValueFormatter(redactor))
  const items = resourceItems(plan, attributes)
  const { errors, warnings } = diagnosticSections(options.diagnostics ?? [], redactor.redact)
  const details = [
    ...pendingSections(plan, attributes, options),
    ...stateSections(plan, redactor.redact),
    outputSection(plan, attributes),
    driftSection(plan, attributes, { engine, updates: options.providerUpdates }),
    warnings,
  ]
  const { title } = engine
  const parts = (omittedLocation: string): (string | Section)[] => [
    `### ${plan.errored ? `❌ ${title} plan failed` : `${title} plan`} · ${codeSpan(options.stack)}`,
    inWordsOf(engine, planHeadline(plan)),
    planCost(plan, options.target),
    ...(options.nowMs === undefined ? [] : supportLines(plan, options.nowMs)),
    ...providerLines(options.providerUpdates ?? []),
    ...(options.notes ?? []),
    errors,
    checkSection(plan, redactor.redact),
    ...destructiveChangeSections(options.destructiveChanges, redactor.redact, engine),
    resourceSection(items, omittedLocation),
    ...details,
    ...nextStepLine(options.nextStep, redactor.redact),
    footer({
      ...options,
      extra: durationSeconds === undefined ? '' : `planned in ${formatDuration(durationSeconds)}`,
    }),
  ]
  return {
    comment: fitSections(parts(`in ${htmlLink('the job summary', options.runUrl)}`), MAX_BODY_BYTES),
    summary: fitSections(parts('in the log'), MAX_REPORT_BYTES),
  }
}

/** Only for a plan that can be applied and changes something. */
const planCost = (plan: Plan, target: PlanTarget | undefined): string =>
  plan.errored || !plan.resources.some(hasEffect) ? '' : costLine(estimatePlan(plan, target?.region))
