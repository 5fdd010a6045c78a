import { isRecord } from '../text/json'
import { type Action, type ChangeKind, parseAction } from './action'
import { field, isList, type JsonObject, listField, parseJsonExactly, textField } from './json'
import { sensitiveValues } from './sensitive-values'
import type { FailureReason } from '../text/failure-reason'
import { type FailedCheck, parseFailedChecks } from './check'
import { type ActionInvocation, type DeferredChange, parseActionInvocation, parseDeferred } from './pending'

/** Path into a value: attribute names, map keys, list indexes. */
export type AttributePath = readonly unknown[]

/** Planned change of a value, with masks for its unknown and sensitive parts. */
export interface Change extends Action {
  readonly before: unknown
  readonly after: unknown
  /** True, or a structure like `after` with true for each unknown value. */
  readonly afterUnknown: unknown
  readonly beforeSensitive: unknown
  readonly afterSensitive: unknown
}

/** Planned change of a resource or deposed object. */
export interface ResourceChange extends Change {
  readonly address: string
  /** Address before a move. */
  readonly previousAddress: string | undefined
  /** Key of an object left over from a failed replacement. */
  readonly deposed: string | undefined
  readonly mode: string
  readonly type: string
  readonly name: string
  readonly provider: string
  readonly importId: string | undefined
  readonly reason: string | undefined
  readonly replacePaths: readonly AttributePath[]
}

/** Planned change of a root module output. */
export interface OutputChange extends Change {
  readonly name: string
}

/** Plan with the fields of the JSON output format that this action uses. */
export interface Plan {
  readonly terraformVersion: string
  readonly resources: readonly ResourceChange[]
  readonly outputs: readonly OutputChange[]
  /** Changes made outside of Terraform. */
  readonly drift: readonly ResourceChange[]
  readonly deferred: readonly DeferredChange[]
  /** Provider actions (Terraform 1.14). */
  readonly actionInvocations: readonly ActionInvocation[]
  /** `check` blocks with a false or unknown condition. */
  readonly failedChecks: readonly FailedCheck[]
  /** Whether the state has a resource, also one that was deleted outside of Terraform. */
  readonly hasState: boolean
  readonly errored: boolean
  readonly applyable: boolean
  readonly complete: boolean
  readonly variables: unknown
  readonly secrets: readonly string[]
}

/** Thrown for JSON that is not a supported plan. */
export class InvalidPlan extends Error {
  override readonly name = 'InvalidPlan'
  readonly reason: FailureReason = 'terraform-failed'
}

/**
 * Parses `terraform show -json <plan file>`.
 *
 * @param json text or parsed JSON
 * @throws InvalidPlan
 */
export function parsePlan(json: unknown): Plan {
  const plan = typeof json === 'string' ? parseText(json) : json
  if (!isRecord(plan))
    throw new InvalidPlan('the plan is not a JSON object; expected the output of show -json <plan file>')
  checkFormat(plan)
  const errored = field(plan, 'errored') === true
  const outputs = field(plan, 'output_changes')
  return {
    terraformVersion: textField(plan, 'terraform_version') ?? '',
    resources: listField(plan, 'resource_changes').map((one, index) =>
      parseResource(one, `resource_changes[${index}]`),
    ),
    outputs: isRecord(outputs) ? Object.entries(outputs).map(parseOutput) : [],
    failedChecks: parseFailedChecks(listField(plan, 'checks')),
    drift: listField(plan, 'resource_drift').map((one, index) =>
      parseResource(one, `resource_drift[${index}]`),
    ),
    deferred: listField(plan, 'deferred_changes').map(parseDeferred),
    actionInvocations: [
      ...listField(plan, 'action_invocations'),
      ...listField(plan, 'deferred_action_invocations').map((one) => field(one, 'action_invocation') ?? one),
    ].map(parseActionInvocation),
    hasState: hasManagedResource(field(field(plan, 'prior_state'), 'values')) || hasDrift(plan),
    errored,
    applyable: field(plan, 'applyable') !== false && !errored,
    complete: field(plan, 'complete') !== false,
    variables: field(plan, 'variables') ?? {},
    secrets: sensitiveValues(plan),
  }
}

function hasManagedResource(values: unknown): boolean {
  const hasAny = (module: unknown): boolean =>
    listField(module, 'resources').some((resource) => field(resource, 'mode') === 'managed') ||
    listField(module, 'child_modules').some(hasAny)
  return hasAny(field(values, 'root_module'))
}

/** The refreshed state lacks resources that were deleted outside of Terraform. */
const hasDrift = (plan: unknown): boolean => listField(plan, 'resource_drift').length > 0

function parseText(text: string): unknown {
  try {
    return parseJsonExactly(text)
  } catch {
    // No cause: the parser's message quotes the text, which may contain a secret.
    throw new InvalidPlan(
      `the plan is not JSON (${text.length} characters); was the output of show -json cut off?`,
    )
  }
}

function checkFormat(plan: JsonObject): void {
  const version = textField(plan, 'format_version')
  if (version === undefined) {
    throw new InvalidPlan('the plan has no format_version; expected the output of show -json <plan file>')
  }
  if (!version.startsWith('1.')) {
    throw new InvalidPlan(
      `the plan has format ${JSON.stringify(version)}, but this action reads 1.x; use ${version.startsWith('0.') ? 'Terraform 1.1 or later' : 'a newer version of the action, or an older one of the program that planned'}`,
    )
  }
  if (field(plan, 'values') !== undefined && field(plan, 'planned_values') === undefined) {
    throw new InvalidPlan('this is a state, not a plan; pass a plan file to show -json')
  }
}

function parseResource(value: unknown, at: string): ResourceChange {
  const address = textField(value, 'address')
  if (address === undefined) throw new InvalidPlan(`${at} has no address; the plan is damaged`)
  const where = `the change of ${address}`
  const type = textField(value, 'type')
  const mode = textField(value, 'mode')
  if (type === undefined || mode === undefined) {
    throw new InvalidPlan(
      `${where} has no ${type === undefined ? 'type' : 'mode'}, so it cannot be checked for data loss`,
    )
  }
  const change = field(value, 'change')
  const importing = field(change, 'importing')
  return {
    ...parseChange(change, where),
    address,
    previousAddress: textField(value, 'previous_address'),
    deposed: textField(value, 'deposed'),
    mode,
    type,
    name: textField(value, 'name') ?? '',
    provider: textField(value, 'provider_name') ?? '',
    importId: isRecord(importing) ? importId(importing) : undefined,
    reason: textField(value, 'action_reason'),
    replacePaths: listField(change, 'replace_paths').filter(isList),
  }
}

// Since Terraform 1.12, an import block may give an identity instead of an ID.
function importId(importing: JsonObject): string {
  const identity = field(importing, 'identity')
  return textField(importing, 'id') ?? (isRecord(identity) ? JSON.stringify(identity) : '(known after apply)')
}

function parseOutput([name, change]: [string, unknown]): OutputChange {
  return { ...parseChange(change, `the change of output ${name}`), name }
}

function parseChange(change: unknown, where: string): Change {
  const actions = field(change, 'actions')
  if (!isList(actions)) throw new InvalidPlan(`${where} has no actions; the plan is damaged`)
  const action = parseAction(actions)
  if (action === undefined) {
    throw new InvalidPlan(
      `${where} has the actions ${JSON.stringify(actions)}, which this version of the action does not support; use a newer one`,
    )
  }
  return {
    ...action,
    before: field(change, 'before') ?? null,
    after: field(change, 'after') ?? null,
    afterUnknown: field(change, 'after_unknown') ?? false,
    beforeSensitive: field(change, 'before_sensitive') ?? false,
    afterSensitive: field(change, 'after_sensitive') ?? false,
  }
}

/** Reports whether a change of this kind modifies nothing. */
export const isReadOnly = (kind: ChangeKind): boolean => kind === 'no-op' || kind === 'read'

/** Reports whether the plan moves the resource to another address. */
export const isMoved = ({ address, previousAddress }: ResourceChange): boolean =>
  previousAddress !== undefined && previousAddress !== address

/** Reports whether an apply changes the resource or its state entry. */
export const hasEffect = (change: ResourceChange): boolean =>
  !isReadOnly(change.kind) || isMoved(change) || change.importId !== undefined
