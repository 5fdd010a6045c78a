import { escapeWorkflowCommands, toPrintableLine } from '../text/sanitize'

/** GitHub takes 256 characters. */
const LONGEST_NAME = 200

/** The title of the issue on a stack. */
export function driftTitle(stack: string): string {
  return `Drift: ${toPrintableLine(escapeWorkflowCommands(stack)).slice(0, LONGEST_NAME)}`
}

const DRIFTED = `**What is deployed is no longer what the code describes.** It was changed outside of Terraform, or a change of the code was never applied. Below is what an apply would do about it.

- To put back what the code says, open a pull request (an empty commit will do): its plan shows what is put back, and its merge does it.
- To keep what is there, bring it into the code by a pull request.

Each check updates this issue, and closes it when nothing is left.`

const MENDED = `**What is deployed is what the code describes again.** A check found so and closed this issue; should they part again, it is reopened.`

/**
 * The text of the issue on a stack.
 * @param plan as the comment on a pull request shows it
 */
export function driftBody(plan: string, { hasChanges }: { readonly hasChanges: boolean }): string {
  return `${hasChanges ? DRIFTED : MENDED}\n\n${plan}`
}
