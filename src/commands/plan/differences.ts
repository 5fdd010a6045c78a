import type { PlanDifference } from '../../review/plan-digest'
import { compareTargets, type PlanTarget } from '../../review/plan-target'
import { codeSpan, plural } from '../../text/markdown'

const MAX_NAMES = 10

/**
 * Returns an alert in Markdown that lists differences of two plans.
 *
 * @param title Markdown up to the number of differences, whose bold part it ends
 */
export function renderDifferences(
  differences: readonly PlanDifference[],
  title: string,
  kind: 'NOTE' | 'WARNING' = 'WARNING',
): string {
  const named = differences.slice(0, MAX_NAMES).map(describeDifference)
  const more = differences.length > MAX_NAMES ? [`… and ${differences.length - MAX_NAMES} more`] : []
  const list = [...named, ...more].map((line) => `> - ${line}`)
  return [
    `> [!${kind}]`,
    `> **${title} (${plural(differences.length, 'difference')}).`,
    ...(list.length === 0 ? [] : ['>', ...list]),
  ].join('\n')
}

function describeDifference({ address, differs, attributes }: PlanDifference): string {
  const names = attributes.filter((name) => name !== '').map(codeSpan)
  switch (differs) {
    case 'only-reviewed':
      return `${codeSpan(address)} is no longer in the plan`
    case 'only-fresh':
      return `${codeSpan(address)} is new in the plan`
    case 'kind':
      return `${codeSpan(address)} changes in another way`
    case 'values':
      return `${codeSpan(address)} has other values${names.length === 0 ? '' : ` of ${names.join(', ')}`}`
  }
}

/** Returns a warning about two plans of one commit for different states or accounts; undefined for the same one. */
export function describeOtherTarget(earlier: PlanTarget, current: PlanTarget): string | undefined {
  const differences = compareTargets(earlier, current)
  if (differences.length === 0) return undefined
  const list = differences.map(
    ({ name, reviewed, fresh }) => `${name} ${codeSpan(reviewed)} instead of ${codeSpan(fresh)}`,
  )
  return [
    '> [!WARNING]',
    `> **An earlier plan of the same commit was for another target**: ${list.join(', ')}. This plan replaces it, and \`apply\` rejects the earlier one. If both are to be applied, give each its own \`stack\`.`,
  ].join('\n')
}
