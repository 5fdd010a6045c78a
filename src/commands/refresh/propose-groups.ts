import { getBranchHead, listBranches } from '../../github/branch'
import { isOwnBranch } from '../../github/branch-owner'
import { updateReferences } from '../../images/update-references'
import { codeSpan } from '../../text/markdown'
import { type Destination, failedWrite, joinResults, NOTHING_WRITTEN, type WriteResult } from './destination'
import { buildReport, checkFailure, type Findings } from './findings'
import type { FoundUpdate } from './found-update'
import { branchOf, proposeUpdates, removeSharedBranch, withdrawProposal } from './propose'
import { groupByUpstream, type UpstreamGroup } from './upstream'

export interface ProposalRequest {
  readonly inputs: { readonly images: string; readonly only: readonly string[] }
  /** Of images.yaml. */
  readonly text: string
  /** Of images.yaml in the repository. */
  readonly path: string
  readonly findings: Findings
  readonly destination: Destination
  /** The direct commit of this run, whose updates the pull requests contain too. */
  readonly committed?: { readonly sha: string; readonly updates: readonly FoundUpdate[] }
}

type Branches = Pick<Destination, 'github' | 'branch'>

/** Lists the branches of earlier refreshes, and the single branch of releases that had one pull request for all images. */
async function listProposalBranches({ github, branch }: Branches): Promise<string[]> {
  const found = await listBranches(github, branch)
  return found.filter((one) => one === branch || one.startsWith(`${branch}/`))
}

/**
 * Lists all branches from which updates may have been proposed; some may not exist.
 *
 * @throws GitHubError
 */
export async function listUsedBranches(
  updates: readonly FoundUpdate[],
  destination: Branches,
): Promise<string[]> {
  const wanted = groupByUpstream(updates).map(({ upstream }) => branchOf(destination, upstream))
  return [...new Set([destination.branch, ...wanted, ...(await listProposalBranches(destination))])]
}

/**
 * Keeps one pull request per upstream, and closes those without updates. An error with one upstream does not stop the
 * others.
 *
 * @throws GitHubError if the branches cannot be listed
 */
export async function proposeGroups(
  updates: readonly FoundUpdate[],
  request: ProposalRequest,
): Promise<WriteResult> {
  const { destination, path } = request
  const groups = groupByUpstream(updates)
  const existing = await listProposalBranches(destination)
  if (groups.length > 0 && existing.includes(destination.branch)) {
    const { isBlocked, ...removed } = await removeSharedBranch(destination, path)
    return isBlocked ? removed : joinResults([removed, ...(await writeGroups(groups, request))])
  }
  const current = groups.map(({ upstream }) => branchOf(destination, upstream))
  const stale = existing.filter((branch) => !current.includes(branch))
  const written = await writeGroups(groups, request)
  return joinResults([...written, ...(await closeStale(stale, request)), ...(await closeEarlier(request))])
}

async function writeGroups(
  groups: readonly UpstreamGroup[],
  request: ProposalRequest,
): Promise<WriteResult[]> {
  const results: WriteResult[] = []
  // In sequence, because GitHub limits concurrent writes.
  for (const group of groups) results.push(await proposeGroup(group, request).catch(failedWrite))
  return results
}

function proposeGroup({ upstream, updates }: UpstreamGroup, request: ProposalRequest): Promise<WriteResult> {
  const { inputs, path, text, findings, destination, committed } = request
  const content = updateReferences(text, inputs.images, [...(committed?.updates ?? []), ...updates])
  const labels = [...new Set(updates.flatMap(({ image }) => image.labels ?? []))]
  const names = updates.map(({ image }) => image.name)
  const checks = findings.checks.filter(({ image }) => names.includes(image.name))
  const report = buildReport({ selected: updates, notes: [] }, { ...findings, checks })
  const baseSha = committed?.sha ?? destination.context.sha
  return proposeUpdates({ upstream, report, labels, path, content, baseSha }, destination)
}

/** Without all checks, a pull request may be current. */
async function closeStale(branches: readonly string[], request: ProposalRequest): Promise<WriteResult[]> {
  const { destination, path, committed } = request
  if (!isComplete(request)) return [NOTHING_WRITTEN]
  const base = codeSpan(destination.base)
  const reason =
    committed === undefined
      ? `${base} has no updates left for it: they were merged, declined, or withdrawn upstream.`
      : `${base} has newer versions since commit ${committed.sha}.`
  const results: WriteResult[] = []
  for (const branch of branches)
    results.push(await withdrawProposal(destination, { branch, path, reason }).catch(failedWrite))
  return results
}

const isComplete = ({ inputs, findings }: ProposalRequest): boolean =>
  checkFailure(findings) === undefined && inputs.only.length === 0

/** Closes the pull requests of this file with the earlier name. Others with that name belong to another file. */
async function closeEarlier(request: ProposalRequest): Promise<WriteResult[]> {
  const { destination, path } = request
  const { github, earlierBranch, context } = destination
  if (earlierBranch === undefined || !isComplete(request)) return [NOTHING_WRITTEN]
  const reason = 'Branches for this file have another name now.'
  const results: WriteResult[] = []
  for (const branch of await listProposalBranches({ github, branch: earlierBranch })) {
    const head = await getBranchHead(github, branch)
    if (head !== undefined && (await isOwnBranch(github, { baseSha: context.sha, head, path })))
      results.push(await withdrawProposal(destination, { branch, path, reason }).catch(failedWrite))
  }
  return results
}
