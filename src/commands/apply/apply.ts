import { type Context, readContext } from '../../github/context'
import type { GitHub } from '../../github/octokit'
import type { ApplyInputs } from '../../inputs/inputs'
import { parseEngineVersion } from '../../plan/engine'
import { NoTerraform } from '../../terraform/install/install'
import { openGitHubClient } from '../github-client'
import { type Outcome, redactError, redactOutcome, withOutputs } from '../outcome'
import type { Runtime } from '../runtime'
import { explainedFailure, failedPlanOutcome } from '../stack/plan-outcome'
import { openPlanRecords } from '../stack/plan-records'
import { requireDeployBranch } from '../stack/deploy-branch'
import { rejectUnreviewable } from '../stack/plan-options'
import { allowsVersion } from '../stack/terraform'
import { TerraformRoot } from '../stack/terraform-root'
import { ApplyHistory } from './apply-history'
import { applyPlan } from './apply-plan'
import { reportBlocked, reportSuperseded } from './blocked'
import { type Review, reviewPlan } from './review'
import { findSuperseding } from './superseded'

/** Applies a plan if it is the reviewed one and destroys no stateful resource without permission. */
export async function apply(inputs: ApplyInputs, runtime: Runtime): Promise<Outcome> {
  const context = await readContext(runtime.env, runtime.readFile)
  requireDeployBranch(context, inputs)
  rejectUnreviewable(runtime.env)
  const root = await TerraformRoot.open(inputs, runtime)
  try {
    await root.init('create')
    const github = await openGitHubClient(inputs.githubToken, context, runtime)
    const history = new ApplyHistory({ context, root, inputs })
    const record = await history.read()
    const superseding = await findSuperseding(record, { context, github })
    if (superseding !== undefined) return reportSuperseded(superseding, inputs.stack, context)
    const job = { inputs, context, root, github, history, runtime }
    const outcome = redactOutcome(await planAndApply(job), root.secrets.redact)
    const { commit } = record.applied ?? {}
    const previous = commit === undefined || commit === context.sha ? '' : commit
    return withOutputs(outcome, { outputs: { 'previous-commit': previous } })
  } catch (error) {
    const failure = explainedFailure(error, root.secrets.redact)
    if (failure === undefined) throw redactError(error, root.secrets.redact)
    return failedPlanOutcome(failure, root, context)
  } finally {
    await root.close()
  }
}

interface ApplyJob {
  readonly inputs: ApplyInputs
  readonly context: Context
  readonly root: TerraformRoot
  readonly github: GitHub | undefined
  readonly history: ApplyHistory
  readonly runtime: Runtime
}

/** Another run or person can change the state between the plan and the apply. */
const MAX_PLANS = 2

async function planAndApply(job: ApplyJob): Promise<Outcome> {
  const { inputs, context, root, github, history, runtime } = job
  for (let attempt = 1; ; attempt++) {
    const planned = await root.plan(inputs)
    const review = await reviewPlan(planned, {
      ...{ context, stack: inputs.stack, terraformVersion: root.terraformVersion },
      ...{ github, history, log: runtime.log },
      openRecords: () => openPlanRecords(root, inputs.planRecords, runtime),
    })
    const reviewed = await withReviewedVersion(review, job)
    if (reviewed !== undefined) return planAndApply(reviewed)
    const blocked = await reportBlocked(planned, review, { inputs, context, github, root })
    if (blocked !== undefined) return blocked
    const run = { inputs, context, root, history, runtime }
    const outcome = await applyPlan(planned, review, { ...run, isLastAttempt: attempt >= MAX_PLANS })
    if (outcome !== 'stale') return outcome
    runtime.log.info('The state has changed since the plan, and nothing was applied. Planning again.')
  }
}

/** A release between the review and the merge must not change the plan. */
async function withReviewedVersion(review: Review, job: ApplyJob): Promise<ApplyJob | undefined> {
  const { root, inputs, context, runtime } = job
  const version = review.kind === 'changed' ? review.reviewedVersion : root.terraformVersion
  const reviewed = parseEngineVersion(version)
  // A plan of one engine is never applied by the other.
  if (version === root.terraformVersion || reviewed.engine !== root.engine) return undefined
  if (!(await allowsVersion(inputs, reviewed, runtime))) return undefined
  runtime.log.info(
    `The plan was reviewed with ${root.engine.title} ${reviewed.version}. Planning again with that version.`,
  )
  try {
    const other = await root.withVersion(reviewed.version)
    return { ...job, root: other, history: new ApplyHistory({ context, root: other, inputs }) }
  } catch (error) {
    if (!(error instanceof NoTerraform)) throw error
    runtime.log.info(error.message)
    return undefined
  }
}
