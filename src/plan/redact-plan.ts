import { isRecord } from '../text/json'
import { field, isList } from './json'

const SENSITIVE = '(sensitive value)'

/** Values and the fields with their masks, in plans and states. */
const MASKS: Readonly<Record<string, string>> = {
  before: 'before_sensitive',
  after: 'after_sensitive',
  values: 'sensitive_values',
  value: 'sensitive',
  config_values: 'config_sensitive',
}

/**
 * Removes what a plan marks as sensitive, and these texts everywhere else.
 *
 * @param plan parsed JSON of `terraform show -json`
 */
export function redactPlan(plan: unknown, redact: (text: string) => string): unknown {
  if (typeof plan === 'string') return redact(plan)
  if (isList(plan)) return plan.map((item) => redactPlan(item, redact))
  if (!isRecord(plan)) return plan
  const entries = Object.entries(plan).map(([key, value]): [string, unknown] => {
    const mask = MASKS[key]
    const masked = mask === undefined ? value : maskValue(value, field(plan, mask))
    return [redact(key), redactPlan(masked, redact)]
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
