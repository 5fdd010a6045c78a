import { AwsError } from '../../aws/error'
import type { PlanRecordStore } from '../../aws/plan-record-store'
import type { Context, PullRequestEvent } from '../../github/context'
import { GitHubError } from '../../github/error'
import type { GitHub } from '../../github/octokit'
import { type Approval, findLastApproval } from '../../github/reviews'
import { comparePlans, planEntries } from '../../review/plan-digest'
import { InvalidPlanRecord, type PlanRecord } from '../../review/plan-record'
import { codeSpan } from '../../text/markdown'
import type { RootPlan } from '../stack/terraform-root'
import { renderDifferences } from './differences'

export interface EarlierReview {
  /** Time of the first record of the same plan, which a repeated plan keeps. */
  readonly plannedAt: Date | undefined
  /** Markdown for the comment, if people have seen another plan of this commit. */
  readonly notes: readonly string[]
}

interface EarlierContext {
  readonly context: Context & PullRequestEvent
  readonly records: PlanRecordStore | undefined
  readonly github: GitHub | undefined
  readonly stack: string
}

/** Finds out whether a plan takes the place of another one of the same commit, and whether that was approved. */
export async function findEarlierReview(
  planned: RootPlan,
  earlier: EarlierContext,
  redact: (text: string) => string,
): Promise<EarlierReview> {
  const record = await readRecord(earlier)
  if (record?.fingerprint === planned.fingerprint) return { plannedAt: record.createdAt, notes: [] }
  const approval = await readApproval(earlier)
  const notes = [
    ...(record === undefined ? [] : [describeDifferences(planned, record)]),
    ...(approval === undefined ? [] : [describeApproval(approval)]),
  ]
  return { plannedAt: undefined, notes: notes.map(redact) }
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
async function readApproval({ context, github }: EarlierContext): Promise<Approval | undefined> {
  if (github === undefined) return undefined
  return findLastApproval(github, context).catch((error: unknown) => {
    if (error instanceof GitHubError) return undefined
    throw error
  })
}

const describeDifferences = (planned: RootPlan, record: PlanRecord): string =>
  renderDifferences(
    comparePlans(record.entries, planEntries(planned, record.salt)),
    `This plan differs from the plan of ${record.createdAt.toISOString()}** for the same commit`,
  )

const describeApproval = ({ login, at }: Approval): string =>
  [
    '> [!WARNING]',
    `> **Planned after the approval by ${codeSpan(login)}** at ${at}. If a review is required, \`apply\` rejects this plan until it is approved again.`,
  ].join('\n')
