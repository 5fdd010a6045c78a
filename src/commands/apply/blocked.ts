import type { Context } from '../../github/context'
import type { GitHub } from '../../github/octokit'
import type { ApplyInputs } from '../../inputs/inputs'
import { renderBlockedApply } from '../../report/apply'
import { renderPlanChanged } from '../../report/plan-changed'
import { blockingChanges } from '../../review/destroy-guard'
import { codeSpan } from '../../text/markdown'
import type { Failure, Outcome } from '../outcome'
import { postComment } from '../stack/comment'
import { countOutputs } from '../stack/plan-outcome'
import type { RootPlan, TerraformRoot } from '../stack/terraform-root'
import type { Review } from './review'
import type { Superseding } from './superseded'

interface BlockContext {
  readonly inputs: ApplyInputs
  readonly context: Context
  readonly github: GitHub | undefined
  readonly root: TerraformRoot
}

/** Returns undefined for a plan that may be applied. */
export async function reportBlocked(
  planned: RootPlan,
  review: Review,
  block: BlockContext,
): Promise<Outcome | undefined> {
  if (review.kind === 'changed') return reportChangedPlan(planned, review, block)
  return reportMissingReview(planned, review, block.inputs) ?? reportBlockedChanges(planned, block)
}

async function reportChangedPlan(
  planned: RootPlan,
  review: Extract<Review, { kind: 'changed' }>,
  { context, github, root }: BlockContext,
): Promise<Outcome> {
  const { pull, differences, targetDifferences, reviewedVersion } = review
  const { stack } = root.inputs
  const { runUrl } = context
  const freshVersion = root.terraformVersion
  const options = { stack, pull, runUrl, reviewedVersion, freshVersion, targetDifferences }
  const summary = renderPlanChanged(
    differences.map((one) => ({ ...one, address: root.secrets.redact(one.address) })),
    options,
  )
  const comment = await postComment(github, { pull, topic: 'plan-changed', stack, body: summary })
  return {
    ...blockedOutcome(planned, { reason: 'plan-changed', message: changedMessage(review, stack) }, summary),
    warnings: comment.warnings,
  }
}

function changedMessage(
  { pull, differences, targetDifferences }: Extract<Review, { kind: 'changed' }>,
  stack: string,
): string {
  if (targetDifferences.length > 0) {
    const [reviewed, fresh] = (['reviewed', 'fresh'] as const).map((side) =>
      targetDifferences.map((one) => `${one.name} ${one[side]}`).join(', '),
    )
    return `${stack} was not applied: the plan in #${pull} was reviewed for ${reviewed}, and this run is for ${fresh}. Give plan and apply the same inputs and credentials.`
  }
  const count = differences.length === 1 ? '1 change differs' : `${differences.length} changes differ`
  return `${stack} was not applied: the plan is not the one reviewed in #${pull} (${count}). Open a new pull request to review it.`
}

function reportMissingReview(planned: RootPlan, review: Review, inputs: ApplyInputs): Outcome | undefined {
  if (review.kind !== 'none' || !planned.counts.hasChanges) return undefined
  const { stack, requireReview } = inputs
  if (requireReview === 'never' || (requireReview === 'auto' && !planned.plan.hasState)) return undefined
  const why =
    requireReview === 'auto'
      ? ' A review is required because the state has resources; require-review: false switches this off.'
      : ''
  const summary = [
    `### ⛔ Not applied: no reviewed plan · ${codeSpan(stack)}`,
    `${review.reason}${why}`,
  ].join('\n\n')
  const message = `${stack} was not applied: there is no reviewed plan. ${review.reason}${why}`
  return blockedOutcome(planned, { reason: 'not-reviewed', message }, summary)
}

function reportBlockedChanges(
  planned: RootPlan,
  { inputs: { stack }, root }: BlockContext,
): Outcome | undefined {
  const { redact } = root.secrets
  const blocking = blockingChanges(planned.destructiveChanges)
  if (blocking.length === 0) return undefined
  const addresses = blocking.map(({ address }) => redact(address)).join(', ')
  const message = `${stack} was not applied: the plan destroys ${addresses}. To permit this, list each address in allow-destroy, for plan and for apply.`
  const summary = renderBlockedApply(planned.destructiveChanges, stack, redact)
  return blockedOutcome(planned, { reason: 'destroy-blocked', message }, summary)
}

function blockedOutcome({ counts }: RootPlan, failure: Failure, summary: string): Outcome {
  return { outputs: countOutputs(counts), summary, warnings: [], annotations: [], failure }
}

/** Reports a commit that a later one has replaced. */
export function reportSuperseded({ commit, event }: Superseding, stack: string, { sha }: Context): Outcome {
  const cause = `Commit ${sha} was superseded by ${commit}, which ${event}.`
  const next = `To deploy an older version, merge a pull request that reverts the newer commits: git revert --no-edit ${sha}..${commit}`
  return {
    outputs: {},
    summary: [
      `### ⛔ Not applied: superseded by a later commit · ${codeSpan(stack)}`,
      `${cause} Nothing was changed.`,
      `**Next step:** To deploy an older version, merge a pull request that reverts the newer commits: ${codeSpan(`git revert --no-edit ${sha}..${commit}`)}.`,
    ].join('\n\n'),
    warnings: [],
    annotations: [],
    failure: { reason: 'superseded', message: `${stack} was not applied. ${cause} ${next}` },
  }
}
