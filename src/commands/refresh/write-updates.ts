import { updateReferences } from '../../images/update-references'
import type { RefreshInputs } from '../../inputs/inputs'
import { codeSpan } from '../../text/markdown'
import { commitUpdates, listCommittedVersions } from './commit'
import {
  type Destination,
  failedWrite,
  findCommittedPath,
  pathInRepository,
  NOTHING_WRITTEN,
  type WriteResult,
} from './destination'
import { buildReport, checkFailure, type Findings } from './findings'
import { proposeUpdates, withdrawProposal } from './propose'
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
export async function writeUpdates(selection: Selection, request: WriteRequest): Promise<WriteResult> {
  const { inputs, text, workspace, findings, destination } = request
  if (selection.selected.length === 0) {
    // Without all checks, the pull request may be current.
    const isComplete = checkFailure(findings) === undefined && inputs.only.length === 0
    if (!isComplete) return NOTHING_WRITTEN
    const reason = `${codeSpan(destination.base)} has no updates left: they were merged, declined, or withdrawn upstream.`
    return withdrawProposal(destination, { path: pathInRepository(inputs.images, workspace), reason })
  }
  const path = await findCommittedPath({ path: inputs.images, text }, workspace, destination)
  const context = { ...request, path }
  const safe =
    inputs.mode === 'direct' ? await selectSafe(selection, context) : { ...selection, selected: [] }
  if (safe.selected.length === 0) return propose(selection, destination.context.sha, { selection, context })
  return commitAndPropose(safe, selection, context)
}

async function commitAndPropose(
  safe: Selection,
  selection: Selection,
  context: WriteContext,
): Promise<WriteResult> {
  const committed = await commit(safe, context)
  if (committed.commit === undefined) return committed
  // The commit must be reported.
  const proposed = await proposeOthers(safe, committed.commit, { selection, context }).catch(failedWrite)
  return {
    ...proposed,
    ...committed,
    message: [committed.message, proposed.message].filter((text) => text !== '').join('\n\n'),
    warnings: [...committed.warnings, ...proposed.warnings],
  }
}

async function selectSafe(selection: Selection, context: WriteContext): Promise<Selection> {
  const { path, destination } = context
  const committed = await listCommittedVersions(path, destination)
  return {
    ...selection,
    selected: selection.selected.filter((update) => isSafeToCommit(update, committed)),
  }
}

function commit(
  safe: Selection,
  { inputs, path, text: old, findings, destination }: WriteContext,
): Promise<WriteResult> {
  const content = updateReferences(old, inputs.images, safe.selected)
  return commitUpdates({ path, old, content }, buildReport(safe, findings).updates, destination)
}

async function proposeOthers(
  committed: Selection,
  commit: string,
  { selection, context }: { readonly selection: Selection; readonly context: WriteContext },
): Promise<WriteResult> {
  const selected = selection.selected.filter((update) => !committed.selected.includes(update))
  if (selected.length > 0) return propose({ ...selection, selected }, commit, { selection, context })
  const { destination, path } = context
  const reason = `${codeSpan(destination.base)} has newer versions since commit ${commit}.`
  return withdrawProposal(destination, { path, reason })
}

/** @param baseSha may contain a part of the selection */
function propose(
  proposed: Selection,
  baseSha: string,
  { selection, context }: { readonly selection: Selection; readonly context: WriteContext },
): Promise<WriteResult> {
  const { inputs, path, text, findings, destination } = context
  const content = updateReferences(text, inputs.images, selection.selected)
  const labels = [...new Set(proposed.selected.flatMap(({ image }) => image.labels ?? []))]
  const report = buildReport(proposed, findings)
  return proposeUpdates({ path, content, baseSha }, { report, labels }, destination)
}
