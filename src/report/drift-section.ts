import { type Engine, inWordsOf } from '../plan/engine'
import { isReadOnly, type Plan, type ResourceChange } from '../plan/plan'
import type { ProviderUpdate } from '../plan/setting'
import { codeBlock, codeSpan, collapsible, plural } from '../text/markdown'
import { escapeToLine } from '../text/sanitize'
import { compactAddresses } from './address-list'
import type { AttributeWriter } from './diff/attributes'
import { formatLine } from './diff/line'
import type { Item, Section } from './fit'
import { shortProvider } from './providers'
import { memoize, renderDrift } from './resource'

const DRIFT_HEADING = `#### Changed outside of Terraform

These resources have changed since the last apply. The plan takes that into account.`

/** From this number on, resources that got the same values share an item. */
const MIN_GROUP_SIZE = 3

interface DriftOptions {
  readonly engine: Engine
  readonly updates: readonly ProviderUpdate[] | undefined
}

/** Lists the changes made outside of Terraform; last those that a new provider version may have made. */
export function driftSection(
  plan: Plan,
  attributes: AttributeWriter,
  { engine, updates = [] }: DriftOptions,
): Section {
  const changes = plan.drift.filter((change) => !isReadOnly(change.kind) && attributes.hasChanges(change))
  const additions = changes.map((change) => addedValues(change, attributes))
  const groups = new Map<string, ResourceChange[]>()
  for (const [at, change] of changes.entries()) {
    const added = additions[at]
    if (added !== undefined) groups.set(added, [...(groups.get(added) ?? []), change])
  }
  const isShared = (added: string | undefined): added is string =>
    added !== undefined && (groups.get(added)?.length ?? 0) >= MIN_GROUP_SIZE
  const single = changes.filter((_, at) => !isShared(additions[at]))
  const shared = [...groups].filter(([added]) => isShared(added))
  const items: Item[] = [
    ...single.map((change) => ({ text: memoize(() => renderDrift(change, attributes)) })),
    ...shared.map(([added, members]) => {
      const addresses = members.map(({ address }) => attributes.redact(address))
      const cause = describeCause(members, updates)
      return { text: memoize(() => renderShared(added, { addresses, cause })) }
    }),
  ]
  return {
    open: inWordsOf(engine, DRIFT_HEADING),
    items,
    separator: '\n\n',
    close: '',
    share: 0.15,
    describeOmitted: ({ length }) =>
      `… and ${plural(length, 'more resource')} changed outside of ${engine.title}.`,
  }
}

/** Returns the diff of a resource that only got values; undefined if an earlier value has changed. */
function addedValues(change: ResourceChange, attributes: AttributeWriter): string | undefined {
  if (change.kind !== 'update') return undefined
  const lines = attributes.write(change).filter(({ text }) => !text.startsWith('# '))
  return lines.length > 0 && lines.every(({ prefix }) => prefix === '+')
    ? lines.map(formatLine).join('\n')
    : undefined
}

function describeCause(changes: readonly ResourceChange[], updates: readonly ProviderUpdate[]): string {
  const update = updates.find(({ provider, from }) => from !== undefined && provider === changes[0]?.provider)
  const reason = 'a new provider version reads attributes that the earlier one did not know.'
  if (update === undefined) return reason.replace('a', 'A')
  const { provider, from = '', to } = update
  return `${codeSpan(shortProvider(provider))} changes from ${codeSpan(from)} to ${codeSpan(to)}, and ${reason}`
}

function renderShared(
  added: string,
  { addresses, cause }: { readonly addresses: readonly string[]; readonly cause: string },
): string {
  const list = compactAddresses(addresses).map(({ text }) => escapeToLine(text))
  return collapsible(
    `🟡 ${plural(addresses.length, 'resource')} got the same new values`,
    [
      `They had none of these values before. ${cause}`,
      codeBlock('diff', added.split('\n')),
      codeBlock('text', list),
    ].join('\n\n'),
  )
}
