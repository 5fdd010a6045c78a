import { type Diagnostic, formatDiagnostic } from '../terraform/diagnostic'
import { isMoved, isReadOnly, type Plan } from '../plan/plan'
import type { AttributeWriter } from './diff/attributes'
import type { Item, Section } from './fit'
import { formatLine } from './diff/line'
import { listSection } from './list-section'
import { memoize } from './resource'
import { codeBlock, codeSpan, collapsible, escapeMarkdown, plural } from '../text/markdown'
import { escapeInvisible } from '../text/sanitize'

/** Renders all outputs in one diff. */
export function outputSection(plan: Plan, attributes: AttributeWriter): Section {
  const changes = plan.outputs.filter(({ kind }) => !isReadOnly(kind))
  const outputs = plural(changes.length, 'output')
  const text = (): string =>
    collapsible(`🟣 ${outputs}`, codeBlock('diff', attributes.writeOutputs(changes).map(formatLine)))
  return {
    open: '',
    items: changes.length === 0 ? [] : [{ text: memoize(text) }],
    separator: '\n\n',
    close: '',
    share: 0.15,
    describeOmitted: () => `${outputs} to change, too long to show here.`,
  }
}

/** Lists the `check` blocks that do not hold. */
export function checkSection({ failedChecks }: Plan, redact: (text: string) => string): Section {
  const lines = failedChecks.map(({ address, messages }) => {
    const text = messages.map((message) => escapeMarkdown(redact(message))).join(' ')
    return `- ${codeSpan(redact(address))}${text === '' ? '' : `: ${text}`}`
  })
  return listSection(lines, { before: '#### ⚠️ Failed checks\n', share: 0.1, noun: 'check' })
}

/** Lists moves and imports. */
export function stateSections({ resources }: Plan, redact: (text: string) => string): Section[] {
  const moved = resources.filter(isMoved)
  const imported = resources.filter(({ importId }) => importId !== undefined)
  return [
    collapsibleList(
      `⚪ ${plural(moved.length, 'resource')} moved`,
      moved.map(
        ({ address, previousAddress }) =>
          `${codeSpan(redact(previousAddress ?? ''))} → ${codeSpan(redact(address))}`,
      ),
    ),
    collapsibleList(
      `🔵 ${plural(imported.length, 'resource')} imported`,
      imported.map(
        ({ address, importId }) => `${codeSpan(redact(address))} is ${codeSpan(redact(importId ?? ''))}`,
      ),
    ),
  ]
}

function collapsibleList(title: string, lines: readonly string[]): Section {
  return listSection(
    lines.map((line) => `- ${line}`),
    {
      before: `<details><summary>${title}</summary>\n`,
      after: '\n</details>',
      share: 0.1,
      noun: 'resource',
    },
  )
}

/** Renders Terraform's diagnostics verbatim. */
export function diagnosticSections(
  diagnostics: readonly Diagnostic[],
  redact: (text: string) => string,
): { readonly errors: Section; readonly warnings: Section } {
  const items = (severity: Diagnostic['severity']): Item[] =>
    diagnostics
      .filter((one) => one.severity === severity)
      .map((one) => ({
        text: () => codeBlock('text', escapeInvisible(redact(formatDiagnostic(one))).split('\n')),
      }))
  const [errors, warnings] = [items('error'), items('warning')]
  const common = {
    separator: '\n\n',
    share: 0.3,
    describeOmitted: (omitted: readonly Item[]) =>
      `… and ${plural(omitted.length, 'more message')} in the log.`,
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
