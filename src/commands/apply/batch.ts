import type { AppliedCommit } from '../../aws/apply-record-store'
import { listCommitsBetween } from '../../github/branch'
import type { Context } from '../../github/context'
import type { GitHub } from '../../github/octokit'
import { findMergedPullRequest, type MergedPullRequest } from '../../github/pull-request'
import { comparePlans, type PlanDifference, planEntries } from '../../review/plan-digest'
import type { PlanRecord } from '../../review/plan-record'
import { compareTargets } from '../../review/plan-target'
import { withoutApplied } from '../../review/applied-settings'
import type { RootPlan } from '../stack/terraform-root'

/** The pull request in which a change was reviewed. */
export interface BatchSource {
  readonly address: string
  readonly pull: number
}

/** A record that may be applied, or a sentence why there is none. */
export type FoundRecord = { readonly record: PlanRecord } | { readonly reason: string }

export interface BatchReview {
  readonly github: GitHub
  readonly applied: AppliedCommit | undefined
  readonly context: Context
  readonly baseRef: string
  readonly terraformVersion: string
  /** Whether the pull request of the commit itself has a record that may be applied. */
  readonly isRecorded: boolean
  readonly find: (pull: MergedPullRequest) => Promise<FoundRecord>
}

/** More merges between two applies are a stack that is not deployed. */
const MAX_COMMITS = 50

/**
 * Compares a plan with the records of all pull requests that were merged since the last successful apply, as a merge
 * queue does in one push.
 *
 * @returns undefined if a change is in none of them
 * @throws GitHubError, AwsError, InvalidPlanRecord
 */
export async function reviewBatch(
  planned: RootPlan,
  batch: BatchReview,
): Promise<readonly BatchSource[] | undefined> {
  const { github, applied, context, isRecorded } = batch
  if (applied === undefined) return undefined
  const commits = await listCommitsBetween(github, { base: applied.commit, head: context.sha })
  if (commits === undefined || commits.length < 2 || commits.length > MAX_COMMITS) return undefined
  const records = await findRecords(commits, batch)
  const sources = new Map<string, BatchSource | undefined>()
  for (const record of records) addSources(planned, { record, applied }, sources)
  const found = [...sources.values()].filter((one) => one !== undefined)
  // A pull request without a plan must not drop a reviewed change of another one.
  const isEnough = isRecorded
    ? records.length > 1
    : records.every((record) => isWhole(planned, record, applied))
  return found.length > 0 && isEnough && found.length === sources.size ? found : undefined
}

const isWhole = (planned: RootPlan, record: PlanRecord, applied: AppliedCommit): boolean =>
  compare(planned, record, applied).every(({ differs }) => differs !== 'only-reviewed')

function compare(planned: RootPlan, record: PlanRecord, applied: AppliedCommit): PlanDifference[] {
  const differences = comparePlans(record.entries, planEntries(planned, record.salt))
  return withoutApplied(differences, planned.settings, applied)
}

async function findRecords(commits: readonly string[], batch: BatchReview): Promise<PlanRecord[]> {
  const { github, baseRef, terraformVersion, find } = batch
  const pulls = new Map<number, MergedPullRequest>()
  for (const sha of commits) {
    const origin = await findMergedPullRequest(github, { sha, baseRef }, { waitsMs: [] })
    if (origin.kind === 'found') pulls.set(origin.pull.number, origin.pull)
  }
  const records: PlanRecord[] = []
  for (const pull of pulls.values()) {
    const found = await find(pull)
    if ('record' in found && found.record.terraformVersion === terraformVersion) records.push(found.record)
  }
  return records
}

/** Adds the changes of the plan that are in the record; undefined for those in no record so far. */
function addSources(
  planned: RootPlan,
  { record, applied }: { readonly record: PlanRecord; readonly applied: AppliedCommit },
  sources: Map<string, BatchSource | undefined>,
): void {
  const isSameTarget = compareTargets(record.target, planned.target).length === 0
  const different = new Set(compare(planned, record, applied).map(({ address }) => address))
  for (const address of planEntries(planned, record.salt).keys()) {
    const isReviewed = isSameTarget && !different.has(address)
    if (isReviewed) sources.set(address, { address, pull: record.pullNumber })
    else if (!sources.has(address)) sources.set(address, undefined)
  }
}
