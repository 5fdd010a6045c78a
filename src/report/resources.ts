import type { ChangeKind } from '../plan/action'
import type { Plan } from '../plan/plan'
import type { AttributeWriter } from './diff/attributes'
import type { Item, Section } from './fit'
import { memoize, renderResource } from './resource'
import { compactAddresses } from './address-list'
import { codeBlock, collapsible, plural } from '../text/markdown'
import { escapeToLine } from '../text/sanitize'

/** In the order of the report; the last kinds are omitted first. */
const KINDS_BY_RISK: ReadonlyMap<ChangeKind, string> = new Map([
  ['delete', 'to destroy'],
  ['replace', 'to replace'],
  ['forget', 'to forget'],
  ['update', 'to update'],
  ['create', 'to create'],
])

/** Returns one item for each changed resource. */
export function resourceItems(plan: Plan, attributes: AttributeWriter): Item[] {
  return [...KINDS_BY_RISK.keys()].flatMap((kind) =>
    plan.resources
      .filter((change) => change.kind === kind)
      .map((change) => ({
        kind,
        address: attributes.redact(change.address),
        text: memoize(() => renderResource(change, attributes)),
      })),
  )
}

/** @param omittedLocation `in the log` */
export function resourceSection(items: readonly Item[], omittedLocation: string): Section {
  return {
    open: '',
    items,
    separator: '\n\n',
    close: '',
    share: 1,
    noticeShare: 0.4,
    describeOmitted: (omitted, maxBytes) => {
      const counts = [...KINDS_BY_RISK].flatMap(([kind, verb]) => {
        const count = omitted.filter((item) => item.kind === kind).length
        return count === 0 ? [] : [`${count.toLocaleString('en-US')} ${verb}`]
      })
      const verb = omitted.length === 1 ? 'is' : 'are'
      const notice = `**${plural(omitted.length, 'more resource')}** (${counts.join(', ')}) ${verb} ${omittedLocation}.`
      return [notice, ...removedAddresses(omitted, maxBytes - NOTICE_BYTES)].join('\n\n')
    },
  }
}

/** Of the notice and of the fold around the addresses. */
const NOTICE_BYTES = 400

/** Lists the addresses of destroyed and replaced resources that are not shown. */
function removedAddresses(omitted: readonly Item[], maxBytes: number): string[] {
  const of = (kind: ChangeKind): string[] =>
    omitted.flatMap((item) => (item.kind === kind ? (item.address ?? []) : []))
  const lines = [
    ...compactAddresses(of('delete')).map((line) => ({ ...line, text: `- ${line.text}` })),
    ...compactAddresses(of('replace')).map((line) => ({ ...line, text: `! ${line.text}` })),
  ]
  const shown: string[] = []
  let [bytes, count] = [0, 0]
  for (const line of lines) {
    const text = escapeToLine(line.text)
    bytes += Buffer.byteLength(text) + 1
    if (bytes > maxBytes) break
    shown.push(text)
    count += line.count
  }
  if (shown.length === 0) return []
  const total = lines.reduce((sum, line) => sum + line.count, 0)
  const title = count === total ? plural(total, 'resource') : `${count} of ${plural(total, 'resource')}`
  const block = codeBlock('diff', shown)
  return [collapsible(`Destroyed (-) and replaced (!): ${title}`, block)]
}
