import { type PlanEntries, type PlanEntry, seal } from './entries'
import { isRecord } from './fields'
import { ofOutput, ofResource } from './intent'
import { type Change, isEffective, isQuiet, type OutputChange, type Plan, type ResourceChange } from './plan'
import { field, isList } from './plan-json'

/**
 * Whether a plan is what an apply of a reviewed one has left to do, since it failed or was cancelled: each change was
 * reviewed, with every value that was known then. What was known only after an apply may be known by now.
 *
 * @param salt of the entries
 */
export function isRest(plan: Plan, reviewed: PlanEntries, salt: string): boolean {
  if (plan.errored || plan.deferred.length > 0 || plan.actionInvocations.length > 0) return false
  return (
    plan.resources.filter(isEffective).every((change) => wasReviewed(change, reviewed, salt)) &&
    plan.outputs.filter(({ kind }) => !isQuiet(kind)).every((change) => wasSeen(change, reviewed, salt))
  )
}

function wasReviewed(change: ResourceChange, reviewed: PlanEntries, salt: string): boolean {
  const isSealed = (content: string | undefined, hash: string | undefined): boolean =>
    content !== undefined && seal(content, salt) === hash
  const entry = reviewed.get(ofResource(change).name)
  // What a replacement has put aside, and has not come to delete.
  if (entry === undefined)
    return change.kind === 'delete' && isSealed(ofResource(change).gone, reviewed.get(change.address)?.gone)
  const then = ofResource(asKnownThen(change, entry.unknown))
  return isSealed(then.content, entry.hash) || (isHalfMade(change, entry) && isSealed(then.made, entry.made))
}

/** What the apply took away and did not make, or made and did not finish. */
function isHalfMade({ kind, reason }: ResourceChange, entry: PlanEntry): boolean {
  if (entry.kind !== 'create' && entry.kind !== 'replace') return false
  return kind === 'create' || (kind === 'replace' && reason === 'replace_because_tainted')
}

function wasSeen(change: OutputChange, reviewed: PlanEntries, salt: string): boolean {
  const entry = reviewed.get(ofOutput(change).name)
  if (entry === undefined) return false
  return seal(ofOutput(asKnownThen(change, field(entry.unknown, 'value'))).content, salt) === entry.hash
}

/** A change as the reviewed plan had it. @param marks what was not known then, as in `after_unknown` */
function asKnownThen<T extends Change>(change: T, marks: unknown): T {
  // What was known and is not any more is no rest of it.
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
