import { type PlanEntries, type PlanEntry, hmac, hashAttribute } from './plan-digest'
import { isRecord } from '../text/json'
import { outputContent, resourceContent } from './plan-content'
import {
  type Change,
  isEffective,
  isQuiet,
  type OutputChange,
  type Plan,
  type ResourceChange,
} from '../plan/plan'
import { canonicalJson, field, isList } from '../plan/json'

/** What was reviewed, as its record has it. */
export interface Reviewed {
  readonly entries: PlanEntries
  readonly salt: string
}

/**
 * Whether a plan is what a failed apply of a reviewed one has left to do: each change was reviewed, with every value
 * that was known then, and what is to be replaced is not the old one still. What was known only after an apply may be
 * known by now.
 *
 * It can be asked only where that apply was made of the same code and variables, and nothing was applied since: a
 * value that was not known could be any other now, and a change that is missing could have been undone.
 */
export function isRemainderOf(plan: Plan, reviewed: Reviewed): boolean {
  if (plan.errored || !plan.complete || plan.deferred.length > 0 || plan.actionInvocations.length > 0)
    return false
  return (
    plan.resources.every((change) =>
      isEffective(change) ? wasReviewed(change, reviewed) : isDone(change, reviewed),
    ) && plan.outputs.filter(({ kind }) => !isQuiet(kind)).every((change) => wasSeen(change, reviewed))
  )
}

/** What the plan was made with, besides the code. */
export const hashPlanInputs = (
  { variables }: Plan,
  given: Readonly<Record<string, readonly string[]>>,
  salt: string,
): string => hmac(canonicalJson({ variables, given }), salt)

function wasReviewed(change: ResourceChange, { entries, salt }: Reviewed): boolean {
  const isSealed = (content: string | undefined, hash: string | undefined): boolean =>
    content !== undefined && hmac(content, salt) === hash
  const entry = entries.get(resourceContent(change).name)
  // What a replacement has put aside, and has not come to delete.
  if (entry === undefined)
    return (
      change.kind === 'delete' && isSealed(resourceContent(change).gone, entries.get(change.address)?.gone)
    )
  const then = resourceContent(asKnownThen(change, entry.unknown))
  if (isSealed(then.content, entry.hash)) return true
  // Moves and imports are done first, and are seen only where they are still to come.
  if (change.previousAddress !== undefined || change.importId !== undefined) return false
  if (isHalfMade(change, entry)) return isSealed(then.made, entry.made)
  return (
    change.kind === 'update' &&
    entry.kind === 'update' &&
    isSealed(then.what, entry.what) &&
    then.attributes.every(([name, content]) => hashAttribute(name, content, salt) === entry.attributes[name])
  )
}

/** What the apply took away and did not make, or made and did not finish. */
function isHalfMade({ kind, reason }: ResourceChange, entry: PlanEntry): boolean {
  if (entry.kind !== 'create' && entry.kind !== 'replace') return false
  return kind === 'create' || (kind === 'replace' && reason === 'replace_because_tainted')
}

/** Not so where something is left as it is that was to be replaced: its reason has gone with the failed apply. */
function isDone(change: ResourceChange, { entries, salt }: Reviewed): boolean {
  const entry = entries.get(change.address)
  if (entry?.kind !== 'replace' || change.kind !== 'no-op') return true
  return hmac(resourceContent({ ...change, kind: 'delete' }).gone ?? '', salt) !== entry.gone
}

function wasSeen(change: OutputChange, { entries, salt }: Reviewed): boolean {
  const entry = entries.get(outputContent(change).name)
  if (entry === undefined) return false
  return hmac(outputContent(asKnownThen(change, field(entry.unknown, 'value'))).content, salt) === entry.hash
}

/** A change as the reviewed plan had it. @param marks what was not known then, as in `after_unknown` */
function asKnownThen<T extends Change>(change: T, marks: unknown): T {
  // What was known, if only as null, and is not any more is no rest of it.
  if (!isWithin(change.afterUnknown, marks)) return change
  return { ...change, after: blank(change.after, marks), afterUnknown: marks ?? false }
}

function isWithin(marks: unknown, others: unknown): boolean {
  if (others === true) return true
  if (isList(marks))
    return marks.every((mark, index) => isWithin(mark, isList(others) ? others[index] : undefined))
  if (isRecord(marks)) return Object.entries(marks).every(([key, mark]) => isWithin(mark, field(others, key)))
  return marks !== true
}

/** Leaves out what is marked, as Terraform does: keys of objects; elements of lists become null. */
function blank(value: unknown, marks: unknown): unknown {
  if (marks === true) return null
  if (isList(value)) return value.map((item, index) => blank(item, isList(marks) ? marks[index] : undefined))
  if (!isRecord(value)) return value
  const known = Object.entries(value).filter(([key]) => field(marks, key) !== true)
  return Object.fromEntries(known.map(([key, item]) => [key, blank(item, field(marks, key))]))
}
