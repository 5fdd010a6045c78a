import { canonicalJson, field, textField } from './json'

/** `taint` marks a resource that was just created; `continue` makes the error a warning. */
export type OnFailure = 'halt' | 'taint' | 'continue'

/** Planned run of a provider action. */
export interface ActionInvocation {
  /** `action.aws_lambda_invoke.notify`. */
  readonly address: string
  readonly type: string
  /** Resource whose change runs the action; undefined for `-invoke`. */
  readonly triggeredBy: string | undefined
  /** `AfterCreate`, `BeforeUpdate`, … */
  readonly event: string | undefined
  /** Undefined before Terraform 1.16, where a failure ends the apply as with `halt`. */
  readonly onFailure: OnFailure | undefined
  readonly config: unknown
  readonly configSensitive: unknown
  /** The whole invocation. */
  readonly content: string
}

/** Change that Terraform leaves to a later plan. */
export interface DeferredChange {
  readonly address: string
  /** Terraform's identifier: `resource_config_unknown`. */
  readonly reason: string
  readonly actions: readonly string[]
  /** The whole change. */
  readonly content: string
}

/** Parses an item of `action_invocations`. */
export function parseActionInvocation(value: unknown): ActionInvocation {
  const trigger = field(value, 'lifecycle_action_trigger')
  const type = textField(value, 'type') ?? ''
  return {
    address: textField(value, 'address') ?? `action.${type}.${textField(value, 'name') ?? ''}`,
    type,
    triggeredBy: textField(trigger, 'triggering_resource_address'),
    event: textField(trigger, 'action_trigger_event'),
    onFailure: parseOnFailure(textField(trigger, 'on_failure')),
    config: field(value, 'config_values') ?? {},
    configSensitive: field(value, 'config_sensitive') ?? false,
    content: canonicalJson(value),
  }
}

/** Terraform writes its constant (`ActionOnFailureTaint`). */
const parseOnFailure = (text = ''): OnFailure | undefined =>
  (['halt', 'taint', 'continue'] as const).find((one) => text.toLowerCase().endsWith(one))

/** Parses an item of `deferred_changes`. */
export function parseDeferred(value: unknown): DeferredChange {
  const resource = field(value, 'resource_change')
  const actions = field(field(resource, 'change'), 'actions')
  return {
    address: textField(resource, 'address') ?? 'a resource',
    reason: textField(value, 'reason') ?? 'unknown',
    actions: Array.isArray(actions) ? actions.filter((one) => typeof one === 'string') : [],
    content: canonicalJson(value),
  }
}
