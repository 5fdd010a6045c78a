import type { ChangeKind } from './action'
import { isMoved, isQuiet, type Plan } from './plan'

/** How many of each; a resource that is imported or moved and changed besides counts in both. */
export interface Counts {
  readonly create: number
  readonly update: number
  readonly replace: number
  readonly destroy: number
  readonly move: number
  readonly import: number
  readonly forget: number
  readonly outputs: number
  /** Whether an apply would change a resource, the state's record of one, or an output. */
  readonly hasChanges: boolean
}

export function countsOf(plan: Plan): Counts {
  const managed = plan.resources.filter(({ mode }) => mode === 'managed')
  const of = (kind: ChangeKind): number => managed.filter((change) => change.kind === kind).length
  const counts = {
    create: of('create'),
    update: of('update'),
    replace: of('replace'),
    destroy: of('delete'),
    move: managed.filter(isMoved).length,
    import: managed.filter(({ importId }) => importId !== undefined).length,
    forget: of('forget'),
    outputs: plan.outputs.filter(({ kind }) => !isQuiet(kind)).length,
  }
  const pending = plan.deferred.length + plan.actionInvocations.length
  return { ...counts, hasChanges: pending > 0 || Object.values(counts).some((count) => count > 0) }
}
