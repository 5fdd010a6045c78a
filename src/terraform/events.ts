import { type Diagnostic, describe, parseDiagnostic } from './diagnostic'
import { isRecord, numberAt, parseObject, recordAt, textAt } from '../text/json'

/** A line of `terraform plan|apply|init -json`
 * (https://developer.hashicorp.com/terraform/internals/machine-readable-ui). */
export type TerraformEvent = { readonly message: string } & EventKind

type EventKind =
  | { readonly kind: 'version'; readonly version: string }
  | PlannedChange
  | ChangeSummary
  | { readonly kind: 'diagnostic'; readonly diagnostic: Diagnostic }
  | ApplyStep
  | ProvisionerOutput
  | { readonly kind: 'outputs'; readonly names: readonly string[] }
  /** Known to Terraform, of no account here: its own type. */
  | { readonly kind: 'other'; readonly type: string }
  /** Not JSON: a crash, a provider's cry, `TF_LOG`. */
  | { readonly kind: 'text' }

export interface PlannedChange {
  readonly kind: 'planned-change' | 'drift'
  readonly address: string
  /** `create`, `read`, `update`, `replace`, `delete`, `move`, `import`, `remove`, and what later versions add. */
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

/** A line that a provisioner printed. */
export interface ProvisionerOutput {
  readonly kind: 'provision'
  readonly address: string
  /** Its configuration has sensitive or ephemeral values, so Terraform keeps its output back. */
  readonly isSuppressed: boolean
}

const APPLY_STEPS: ReadonlyMap<string, ApplyStep['step']> = new Map([
  ['apply_start', 'start'],
  ['apply_progress', 'progress'],
  ['apply_complete', 'complete'],
  ['apply_errored', 'errored'],
])

/**
 * Reads one line; whatever it is, it comes out as an event with a message for the log.
 * @param redact applied to every text of the line
 */
export function parseLine(
  line: string,
  clean: (value: unknown) => unknown = (value) => value,
): TerraformEvent {
  const parsed = line.startsWith('{') ? parseObject(line) : undefined
  const fields = parsed && clean(parsed)
  const type = isRecord(fields) ? textAt(fields, 'type') : undefined
  if (!isRecord(fields) || type === undefined) return { kind: 'text', message: String(clean(line)) }
  const event = kindOf(type, fields)
  const message = textAt(fields, '@message') ?? ''
  return { message: event.kind === 'diagnostic' ? describe(event.diagnostic) : message, ...event }
}

function kindOf(type: string, fields: Readonly<Record<string, unknown>>): EventKind {
  const step = APPLY_STEPS.get(type)
  if (step !== undefined) return applyStep(step, recordAt(fields, 'hook'))
  switch (type) {
    case 'version':
      return { kind: 'version', version: textAt(fields, 'terraform') ?? '' }
    case 'planned_change':
      return plannedChange('planned-change', recordAt(fields, 'change'))
    case 'resource_drift':
      return plannedChange('drift', recordAt(fields, 'change'))
    case 'change_summary':
      return summary(recordAt(fields, 'changes'))
    case 'diagnostic':
      return { kind: 'diagnostic', diagnostic: parseDiagnostic(recordAt(fields, 'diagnostic')) }
    case 'provision_progress':
      return provisionerOutput(recordAt(fields, 'hook'))
    case 'outputs':
      return { kind: 'outputs', names: Object.keys(recordAt(fields, 'outputs')) }
    default:
      return { kind: 'other', type }
  }
}

const addressOf = (fields: Readonly<Record<string, unknown>>): string =>
  textAt(recordAt(fields, 'resource'), 'addr') ?? ''

function plannedChange(
  kind: PlannedChange['kind'],
  change: Readonly<Record<string, unknown>>,
): PlannedChange {
  const action = textAt(change, 'action') ?? ''
  return { kind, address: addressOf(change), action, reason: textAt(change, 'reason') }
}

function applyStep(step: ApplyStep['step'], hook: Readonly<Record<string, unknown>>): ApplyStep {
  const action = textAt(hook, 'action') ?? ''
  const elapsedSeconds = numberAt(hook, 'elapsed_seconds') ?? 0
  return { kind: 'apply', step, address: addressOf(hook), action, elapsedSeconds }
}

function provisionerOutput(hook: Readonly<Record<string, unknown>>): ProvisionerOutput {
  const output = textAt(hook, 'output') ?? ''
  return {
    kind: 'provision',
    address: addressOf(hook),
    isSuppressed: /^\(output suppressed due to (?:sensitive|ephemeral)/.test(output),
  }
}

function summary(changes: Readonly<Record<string, unknown>>): ChangeSummary {
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
