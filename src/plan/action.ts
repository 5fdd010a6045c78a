/** Kind of a planned change. */
export type ChangeKind = 'create' | 'update' | 'replace' | 'delete' | 'read' | 'forget' | 'no-op'

/** Treatment of the old object in a replacement. */
export type ReplaceOrder = 'delete-first' | 'create-first' | 'forget-old'

/** Meaning of a change's `actions` array. */
export interface Action {
  readonly kind: ChangeKind
  readonly order: ReplaceOrder | undefined
}

// https://developer.hashicorp.com/terraform/internals/json-format#change-representation
const ACTIONS: ReadonlyMap<string, Action> = new Map<string, Action>([
  ['no-op', { kind: 'no-op', order: undefined }],
  ['create', { kind: 'create', order: undefined }],
  ['read', { kind: 'read', order: undefined }],
  ['update', { kind: 'update', order: undefined }],
  ['delete', { kind: 'delete', order: undefined }],
  ['forget', { kind: 'forget', order: undefined }],
  ['delete,create', { kind: 'replace', order: 'delete-first' }],
  ['create,delete', { kind: 'replace', order: 'create-first' }],
  ['create,forget', { kind: 'replace', order: 'forget-old' }],
  ['forget,create', { kind: 'replace', order: 'forget-old' }],
])

/** Parses a change's `actions` array. Returns undefined for an unknown combination. */
export const parseAction = (actions: readonly unknown[]): Action | undefined => ACTIONS.get(actions.join(','))

const REASON_TEXTS: ReadonlyMap<string, string> = new Map([
  ['replace_because_tainted', 'it is tainted: an earlier apply failed, or the command taint was run'],
  ['replace_because_cannot_update', 'the provider cannot make this change in place'],
  ['replace_by_request', 'the replacement was requested with -replace'],
  ['replace_by_triggers', 'a value in its replace_triggered_by changes'],
  ['delete_because_no_resource_config', 'its resource block is no longer in the configuration'],
  ['delete_because_enabled_false', 'its enabled argument is false'],
  ['delete_because_no_module', 'its module is no longer in the configuration'],
  [
    'delete_because_wrong_repetition',
    'its address no longer matches the resource, which gained or lost count or for_each',
  ],
  ['delete_because_count_index', 'its index is beyond the count of the resource'],
  ['delete_because_each_key', 'its key is no longer in for_each'],
  ['delete_because_no_move_target', 'it was moved to an address that is not in the configuration'],
  ['read_because_config_unknown', 'its configuration is known only after apply'],
  ['read_because_dependency_pending', 'it depends on a resource that changes'],
  ['read_because_check_nested', 'a check block reads it'],
])

/** Describes an `action_reason`; an unknown one by its identifier. */
export function describeReason(reason: string): string {
  return REASON_TEXTS.get(reason) ?? reason.replace(/[^a-z0-9_]/gi, '').replaceAll('_', ' ')
}
