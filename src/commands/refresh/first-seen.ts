import { readProposalBodies } from '../../github/update-pull-request'
import { readFirstSeen } from '../../text/update-marker'
import type { Destination } from './destination'
import { type Selection, versionKey } from './select'

/**
 * Adds when each version was first proposed, from the pull requests that are open.
 *
 * @throws GitHubError
 */
export async function addFirstSeen(
  selection: Selection,
  { github, base }: Pick<Destination, 'github' | 'base'>,
  { branches, nowMs }: { readonly branches: readonly string[]; readonly nowMs: number },
): Promise<Selection> {
  if (selection.selected.length === 0) return selection
  const bodies = await readProposalBodies(github, { base, branches })
  const seen = new Map(bodies.flatMap((body) => [...readFirstSeen(body)]))
  const selected = selection.selected.map((update) => {
    const tag = `${update.image.name}:${update.tag}@`
    const earlier = seen.get(versionKey(update))
    const firstSeenMs = earlier ?? nowMs
    const isReplaced = earlier === undefined && [...seen.keys()].some((key) => key.startsWith(tag))
    return { ...update, firstSeenMs, seenForMs: nowMs - firstSeenMs, isReplaced }
  })
  return { ...selection, selected }
}
