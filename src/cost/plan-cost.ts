import type { Plan, ResourceChange } from '../plan/plan'
import { pricesOf } from './prices'
import { isPriced, readShape, type ResourceValues, unpricedTypes } from './resource-shape'
import { priceShape, sum, unknownParts } from './shape'

/** Fixed costs of a month in USD before and after a plan. */
export interface PlanCost {
  readonly region: string | undefined
  /** Undefined if the Region's prices are unknown. */
  readonly usd: { readonly before: number; readonly after: number } | undefined
  /** Changed resource types and parts whose price is unknown. */
  readonly unknown: readonly string[]
}

/**
 * Estimates the fixed costs before and after a plan.
 *
 * @param region AWS Region of the plan; undefined if unknown
 * @returns undefined if no resource of the plan has a price
 */
export function estimatePlan(plan: Plan, region: string | undefined): PlanCost | undefined {
  const managed = plan.resources.filter(({ mode, deposed }) => mode === 'managed' && deposed === undefined)
  if (!managed.some(({ type }) => isPriced(type))) return undefined
  const prices = region === undefined ? undefined : pricesOf(region)
  if (prices === undefined) return { region, usd: undefined, unknown: [] }
  const lines = (side: 'before' | 'after') => priceShape(readShape(resourcesOf(managed, side)), prices)
  const [before, after] = [lines('before'), lines('after')]
  const changed = managed.filter(({ kind }) => kind !== 'no-op')
  const parts = [...unknownParts(before), ...unknownParts(after)]
  return {
    region,
    usd: { before: sum(before), after: sum(after) },
    unknown: [...new Set([...unpricedTypes(resourcesOf(changed, 'after')), ...parts])],
  }
}

const resourcesOf = (changes: readonly ResourceChange[], side: 'before' | 'after'): ResourceValues[] =>
  changes.flatMap(({ address, type, [side]: values }) => (values === null ? [] : [{ address, type, values }]))
