import { type Counts, countChanges } from '../plan/counts'
import type { Plan } from '../plan/plan'
import { plural } from '../text/markdown'

/** Renders the plan's counts, and notes on work without a count. */
export function planHeadline(plan: Plan): string {
  return [countsLine(plan, countChanges(plan)), ...planNotes(plan)].join('\n\n')
}

function countsLine(plan: Plan, counts: Counts): string {
  const list = listCounts(plan, counts)
  if (plan.errored) {
    const partial = list === '' ? '' : ` Planned before the error: ${list}.`
    return `Terraform could not complete the plan, so nothing can be applied.${partial}`
  }
  if (list !== '') return `**Plan:** ${list}.`
  if (isPartial(plan)) return '**Plan:** nothing to create, update or destroy in the targeted resources.'
  if (counts.hasChanges) return '**Plan:** nothing to create, update or destroy.'
  if (plan.failedChecks.length > 0)
    return `⚠️ **No changes, but ${plural(plan.failedChecks.length, 'check')} failed.** The deployed resources match the configuration.`
  return '✅ **No changes.** The deployed resources match the configuration.'
}

function listCounts({ actionInvocations }: Plan, counts: Counts): string {
  const bold = (text: string): string => `**${text}**`
  const parts = [
    counts.create > 0 && `${counts.create} to create`,
    counts.update > 0 && `${counts.update} to update`,
    counts.replace > 0 && bold(`${counts.replace} to replace`),
    counts.destroy > 0 && bold(`${counts.destroy} to destroy`),
    counts.move > 0 && `${counts.move} to move`,
    counts.import > 0 && `${counts.import} to import`,
    counts.forget > 0 && bold(`${counts.forget} to forget`),
    counts.outputs > 0 && `${plural(counts.outputs, 'output')} to change`,
    actionInvocations.length > 0 && `${plural(actionInvocations.length, 'provider action')} to run`,
  ]
  return parts.filter((part) => part !== false).join(', ')
}

/** Terraform calls a plan with `-target` or `-exclude` incomplete. */
const isPartial = ({ complete, errored, deferred }: Plan): boolean =>
  !complete && !errored && deferred.length === 0

function planNotes(plan: Plan): string[] {
  const { resources, deferred, actionInvocations } = plan
  const reads = resources.filter(({ kind }) => kind === 'read').length
  return [
    reads > 0 && `The apply also reads ${plural(reads, 'data source')}.`,
    isPartial(plan) &&
      '**Incomplete:** only the targeted resources were planned. Others may differ from the configuration.',
    actionInvocations.some(({ triggeredBy }) => triggeredBy === undefined) &&
      '**Incomplete:** only the provider action was planned. Resources may differ from the configuration.',
    deferred.length > 0 && `Terraform defers ${plural(deferred.length, 'change')} to a later plan.`,
  ].filter((text) => text !== false)
}
