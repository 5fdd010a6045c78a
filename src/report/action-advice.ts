import type { Engine } from '../plan/engine'
import type { ActionInvocation } from '../plan/pending'
import type { ActionRun, ApplyReport } from '../terraform/apply-progress'
import { codeSpan } from '../text/markdown'
import { actionsNotRun } from './action-runs'

interface EndedApply {
  readonly planned: readonly ActionInvocation[]
  readonly report: Pick<ApplyReport, 'actions' | 'applied' | 'failed'>
  readonly outcome: 'applied' | 'failed' | 'cancelled'
  readonly engine: Engine
}

/** Returns sentences about provider actions that failed or did not run: whether a re-run of the job runs them. */
export function actionAdvice({ planned, report, outcome, engine }: EndedApply): string[] {
  const ended = report.actions.filter(({ status }) => status !== 'completed')
  // With on_failure = continue, Terraform completes the apply and reports the failed action only.
  const missing = outcome === 'applied' ? ended : [...ended, ...actionsNotRun(planned, report.actions)]
  const isRepeated = (one: Missing): boolean => outcome !== 'applied' && isPending(one, report)
  const isTainting = (one: Missing): boolean => !isRepeated(one) && marksAsTainted(one, planned)
  const repeated = addressesOf(missing.filter(isRepeated))
  const tainting = addressesOf(missing.filter(isTainting))
  const lost = addressesOf(missing.filter((one) => !isRepeated(one) && !isTainting(one)))
  const inputs = lost.map((address) => `invoke: ${address}`)
  return [
    repeated.length > 0 && `A re-run also runs the provider actions of its changes: ${repeated.join(', ')}.`,
    tainting.length > 0 &&
      `${engine.title} marked the created resource as tainted, because its provider action failed: ${tainting.join(', ')}. The next plan replaces the resource and runs the action again. A replacement that was not reviewed needs a new pull request.`,
    lost.length > 0 &&
      `A provider action whose change is complete does not run again by itself, not even in a re-run of the job. After the cause is fixed, merge a pull request that adds this input to plan and apply: ${inputs.join(', then ')}.`,
  ].filter((sentence) => sentence !== false)
}

/** Returns a sentence about provider actions of completed changes, for a re-run after a failed apply. */
export function endedActionsAdvice(names: readonly string[]): string[] {
  if (names.length === 0) return []
  const list = names.map((name) => codeSpan(name)).join(', ')
  return [
    `An earlier apply completed the changes of these provider actions, so they do not run again: ${list}. If its summary says that one failed, merge a pull request that adds the input \`invoke\` with its address to plan and apply.`,
  ]
}

type Missing = Pick<ActionRun, 'address' | 'triggeredBy' | 'event'>

const addressesOf = (actions: readonly Missing[]): string[] => [
  ...new Set(actions.map(({ address }) => address)),
]

/** The change that triggers the action is still to be made. */
function isPending({ triggeredBy }: Missing, { applied, failed }: EndedApply['report']): boolean {
  if (triggeredBy === undefined) return false
  const isChanged = ({ address }: { readonly address: string }): boolean => address === triggeredBy
  return !applied.some(isChanged) && !failed.some((one) => isChanged(one) && one.failedAction !== undefined)
}

const marksAsTainted = (
  { address, triggeredBy, event }: Missing,
  planned: readonly ActionInvocation[],
): boolean =>
  event === 'AfterCreate' &&
  planned.some(
    (one) => one.address === address && one.triggeredBy === triggeredBy && one.onFailure === 'taint',
  )
