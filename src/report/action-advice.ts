import type { Engine } from '../plan/engine'
import type { ActionInvocation } from '../plan/pending'
import type { ActionRun, ApplyReport } from '../terraform/apply-progress'
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
  const commands = lost.map((address) => `${engine.command} apply -invoke=${address}`)
  return [
    repeated.length > 0 && `A re-run also runs the provider actions of its changes: ${repeated.join(', ')}.`,
    tainting.length > 0 &&
      `${engine.title} marked the created resource as tainted, because its provider action failed: ${tainting.join(', ')}. The next plan replaces the resource and runs the action again. A replacement that was not reviewed needs a new pull request.`,
    lost.length > 0 &&
      `A provider action whose change is complete does not run again by itself, not even in a re-run of the job. Run it after the cause is fixed: ${commands.join('; ')}.`,
  ].filter((sentence) => sentence !== false)
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
