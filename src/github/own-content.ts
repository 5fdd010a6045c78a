import { GitHubError } from './error'
import type { GitHub } from './octokit'
import { tokenOwnerId } from './token-owner'
import { itemsOf, numberAt, textAt, valueAt } from '../text/json'

/** Each topic of a stack has its own comment on a pull request, or its own issue. */
export type Topic = 'plan' | 'plan-changed' | 'drift' | 'images'

/** Replaces the marker of duplicates. */
export const SUPERSEDED = '<!-- langfuse-deploy:superseded -->'

export interface OwnContent {
  /** Comment id or issue number. */
  readonly id: number
  /** GraphQL id. */
  readonly nodeId: string
  readonly url: string
  readonly body: string
}

interface Content extends OwnContent {
  readonly authorId: number | undefined
}

/** Returns the first line of a body: an HTML comment, which the stack's name cannot end. */
export function markerOf(topic: Topic, stack: string): string {
  // encodeURIComponent throws on lone surrogates.
  const name = encodeURIComponent(Buffer.from(stack).toString()).replace(/-(?=-)/g, '%2D')
  return `<!-- langfuse-deploy:${topic}:${name} -->`
}

/**
 * Finds the marked comments or issues of the token's owner, oldest first.
 * The owner is compared by id: a marker can be copied, and a login can be reassigned.
 *
 * @throws GitHubError
 */
export async function findOwnContent(
  github: GitHub,
  { marker, ownerId }: { readonly marker: string; readonly ownerId?: number | undefined },
  list: (select: (page: { readonly data: unknown }) => Content[]) => Promise<readonly Content[]>,
): Promise<readonly OwnContent[]> {
  const marked = await list(({ data }) =>
    itemsOf(data)
      .flatMap(parseContent)
      .filter(({ body }) => body.startsWith(marker)),
  )
  if (marked.length === 0) return []
  const owner = ownerId ?? (await tokenOwnerId(github))
  return marked.filter(({ authorId }) => authorId === owner).sort((a, b) => a.id - b.id)
}

/** GitHub lists pull requests as issues too. */
function parseContent(data: unknown): Content[] {
  const id = numberAt(data, 'number') ?? numberAt(data, 'id')
  const url = textAt(data, 'html_url')
  if (id === undefined || url === undefined || valueAt(data, 'pull_request') !== undefined) return []
  const [nodeId, body] = [textAt(data, 'node_id') ?? '', textAt(data, 'body') ?? '']
  return [{ id, nodeId, url, body, authorId: numberAt(data, 'user', 'id') }]
}

/** For searches whose failure must not fail a completed write. */
export function noneOnGitHubError(error: unknown): readonly OwnContent[] {
  if (error instanceof GitHubError) return []
  throw error
}
