import { isRecord } from '../text/json'
import { field } from './json'

/**
 * Returns the values of the root module's outputs after the plan, without sensitive and unknown ones.
 *
 * @param json of `terraform show -json <plan file>`
 */
export function plannedOutputs(json: string): Record<string, unknown> {
  const outputs = field(field(JSON.parse(json), 'planned_values'), 'outputs')
  if (!isRecord(outputs)) return {}
  return Object.fromEntries(
    Object.entries(outputs)
      .filter(([, output]) => field(output, 'sensitive') !== true && field(output, 'value') !== undefined)
      .map(([name, output]) => [name, field(output, 'value')]),
  )
}
