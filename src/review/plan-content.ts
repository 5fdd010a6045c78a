import { isRecord } from '../text/json'
import type { ChangeKind } from '../plan/action'
import { canonicalJson, field, sameJson } from '../plan/json'
import { marksAny } from '../plan/masks'
import {
  type Change,
  isEffective,
  isQuiet,
  type OutputChange,
  type Plan,
  type ResourceChange,
} from '../plan/plan'

/** What a plan means to do to one resource or output. */
export interface ChangeContent {
  /** The address; of an output, `output.<name>`; of a deposed object, the address and its key. */
  readonly name: string
  readonly kind: ChangeKind
  /** The values that change, by attribute, as canonical JSON. */
  readonly attributes: readonly (readonly [name: string, content: string])[]
  /** All of it, as lines of canonical JSON. */
  readonly content: string
  /** Of each attribute that is not known yet, or not all of it: its marks, as in `after_unknown`. */
  readonly unknown: Readonly<Record<string, unknown>>
  /** What it is, as canonical JSON. */
  readonly what: string
  /** Of what is created or replaced: what is there afterwards, as canonical JSON. */
  readonly made: string | undefined
  /** Of what is deleted or replaced: which object that is, as canonical JSON. */
  readonly gone: string | undefined
}

/** All that an apply of the plan would do. */
export function planContent(plan: Plan): ChangeContent[] {
  return [
    ...plan.resources.filter(isEffective).map(resourceContent),
    ...plan.outputs.filter(({ kind }) => !isQuiet(kind)).map(outputContent),
  ]
}

export function resourceContent(change: ResourceChange): ChangeContent {
  const { address, previousAddress, deposed, mode, type, provider, kind, order, importId, after } = change
  const attributes = attributesOf(change)
  // A replacement that was asked for changes nothing but the object, so that only this tells it from the next one.
  const replaced = kind === 'replace' ? knownIdentity(change.before) : undefined
  const head = { address, previousAddress, deposed, mode, type, provider, kind, order, importId, replaced }
  const name = deposed === undefined ? address : `${address} (deposed ${deposed})`
  const unknown = markedIn(change.afterUnknown)
  const what = { address, mode, type, provider }
  const isMade = kind === 'create' || kind === 'replace'
  const isGone = kind === 'delete' || kind === 'replace'
  return {
    name,
    kind,
    attributes,
    content: contentWith(head, attributes),
    unknown,
    what: canonicalJson(what),
    made: isMade ? canonicalJson({ ...what, after, unknown }) : undefined,
    gone: isGone ? canonicalJson({ ...what, identity: identityOf(change.before) }) : undefined,
  }
}

export function outputContent(change: OutputChange): ChangeContent {
  const name = `output.${change.name}`
  const { kind, afterUnknown } = change
  const attributes = [['value', contentOf(change, undefined)] as const]
  const content = contentWith({ name, kind }, attributes)
  return {
    name,
    kind,
    attributes,
    content,
    unknown: markedIn({ value: afterUnknown }),
    what: '',
    made: undefined,
    gone: undefined,
  }
}

function markedIn(marks: unknown): Readonly<Record<string, unknown>> {
  const entries = isRecord(marks) ? Object.entries(marks) : []
  return Object.fromEntries(entries.filter(([, mark]) => marksAny(mark)))
}

/**
 * Only what the change changes. AWS alters some attributes by itself (`latest_restorable_time` every five minutes);
 * with them in it, no plan for such a resource would be the same twice, although it does the same.
 */
function attributesOf(change: ResourceChange): (readonly [string, string])[] {
  if (change.kind === 'delete' || change.kind === 'forget') return identityOf(change.before)
  const { before, after, afterUnknown } = change
  const names = new Set(
    [before, after, afterUnknown].flatMap((value) => (isRecord(value) ? Object.keys(value) : [])),
  )
  return [...names].sort().flatMap((name) => {
    if (!marksAny(field(afterUnknown, name)) && sameJson(field(before, name), field(after, name))) return []
    return [[name, contentOf(change, name)] as const]
  })
}

/** Lines of JSON, in which a line end is always escaped. */
function contentWith(head: unknown, attributes: ChangeContent['attributes']): string {
  const lines = attributes.map(([name, content]) => `${JSON.stringify(name)}:${content}`)
  return [canonicalJson(head), ...lines].join('\n')
}

/** Of an object that goes: which one it is. */
function identityOf(before: unknown): (readonly [string, string])[] {
  const known = knownIdentity(before)
  return known.length > 0 ? known : [['', canonicalJson(before)]]
}

const knownIdentity = (before: unknown): (readonly [string, string])[] =>
  ['arn', 'id']
    .filter((name) => typeof field(before, name) === 'string')
    .map((name) => [name, canonicalJson(field(before, name))])

/** A change of one attribute, or of the whole value; what is before a value that nobody knows yet is of no matter. */
function contentOf({ before, after, afterUnknown }: Change, name: string | undefined): string {
  const of = (value: unknown): unknown => (name === undefined ? value : field(value, name))
  const unknown = marksAny(of(afterUnknown)) && of(afterUnknown)
  return canonicalJson(unknown === true ? { unknown } : { before: of(before), after: of(after), unknown })
}
