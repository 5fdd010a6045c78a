import type { Step } from './lcs'
import { ABSENT, isEmpty, equalsDisplay, type Shown } from './display-value'

/** What became of the elements of a list. */
export type Pairing =
  | { readonly kind: 'kept'; readonly items: readonly Shown[] }
  | { readonly kind: 'removed'; readonly before: Shown }
  | { readonly kind: 'added'; readonly after: Shown }
  | Changed

export interface Changed {
  readonly kind: 'changed'
  readonly before: Shown
  readonly after: Shown
  /** The attribute by which both are known to be the same thing. */
  readonly identity: string | undefined
}

/** Attributes that name an element, in policies, container definitions and the provider's blocks. */
const IDENTITIES = ['name', 'Name', 'Sid', 'sid', 'id', 'Id', 'ID', 'key', 'rule_id', 'containerPath']
/** Share of attributes in common from which two elements without a name are taken for one. */
const ALIKE = 0.5
/** Every one is compared with every other. */
const MOST_COMPARED = 2_500

/** Takes a removed and an added element for one that changed, when they share a name or most of what they are. */
export function matchItems(steps: readonly Step<Shown>[]): Pairing[] {
  const pairings: Pairing[] = []
  for (let index = 0; index < steps.length;) {
    const isKept = steps[index]?.kind === 'keep'
    const length = steps.slice(index).findIndex(({ kind }) => (kind === 'keep') !== isKept)
    const run = steps.slice(index, length < 0 ? steps.length : index + length)
    if (isKept)
      pairings.push({ kind: 'kept', items: run.flatMap((step) => ('after' in step ? [step.after] : [])) })
    else pairings.push(...pairRun(run, run.length === steps.length))
    index += run.length
  }
  return pairings
}

function pairRun(run: readonly Step<Shown>[], isWholeList: boolean): Pairing[] {
  const removed = run.flatMap((step) => (step.kind === 'remove' ? [step.before] : []))
  const added = run.flatMap((step) => (step.kind === 'add' ? [step.after] : []))
  // A list of one is how providers write a block that there can only be one of.
  const isSingleBlock = isWholeList && removed.length === 1 && added.length === 1
  const matches =
    removed.length * added.length > MOST_COMPARED ? [] : matchesOf(removed, added, isSingleBlock ? 0 : ALIKE)
  const partners = new Map<Shown, Changed>()
  const taken = new Set<Shown>()
  for (const { changed } of matches.toSorted((a, b) => b.likeness - a.likeness)) {
    if (taken.has(changed.before) || partners.has(changed.after)) continue
    taken.add(changed.before)
    partners.set(changed.after, changed)
  }
  return [
    ...removed.filter((one) => !taken.has(one)).map((before): Pairing => ({ kind: 'removed', before })),
    ...added.map((after): Pairing => partners.get(after) ?? { kind: 'added', after }),
  ]
}

interface Match {
  readonly changed: Changed
  readonly likeness: number
}

function matchesOf(removed: readonly Shown[], added: readonly Shown[], least: number): Match[] {
  return added.flatMap((after) =>
    removed.flatMap((before): Match[] => {
      if (before.kind !== 'object' || after.kind !== 'object') return []
      const identity = IDENTITIES.find(
        (name) => isName(before.entries.get(name)) && isName(after.entries.get(name)),
      )
      const isNamesake = identity !== undefined && sameAt(identity, before.entries, after.entries)
      // Elements with two names are two things, however much they have in common.
      if (identity !== undefined && !isNamesake && least > 0) return []
      const likeness = isNamesake ? 1 : similarity(before.entries, after.entries)
      const changed = { kind: 'changed', before, after, identity: isNamesake ? identity : undefined } as const
      return likeness >= least ? [{ changed, likeness }] : []
    }),
  )
}

type Entries = ReadonlyMap<string, Shown>

const isName = (shown: Shown | undefined): boolean => shown?.kind === 'scalar' && shown.raw !== ''

const sameAt = (name: string, a: Entries, b: Entries): boolean =>
  equalsDisplay(a.get(name) ?? ABSENT, b.get(name) ?? ABSENT)

/** The share of entries that are the same in both, of those that say something. */
function similarity(a: Entries, b: Entries): number {
  const names = [...new Set([...a.keys(), ...b.keys()])].filter((name) => {
    return !isEmpty(a.get(name) ?? ABSENT) || !isEmpty(b.get(name) ?? ABSENT)
  })
  return names.length === 0 ? 0 : names.filter((name) => sameAt(name, a, b)).length / names.length
}
