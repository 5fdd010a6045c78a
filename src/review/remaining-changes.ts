import {
  type PlanEntries,
  type PlanEntry,
  hmac,
  hashAttribute,
  planEntries,
  recordNames,
  recordRedactor,
} from './plan-digest'
import { isRecord } from '../text/json'
import {
  actionContent,
  outputContent,
  resourceContent,
  type SealedPlan,
  settingContent,
} from './plan-content'
import {
  type Change,
  hasEffect,
  isReadOnly,
  type OutputChange,
  type Plan,
  type ResourceChange,
} from '../plan/plan'
import { canonicalJson, field, isList } from '../plan/json'

/** A reviewed plan, as recorded. */
export interface ReviewedPlan {
  readonly entries: PlanEntries
  readonly salt: string
}

interface ReviewedEntries {
  /** Returns the entry of a change by the name that it has in a plan. */
  readonly get: (name: string) => PlanEntry | undefined
  readonly salt: string
}

/**
 * Reports whether a plan contains only reviewed changes. Values that were unknown in the reviewed plan may be known.
 *
 * Precondition: an apply of the reviewed plan failed, it used the same code and variables, and no other apply followed.
 * Otherwise an unknown value could now be any value, and a missing change could have been reverted.
 */
export function isRemainderOf({ plan, settings }: SealedPlan, { entries, salt }: ReviewedPlan): boolean {
  if (plan.errored || !plan.complete || plan.deferred.length > 0) return false
  const nameOf = recordNames(recordRedactor(plan), salt)
  const reviewed: ReviewedEntries = { salt, get: (name) => entries.get(nameOf(name)) }
  // Terraform plans an action again only with the change that triggers it. Equal runs have numbered names.
  const actions = [...entries.values()].filter(({ kind }) => kind === 'action')
  const actionHashes = new Set(actions.map(({ hash }) => hash))
  return (
    settingContent(settings).every(
      ({ name, content }) => reviewed.get(name)?.hash === hmac(content, reviewed.salt),
    ) &&
    plan.resources.every((change) =>
      hasEffect(change) ? wasReviewed(change, reviewed) : isSettled(change, reviewed),
    ) &&
    plan.actionInvocations.every((one) =>
      actionHashes.has(hmac(actionContent(one).content, reviewed.salt)),
    ) &&
    plan.outputs
      .filter(({ kind }) => !isReadOnly(kind))
      .every((change) => wasOutputReviewed(change, reviewed))
  )
}

/** Returns the names of reviewed provider actions that a plan does not run. */
export function endedActions(sealed: SealedPlan, { entries, salt }: ReviewedPlan): string[] {
  const fresh = planEntries(sealed, salt)
  return [...entries]
    .filter(([name, { kind }]) => kind === 'action' && !fresh.has(name))
    .map(([name]) => name)
}

/** Computes the hash of a plan's variables and options. */
export const hashPlanInputs = (
  { variables }: Plan,
  given: Readonly<Record<string, readonly string[]>>,
  salt: string,
): string => hmac(canonicalJson({ variables, given }), salt)

function wasReviewed(change: ResourceChange, { get, salt }: ReviewedEntries): boolean {
  const matches = (content: string | undefined, hash: string | undefined): boolean =>
    content !== undefined && hmac(content, salt) === hash
  const entry = get(resourceContent(change).name)
  // Deposed object of a create_before_destroy replacement that failed in between.
  if (entry === undefined)
    return (
      change.kind === 'delete' && matches(resourceContent(change).removed, get(change.address)?.removedHash)
    )
  const then = resourceContent(maskAsReviewed(change, entry.unknown))
  if (matches(then.content, entry.hash)) return true
  // Terraform moves and imports first, so a pending one must match as a whole.
  if (change.previousAddress !== undefined || change.importId !== undefined) return false
  if (isPartlyApplied(change, entry)) return matches(then.created, entry.createdHash)
  return (
    change.kind === 'update' &&
    entry.kind === 'update' &&
    matches(then.identity, entry.identityHash) &&
    then.attributes.every(([name, content]) => hashAttribute(name, content, salt) === entry.attributes[name])
  )
}

// The apply deleted the old object and created none, or a tainted one.
function isPartlyApplied({ kind, reason }: ResourceChange, entry: PlanEntry): boolean {
  if (entry.kind !== 'create' && entry.kind !== 'replace') return false
  return kind === 'create' || (kind === 'replace' && reason === 'replace_because_tainted')
}

// A reviewed replacement is pending while the old object exists.
function isSettled(change: ResourceChange, { get, salt }: ReviewedEntries): boolean {
  const entry = get(change.address)
  if (entry?.kind !== 'replace' || change.kind !== 'no-op') return true
  return hmac(resourceContent({ ...change, kind: 'delete' }).removed ?? '', salt) !== entry.removedHash
}

function wasOutputReviewed(change: OutputChange, { get, salt }: ReviewedEntries): boolean {
  const entry = get(outputContent(change).name)
  if (entry === undefined) return false
  return (
    hmac(outputContent(maskAsReviewed(change, field(entry.unknown, 'value'))).content, salt) === entry.hash
  )
}

/** Masks the values that the reviewed plan did not know. */
function maskAsReviewed<T extends Change>(change: T, marks: unknown): T {
  // A known value, even null, must not become unknown.
  if (!isSubmask(change.afterUnknown, marks)) return change
  return { ...change, after: removeMarked(change.after, marks), afterUnknown: marks ?? false }
}

function isSubmask(marks: unknown, others: unknown): boolean {
  if (others === true) return true
  if (isList(marks))
    return marks.every((mark, index) => isSubmask(mark, isList(others) ? others[index] : undefined))
  if (isRecord(marks))
    return Object.entries(marks).every(([key, mark]) => isSubmask(mark, field(others, key)))
  return marks !== true
}

// Like Terraform: omits object keys, and sets list elements to null.
function removeMarked(value: unknown, marks: unknown): unknown {
  if (marks === true) return null
  if (isList(value))
    return value.map((item, index) => removeMarked(item, isList(marks) ? marks[index] : undefined))
  if (!isRecord(value)) return value
  const known = Object.entries(value).filter(([key]) => field(marks, key) !== true)
  return Object.fromEntries(known.map(([key, item]) => [key, removeMarked(item, field(marks, key))]))
}
