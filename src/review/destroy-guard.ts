import type { ReplaceOrder } from '../plan/action'
import { formatPath } from '../plan/attribute-path'
import { type Plan, type ResourceChange } from '../plan/plan'
import { STATEFUL_TYPES } from './stateful-types'

/** A stateful resource that the plan would take away. */
export interface DestructiveChange {
  readonly address: string
  /** Key of a leftover object, when it is only that which goes. */
  readonly deposed: string | undefined
  readonly type: string
  /** `forget` leaves the resource alone and only ends Terraform's care for it; it is mentioned, never stopped. */
  readonly kind: 'delete' | 'replace' | 'forget'
  readonly order: ReplaceOrder | undefined
  /** What would be lost, as the end of a sentence. */
  readonly holds: string
  /** Terraform's `action_reason`. */
  readonly reason: string | undefined
  /** The attributes that force the replacement, as Terraform's language writes them. */
  readonly forcedBy: readonly string[]
  readonly verdict: 'stop' | 'allowed' | 'mention'
}

export interface GuardOptions {
  /** Types that count as stateful besides the built-in ones. */
  readonly extraTypes: readonly string[]
  /** Addresses that may be deleted or replaced, exactly as Terraform writes them. */
  readonly allow: readonly string[]
}

/** The stateful resources that the plan deletes, replaces or forgets, in the plan's order. */
export function findDestructiveChanges(plan: Plan, options: GuardOptions): DestructiveChange[] {
  const extra = new Set(options.extraTypes.map((type) => type.trim()))
  const allowed = new Set(options.allow.map((address) => address.trim()))
  return plan.resources.flatMap((change) => {
    const holds =
      STATEFUL_TYPES.get(change.type) ??
      (extra.has(change.type) ? 'its type is in stateful-types' : undefined)
    const kind = dangerousKind(change)
    if (holds === undefined || kind === undefined || change.mode !== 'managed') return []
    const { address, deposed, type, order, reason } = change
    const verdict = kind === 'forget' ? 'mention' : allowed.has(address) ? 'allowed' : 'stop'
    const forcedBy = [...new Set(change.replacePaths.map(formatPath))]
    return [{ address, deposed, type, kind, order, holds, reason, forcedBy, verdict }]
  })
}

function dangerousKind({ kind, order }: ResourceChange): DestructiveChange['kind'] | undefined {
  switch (kind) {
    case 'delete':
    case 'forget':
      return kind
    case 'replace':
      return order === 'forget-old' ? 'forget' : kind
    case 'create':
    case 'update':
    case 'read':
    case 'no-op':
      return undefined
  }
}

/** The dangers that nobody has allowed: with any of these, there must be no apply. */
export const blockingChanges = (dangers: readonly DestructiveChange[]): DestructiveChange[] =>
  dangers.filter(({ verdict }) => verdict === 'stop')

/** What to write in the input `allow-destroy` to let these through: those that are allowed already stay in it. */
export function allowDestroyLines(dangers: readonly DestructiveChange[]): string[] {
  if (blockingChanges(dangers).length === 0) return []
  return [...new Set(dangers.filter(({ verdict }) => verdict !== 'mention').map(({ address }) => address))]
}

/** Returns a warning per address of `allow-destroy` that the plan does not destroy: left there, it permits a later accident. */
export function unusedAllowances(dangers: readonly DestructiveChange[], allow: readonly string[]): string[] {
  const used = new Set(dangers.filter(({ verdict }) => verdict === 'allowed').map(({ address }) => address))
  return allow
    .map((address) => address.trim())
    .filter((address) => address !== '' && !used.has(address))
    .map((address) => `allow-destroy lists ${address}, which this plan does not destroy: remove it`)
}
