import { type GitHubAnswer, gitHubError } from './faults'
import { type Call, type GitHubState, nodeId } from './routes'

/** Answers the queries and mutations that the action uses. GraphQL reports errors with status 200. */
export function answerGraphql(state: GitHubState, { body, caller }: Call): GitHubAnswer {
  const query = String(body['query'])
  const variables = (body['variables'] ?? {}) as Readonly<Record<string, unknown>>
  if (/\bviewer\b/.test(query)) return answered({ viewer: { databaseId: caller.id, login: caller.login } })
  if (/\brepository\(/.test(query)) return answered({ repository: { id: repositoryNodeId(state) } })
  if (/\bupdateRefs\b/.test(query)) return updateRefs(state, variables)
  if (/\bminimizeComment\b/.test(query)) return minimizeComment(state, query, variables['id'])
  return gitHubError(400, 'The fake does not know this query')
}

const answered = (data: unknown): GitHubAnswer => ({ status: 200, body: { data } })

const failed = (data: unknown, type: string, message: string): GitHubAnswer => ({
  status: 200,
  body: { data, errors: [{ type, message }] },
})

const repositoryNodeId = ({ repositoryId }: GitHubState): string => `R_${repositoryId}`

function minimizeComment(state: GitHubState, query: string, id: unknown): GitHubAnswer {
  const comment = state.comments.find((one) => nodeId(one) === id)
  if (comment === undefined) {
    const message = `Could not resolve to a node with the global id of '${String(id)}'.`
    return failed({ minimizeComment: null }, 'NOT_FOUND', message)
  }
  comment.minimized = /classifier:\s*(\w+)/.exec(query)?.[1]
  return answered({ minimizeComment: { minimizedComment: { isMinimized: true } } })
}

const NO_COMMIT = '0'.repeat(40)

interface RefUpdate {
  readonly name: string
  readonly beforeOid: string
  readonly afterOid: string
  readonly force: boolean
}

function updateRefs(
  state: GitHubState,
  { repositoryId, refUpdates }: Readonly<Record<string, unknown>>,
): GitHubAnswer {
  const { history } = state
  const updates = refUpdates as readonly RefUpdate[]
  const refused = (type: string, message: string): GitHubAnswer => failed({ updateRefs: null }, type, message)
  if (repositoryId !== repositoryNodeId(state)) return refused('NOT_FOUND', 'Could not resolve to a node')
  for (const { name, beforeOid, afterOid, force } of updates) {
    const head = history.branchHead(branchOf(name)) ?? NO_COMMIT
    if (head !== beforeOid) return refused('UNPROCESSABLE', `${name} is at ${head} but expected ${beforeOid}`)
    const isForced = force || afterOid === NO_COMMIT || history.missing(afterOid, head).length === 0
    if (!isForced) return refused('UNPROCESSABLE', `${name} is not a fast forward`)
  }
  for (const { name, afterOid } of updates) {
    history.setBranchHead(branchOf(name), afterOid === NO_COMMIT ? undefined : afterOid)
    if (afterOid === NO_COMMIT) closePullsOf(state, branchOf(name))
  }
  return answered({ updateRefs: { clientMutationId: null } })
}

const branchOf = (name: string): string => name.replace(/^refs\/heads\//, '')

/** GitHub closes the pull requests of a deleted branch. */
function closePullsOf({ history }: GitHubState, branch: string): void {
  for (const pull of history.pulls.values()) if (pull.branch === branch) pull.state = 'closed'
}
