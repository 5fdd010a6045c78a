import type { PlanDifference } from '../review/plan-digest'
import { wordsOf } from './action-words'
import { fit, type Section } from './fit'
import { footer } from './footer'
import { code, plural } from '../text/markdown'

export interface ChangedOptions {
  readonly stack: string
  /** The pull request that was merged. */
  readonly pull: number
  readonly runUrl: string
  readonly reviewedVersion: string
  readonly freshVersion: string
}

/** GitHub takes 65,536 characters; some are for the marker by which a comment is found again. */
const MOST_BYTES = 60_000

/** Why nothing was applied: what people reviewed is not what would happen now, change by change. */
export function renderChanged(differences: readonly PlanDifference[], options: ChangedOptions): string {
  const { stack, pull, runUrl, freshVersion } = options
  return fit(
    [
      `### ⛔ Not applied: the plan has changed · ${code(stack)}`,
      `What would be applied now is not what was reviewed in #${pull}. Nothing was changed.`,
      NEXT,
      ...reasons(differences, options),
      listOf(differences),
      footer({ terraformVersion: freshVersion, commit: '', runUrl }),
    ],
    MOST_BYTES,
  )
}

const NEXT =
  '**What to do:** open a pull request (an empty commit will do), review the plan that it shows, and merge that.'

/** What may have led to it, where that is known. */
function reasons(
  differences: readonly PlanDifference[],
  { reviewedVersion, freshVersion }: ChangedOptions,
): string[] {
  if (reviewedVersion !== freshVersion) {
    return [
      `It was reviewed with Terraform ${code(reviewedVersion)} and planned now with ${code(freshVersion)}, which can be the reason.`,
    ]
  }
  return differences.length === 0
    ? [
        'Each single change is as it was reviewed; what differs goes with all of them, such as an action of a provider or a change that is put off.',
      ]
    : []
}

function listOf(differences: readonly PlanDifference[]): Section {
  const few = differences.length === 1 ? '1 change differs' : `${plural(differences.length, 'change')} differ`
  return {
    open: `#### ${few}\n`,
    items: differences.map((difference) => ({ text: () => item(difference) })),
    separator: '\n',
    close: '',
    share: 1,
    leftOut: (items) => `… and ${plural(items.length, 'more change')}.`,
  }
}

function item({ address, differs, reviewedKind = '', freshKind = '', attributes }: PlanDifference): string {
  const [reviewed, fresh] = [wordsOf(reviewedKind).past, wordsOf(freshKind).past]
  const name = `- ${code(address)}`
  switch (differs) {
    case 'only-reviewed':
      return `${name} was to be ${reviewed}, and now is not in the plan`
    case 'only-fresh':
      return `${name} was not in the plan, and now **would be ${fresh}**`
    case 'kind':
      return `${name} was to be ${reviewed}, and now **would be ${fresh}**`
    case 'values': {
      const which = attributes.filter((attribute) => attribute !== '').map(code)
      const named = which.length === 0 ? '' : `: ${which.join(', ')}`
      return `${name} would be ${fresh} as reviewed, but with other values${named}`
    }
  }
}
