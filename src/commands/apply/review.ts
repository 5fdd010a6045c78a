import { AwsError } from '../../aws/error'
import type { PlanRecord } from '../../review/plan-record'
import { getBranchHead } from '../../github/branch'
import type { Context } from '../../github/context'
import { findMergedPullRequest, type MergedPullRequest } from '../../github/pull-request'
import type { StackInputs } from '../../inputs/inputs'
import { comparePlans, type PlanDifference, planEntries } from '../../review/plan-digest'
import { isRemainderOf, hashPlanInputs } from '../../review/remaining-changes'
import { openPullRequestApi } from '../stack/pull-request-comment'
import { openAttempts, openRecords } from '../stack/records'
import type { PlannedStack, Stack } from '../stack/stack'
import type { Runtime } from '../runtime'

/** How a fresh plan stands to the one that people saw. */
export type Review =
  | { readonly kind: 'equal'; readonly record: PlanRecord }
  /** An apply of it failed, and this is what is left. */
  | { readonly kind: 'rest'; readonly record: PlanRecord; readonly left: number }
  /** Something was reviewed, and there is nothing to change. */
  | { readonly kind: 'nothing'; readonly pull: number }
  | {
      readonly kind: 'changed'
      readonly pull: number
      readonly differences: readonly PlanDifference[]
      readonly reviewedVersion: string
    }
  /** There is none to compare with; a sentence says why. */
  | { readonly kind: 'none'; readonly reason: string }

interface Place {
  readonly inputs: StackInputs
  readonly context: Context
  readonly stack: Stack
  readonly runtime: Runtime
}

/** Finds the pull request that the commit came by, and what was recorded of its plan. */
export async function reviewOf(planned: PlannedStack, place: Place): Promise<Review> {
  const { inputs, context, stack, runtime } = place
  const github = await openPullRequestApi(inputs, context, runtime)
  if (github === undefined)
    return { kind: 'none', reason: 'github-token is empty, so no pull request can be looked up.' }
  const baseRef = /^refs\/heads\/(.+)$/.exec(context.ref)?.[1]
  if (baseRef === undefined)
    return { kind: 'none', reason: `The run is for ${context.ref}, which is not a branch.` }
  const origin = await findMergedPullRequest(github, { sha: context.sha, baseRef })
  if (origin.kind !== 'found') return { kind: 'none', reason: origin.reason }
  const records = await openRecords(stack, runtime)
  const { pull } = origin
  if (records === undefined)
    return {
      kind: 'none',
      reason: 'Plans are not recorded: the state is not in S3 and plan-records is not given.',
    }
  const { number: pullNumber, headSha } = pull
  const repositoryId = Number(context.repository.id)
  const record = await records.read({ repositoryId, pullNumber, headSha, stack: inputs.stack })
  if (record === undefined) return { kind: 'none', reason: unrecorded(pull, inputs.stack) }
  runtime.log.info(`The plan reviewed in #${pullNumber} (${headSha}) is compared with the fresh one`)
  if (record.fingerprint === planned.fingerprint) return { kind: 'equal', record }
  if (!planned.counts.hasChanges) return { kind: 'nothing', pull: pullNumber }
  const fresh = planEntries(planned.plan, record.salt)
  // The same job of an older commit would take back what came after it.
  if ((await isLeft(planned, record, place)) && (await getBranchHead(github, baseRef)) === context.sha) {
    const review = { kind: 'rest', record, left: fresh.size } as const
    runtime.log.info(remainingSentence(review))
    return review
  }
  const differences = comparePlans(record.entries, fresh)
  return { kind: 'changed', pull: pullNumber, differences, reviewedVersion: record.terraformVersion }
}

/**
 * Whether an apply of that very plan, at this commit and with the same variables, has failed, nothing was applied
 * since, and the fresh plan is what is left.
 */
async function isLeft(planned: PlannedStack, record: PlanRecord, place: Place): Promise<boolean> {
  const { context, stack, runtime } = place
  const opened = await openAttempts(stack, context, runtime)
  const attempt = await opened?.attempts.read().catch(deniedAsNone)
  if (attempt === undefined) return false
  const isSame =
    attempt.commit === context.sha &&
    attempt.fingerprint === record.fingerprint &&
    attempt.workspace === workspaceOf(stack) &&
    attempt.makings === makingsOf(planned, record, stack) &&
    record.terraformVersion === stack.terraformVersion &&
    attempt.serial === (await opened?.serial())
  return isSame && isRemainderOf(planned.plan, record)
}

/** Notes that an apply of a reviewed plan has failed, for the same job to go on. @throws AwsError */
export async function recordAttempt(
  planned: PlannedStack,
  record: PlanRecord,
  { context, stack, runtime }: Place,
): Promise<void> {
  const opened = await openAttempts(stack, context, runtime)
  const serial = await opened?.serial()
  if (opened === undefined || serial === undefined) return
  await opened.attempts.write({
    commit: context.sha,
    workspace: workspaceOf(stack),
    fingerprint: record.fingerprint,
    makings: makingsOf(planned, record, stack),
    serial,
  })
}

const workspaceOf = ({ inputs }: Stack): string => inputs.workspace ?? 'default'

const makingsOf = ({ plan }: PlannedStack, { salt }: PlanRecord, { inputs }: Stack): string =>
  hashPlanInputs(plan, { targets: inputs.targets, replace: inputs.replace }, salt)

/** A role that may not look there has noted nothing there. */
function deniedAsNone(error: unknown): undefined {
  if (error instanceof AwsError) return undefined
  throw error
}

/** Why less is applied than was reviewed. */
export const remainingSentence = ({ record, left }: Extract<Review, { kind: 'rest' }>): string =>
  `This is what an apply that failed has left of the plan that was reviewed in #${record.pullNumber}: ${left === 1 ? '1 change' : `${left} changes`}, and nothing else.`

function unrecorded({ number, headSha }: MergedPullRequest, stack: string): string {
  return `No plan of ${stack} was recorded for #${number} at ${headSha}: plan did not run there, or failed.`
}
