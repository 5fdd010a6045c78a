import { engineVersion, OPENTOFU } from '../plan/engine'
import { type Diagnostic, formatDiagnostic, parseDiagnostic } from './diagnostic'
import { isRecord, numberAt, parseObject, recordAt, textAt } from '../text/json'

/** A line of `-json` output (https://developer.hashicorp.com/terraform/internals/machine-readable-ui). */
export type TerraformEvent = { readonly message: string } & EventKind

type EventKind =
  | { readonly kind: 'version'; readonly version: string }
  | PlannedChange
  | ChangeSummary
  | { readonly kind: 'diagnostic'; readonly diagnostic: Diagnostic }
  | ApplyStep
  | ActionStep
  | ProvisionerOutput
  | { readonly kind: 'outputs'; readonly names: readonly string[] }
  | { readonly kind: 'other'; readonly type: string }
  /** Not JSON: a crash, provider output, `TF_LOG`. */
  | { readonly kind: 'text' }

export interface PlannedChange {
  readonly kind: 'planned-change' | 'drift'
  readonly address: string
  /** Later Terraform versions may add others. */
  readonly action: string
  readonly reason: string | undefined
}

export interface ChangeSummary {
  readonly kind: 'summary'
  /** `plan`, `apply` or `destroy`. */
  readonly operation: string
  readonly add: number
  readonly change: number
  readonly import: number
  readonly remove: number
}

export interface ApplyStep {
  readonly kind: 'apply'
  readonly step: 'start' | 'progress' | 'complete' | 'errored'
  readonly address: string
  readonly action: string
  readonly elapsedSeconds: number
}

/** A step of a provider action (Terraform 1.14). */
export interface ActionStep {
  readonly kind: 'action'
  readonly step: ApplyStep['step']
  /** `action.aws_lambda_invoke.notify`. */
  readonly address: string
  /** Resource whose change runs the action; undefined for `-invoke`. */
  readonly triggeredBy: string | undefined
  /** `AfterCreate`. */
  readonly event: string | undefined
  /** Of the error; otherwise empty. */
  readonly error: string
}

export interface ProvisionerOutput {
  readonly kind: 'provision'
  readonly address: string
  /** The configuration has sensitive or ephemeral values. */
  readonly isSuppressed: boolean
}

const APPLY_STEPS: ReadonlyMap<string, ApplyStep['step']> = new Map([
  ['apply_start', 'start'],
  ['apply_progress', 'progress'],
  ['apply_complete', 'complete'],
  ['apply_errored', 'errored'],
])

const ACTION_STEPS: ReadonlyMap<string, ActionStep['step']> = new Map([
  ['action_start', 'start'],
  ['action_progress', 'progress'],
  ['action_complete', 'complete'],
  ['action_errored', 'errored'],
])

/** Parses a line of output, after applying `clean` to it. */
export function parseEvent(
  line: string,
  clean: (value: unknown) => unknown = (value) => value,
): TerraformEvent {
  const parsed = line.startsWith('{') ? parseObject(line) : undefined
  const fields = parsed && clean(parsed)
  // Lines of OpenTofu's `init` have no type.
  const type = isRecord(fields) ? (textAt(fields, 'type') ?? loggedType(fields)) : undefined
  if (!isRecord(fields) || type === undefined) return { kind: 'text', message: String(clean(line)) }
  const event = parseKind(type, fields)
  const message = textAt(fields, '@message') ?? ''
  return { message: event.kind === 'diagnostic' ? formatDiagnostic(event.diagnostic) : message, ...event }
}

/** As in plan records. */
function versionOf(fields: Readonly<Record<string, unknown>>): string {
  const tofu = textAt(fields, 'tofu')
  return textAt(fields, 'terraform') ?? (tofu === undefined ? '' : engineVersion(OPENTOFU, tofu))
}

const loggedType = (fields: Readonly<Record<string, unknown>>): string | undefined =>
  textAt(fields, '@module') === 'tofu.ui' ? 'log' : undefined

function parseKind(type: string, fields: Readonly<Record<string, unknown>>): EventKind {
  const step = APPLY_STEPS.get(type)
  if (step !== undefined) return parseApplyStep(step, recordAt(fields, 'hook'))
  const actionStep = ACTION_STEPS.get(type)
  if (actionStep !== undefined) return parseActionStep(actionStep, recordAt(fields, 'hook'))
  switch (type) {
    case 'version':
      return { kind: 'version', version: versionOf(fields) }
    case 'planned_change':
      return parsePlannedChange('planned-change', recordAt(fields, 'change'))
    case 'resource_drift':
      return parsePlannedChange('drift', recordAt(fields, 'change'))
    case 'change_summary':
      return parseSummary(recordAt(fields, 'changes'))
    case 'diagnostic':
      return { kind: 'diagnostic', diagnostic: parseDiagnostic(recordAt(fields, 'diagnostic')) }
    case 'provision_progress':
      return parseProvisionerOutput(recordAt(fields, 'hook'))
    case 'outputs':
      return { kind: 'outputs', names: Object.keys(recordAt(fields, 'outputs')) }
    default:
      return { kind: 'other', type }
  }
}

const addressOf = (fields: Readonly<Record<string, unknown>>): string =>
  textAt(recordAt(fields, 'resource'), 'addr') ?? ''

function parsePlannedChange(
  kind: PlannedChange['kind'],
  change: Readonly<Record<string, unknown>>,
): PlannedChange {
  const action = textAt(change, 'action') ?? ''
  return { kind, address: addressOf(change), action, reason: textAt(change, 'reason') }
}

function parseApplyStep(step: ApplyStep['step'], hook: Readonly<Record<string, unknown>>): ApplyStep {
  const action = textAt(hook, 'action') ?? ''
  const elapsedSeconds = numberAt(hook, 'elapsed_seconds') ?? 0
  return { kind: 'apply', step, address: addressOf(hook), action, elapsedSeconds }
}

function parseActionStep(step: ActionStep['step'], hook: Readonly<Record<string, unknown>>): ActionStep {
  const trigger = recordAt(hook, 'lifecycle')
  return {
    kind: 'action',
    step,
    address: textAt(recordAt(hook, 'action'), 'addr') ?? '',
    triggeredBy: textAt(recordAt(trigger, 'resource'), 'addr'),
    event: textAt(trigger, 'trigger_event'),
    error: textAt(hook, 'error') ?? '',
  }
}

function parseProvisionerOutput(hook: Readonly<Record<string, unknown>>): ProvisionerOutput {
  const output = textAt(hook, 'output') ?? ''
  return {
    kind: 'provision',
    address: addressOf(hook),
    isSuppressed: /^\(output suppressed due to (?:sensitive|ephemeral)/.test(output),
  }
}

function parseSummary(changes: Readonly<Record<string, unknown>>): ChangeSummary {
  const count = (key: string): number => numberAt(changes, key) ?? 0
  return {
    kind: 'summary',
    operation: textAt(changes, 'operation') ?? '',
    add: count('add'),
    change: count('change'),
    import: count('import'),
    remove: count('remove'),
  }
}
