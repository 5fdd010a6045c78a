import { type ChangeKind, describeReason } from '../plan/action'
import { formatPath } from '../plan/attribute-path'
import { isMoved, type ResourceChange } from '../plan/plan'
import type { AttributeWriter } from './diff/attributes'
import { formatLine, type Line } from './diff/line'
import { code, fence, folded, htmlCode } from '../text/markdown'

const SIGNS: Readonly<Record<ChangeKind, string>> = {
  create: '🟢 create',
  update: '🟡 update',
  replace: '🟠 replace',
  delete: '🔴 destroy',
  forget: '⚪ forget',
  read: '🔵 read',
  'no-op': '⚪',
}

/** One resource: closed, what happens to which; open, why, and the difference of its attributes. */
export function renderResource(change: ResourceChange, attributes: AttributeWriter): string {
  const { kind, address, deposed, replacePaths } = change
  const lines = attributes.write(change, replacePaths)
  const leftover =
    deposed === undefined ? '' : `, object ${htmlCode(deposed)} that an earlier replacement left behind`
  const notes = notesOf(change, lines, attributes.redact).map((note) => `${note}\n\n`)
  const body = lines.length === 0 ? 'No attribute is known.' : fence('diff', lines.map(formatLine))
  return folded(`${SIGNS[kind]} ${htmlCode(address)}${leftover}`, `${notes.join('')}${body}`)
}

/** One resource that changed outside of Terraform. */
export function renderDrift(change: ResourceChange, attributes: AttributeWriter): string {
  const what = change.kind === 'delete' ? '🔴 gone' : '🟡 changed'
  const lines = attributes.write(change)
  const body = lines.length === 0 ? 'No attribute is known.' : fence('diff', lines.map(formatLine))
  return folded(`${what} ${htmlCode(change.address)}`, body)
}

function notesOf(change: ResourceChange, lines: readonly Line[], redact: (text: string) => string): string[] {
  const { kind, order, reason, replacePaths, previousAddress, importId } = change
  const forcing = [...new Set(replacePaths.map(formatPath))].map((path) => code(redact(path))).join(', ')
  const because = reason === undefined ? '' : `Because ${describeReason(reason)}${forcing && `: ${forcing}`}.`
  const isSilent = kind === 'update' && lines.every(({ text }) => text.startsWith('#'))
  return [
    because,
    order === 'create-first' ? 'The new one is created before the old one is destroyed.' : '',
    order === 'forget-old' ? 'The old one is left alone; Terraform only stops managing it.' : '',
    isMoved(change) ? `Moved from ${code(previousAddress ?? '')}.` : '',
    importId === undefined ? '' : `Imported as ${code(redact(importId))}.`,
    isSilent ? 'No value changes, only what counts as sensitive or how it is written.' : '',
  ].filter((note) => note !== '')
}

/** The same text goes into the comment and into the summary. */
export function memoize(make: () => string): () => string {
  let made: string | undefined
  return () => (made ??= make())
}
