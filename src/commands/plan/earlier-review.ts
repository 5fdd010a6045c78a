import { AwsError } from '../../aws/error'
import type { PlanRecordStore } from '../../aws/plan-record-store'
import type { Context, PullRequestEvent } from '../../github/context'
import { GitHubError } from '../../github/error'
import type { GitHub } from '../../github/octokit'
import { type Approval, listApprovals } from '../../github/reviews'
import { comparePlans, planEntries } from '../../review/plan-digest'
import { InvalidPlanRecord, type PlanRecord } from '../../review/plan-record'
import { type PlanSnapshot, takeSnapshot } from '../../review/plan-snapshot'
import { codeSpan } from '../../text/markdown'
import type { Redactor } from '../../text/redact'
import type { RootPlan } from '../stack/terraform-root'
import { formatEngine } from '../../report/footer'
import { describeOtherTarget, renderDifferences } from './differences'
import {
  describeChangesSince,
  describeOtherPlan,
  type EarlierComment,
  nextSnapshots,
} from './earlier-comment'

export interface EarlierReview {
  /** Time of the first record of the same plan, which a repeated plan keeps. */
  readonly plannedAt: Date | undefined
  /** Markdown for the comment, if people have seen another plan of this pull request. */
  readonly notes: readonly string[]
  /** Whether people have seen or approved another plan of this commit. */
  readonly isReplaced: boolean
  /** For the comment of the next plan. */
  readonly snapshots: readonly PlanSnapshot[]
}

interface EarlierContext {
  readonly context: Context & PullRequestEvent
  readonly records: PlanRecordStore | undefined
  readonly github: GitHub | undefined
  readonly comment: EarlierComment
  readonly stack: string
  readonly terraformVersion: string
}

/** Finds out what has changed since an earlier plan, and whether an approval came before this plan of its commit. */
export async function findEarlierReview(
  planned: RootPlan,
  earlier: EarlierContext,
  secrets: Redactor,
): Promise<EarlierReview> {
  const { headSha } = earlier.context
  const [record, approvals] = [await readRecord(earlier), await readApprovals(earlier)]
  const current = takeSnapshot(planned, { commit: headSha, secrets })
  const { comment } = earlier
  const isSame = record?.fingerprint === planned.fingerprint
  const differences =
    record === undefined
      ? describeOtherPlan(current, comment)
      : [describeDifferences(planned, record, earlier.terraformVersion)]
  const approval = approvals.filter(({ commit }) => commit === headSha).at(-1)
  const replaced = isSame
    ? []
    : [...differences, ...(approval === undefined ? [] : [describeApproval(approval)])]
  return {
    plannedAt: isSame ? record.createdAt : undefined,
    notes: [...replaced, ...describeChangesSince(current, comment, approvals)].map((note) =>
      secrets.redact(note),
    ),
    isReplaced: replaced.length > 0,
    snapshots: nextSnapshots(current, comment, approvals),
  }
}

/** A plan role may write records and not read them. */
async function readRecord({ context, records, stack }: EarlierContext): Promise<PlanRecord | undefined> {
  const subject = {
    ...{ repositoryId: Number(context.repository.id), stack },
    ...{ pullNumber: context.number, headSha: context.headSha },
  }
  return records?.read(subject).catch((error: unknown) => {
    if (error instanceof AwsError || error instanceof InvalidPlanRecord) return undefined
    throw error
  })
}

/** The comment is more important than the note in it. */
async function readApprovals({ context, github }: EarlierContext): Promise<readonly Approval[]> {
  if (github === undefined) return []
  return listApprovals(github, context.number).catch((error: unknown) => {
    if (error instanceof GitHubError) return []
    throw error
  })
}

function describeDifferences(planned: RootPlan, record: PlanRecord, freshVersion: string): string {
  const otherTarget = describeOtherTarget(record.target, planned.target)
  if (otherTarget !== undefined) return otherTarget
  const [reviewed, fresh] = [formatEngine(record.terraformVersion), formatEngine(freshVersion)]
  const versions = reviewed === fresh ? '' : `, which was made with ${reviewed} and not ${fresh}`
  return renderDifferences(
    comparePlans(record.entries, planEntries(planned, record.salt)),
    `This plan differs from the plan of ${record.createdAt.toISOString()}** for the same commit${versions}`,
  )
}

const describeApproval = ({ login, at }: Approval): string =>
  [
    '> [!WARNING]',
    `> **Planned after the approval by ${codeSpan(login)}** at ${at}. If a review is required, \`apply\` rejects this plan until it is approved again.`,
  ].join('\n')
