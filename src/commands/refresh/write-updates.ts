import { updateReferences } from '../../images/update-references'
import type { RefreshInputs } from '../../inputs/inputs'
import { commitUpdates, listCommittedVersions } from './commit'
import {
  type Destination,
  failedWrite,
  findCommittedPath,
  joinResults,
  pathInRepository,
  type WriteResult,
} from './destination'
import { buildReport, type Findings } from './findings'
import type { FoundUpdate } from './found-update'
import { proposeGroups } from './propose-groups'
import { isSafeToCommit, type Selection } from './select'

export interface WriteRequest {
  readonly inputs: Pick<RefreshInputs, 'images' | 'mode' | 'only'>
  /** Of images.yaml. */
  readonly text: string
  readonly workspace: string
  readonly findings: Findings
  readonly destination: Destination
}

interface WriteContext extends WriteRequest {
  readonly path: string
}

/**
 * Commits the updates that need no review, in `direct` mode, and proposes the others.
 *
 * @throws GitHubError, InvalidInput before a commit
 */
export async function writeUpdates({ selected }: Selection, request: WriteRequest): Promise<WriteResult> {
  const { inputs, text, workspace, destination } = request
  if (selected.length === 0)
    return proposeGroups([], { ...request, path: pathInRepository(inputs.images, workspace) })
  const path = await findCommittedPath({ path: inputs.images, text }, workspace, destination)
  const context = { ...request, path }
  const safe = inputs.mode === 'direct' ? await selectSafe(selected, context) : []
  return safe.length === 0 ? proposeGroups(selected, context) : commitAndPropose(safe, selected, context)
}

async function commitAndPropose(
  safe: readonly FoundUpdate[],
  selected: readonly FoundUpdate[],
  context: WriteContext,
): Promise<WriteResult> {
  const written = await commit(safe, context)
  if (written.commit === undefined) return written
  const others = selected.filter((update) => !safe.includes(update))
  const committed = { sha: written.commit, updates: safe }
  // The commit must be reported.
  const proposed = await proposeGroups(others, { ...context, committed }).catch(failedWrite)
  return joinResults([written, proposed])
}

async function selectSafe(
  selected: readonly FoundUpdate[],
  { path, destination }: WriteContext,
): Promise<FoundUpdate[]> {
  const committed = await listCommittedVersions(path, destination)
  return selected.filter((update) => isSafeToCommit(update, committed))
}

function commit(
  safe: readonly FoundUpdate[],
  { inputs, path, text: old, findings, destination }: WriteContext,
): Promise<WriteResult> {
  const content = updateReferences(old, inputs.images, safe)
  const { updates } = buildReport({ selected: safe, notes: [] }, findings)
  return commitUpdates({ path, old, content }, updates, destination)
}
