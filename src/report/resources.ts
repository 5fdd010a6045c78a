import type { ChangeKind } from '../plan/action'
import type { Plan } from '../plan/plan'
import type { AttributeWriter } from './diff/attributes'
import type { Item, Section } from './fit'
import { memoize, renderResource } from './resource'
import { plural } from '../text/markdown'

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
      .map((change) => ({ kind, text: memoize(() => renderResource(change, attributes)) })),
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
    describeOmitted: (omitted) => {
      const counts = [...KINDS_BY_RISK].flatMap(([kind, verb]) => {
        const count = omitted.filter((item) => item.kind === kind).length
        return count === 0 ? [] : [`${count.toLocaleString('en-US')} ${verb}`]
      })
      const verb = omitted.length === 1 ? 'is' : 'are'
      return `**${plural(omitted.length, 'more resource')}** (${counts.join(', ')}) ${verb} ${omittedLocation}.`
    },
  }
}
