import type { PlanDifference } from '../review/plan-digest'
import { parseEngineVersion } from '../plan/engine'
import type { TargetDifference } from '../review/plan-target'
import { MAX_BODY_BYTES } from '../github/limits'
import { actionWords } from './action-words'
import { fitSections, type Section } from './fit'
import { footer, formatEngine } from './footer'
import { joinNames, listSection } from './list-section'
import { codeSpan, plural } from '../text/markdown'

export interface PlanChangedOptions {
  readonly stack: string
  readonly pull: number
  readonly runUrl: string
  readonly reviewedVersion: string
  readonly freshVersion: string
  readonly targetDifferences?: readonly TargetDifference[] | undefined
}

/** Renders the differences between the reviewed and the current plan. */
export function renderPlanChanged(
  differences: readonly PlanDifference[],
  options: PlanChangedOptions,
): string {
  const { stack, pull, runUrl, freshVersion } = options
  return fitSections(
    [
      `### ⛔ Not applied: the plan has changed · ${codeSpan(stack)}`,
      `The current plan differs from the plan reviewed in #${pull}. Nothing was changed.`,
      ...explanation(differences, options),
      footer({ terraformVersion: freshVersion, commit: '', runUrl }),
    ],
    MAX_BODY_BYTES,
  )
}

const PLAN_CHANGED_NEXT_STEP =
  "**Next step:** Open a pull request, review the plan in its comment, and merge it. An empty commit is enough: `git commit --allow-empty -m 'Plan again'`."

function explanation(
  differences: readonly PlanDifference[],
  options: PlanChangedOptions,
): (string | Section)[] {
  const { targetDifferences = [] } = options
  if (targetDifferences.length > 0) return [TARGET_NEXT_STEP, targetTable(targetDifferences)]
  return [
    PLAN_CHANGED_NEXT_STEP,
    ...possibleCauses(differences, options),
    ...variableAdvice(differences),
    differenceList(differences),
  ]
}

const TARGET_NEXT_STEP =
  '**Next step:** Give `plan` and `apply` the same credentials and the same inputs `aws-region`, `workspace` and `backend-config`, then re-run the job. If the pull request is planned for several states, give each its own `stack`.'

function targetTable(differences: readonly TargetDifference[]): string {
  const rows = differences.map(
    ({ name, reviewed, fresh }) => `| ${name} | ${codeSpan(reviewed)} | ${codeSpan(fresh)} |`,
  )
  return ['| | Reviewed for | This run is for |', '| --- | --- | --- |', ...rows].join('\n')
}

const NEW_VALUES =
  'If these values are new in each plan, for example from `plantimestamp()`, no review can match them. Take them out of the configuration.'

const onlyValues = (differences: readonly PlanDifference[]): boolean =>
  differences.length > 0 && differences.every(({ differs }) => differs === 'values')

/** Opening a pull request does not help if the value is new in each plan. */
function variableAdvice(differences: readonly PlanDifference[]): string[] {
  const names = differences.flatMap(({ address, differs }) =>
    differs === 'values' && address.startsWith('var.') ? [codeSpan(address.slice('var.'.length))] : [],
  )
  if (names.length === 0) return onlyValues(differences) ? [NEW_VALUES] : []
  return [
    `**Input variables with another value:** ${joinNames(names)}. A value that is new in each plan, such as a commit or a time, can never match a reviewed plan. Give these variables the same value in \`plan\` and in \`apply\`.`,
  ]
}

const describeFresh = (reviewed: string, fresh: string): string =>
  parseEngineVersion(reviewed).engine === parseEngineVersion(fresh).engine
    ? codeSpan(parseEngineVersion(fresh).version)
    : `${formatEngine(fresh)}. A plan of one engine cannot be applied by the other`

function possibleCauses(
  differences: readonly PlanDifference[],
  { reviewedVersion, freshVersion }: PlanChangedOptions,
): string[] {
  if (reviewedVersion !== freshVersion) {
    return [
      `Possible cause: the plan was reviewed with ${formatEngine(reviewedVersion)}, and the current one was made with ${describeFresh(reviewedVersion, freshVersion)}.`,
    ]
  }
  return differences.length === 0
    ? [
        'Every resource and output changes as reviewed. The difference is in another part of the plan, for example a provider action or a deferred change.',
      ]
    : []
}

function differenceList(differences: readonly PlanDifference[]): Section {
  const count =
    differences.length === 1 ? '1 change differs' : `${plural(differences.length, 'change')} differ`
  return listSection(differences.map(differenceLine), { before: `#### ${count}\n`, share: 1, noun: 'change' })
}

/** Entries that are no changes of resources or outputs. */
const SPECIAL: Readonly<Record<string, string>> = {
  setting: 'setting',
  action: 'provider action',
  deferred: 'deferred change',
}

function differenceLine(difference: PlanDifference): string {
  const { address, differs, reviewedKind = '', freshKind = '', attributes } = difference
  const [reviewed, current] = [actionWords(reviewedKind).participle, actionWords(freshKind).participle]
  const name = `- ${codeSpan(address)}`
  switch (differs) {
    case 'only-reviewed':
      return reviewedKind in SPECIAL
        ? `${name}: ${SPECIAL[reviewedKind]} of the reviewed plan, no longer there`
        : `${name}: reviewed to be ${reviewed}, no longer in the plan`
    case 'only-fresh':
      return freshKind in SPECIAL
        ? `${name}: **${SPECIAL[freshKind]} that was not reviewed**`
        : `${name}: not in the reviewed plan, **would now be ${current}**`
    case 'kind':
      return `${name}: reviewed to be ${reviewed}, **would now be ${current}**`
    case 'values': {
      if (freshKind in SPECIAL) return `${name}: **${SPECIAL[freshKind]} with another value**`
      const names = attributes.filter((attribute) => attribute !== '').map(codeSpan)
      return `${name}: would be ${current} as reviewed, with different values${names.length === 0 ? '' : ` of ${names.join(', ')}`}`
    }
  }
}
