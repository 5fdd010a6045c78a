import { type GitHubAnswer, refuse } from './faults'
import { type Call, type GitHubState, nodeId } from './routes'

/** The query and the mutation that this project knows; GraphQL tells errors with status 200. */
export function answerGraphql(state: GitHubState, { body, caller }: Call): GitHubAnswer {
  const query = String(body['query'])
  if (/\bviewer\b/.test(query)) {
    return { status: 200, body: { data: { viewer: { databaseId: caller.id, login: caller.login } } } }
  }
  if (!/\bminimizeComment\b/.test(query)) return refuse(400, 'The fake does not know this query')
  const id = (body['variables'] as Record<string, unknown> | undefined)?.['id']
  const comment = state.comments.find((one) => nodeId(one) === id)
  if (comment === undefined) {
    const message = `Could not resolve to a node with the global id of '${String(id)}'.`
    return {
      status: 200,
      body: { data: { minimizeComment: null }, errors: [{ type: 'NOT_FOUND', message }] },
    }
  }
  comment.minimized = /classifier:\s*(\w+)/.exec(query)?.[1]
  return { status: 200, body: { data: { minimizeComment: { minimizedComment: { isMinimized: true } } } } }
}
