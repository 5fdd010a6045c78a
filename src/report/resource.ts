import { type ChangeKind, describeReason } from '../plan/action'
import { formatPath } from '../plan/attribute-path'
import { isMoved, type ResourceChange } from '../plan/plan'
import type { AttributeWriter } from './diff/attributes'
import { type DiffLine, formatLine } from './diff/line'
import { codeBlock, codeSpan, collapsible, htmlCodeSpan } from '../text/markdown'

const KIND_LABELS: Readonly<Record<ChangeKind, string>> = {
  create: '🟢 create',
  update: '🟡 update',
  replace: '🟠 replace',
  delete: '🔴 destroy',
  forget: '⚪ forget',
  read: '🔵 read',
  'no-op': '⚪',
}

/** Renders a planned change with its reason and diff. */
export function renderResource(change: ResourceChange, attributes: AttributeWriter): string {
  const { kind, address, deposed, replacePaths } = change
  const lines = attributes.write(change, replacePaths)
  const object = deposed === undefined ? '' : `, deposed object ${htmlCodeSpan(deposed)}`
  const notes = changeNotes(change, lines, attributes.redact).map((note) => `${note}\n\n`)
  return collapsible(
    `${KIND_LABELS[kind]} ${htmlCodeSpan(attributes.redact(address))}${object}`,
    `${notes.join('')}${diffBlock(lines)}`,
  )
}

/** Renders a change made outside of Terraform. */
export function renderDrift(change: ResourceChange, attributes: AttributeWriter): string {
  const label = change.kind === 'delete' ? '🔴 deleted' : '🟡 changed'
  return collapsible(
    `${label} ${htmlCodeSpan(attributes.redact(change.address))}`,
    diffBlock(attributes.write(change)),
  )
}

const diffBlock = (lines: readonly DiffLine[]): string =>
  lines.length === 0 ? 'No attributes are known.' : codeBlock('diff', lines.map(formatLine))

function changeNotes(
  change: ResourceChange,
  lines: readonly DiffLine[],
  redact: (text: string) => string,
): string[] {
  const { kind, order, reason, replacePaths, previousAddress, importId } = change
  const forcing = [...new Set(replacePaths.map(formatPath))].map((path) => codeSpan(redact(path))).join(', ')
  const hasNoValueChange = kind === 'update' && lines.every(({ text }) => text.startsWith('#'))
  return [
    reason === undefined ? '' : `Reason: ${describeReason(reason)}${forcing && ` (${forcing})`}.`,
    order === 'create-first' ? 'The new object is created before the old one is destroyed.' : '',
    order === 'forget-old' ? 'The old object is not destroyed, but no longer managed.' : '',
    isMoved(change) ? `Moved from ${codeSpan(redact(previousAddress ?? ''))}.` : '',
    importId === undefined ? '' : `Imported as ${codeSpan(redact(importId))}.`,
    hasNoValueChange ? 'No value changes, only sensitivity or formatting.' : '',
  ].filter((note) => note !== '')
}

/** The comment and the job summary share rendered texts. */
export function memoize(render: () => string): () => string {
  let text: string | undefined
  return () => (text ??= render())
}
