import { isRecord } from '../text/json'
import { type Action, actionOf, type ChangeKind } from './action'
import { field, isList, type JsonObject, listField, parseJson, textField } from './json'
import { secretsOf } from './sensitive-values'

/** A path into a value: names of attributes, keys of maps, indexes of lists. */
export type AttributePath = readonly unknown[]

/** A value before and after, and what may not or cannot be shown of it. */
export interface Change extends Action {
  readonly before: unknown
  readonly after: unknown
  /** True, or a structure like `after` with true for what only the apply will tell. */
  readonly afterUnknown: unknown
  readonly beforeSensitive: unknown
  readonly afterSensitive: unknown
}

export interface ResourceChange extends Change {
  readonly address: string
  /** Where the state has it, when the plan moves it. */
  readonly previousAddress: string | undefined
  /** Key of an object that an earlier, failed replacement left behind. */
  readonly deposed: string | undefined
  readonly mode: string
  readonly type: string
  readonly name: string
  readonly provider: string
  /** The id to import; undefined when nothing is imported. */
  readonly importId: string | undefined
  /** Terraform's `action_reason`. */
  readonly reason: string | undefined
  /** The attributes that force a replacement. */
  readonly replacePaths: readonly AttributePath[]
}

export interface OutputChange extends Change {
  readonly name: string
}

/** What `terraform show -json` says of a plan, as far as people and this program need it. */
export interface Plan {
  readonly terraformVersion: string
  readonly resources: readonly ResourceChange[]
  readonly outputs: readonly OutputChange[]
  /** What changed outside of Terraform. */
  readonly drift: readonly ResourceChange[]
  /** Changes that Terraform puts off to a later plan, as they came. */
  readonly deferred: readonly unknown[]
  /** Actions of providers that the apply runs (Terraform 1.14), as they came. */
  readonly actionInvocations: readonly unknown[]
  readonly errored: boolean
  /** Whether an apply of this plan would do something. */
  readonly applyable: boolean
  /** False when another plan is needed after this one. */
  readonly complete: boolean
  /** Values of the variables of the root module, as they came. */
  readonly variables: unknown
  /** Every value that the plan marks as sensitive. */
  readonly secrets: readonly string[]
}

/** JSON that is not a plan, or not one that this program can vouch for. */
export class InvalidPlan extends Error {
  override readonly name = 'InvalidPlan'
}

/**
 * Reads what `terraform show -json <plan file>` prints. Fields that it does not know are ignored.
 *
 * @param json the text, or what `JSON.parse` made of it
 * @throws InvalidPlan when it is something else, or lacks what decisions rest on
 */
export function parsePlan(json: unknown): Plan {
  const plan = typeof json === 'string' ? parseText(json) : json
  if (!isRecord(plan))
    throw new InvalidPlan('the plan is not a JSON object; give what terraform show -json <plan file> prints')
  checkFormat(plan)
  const errored = field(plan, 'errored') === true
  const outputs = field(plan, 'output_changes')
  return {
    terraformVersion: textField(plan, 'terraform_version') ?? '',
    resources: listField(plan, 'resource_changes').map((one, index) =>
      parseResource(one, `resource_changes[${index}]`),
    ),
    outputs: isRecord(outputs) ? Object.entries(outputs).map(parseOutput) : [],
    drift: listField(plan, 'resource_drift').map((one, index) =>
      parseResource(one, `resource_drift[${index}]`),
    ),
    deferred: listField(plan, 'deferred_changes'),
    actionInvocations: listField(plan, 'action_invocations'),
    errored,
    // Terraform before 1.8 says neither.
    applyable: field(plan, 'applyable') !== false && !errored,
    complete: field(plan, 'complete') !== false,
    variables: field(plan, 'variables') ?? {},
    secrets: secretsOf(plan),
  }
}

function parseText(text: string): unknown {
  try {
    return parseJson(text)
  } catch {
    // Without the parser's error as a cause: its words quote the text, in which there may be a secret.
    throw new InvalidPlan(
      `the plan is not JSON (${text.length} characters); was the output of terraform show -json cut off?`,
    )
  }
}

function checkFormat(plan: JsonObject): void {
  const version = textField(plan, 'format_version')
  if (version === undefined) {
    throw new InvalidPlan('the plan has no format_version; give what terraform show -json <plan file> prints')
  }
  if (!version.startsWith('1.')) {
    throw new InvalidPlan(
      `the plan is in format ${JSON.stringify(version)}, and this action reads 1.x; use a newer action or an older Terraform`,
    )
  }
  if (field(plan, 'values') !== undefined && field(plan, 'planned_values') === undefined) {
    throw new InvalidPlan('this is a state, not a plan; name the plan file: terraform show -json <plan file>')
  }
}

function parseResource(value: unknown, at: string): ResourceChange {
  const address = textField(value, 'address')
  if (address === undefined)
    throw new InvalidPlan(`${at} has no address; the plan is damaged or not one of Terraform's`)
  const where = `the change of ${address}`
  const type = textField(value, 'type')
  const mode = textField(value, 'mode')
  if (type === undefined || mode === undefined) {
    throw new InvalidPlan(
      `${where} has no ${type === undefined ? 'type' : 'mode'}, so nobody can tell whether it is safe`,
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

/** An id, from Terraform 1.12 on perhaps an identity of several attributes instead. */
function importId(importing: JsonObject): string {
  const identity = field(importing, 'identity')
  return textField(importing, 'id') ?? (isRecord(identity) ? JSON.stringify(identity) : '(known after apply)')
}

function parseOutput([name, change]: [string, unknown]): OutputChange {
  return { ...parseChange(change, `the change of output ${name}`), name }
}

function parseChange(change: unknown, where: string): Change {
  const actions = field(change, 'actions')
  if (!isList(actions))
    throw new InvalidPlan(`${where} has no actions; the plan is damaged or not one of Terraform's`)
  const action = actionOf(actions)
  if (action === undefined) {
    throw new InvalidPlan(
      `${where} has the actions ${JSON.stringify(actions)}, which this action does not know; use a newer one`,
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

/** Change kinds that modify no infrastructure. */
export const isQuiet = (kind: ChangeKind): boolean => kind === 'no-op' || kind === 'read'

export const isMoved = ({ address, previousAddress }: ResourceChange): boolean =>
  previousAddress !== undefined && previousAddress !== address

/** Whether applying the plan touches the resource or the state's record of it. */
export const isEffective = (change: ResourceChange): boolean =>
  !isQuiet(change.kind) || isMoved(change) || change.importId !== undefined
