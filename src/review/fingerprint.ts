import { createHash } from 'node:crypto'
import { planContent } from './plan-content'
import { canonicalJson } from '../plan/json'
import type { Plan } from '../plan/plan'

/** What a plan is of; the same changes elsewhere are another plan. */
export interface PlanIdentity {
  readonly terraformVersion: string
  readonly stack: string
  readonly workspace: string
}

/**
 * SHA-256 over what an apply of the plan would do, values of sensitive attributes included.
 * It must not be published: whoever has it can try out values for a secret that few values are possible for
 * ({@link seal} makes it fit to be shown).
 */
export function fingerprint(plan: Plan, identity: PlanIdentity): string {
  const { terraformVersion, stack, workspace } = identity
  const hash = createHash('sha256')
  hash.update(canonicalJson({ version: 1, terraformVersion, stack, workspace, errored: plan.errored }))
  const lines = planContent(plan).map(({ content }) => content)
  const others = [...plan.deferred, ...plan.actionInvocations].map(canonicalJson)
  // Terraform walks its graph in parallel, so the order of the list says nothing.
  for (const line of [...lines.sort(), '', ...others.sort()]) hash.update(`\n\n${line}`)
  return hash.digest('hex')
}
