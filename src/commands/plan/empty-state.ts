import { readRemoteState } from '../stack/state-status'
import type { RootPlan, TerraformRoot } from '../stack/terraform-root'

/** Distinguishes a new stack from one whose state was emptied. @returns Markdown for the comment */
export async function describeEmptyState(
  { plan }: Pick<RootPlan, 'plan'>,
  root: Pick<TerraformRoot, 'stateAccess'>,
): Promise<readonly string[]> {
  if (plan.hasState) return []
  const remote = await readRemoteState(() => root.stateAccess())
  if ('reason' in remote || remote.serial === undefined) return []
  return [
    `The state exists, with serial ${remote.serial}, and has no resources. A cancelled first plan and a destroy leave such a state, and it is used. If the stack is deployed, restore an earlier version of the state before an apply.`,
  ]
}
