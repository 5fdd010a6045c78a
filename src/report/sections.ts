import { type Diagnostic, describe } from '../terraform/diagnostic'
import { isMoved, isQuiet, type Plan } from '../plan/plan'
import type { AttributeWriter } from './diff/attributes'
import type { Item, Section } from './fit'
import { formatLine } from './diff/line'
import { memoize, renderDrift } from './resource'
import { code, fence, folded, plural } from '../text/markdown'
import { escapeInvisible } from '../text/sanitize'

/** All outputs together, for each by itself is a line. */
export function outputSection(plan: Plan, attributes: AttributeWriter): Section {
  const changes = plan.outputs.filter(({ kind }) => !isQuiet(kind))
  const outputs = plural(changes.length, 'output')
  const text = (): string =>
    folded(`🟣 ${outputs}`, fence('diff', attributes.writeOutputs(changes).map(formatLine)))
  return {
    open: '',
    items: changes.length === 0 ? [] : [{ text: memoize(text) }],
    separator: '\n\n',
    close: '',
    share: 0.15,
    leftOut: () => `${outputs} would change, too long to show here.`,
  }
}

export function driftSection(plan: Plan, attributes: AttributeWriter): Section {
  const changes = plan.drift.filter((change) => !isQuiet(change.kind) && attributes.changes(change))
  return {
    open: '#### Changed outside of Terraform\n\nSince the last apply, someone or something else did this; the plan takes it into account.',
    items: changes.map((change) => ({ text: memoize(() => renderDrift(change, attributes)) })),
    separator: '\n\n',
    close: '',
    share: 0.15,
    leftOut: (items) => `… and ${plural(items.length, 'more resource')} that changed outside of Terraform.`,
  }
}

/** What happens to the state and not to the resources. */
export function stateSections({ resources }: Plan, redact: (text: string) => string): Section[] {
  const moved = resources.filter(isMoved)
  const imported = resources.filter(({ importId }) => importId !== undefined)
  return [
    foldedList(
      `⚪ ${plural(moved.length, 'resource')} moved`,
      moved.map(({ address, previousAddress }) => `${code(previousAddress ?? '')} → ${code(address)}`),
    ),
    foldedList(
      `🔵 ${plural(imported.length, 'resource')} imported`,
      imported.map(({ address, importId }) => `${code(address)} is ${code(redact(importId ?? ''))}`),
    ),
  ]
}

function foldedList(title: string, lines: readonly string[]): Section {
  return {
    open: `<details><summary>${title}</summary>\n`,
    items: lines.map((text) => ({ text: () => `- ${text}` })),
    separator: '\n',
    close: '\n</details>',
    share: 0.1,
    leftOut: (items) => `… and ${items.length.toLocaleString('en-US')} more.`,
  }
}

/** What Terraform complains of, in its own words; warnings behind a click. */
export function diagnosticSections(
  diagnostics: readonly Diagnostic[],
  redact: (text: string) => string,
): { readonly errors: Section; readonly warnings: Section } {
  const items = (severity: Diagnostic['severity']): Item[] =>
    diagnostics
      .filter((one) => one.severity === severity)
      .map((one) => ({ text: () => fence('text', escapeInvisible(redact(describe(one))).split('\n')) }))
  const [errors, warnings] = [items('error'), items('warning')]
  const common = {
    separator: '\n\n',
    share: 0.3,
    leftOut: (left: readonly Item[]) => `… and ${plural(left.length, 'more message')} in the log.`,
  } as const
  return {
    errors: { ...common, open: '', items: errors, close: '' },
    warnings: {
      ...common,
      open: `<details><summary>⚠️ ${plural(warnings.length, 'warning')}</summary>`,
      items: warnings,
      close: '</details>',
    },
  }
}
