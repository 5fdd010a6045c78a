import { isRecord } from '../text/json'
import type { Setting } from '../plan/setting'
import type { ChangeKind } from '../plan/action'
import { canonicalJson, field, isEqualJson } from '../plan/json'
import { hasMark } from '../plan/masks'
import type { ActionInvocation } from '../plan/pending'
import {
  type Change,
  hasEffect,
  isReadOnly,
  type OutputChange,
  type Plan,
  type ResourceChange,
} from '../plan/plan'

/** Planned change as canonical JSON. */
export interface ChangeContent {
  /** Address, `output.<name>`, `<address> (deposed <key>)`, or the name of a setting. */
  readonly name: string
  readonly kind: ChangeKind | 'setting' | 'action' | 'deferred'
  readonly attributes: readonly (readonly [name: string, content: string])[]
  /** The whole change. */
  readonly content: string
  /** Attributes that are not fully known, with their masks. */
  readonly unknown: Readonly<Record<string, unknown>>
  /** Address, mode, type and provider. */
  readonly identity: string
  /** Resource after a creation or replacement. */
  readonly created: string | undefined
  /** Identity and ARN or ID of a deleted or replaced object. */
  readonly removed: string | undefined
}

/** A plan and the settings that decide how it is applied. */
export interface SealedPlan {
  readonly plan: Plan
  readonly settings: readonly Setting[]
}

/** Returns the content of every effective change, action, deferred change and setting. */
export function planContent({ plan, settings }: SealedPlan): ChangeContent[] {
  return [
    ...plan.resources.filter(hasEffect).map(resourceContent),
    ...plan.outputs.filter(({ kind }) => !isReadOnly(kind)).map(outputContent),
    ...numbered(plan.actionInvocations.map(actionContent)),
    ...numbered(
      plan.deferred.map(({ address, content }) =>
        opaqueContent('deferred', `${address} (deferred)`, content),
      ),
    ),
    ...settingContent(settings),
  ]
}

/** Returns the content of the run of a provider action. */
export function actionContent({ address, triggeredBy, event, content }: ActionInvocation): ChangeContent {
  const trigger = triggeredBy === undefined ? '' : ` (${event ?? 'triggered'} of ${triggeredBy})`
  return opaqueContent('action', `${address}${trigger}`, content)
}

/** Returns the content of settings. */
export const settingContent = (settings: readonly Setting[]): ChangeContent[] =>
  numbered(settings.map(({ name, content }) => opaqueContent('setting', name, content)))

function opaqueContent(kind: ChangeContent['kind'], name: string, text: string): ChangeContent {
  return {
    name,
    kind,
    attributes: [],
    content: joinContent({ name, kind }, [['', text]]),
    unknown: {},
    identity: '',
    created: undefined,
    removed: undefined,
  }
}

/** Names are keys. Terraform walks its graph in parallel, so the order has no meaning. */
function numbered(contents: readonly ChangeContent[]): ChangeContent[] {
  const counts = new Map<string, number>()
  const sorted = [...contents].sort((a, b) => (a.content < b.content ? -1 : a.content > b.content ? 1 : 0))
  return sorted.map((content) => {
    const count = (counts.get(content.name) ?? 0) + 1
    counts.set(content.name, count)
    return count === 1 ? content : { ...content, name: `${content.name} #${count}` }
  })
}

/** Returns the content of a resource change. */
export function resourceContent(change: ResourceChange): ChangeContent {
  const { address, previousAddress, deposed, mode, type, provider, kind, order, importId, after } = change
  const attributes = changedAttributes(change)
  // Distinguishes a requested replacement from the next one.
  const replaced = kind === 'replace' ? arnAndId(change.before) : undefined
  const head = { address, previousAddress, deposed, mode, type, provider, kind, order, importId, replaced }
  const name = deposed === undefined ? address : `${address} (deposed ${deposed})`
  const unknown = partlyUnknown(change.afterUnknown)
  const identity = { address, mode, type, provider }
  const isCreated = kind === 'create' || kind === 'replace'
  const isRemoved = kind === 'delete' || kind === 'replace'
  return {
    name,
    kind,
    attributes,
    content: joinContent(head, attributes),
    unknown,
    identity: canonicalJson(identity),
    created: isCreated ? canonicalJson({ ...identity, after, unknown }) : undefined,
    removed: isRemoved ? canonicalJson({ ...identity, object: objectIdentity(change.before) }) : undefined,
  }
}

/** Returns the content of an output change. */
export function outputContent(change: OutputChange): ChangeContent {
  const name = `output.${change.name}`
  const { kind, afterUnknown } = change
  const attributes = [['value', attributeContent(change, undefined)] as const]
  const content = joinContent({ name, kind }, attributes)
  return {
    name,
    kind,
    attributes,
    content,
    unknown: partlyUnknown({ value: afterUnknown }),
    identity: '',
    created: undefined,
    removed: undefined,
  }
}

function partlyUnknown(marks: unknown): Readonly<Record<string, unknown>> {
  const entries = isRecord(marks) ? Object.entries(marks) : []
  return Object.fromEntries(entries.filter(([, mark]) => hasMark(mark)))
}

// Only changed attributes: AWS updates others continuously, such as `latest_restorable_time` every five minutes.
function changedAttributes(change: ResourceChange): (readonly [string, string])[] {
  if (change.kind === 'delete' || change.kind === 'forget') return objectIdentity(change.before)
  const { before, after, afterUnknown } = change
  const names = new Set(
    [before, after, afterUnknown].flatMap((value) => (isRecord(value) ? Object.keys(value) : [])),
  )
  return [...names].sort().flatMap((name) => {
    if (!hasMark(field(afterUnknown, name)) && isEqualJson(field(before, name), field(after, name))) return []
    return [[name, attributeContent(change, name)] as const]
  })
}

function joinContent(head: unknown, attributes: ChangeContent['attributes']): string {
  const lines = attributes.map(([name, content]) => `${JSON.stringify(name)}:${content}`)
  return [canonicalJson(head), ...lines].join('\n')
}

function objectIdentity(before: unknown): (readonly [string, string])[] {
  const known = arnAndId(before)
  return known.length > 0 ? known : [['', canonicalJson(before)]]
}

const arnAndId = (before: unknown): (readonly [string, string])[] =>
  ['arn', 'id']
    .filter((name) => typeof field(before, name) === 'string')
    .map((name) => [name, canonicalJson(field(before, name))])

/** Returns the change of an attribute, or of the whole value without a name. */
function attributeContent({ before, after, afterUnknown }: Change, name: string | undefined): string {
  const of = (value: unknown): unknown => (name === undefined ? value : field(value, name))
  const unknown = hasMark(of(afterUnknown)) && of(afterUnknown)
  return canonicalJson(unknown === true ? { unknown } : { before: of(before), after: of(after), unknown })
}
