import { readComment } from '../../github/comment'
import { GitHubError } from '../../github/error'
import { MAX_BODY_BYTES } from '../../github/limits'
import type { GitHub } from '../../github/octokit'
import { getHeadSha } from '../../github/pull-request'
import type { Approval } from '../../github/reviews'
import {
  compareSnapshots,
  parseSnapshots,
  type PlanSnapshot,
  renderSnapshots,
} from '../../review/plan-snapshot'
import { compareTargets } from '../../review/plan-target'
import { codeSpan } from '../../text/markdown'
import { describeOtherTarget, renderDifferences } from './differences'

/** Earlier plans of a pull request, from an invisible line of its comment. */
export interface EarlierComment {
  /** Plans of the pull request, newest first. */
  readonly snapshots: readonly PlanSnapshot[]
  /** Commit of the comment; undefined without one. */
  readonly commit: string | undefined
  /** Head of the pull request, if the comment shows its plan and this run is for an older commit. */
  readonly newerHead: string | undefined
}

interface CommentSubject {
  readonly github: GitHub | undefined
  readonly pull: number
  readonly stack: string
  readonly headSha: string
}

export const NO_EARLIER_COMMENT: EarlierComment = { snapshots: [], commit: undefined, newerHead: undefined }

/** The comment is more important than the note in it. */
export async function readEarlierComment({
  github,
  headSha,
  ...subject
}: CommentSubject): Promise<EarlierComment> {
  if (github === undefined) return NO_EARLIER_COMMENT
  try {
    const body = await readComment(github, { ...subject, topic: 'plan' })
    const [, commit, text = ''] = HIDDEN_LINE.exec(body ?? '') ?? []
    if (commit === undefined) return NO_EARLIER_COMMENT
    const isNewer = commit !== headSha && (await getHeadSha(github, subject.pull)) === commit
    return { snapshots: parseSnapshots(text), commit, newerHead: isNewer ? commit : undefined }
  } catch (error) {
    if (error instanceof GitHubError) return NO_EARLIER_COMMENT
    throw error
  }
}

const HIDDEN_LINE = /<!-- langfuse-deploy:plans:([0-9a-f]{40,64}):([A-Za-z0-9+/=]*) -->\s*$/

const MAX_SNAPSHOTS = 4
const MAX_HIDDEN_LENGTH = 6_000
/** GitHub's limit leaves this much beyond the text of a comment. */
const MIN_HIDDEN_LENGTH = 3_000

/** Returns a comment with a last line that people do not see, for the comment of the next plan. */
export function withSnapshots(markdown: string, headSha: string, snapshots: readonly PlanSnapshot[]): string {
  const free = MAX_BODY_BYTES + MIN_HIDDEN_LENGTH - Buffer.byteLength(markdown)
  const text = renderSnapshots(snapshots, Math.min(MAX_HIDDEN_LENGTH, free))
  return `${markdown}\n\n<!-- langfuse-deploy:plans:${headSha}:${text} -->`
}

/** Returns the snapshots to keep, most important first. */
export function nextSnapshots(
  current: PlanSnapshot,
  { snapshots }: EarlierComment,
  approvals: readonly Approval[],
): readonly PlanSnapshot[] {
  const others = snapshots.filter(({ commit }) => commit !== current.commit)
  const approved = findApproved(others, approvals)?.snapshot
  const rest = others.filter((one) => one !== approved)
  return [current, ...(approved === undefined ? [] : [approved]), ...rest].slice(0, MAX_SNAPSHOTS)
}

function findApproved(
  snapshots: readonly PlanSnapshot[],
  approvals: readonly Approval[],
): { readonly snapshot: PlanSnapshot; readonly approval: Approval } | undefined {
  for (const approval of approvals.toReversed()) {
    const snapshot = snapshots.find(({ commit }) => commit === approval.commit)
    if (snapshot !== undefined) return { snapshot, approval }
  }
  return undefined
}

/** Returns Markdown about the differences to the plan of the approved commit, or else of the previous one. */
export function describeChangesSince(
  current: PlanSnapshot,
  { snapshots }: EarlierComment,
  approvals: readonly Approval[],
): readonly string[] {
  const others = snapshots.filter(
    ({ commit, target }) => commit !== current.commit && compareTargets(target, current.target).length === 0,
  )
  const isApproved = approvals.some(({ commit }) => commit === current.commit)
  const approved = isApproved ? undefined : findApproved(others, approvals)
  const earlier = approved?.snapshot ?? others[0]
  if (earlier === undefined) return []
  const commit = codeSpan(earlier.commit.slice(0, 7))
  return approved === undefined
    ? [renderComparison(earlier, current, { since: `the plan of ${commit}`, kind: 'NOTE' })]
    : [
        renderComparison(earlier, current, {
          since: `${codeSpan(approved.approval.login)} approved ${commit}`,
          kind: 'WARNING',
        }),
      ]
}

/** Returns Markdown about another plan of the same commit, which people may have seen. */
export function describeOtherPlan(current: PlanSnapshot, { snapshots }: EarlierComment): readonly string[] {
  const same = snapshots.find(({ commit }) => commit === current.commit)
  if (same === undefined) return []
  const otherTarget = describeOtherTarget(same.target, current.target)
  if (otherTarget !== undefined) return [otherTarget]
  if (same.hash === current.hash) return []
  return [renderComparison(same, current, { since: 'an earlier plan of the same commit', kind: 'WARNING' })]
}

const NOT_COMPARED = 'Sensitive values are not compared.'

function renderComparison(
  earlier: PlanSnapshot,
  current: PlanSnapshot,
  { since, kind }: { readonly since: string; readonly kind: 'NOTE' | 'WARNING' },
): string {
  const differences = compareSnapshots(earlier, current)
  if (differences === undefined)
    return `> [!${kind}]\n> **The plan has changed since ${since}.** It is too long to list the differences.`
  if (differences.length === 0) return `No change since ${since}. ${NOT_COMPARED}`
  return `${renderDifferences(differences, `Changed since ${since}**`, kind)}\n>\n> ${NOT_COMPARED}`
}
