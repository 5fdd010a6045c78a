import type { ChangeKind } from './action'
import { isMoved, isReadOnly, type Plan } from './plan'

/** Number of changes by action. A moved or imported resource that also changes counts in both. */
export interface Counts {
  readonly create: number
  readonly update: number
  readonly replace: number
  readonly destroy: number
  readonly move: number
  readonly import: number
  readonly forget: number
  readonly outputs: number
  readonly hasChanges: boolean
}

/** Counts the changes of a plan. Data sources are not counted. */
export function countChanges(plan: Plan): Counts {
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
    outputs: plan.outputs.filter(({ kind }) => !isReadOnly(kind)).length,
  }
  const pending = plan.deferred.length + plan.actionInvocations.length
  return { ...counts, hasChanges: pending > 0 || Object.values(counts).some((count) => count > 0) }
}
