import { plannedOutputs } from '../../plan/planned-outputs'
import { redactValues } from '../../text/redact'
import type { TerraformRoot } from './terraform-root'

export interface StackOutputs {
  /** JSON object of values by name. */
  readonly json: string
  readonly warnings: readonly string[]
}

/**
 * Reads the outputs in the state.
 *
 * @param listedNames outputs to include as they are; the values of sensitive ones are masked in the log
 */
export async function readOutputs(
  { terraform, secrets }: Pick<TerraformRoot, 'terraform' | 'secrets'>,
  listedNames: readonly string[],
): Promise<StackOutputs> {
  const outputs = await terraform.output().catch(() => new Map<string, never>())
  const listed: Record<string, unknown> = {}
  const others: Record<string, unknown> = {}
  for (const [name, { value, sensitive }] of outputs) {
    if (!listedNames.includes(name)) {
      if (!sensitive) others[name] = value
      continue
    }
    if (sensitive) secrets.add(stringsIn(value))
    listed[name] = value
  }
  const { values, warnings } = maskOutputs(others, secrets)
  return { json: JSON.stringify({ ...values, ...listed }), warnings: warnings.map(listInstead) }
}

/**
 * Returns the outputs that a plan knows.
 *
 * @param json of `terraform show -json <plan file>`
 */
export function readPlannedOutputs(json: string, secrets: TerraformRoot['secrets']): StackOutputs {
  const { values, warnings } = maskOutputs(plannedOutputs(json), secrets)
  return { json: JSON.stringify(values), warnings }
}

/** `nonsensitive()` and providers remove the mark of a value. */
function maskOutputs(
  outputs: Readonly<Record<string, unknown>>,
  secrets: TerraformRoot['secrets'],
): { readonly values: Readonly<Record<string, unknown>>; readonly warnings: readonly string[] } {
  const values = Object.fromEntries(
    Object.entries(outputs).map(([name, value]) => [name, redactValues(value, secrets)]),
  )
  const masked = Object.keys(outputs).filter(
    (name) => JSON.stringify(values[name]) !== JSON.stringify(outputs[name]),
  )
  if (masked.length === 0) return { values, warnings: [] }
  return {
    values,
    warnings: [
      `Outputs contain sensitive values, which are masked in terraform-outputs: ${masked.join(', ')}.`,
    ],
  }
}

const listInstead = (warning: string): string =>
  `${warning} List an output in sensitive-outputs if a later step of the job needs its value.`

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(stringsIn)
}
