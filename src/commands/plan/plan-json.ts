import { join } from 'node:path'
import { parseJsonExactly } from '../../plan/json'
import { redactPlan } from '../../plan/redact-plan'
import { messageOf } from '../failure'
import type { Runtime } from '../runtime'
import type { RootPlan, TerraformRoot } from '../stack/terraform-root'

export interface PlanJson {
  /** Empty if the file could not be written. */
  readonly path: string
  readonly warnings: readonly string[]
}

/** Writes the plan as JSON, without secrets, for policy and cost programs in later steps. */
export async function writePlanJson(
  { json }: Pick<RootPlan, 'json'>,
  root: Pick<TerraformRoot, 'inputs' | 'secrets'>,
  { env, writeFile }: Pick<Runtime, 'env' | 'writeFile'>,
): Promise<PlanJson> {
  const folder = env['RUNNER_TEMP'] ?? ''
  if (folder === '') return { path: '', warnings: [] }
  const path = join(folder, `plan-${root.inputs.stack.replace(/[^\w.-]+/g, '-')}.json`)
  try {
    await writeFile(path, JSON.stringify(redactPlan(parseJsonExactly(json), root.secrets)))
    return { path, warnings: [] }
  } catch (error) {
    return { path: '', warnings: [`The plan could not be written as JSON (${messageOf(error)}).`] }
  }
}
