import type { AppliedCommit } from '../../aws/apply-record-store'
import type { PlanRecordStore } from '../../aws/plan-record-store'
import { getBranchHead } from '../../github/branch'
import type { Context } from '../../github/context'
import type { Log } from '../../github/log'
import type { GitHub } from '../../github/octokit'
import { findMergedPullRequest, type MergedPullRequest } from '../../github/pull-request'
import { findLastApproval } from '../../github/reviews'
import { comparePlans, type PlanDifference, planEntries } from '../../review/plan-digest'
import type { PlanRecord } from '../../review/plan-record'
import { endedActions } from '../../review/remaining-changes'
import { compareTargets, type TargetDifference } from '../../review/plan-target'
import { withoutApplied } from '../../review/applied-settings'
import type { RootPlan } from '../stack/terraform-root'
import type { ApplyHistory } from './apply-history'
import { type BatchSource, type FoundRecord, reviewBatch } from './batch'

export type Review =
  | { readonly kind: 'equal'; readonly record: PlanRecord }
  /** Every change is in the record of a pull request that was merged since the last apply. */
  | { readonly kind: 'batch'; readonly sources: readonly BatchSource[] }
  /** An apply of the reviewed plan failed, and the new plan has only its remaining changes. */
  | {
      readonly kind: 'remaining'
      readonly record: PlanRecord
      readonly remainingCount: number
      readonly endedActions: readonly string[]
    }
  /** The new plan has no changes. */
  | { readonly kind: 'unchanged'; readonly pull: number; readonly endedActions: readonly string[] }
  | {
      readonly kind: 'changed'
      readonly pull: number
      readonly differences: readonly PlanDifference[]
      readonly targetDifferences: readonly TargetDifference[]
      readonly reviewedVersion: string
    }
  /** There is no reviewed plan; the reason is a sentence. */
  | { readonly kind: 'none'; readonly reason: string }

export interface ReviewContext {
  readonly context: Context
  readonly stack: string
  readonly terraformVersion: string
  readonly github: GitHub | undefined
  readonly openRecords: () => Promise<PlanRecordStore | undefined>
  readonly history: ApplyHistory
  readonly log: Log
}

/**
 * Compares a plan with the one reviewed in the commit's pull request.
 *
 * @throws GitHubError, AwsError, InvalidPlanRecord, InvalidRecordsUrl
 */
export async function reviewPlan(planned: RootPlan, review: ReviewContext): Promise<Review> {
  const { context, stack, github } = review
  if (github === undefined)
    return { kind: 'none', reason: 'github-token is empty, so the pull request cannot be looked up.' }
  const baseRef = context.ref.replace(/^refs\/heads\//, '')
  const origin = await findMergedPullRequest(github, { sha: context.sha, baseRef })
  if (origin.kind !== 'found') return { kind: 'none', reason: origin.reason }
  const records = await review.openRecords()
  if (records === undefined)
    return {
      kind: 'none',
      reason: 'Plans are not recorded, because the state is not in S3 and plan-records is not set.',
    }
  const found = await findApprovedRecord(origin.pull, { records, github, context, stack })
  const single = await reviewSingle(planned, found, { review, github, baseRef })
  if (single.kind !== 'none' && (single.kind !== 'changed' || single.targetDifferences.length > 0))
    return single
  const { applied } = await review.history.read()
  const find = (pull: MergedPullRequest): Promise<FoundRecord> =>
    findApprovedRecord(pull, { records, github, context, stack })
  const sources = await reviewBatch(planned, {
    github,
    applied,
    context,
    baseRef,
    find,
    isRecorded: single.kind !== 'none',
    terraformVersion: review.terraformVersion,
  })
  return sources === undefined ? single : { kind: 'batch', sources }
}

interface CompareContext {
  readonly review: ReviewContext
  readonly github: GitHub
  readonly baseRef: string
}

function reviewSingle(
  planned: RootPlan,
  found: FoundRecord,
  context: CompareContext,
): Review | Promise<Review> {
  if ('reason' in found) return { kind: 'none', reason: found.reason }
  const { pullNumber, headSha } = found.record
  context.review.log.info(`Comparing the plan with the one reviewed in #${pullNumber} (${headSha})`)
  return compareWithRecord(planned, found.record, context)
}

/** Returns the record of a merged pull request, unless it was written after its approval or its merge. */
async function findApprovedRecord(
  pull: MergedPullRequest,
  {
    records,
    github,
    context,
    stack,
  }: {
    readonly records: PlanRecordStore
    readonly github: GitHub
    readonly context: Context
    readonly stack: string
  },
): Promise<FoundRecord> {
  const { number: pullNumber, headSha } = pull
  const repositoryId = Number(context.repository.id)
  const record = await records.read({ repositoryId, pullNumber, headSha, stack })
  if (record === undefined) return { reason: describeMissingRecord(pull, stack) }
  const approval = await findLastApproval(github, pull)
  const limit = approval?.at ?? pull.mergedAt
  // GitHub's times have no fractions of a second.
  if (Math.floor(record.createdAt.getTime() / 1000) * 1000 <= Date.parse(limit)) return { record }
  const event =
    approval === undefined ? `its merge at ${limit}` : `the approval by ${approval.login} at ${limit}`
  return {
    reason: `The plan of ${stack} in #${pullNumber} was recorded at ${record.createdAt.toISOString()}, after ${event} and is therefore not approved. Open a new pull request and approve it after its plan.`,
  }
}

async function compareWithRecord(
  planned: RootPlan,
  record: PlanRecord,
  { review, github, baseRef }: CompareContext,
): Promise<Review> {
  const pull = record.pullNumber
  const targetDifferences = compareTargets(record.target, planned.target)
  const changed = {
    kind: 'changed',
    pull,
    targetDifferences,
    reviewedVersion: record.terraformVersion,
  } as const
  if (targetDifferences.length > 0) return { ...changed, differences: [] }
  if (record.fingerprint === planned.fingerprint) return { kind: 'equal', record }
  const { applied, attempt } = await review.history.read()
  const ended = attempt?.commit === review.context.sha ? endedActions(planned, record) : []
  if (!planned.counts.hasChanges) return { kind: 'unchanged', pull, endedActions: ended }
  const differences = compareEntries(planned, record, applied)
  const isSameVersion = record.terraformVersion === review.terraformVersion
  if (differences.length === 0 && isSameVersion) return { kind: 'equal', record }
  if (await isRemainder(planned, record, { review, head: () => getBranchHead(github, baseRef) })) {
    const remaining = {
      kind: 'remaining',
      record,
      remainingCount: countEntries(planned, record.salt),
      endedActions: ended,
    } as const
    review.log.info(describeRemaining(remaining))
    return remaining
  }
  return { ...changed, differences }
}

function compareEntries(
  planned: RootPlan,
  record: PlanRecord,
  applied: AppliedCommit | undefined,
): PlanDifference[] {
  const differences = comparePlans(record.entries, planEntries(planned, record.salt))
  return withoutApplied(differences, planned.settings, applied)
}

const countEntries = (planned: RootPlan, salt: string): number =>
  [...planEntries(planned, salt).values()].filter(({ kind }) => kind !== 'setting').length

async function isRemainder(
  planned: RootPlan,
  record: PlanRecord,
  { review, head }: { readonly review: ReviewContext; readonly head: () => Promise<string | undefined> },
): Promise<boolean> {
  if (!(await review.history.isContinuedBy(planned, record))) return false
  // A job of an older commit would revert the commits after it.
  return (await head()) === review.context.sha
}

export const describeRemaining = ({
  record,
  remainingCount,
}: Extract<Review, { kind: 'remaining' }>): string =>
  `An earlier apply of the plan reviewed in #${record.pullNumber} failed. Remaining: ${remainingCount === 1 ? '1 change' : `${remainingCount} changes`}.`

function describeMissingRecord({ number, headSha, isFork }: MergedPullRequest, stack: string): string {
  if (isFork)
    return `#${number} comes from a fork, and forks get no plan. Push its commits to a branch of this repository, open a pull request there, and merge that one.`
  return `No plan of ${stack} was recorded for #${number} at ${headSha}. The plan did not run there, or it failed.`
}
