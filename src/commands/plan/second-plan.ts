import { randomBytes } from 'node:crypto'
import type { Clock } from '../../http/retry'
import type { PlanInputs } from '../../inputs/inputs'
import { comparePlans, planEntries } from '../../review/plan-digest'
import type { RootPlan, TerraformRoot } from '../stack/terraform-root'
import { renderDifferences } from './differences'

/** plantimestamp() has a resolution of a second. */
const PAUSE_MS = 1_100

/**
 * Plans again and finds values that differ in every plan, such as those of plantimestamp(), which `apply` can never match.
 *
 * @returns Markdown for the comment; nothing if both plans are equal
 */
export async function findUnrepeatable(
  planned: RootPlan,
  root: TerraformRoot,
  { inputs, clock }: { readonly inputs: PlanInputs; readonly clock: Clock },
): Promise<readonly string[]> {
  await clock.sleep(PAUSE_MS)
  const second = await root.plan(inputs)
  const salt = randomBytes(32).toString('hex')
  const differences = comparePlans(planEntries(planned, salt), planEntries(second, salt))
  if (differences.length === 0) return []
  return [
    root.secrets.redact(
      renderDifferences(
        differences,
        'A second plan of the same commit differs, so `apply` will reject this plan as `plan-changed`.** Remove values that are new in each plan',
      ),
    ),
  ]
}
