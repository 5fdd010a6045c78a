import { type Counts, countsOf } from '../plan/counts'
import type { Plan } from '../plan/plan'
import { plural } from '../text/markdown'

/** The plan in one line, and below it what the counts do not say. */
export function headline(plan: Plan): string {
  const counts = countsOf(plan)
  return [firstLine(plan, counts), ...asides(plan)].join('\n\n')
}

function firstLine(plan: Plan, counts: Counts): string {
  const list = listOf(counts)
  if (plan.errored) {
    const until = list === '' ? '' : ` What it had found until then: ${list}.`
    return `Terraform could not finish the plan, so there is nothing to apply.${until}`
  }
  if (list !== '') return `**Plan:** ${list}.`
  if (counts.hasChanges) return '**Plan:** nothing to create, update or destroy.'
  return '✅ **No changes.** What is deployed is what the configuration describes.'
}

function listOf(counts: Counts): string {
  const loud = (text: string): string => `**${text}**`
  const parts = [
    counts.create > 0 && `${counts.create} to create`,
    counts.update > 0 && `${counts.update} to update`,
    counts.replace > 0 && loud(`${counts.replace} to replace`),
    counts.destroy > 0 && loud(`${counts.destroy} to destroy`),
    counts.move > 0 && `${counts.move} to move`,
    counts.import > 0 && `${counts.import} to import`,
    counts.forget > 0 && loud(`${counts.forget} to forget`),
    counts.outputs > 0 && `${plural(counts.outputs, 'output')} to change`,
  ]
  return parts.filter((part) => part !== false).join(', ')
}

function asides({ resources, deferred, actionInvocations, complete, errored }: Plan): string[] {
  const reads = resources.filter(({ kind }) => kind === 'read').length
  const waits = deferred.length > 0 || (!complete && !errored)
  return [
    reads > 0 && `During the apply, ${plural(reads, 'data source')} ${reads === 1 ? 'is' : 'are'} read.`,
    actionInvocations.length > 0 &&
      `The apply also runs ${plural(actionInvocations.length, 'action')} of providers.`,
    waits && `Terraform puts off ${plural(deferred.length, 'change')} to another plan after this one.`,
  ].filter((text) => text !== false)
}
