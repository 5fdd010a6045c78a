import { type CommentRequest, upsertComment } from '../../github/comment'
import type { GitHub } from '../../github/octokit'

export interface CommentResult {
  readonly url: string | undefined
  readonly warnings: readonly string[]
}

export const NO_COMMENT: CommentResult = { url: undefined, warnings: [] }

/** Returns a failure as a warning: the job summary has the same text. */
export async function postComment(
  github: GitHub | undefined,
  comment: CommentRequest,
): Promise<CommentResult> {
  if (github === undefined)
    return { url: undefined, warnings: ['No comment was written: github-token is empty.'] }
  const outcome = await upsertComment(github, comment)
  if (outcome.kind === 'written') return { url: outcome.url, warnings: [] }
  return { url: undefined, warnings: outcome.kind === 'failed' ? [outcome.reason] : [] }
}
