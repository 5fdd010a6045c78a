import { isRecord } from '../text/json'
import type { Redactor } from '../text/redact'
import { field, isList } from './json'

const SENSITIVE = '(sensitive value)'

/** Values and the fields with their masks, in plans, states and configurations. */
const MASKS: Readonly<Record<string, string>> = {
  before: 'before_sensitive',
  after: 'after_sensitive',
  values: 'sensitive_values',
  value: 'sensitive',
  default: 'sensitive',
  config_values: 'config_sensitive',
}

/** Values that have no mask. */
const UNMASKED_VALUES: ReadonlySet<string> = new Set(['value', 'default', 'constant_value'])

/**
 * Removes what a plan marks as sensitive, and these texts everywhere else.
 *
 * @param plan parsed JSON of `terraform show -json`
 */
export function redactPlan(plan: unknown, redactor: Redactor): unknown {
  const declared = field(field(field(plan, 'configuration'), 'root_module'), 'variables')
  const variables = field(plan, 'variables')
  if (!isRecord(plan) || !isRecord(variables)) return redactPart(plan, redactor, { isValue: false })
  // The marks of variables are in the configuration.
  const marked = Object.entries(variables).map(([name, variable]): [string, unknown] => [
    name,
    field(field(declared, name), 'sensitive') === true ? { value: SENSITIVE } : variable,
  ])
  return redactPart({ ...plan, variables: Object.fromEntries(marked) }, redactor, { isValue: false })
}

/** @param isValue whether the part is a value, not the structure of the plan, in which short secrets are other words */
function redactPart(part: unknown, redactor: Redactor, { isValue }: { readonly isValue: boolean }): unknown {
  if (isValue && redactor.isSecret(part)) return SENSITIVE
  if (typeof part === 'string') return redactor.redact(part)
  if (typeof part === 'number') return redactor.redact(String(part)) === String(part) ? part : SENSITIVE
  if (isList(part)) return part.map((item) => redactPart(item, redactor, { isValue }))
  if (!isRecord(part)) return part
  const entries = Object.entries(part).map(([key, value]): [string, unknown] => {
    const mask = MASKS[key]
    const masked = mask === undefined ? value : maskValue(value, field(part, mask))
    const isInside = (mask !== undefined && Object.hasOwn(part, mask)) || UNMASKED_VALUES.has(key)
    return [redactor.redact(key), redactPart(masked, redactor, { isValue: isValue || isInside })]
  })
  return Object.fromEntries(entries)
}

function maskValue(value: unknown, mask: unknown): unknown {
  if (mask === true) return value === null ? null : SENSITIVE
  if (isList(value))
    return value.map((item, index) => maskValue(item, isList(mask) ? mask[index] : undefined))
  if (!isRecord(value) || !isRecord(mask)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, maskValue(item, field(mask, key))]),
  )
}
