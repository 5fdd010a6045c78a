import { MAX_TITLE_LENGTH } from '../github/limits'
import { type Engine, inWordsOf } from '../plan/engine'
import { escapeWorkflowCommands, toPrintableLine } from '../text/sanitize'

/** Returns the title of the drift issue. */
export function driftTitle(stack: string): string {
  return `Drift: ${toPrintableLine(escapeWorkflowCommands(stack))}`.slice(0, MAX_TITLE_LENGTH)
}

const DRIFTED = `**The deployed resources differ from the configuration.** They were changed outside of Terraform, or a change of the configuration was never applied. The plan below shows what an apply would change.

- To restore the configuration, open a pull request. An empty commit is enough: \`git commit --allow-empty -m 'Restore the configuration'\`. The plan shows the changes, and the merge applies them.
- To keep the deployed values, add them to the configuration in a pull request.

Each check updates this issue and closes it when no difference is left.`

const FAILED_CHECKS = `**A check of the configuration fails.** The deployed resources match the configuration, and a \`check\` block reports a problem. The list below shows which one.

Each check updates this issue and closes it when no difference and no failed check is left.`

const RESOLVED = `**The deployed resources match the configuration again.** A check found no difference and closed this issue. A new difference reopens it.`

export interface DriftResult {
  readonly hasChanges: boolean
  readonly hasFailedChecks: boolean
  readonly engine: Engine
}

/**
 * Renders the body of the drift issue.
 *
 * @param plan Markdown of the plan
 */
export function driftBody(plan: string, { hasChanges, hasFailedChecks, engine }: DriftResult): string {
  return `${hasChanges ? inWordsOf(engine, DRIFTED) : hasFailedChecks ? FAILED_CHECKS : RESOLVED}\n\n${plan}`
}
