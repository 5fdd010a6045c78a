import type { ChangeKind } from '../plan/action'
import type { Plan } from '../plan/plan'
import type { AttributeWriter } from './diff/attributes'
import type { Item, Section } from './fit'
import { memoize, renderResource } from './resource'
import { plural } from '../text/markdown'

/** What needs eyes most comes first, and so is the last to be cut. */
const URGENCY: ReadonlyMap<ChangeKind, string> = new Map([
  ['delete', 'to destroy'],
  ['replace', 'to replace'],
  ['forget', 'to forget'],
  ['update', 'to update'],
  ['create', 'to create'],
])

/** The resources that the plan changes, each as one item; the rest is counted or listed elsewhere. */
export function resourceItems(plan: Plan, attributes: AttributeWriter): Item[] {
  return [...URGENCY.keys()].flatMap((kind) =>
    plan.resources
      .filter((change) => change.kind === kind)
      .map((change) => ({ kind, text: memoize(() => renderResource(change, attributes)) })),
  )
}

/** @param elsewhere where the rest can be read, as the end of a sentence */
export function resourceSection(items: readonly Item[], elsewhere: string): Section {
  return {
    open: '',
    items,
    separator: '\n\n',
    close: '',
    share: 1,
    leftOut: (left) => {
      const counts = [...URGENCY].map(([kind, verb]) => ({
        verb,
        count: left.filter((item) => item.kind === kind).length,
      }))
      const parts = counts.filter(({ count }) => count > 0)
      const list = parts.map(({ verb, count }) => `${count.toLocaleString('en-US')} ${verb}`).join(', ')
      const are = left.length === 1 ? 'is' : 'are'
      return `**${plural(left.length, 'more resource')}** (${list}) ${are} ${elsewhere}.`
    },
  }
}
