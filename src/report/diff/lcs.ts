export type Step<T> =
  | { readonly kind: 'keep'; readonly before: T; readonly after: T }
  | { readonly kind: 'remove'; readonly before: T }
  | { readonly kind: 'add'; readonly after: T }

/** Filled in well under a second. */
const MAX_TABLE_CELLS = 1_000_000

/** Returns the fewest removals and additions between two sequences, removals first. */
export function align<T>(
  before: readonly T[],
  after: readonly T[],
  same: (a: T, b: T) => boolean,
): Step<T>[] {
  const head = commonHead(before, after, same)
  const [beforeTail, afterTail] = [before.slice(head.length), after.slice(head.length)]
  const tail = commonHead(beforeTail.toReversed(), afterTail.toReversed(), same).reverse()
  const middle = alignMiddle(
    beforeTail.slice(0, beforeTail.length - tail.length),
    afterTail.slice(0, afterTail.length - tail.length),
    same,
  )
  return [...head, ...middle, ...tail]
}

function commonHead<T>(before: readonly T[], after: readonly T[], same: (a: T, b: T) => boolean): Step<T>[] {
  const steps: Step<T>[] = []
  for (const [index, one] of before.entries()) {
    const other = after.at(index)
    if (index >= after.length || other === undefined || !same(one, other)) break
    steps.push({ kind: 'keep', before: one, after: other })
  }
  return steps
}

function alignMiddle<T>(before: readonly T[], after: readonly T[], same: (a: T, b: T) => boolean): Step<T>[] {
  const removed = before.map((one): Step<T> => ({ kind: 'remove', before: one }))
  const added = after.map((one): Step<T> => ({ kind: 'add', after: one }))
  if (removed.length * added.length > MAX_TABLE_CELLS) return [...removed, ...added]
  // Of the longest common subsequence of before.slice(i) and after.slice(j).
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1))
  const lengthAt = (i: number, j: number): number => lengths[i]?.[j] ?? 0
  for (let i = before.length - 1; i >= 0; i--) {
    const [row, one] = [lengths[i], before[i]]
    if (row === undefined || one === undefined) continue
    for (const j of after.keys()) {
      const k = after.length - 1 - j
      const other = after[k]
      const equal = other !== undefined && same(one, other)
      row[k] = equal ? lengthAt(i + 1, k + 1) + 1 : Math.max(lengthAt(i + 1, k), lengthAt(i, k + 1))
    }
  }
  return traceSteps(before, after, { same, lengthAt })
}

interface LengthTable<T> {
  readonly same: (a: T, b: T) => boolean
  readonly lengthAt: (i: number, j: number) => number
}

function traceSteps<T>(
  before: readonly T[],
  after: readonly T[],
  { same, lengthAt }: LengthTable<T>,
): Step<T>[] {
  const steps: Step<T>[] = []
  let [i, j] = [0, 0]
  for (;;) {
    const [one, other] = [before[i], after[j]]
    if (one === undefined && other === undefined) return steps
    if (one !== undefined && other !== undefined && same(one, other)) {
      steps.push({ kind: 'keep', before: one, after: other })
      i++
      j++
    } else if (one !== undefined && (other === undefined || lengthAt(i + 1, j) >= lengthAt(i, j + 1))) {
      steps.push({ kind: 'remove', before: one })
      i++
    } else if (other !== undefined) {
      steps.push({ kind: 'add', after: other })
      j++
    }
  }
}
