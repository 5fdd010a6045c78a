import type { Diagnostic } from '../terraform/diagnostic'
import type { DestructiveChange } from '../review/destroy-guard'
import { parsePlan, type Plan } from '../plan/plan'
import { AttributeWriter } from './diff/attributes'
import { dangerSections } from './destructive-changes'
import { fit, type Section } from './fit'
import { duration, footer, link } from './footer'
import { headline } from './headline'
import { redactorOf } from './diff/sensitive-mask'
import { resourceItems, resourceSection } from './resources'
import { diagnosticSections, driftSection, outputSection, stateSections } from './sections'
import { Display } from './diff/display-value'
import { code } from '../text/markdown'

/** What a comment says besides what is in the plan. */
export interface RenderOptions {
  readonly stack: string
  readonly terraformVersion: string
  readonly commit: string
  readonly runUrl: string
  readonly durationSeconds?: number | undefined
  readonly dangers: readonly DestructiveChange[]
  /** What Terraform complained of while it planned. */
  readonly diagnostics?: readonly Diagnostic[] | undefined
  /** Values to keep out of the text besides those that the plan marks. */
  readonly secrets?: readonly string[] | undefined
}

export interface Rendered {
  /** For a pull request: at most 60,000 bytes of UTF-8, and so no more characters. */
  readonly comment: string
  /** For the job summary: at most 1,000,000 bytes. */
  readonly summary: string
}

/** GitHub takes 65,536 characters; some are for the marker by which a comment is found again. */
const COMMENT_BYTES = 60_000
/** GitHub takes 1 MiB a step. */
const SUMMARY_BYTES = 1_000_000

const NOTHING = parsePlan({ format_version: '1.2', errored: true })

/**
 * The plan as people read it.
 * @param given undefined when Terraform failed before there was one
 */
export function renderPlan(given: Plan | undefined, options: RenderOptions): Rendered {
  const plan = given ?? NOTHING
  const { durationSeconds } = options
  const redactor = redactorOf([...plan.secrets, ...(options.secrets ?? [])])
  const attributes = new AttributeWriter(new Display(redactor))
  const items = resourceItems(plan, attributes)
  const { errors, warnings } = diagnosticSections(options.diagnostics ?? [], redactor.redact)
  const rest = [
    ...stateSections(plan, redactor.redact),
    outputSection(plan, attributes),
    driftSection(plan, attributes),
    warnings,
  ]
  const document = (elsewhere: string): (string | Section)[] => [
    `### ${plan.errored ? '❌ Terraform plan failed' : 'Terraform plan'} · ${code(options.stack)}`,
    headline(plan),
    errors,
    ...dangerSections(options.dangers, redactor.redact),
    resourceSection(items, elsewhere),
    ...rest,
    footer({
      ...options,
      rest: durationSeconds === undefined ? '' : `planned in ${duration(durationSeconds)}`,
    }),
  ]
  const inSummary = `in ${link('the summary of this run', options.runUrl)}`
  return {
    comment: fit(document(inSummary), COMMENT_BYTES),
    summary: fit(document('in the log'), SUMMARY_BYTES),
  }
}
