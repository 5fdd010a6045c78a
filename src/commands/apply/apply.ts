import { AwsError } from '../../aws/error'
import type { PlanRecord } from '../../review/plan-record'
import { readContext, type Context } from '../../github/context'
import { type ApplyInputs, InvalidInput } from '../../inputs/inputs'
import { type DestructiveChange, blockingChanges, unusedAllowances } from '../../review/destroy-guard'
import { renderApplied, renderStopped } from '../../report/apply'
import { renderChanged } from '../../report/plan-changed'
import { describeRecovery, terraformOutputs } from '../stack/recovery'
import { reasonOf } from '../failure'
import { countOutputs, postComment } from '../stack/pull-request-comment'
import { recordAttempt, remainingSentence, type Review, reviewOf } from './review'
import { type PlannedStack, Stack } from '../stack/stack'
import type { Failure, Outcome, Runtime } from '../runtime'
import { code } from '../../text/markdown'

/** Applies a plan, if it is the one that was reviewed and destroys nothing that holds data. */
export async function apply(inputs: ApplyInputs, runtime: Runtime): Promise<Outcome> {
  const context = await readContext(runtime.env, runtime.readFile)
  if (context.event === 'pull_request') {
    throw new InvalidInput('command: apply is for commits that are merged; on a pull request, use plan')
  }
  const stack = await Stack.open(inputs, runtime)
  try {
    await stack.prepare()
    const planned = await stack.plan()
    const review = await reviewOf(planned, { inputs, context, stack, runtime })
    return (
      (await refusal(planned, review, { inputs, context, stack, runtime })) ??
      (await applyPlan(planned, review, { inputs, context, stack, runtime }))
    )
  } finally {
    await stack.close()
  }
}

interface Place {
  readonly inputs: ApplyInputs
  readonly context: Context
  readonly stack: Stack
  readonly runtime: Runtime
}

/** What keeps a plan from being applied, if anything does. */
async function refusal(planned: PlannedStack, review: Review, place: Place): Promise<Outcome | undefined> {
  const { inputs, context, stack, runtime } = place
  if (review.kind === 'changed') {
    const summary = renderChanged(review.differences, {
      stack: inputs.stack,
      pull: review.pull,
      runUrl: context.runUrl,
      reviewedVersion: review.reviewedVersion,
      freshVersion: stack.terraformVersion,
    })
    const said = await postComment(
      { pull: review.pull, topic: 'plan-changed', stack: inputs.stack, body: summary },
      { inputs, context, runtime },
    )
    const count = review.differences.length
    const changes = count === 1 ? '1 change differs' : `${count} changes differ`
    const message = `the plan of ${inputs.stack} is not the one that was reviewed in #${review.pull}: ${changes}; nothing was applied`
    return { ...refused(planned, { reason: 'plan-changed', message }, summary), warnings: said.warnings }
  }
  if (review.kind === 'none' && inputs.requireReview && planned.counts.hasChanges) {
    const summary = [`### ⛔ Not applied: no reviewed plan · ${code(inputs.stack)}`, review.reason].join(
      '\n\n',
    )
    return refused(
      planned,
      { reason: 'not-reviewed', message: `${inputs.stack} was not applied: ${review.reason}` },
      summary,
    )
  }
  const dangers = blockingChanges(planned.dangers)
  if (dangers.length === 0) return undefined
  const addresses = dangers.map(({ address }) => address).join(', ')
  const message = `${inputs.stack} was not applied: the plan destroys ${addresses}; if that is meant, list what may go in allow-destroy, for plan and for apply`
  return refused(
    planned,
    { reason: 'destroy-refused', message },
    renderStopped(planned.dangers, inputs.stack),
  )
}

function refused(planned: PlannedStack, failure: Failure, summary: string): Outcome {
  return { outputs: countOutputs(planned.counts), summary, warnings: [], annotations: [], failure }
}

async function applyPlan(planned: PlannedStack, review: Review, place: Place): Promise<Outcome> {
  const { inputs, stack, context, runtime } = place
  const startedMs = runtime.clock.now()
  runtime.log.group('terraform apply')
  const applied = await stack.terraform
    .apply(planned.planFile, { parallelism: inputs.parallelism, lockTimeout: inputs.lockTimeout })
    .finally(() => {
      runtime.log.endGroup()
    })
  const outcome = applied.interrupted ? 'cancelled' : applied.succeeded ? 'applied' : 'failed'
  const aftermath = outcome === 'applied' ? [] : await describeRecovery(applied, stack, runtime)
  if (outcome !== 'applied' && (review.kind === 'equal' || review.kind === 'rest'))
    aftermath.push(...(await note(planned, review.record, place)))
  const outputs = await terraformOutputs(stack, inputs.sensitiveOutputs)
  const summary = renderApplied(applied.report, {
    stack: inputs.stack,
    terraformVersion: stack.terraformVersion,
    runUrl: context.runUrl,
    commit: context.sha,
    seconds: (runtime.clock.now() - startedMs) / 1000,
    outcome,
    aftermath,
    redact: stack.secrets.redact,
  })
  const reasons = { applied: undefined, failed: reasonOf(applied.failure), cancelled: 'cancelled' } as const
  const reason = reasons[outcome] === 'terraform-failed' ? 'apply-failed' : reasons[outcome]
  const message = stack.secrets.redact([applied.failure?.message ?? '', ...aftermath].join('\n').trim())
  return {
    outputs: { ...countOutputs(planned.counts), 'terraform-outputs': outputs },
    summary: [summary, ...allowed(planned.dangers), ...besides(review)].join('\n\n'),
    warnings: [
      ...unusedAllowances(planned.dangers, inputs.allowDestroy),
      ...(review.kind === 'none' ? [`Applied without a reviewed plan: ${review.reason}`] : []),
    ],
    annotations: [],
    failure: reason && { reason, message },
  }
}

/** @returns a sentence where the same job will not be able to go on */
async function note(planned: PlannedStack, record: PlanRecord, place: Place): Promise<string[]> {
  try {
    await recordAttempt(planned, record, place)
    return []
  } catch (error) {
    if (!(error instanceof AwsError)) throw error
    return [
      `This attempt could not be noted (${error.message}), so the rest needs a new pull request: an empty commit will do.`,
    ]
  }
}

/** Names the stateful resources that `allow-destroy` let this apply destroy. */
function allowed(dangers: readonly DestructiveChange[]): string[] {
  const addresses = dangers.filter(({ verdict }) => verdict === 'allowed').map(({ address }) => code(address))
  return addresses.length === 0 ? [] : [`Permitted by \`allow-destroy\`: ${addresses.join(', ')}.`]
}

function besides(review: Review): string[] {
  if (review.kind === 'rest') return [remainingSentence(review)]
  return review.kind === 'nothing'
    ? [`There is nothing left to change of what was reviewed in #${review.pull}.`]
    : []
}
