import type { Step } from './lcs'
import { ABSENT, type DisplayEntries, type DisplayValue, equalsDisplay, isEmpty } from './display-value'

export type ItemChange =
  | { readonly kind: 'unchanged'; readonly items: readonly DisplayValue[] }
  | { readonly kind: 'removed'; readonly before: DisplayValue }
  | { readonly kind: 'added'; readonly after: DisplayValue }
  | ChangedItem

export interface ChangedItem {
  readonly kind: 'changed'
  readonly before: DisplayValue
  readonly after: DisplayValue
  readonly identity: string | undefined
}

/** Of policies, container definitions and the AWS provider's blocks. */
const IDENTITY_ATTRIBUTES = [
  'name',
  'Name',
  'Sid',
  'sid',
  'id',
  'Id',
  'ID',
  'key',
  'rule_id',
  'containerPath',
]
/** Share of equal attributes of two unnamed elements. */
const MIN_SIMILARITY = 0.5
const MAX_COMPARISONS = 2_500

/** Combines a removed and an added element that share a name or most attributes. */
export function matchItems(steps: readonly Step<DisplayValue>[]): ItemChange[] {
  const changes: ItemChange[] = []
  for (let index = 0; index < steps.length;) {
    const isUnchanged = steps[index]?.kind === 'keep'
    const length = steps.slice(index).findIndex(({ kind }) => (kind === 'keep') !== isUnchanged)
    const run = steps.slice(index, length < 0 ? steps.length : index + length)
    if (isUnchanged)
      changes.push({ kind: 'unchanged', items: run.flatMap((step) => ('after' in step ? [step.after] : [])) })
    else changes.push(...matchRun(run, run.length === steps.length))
    index += run.length
  }
  return changes
}

function matchRun(run: readonly Step<DisplayValue>[], isWholeList: boolean): ItemChange[] {
  const removed = run.flatMap((step) => (step.kind === 'remove' ? [step.before] : []))
  const added = run.flatMap((step) => (step.kind === 'add' ? [step.after] : []))
  // A nested block that occurs at most once.
  const isSingleBlock = isWholeList && removed.length === 1 && added.length === 1
  const matches =
    removed.length * added.length > MAX_COMPARISONS
      ? []
      : findMatches(removed, added, isSingleBlock ? 0 : MIN_SIMILARITY)
  const partners = new Map<DisplayValue, ChangedItem>()
  const matched = new Set<DisplayValue>()
  for (const { changed } of matches.toSorted((a, b) => b.similarity - a.similarity)) {
    if (matched.has(changed.before) || partners.has(changed.after)) continue
    matched.add(changed.before)
    partners.set(changed.after, changed)
  }
  return [
    ...removed.filter((one) => !matched.has(one)).map((before): ItemChange => ({ kind: 'removed', before })),
    ...added.map((after): ItemChange => partners.get(after) ?? { kind: 'added', after }),
  ]
}

interface Match {
  readonly changed: ChangedItem
  readonly similarity: number
}

function findMatches(
  removed: readonly DisplayValue[],
  added: readonly DisplayValue[],
  minSimilarity: number,
): Match[] {
  return added.flatMap((after) =>
    removed.flatMap((before): Match[] => {
      if (before.kind !== 'object' || after.kind !== 'object') return []
      const identity = IDENTITY_ATTRIBUTES.find(
        (name) => isName(before.entries.get(name)) && isName(after.entries.get(name)),
      )
      const hasSameName = identity !== undefined && hasEqualEntry(identity, before.entries, after.entries)
      // Different names: different elements.
      if (identity !== undefined && !hasSameName && minSimilarity > 0) return []
      const similarity = hasSameName ? 1 : shareOfEqualEntries(before.entries, after.entries)
      const changed = {
        kind: 'changed',
        before,
        after,
        identity: hasSameName ? identity : undefined,
      } as const
      return similarity >= minSimilarity ? [{ changed, similarity }] : []
    }),
  )
}

const isName = (value: DisplayValue | undefined): boolean => value?.kind === 'scalar' && value.raw !== ''

const hasEqualEntry = (name: string, a: DisplayEntries, b: DisplayEntries): boolean =>
  equalsDisplay(a.get(name) ?? ABSENT, b.get(name) ?? ABSENT)

function shareOfEqualEntries(a: DisplayEntries, b: DisplayEntries): number {
  const names = [...new Set([...a.keys(), ...b.keys()])].filter((name) => {
    return !isEmpty(a.get(name) ?? ABSENT) || !isEmpty(b.get(name) ?? ABSENT)
  })
  return names.length === 0 ? 0 : names.filter((name) => hasEqualEntry(name, a, b)).length / names.length
}

const MAX_IDENTIFYING_ATTRIBUTES = 3

/**
 * Returns the attributes that tell a changed element from the others: its name, or unchanged values that not every
 * element has.
 *
 * @param all elements of the list after the change
 */
export function identifyingAttributes(
  { before, after, identity }: ChangedItem,
  all: readonly DisplayValue[],
): string[] {
  if (identity !== undefined) return [identity]
  if (all.length < 2 || before.kind !== 'object' || after.kind !== 'object') return []
  const others = all.flatMap((one) => (one.kind === 'object' && one !== after ? [one.entries] : []))
  const candidates = [...after.entries].flatMap(([name, value]) =>
    value.kind === 'scalar' &&
    typeof value.raw !== 'boolean' &&
    hasEqualEntry(name, before.entries, after.entries)
      ? [name]
      : [],
  )
  const distinct = candidates.filter((name) => others.some((one) => !hasEqualEntry(name, one, after.entries)))
  return (distinct.length > 0 ? distinct : candidates).slice(0, MAX_IDENTIFYING_ATTRIBUTES)
}
