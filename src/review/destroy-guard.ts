import type { ReplaceOrder } from '../plan/action'
import { formatPath } from '../plan/attribute-path'
import type { ActionInvocation } from '../plan/pending'
import { type Plan, type ResourceChange } from '../plan/plan'
import { STATEFUL_TYPES } from './stateful-types'

/** Planned removal of a stateful resource. */
export interface DestructiveChange {
  readonly address: string
  /** Key of the deposed object. */
  readonly deposed: string | undefined
  readonly type: string
  /** `forget` removes the resource from the state only. `invoke` runs a provider action. */
  readonly kind: 'delete' | 'replace' | 'forget' | 'invoke'
  readonly order: ReplaceOrder | undefined
  /** Clause: `it holds objects`. */
  readonly dataLoss: string
  readonly reason: string | undefined
  /** Attributes that force the replacement, in Terraform syntax. */
  readonly forcedBy: readonly string[]
  readonly verdict: 'block' | 'allowed' | 'note'
}

/** Inputs `stateful-types` and `allow-destroy`. */
export interface GuardOptions {
  /** Stateful types in addition to {@link STATEFUL_TYPES}. */
  readonly extraTypes: readonly string[]
  /** Addresses that may be deleted or replaced, exactly as in the plan. */
  readonly allow: readonly string[]
}

/** Finds the stateful resources that a plan deletes, replaces or forgets, and actions that stop or delete something. */
export function findDestructiveChanges(plan: Plan, options: GuardOptions): DestructiveChange[] {
  const extra = new Set(options.extraTypes.map((type) => type.trim()))
  const allowed = new Set(options.allow.map((address) => address.trim()))
  const actions = plan.actionInvocations.flatMap((action) => destructiveAction(action, allowed))
  const resources = plan.resources.flatMap((change): DestructiveChange[] => {
    const dataLoss =
      STATEFUL_TYPES.get(change.type) ??
      (extra.has(change.type) ? 'its type is in stateful-types' : undefined)
    const kind = destructiveKind(change)
    if (dataLoss === undefined || kind === undefined || change.mode !== 'managed') return []
    const { address, deposed, type, order, reason } = change
    const verdict = kind === 'forget' ? 'note' : allowed.has(address) ? 'allowed' : 'block'
    const forcedBy = [...new Set(change.replacePaths.map(formatPath))]
    return [{ address, deposed, type, kind, order, dataLoss, reason, forcedBy, verdict }]
  })
  return [...resources, ...actions]
}

/** As in `aws_ec2_stop_instance`; no provider marks these types. */
const DESTRUCTIVE_ACTION =
  /(?:^|_)(?:abort|cancel|delete|deregister|destroy|detach|disable|drop|flush|kill|purge|reboot|remove|reset|restart|restore|revoke|shutdown|stop|suspend|terminate|truncate|uninstall|wipe)(?:_|$)/

function destructiveAction(
  { address, type }: ActionInvocation,
  allowed: ReadonlySet<string>,
): DestructiveChange[] {
  if (!DESTRUCTIVE_ACTION.test(type)) return []
  const verdict = allowed.has(address) ? 'allowed' : 'block'
  const dataLoss = 'actions of this type stop or delete something'
  const none = { deposed: undefined, order: undefined, reason: undefined, forcedBy: [] }
  return [{ address, type, kind: 'invoke', dataLoss, verdict, ...none }]
}

function destructiveKind({ kind, order }: ResourceChange): DestructiveChange['kind'] | undefined {
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

/** Returns the changes that block the apply. */
export const blockingChanges = (changes: readonly DestructiveChange[]): DestructiveChange[] =>
  changes.filter(({ verdict }) => verdict === 'block')

/** Returns the full value of `allow-destroy` that permits these changes. */
export function allowDestroyLines(changes: readonly DestructiveChange[]): string[] {
  if (blockingChanges(changes).length === 0) return []
  return [...new Set(changes.filter(({ verdict }) => verdict !== 'note').map(({ address }) => address))]
}

/** Returns a warning for each address in `allow-destroy` that the plan does not destroy. */
export function unusedAllowances(changes: readonly DestructiveChange[], allow: readonly string[]): string[] {
  const used = new Set(changes.filter(({ verdict }) => verdict === 'allowed').map(({ address }) => address))
  return allow
    .map((address) => address.trim())
    .filter((address) => address !== '' && !used.has(address))
    .map((address) => `allow-destroy lists ${address}, which this plan does not destroy. Remove it.`)
}
