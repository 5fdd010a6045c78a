import { createHash } from 'node:crypto'
import { type GitHubAnswer, gitHubError } from './faults'
import type { FakePull, Identity } from './history'
import type { Call, GitHubState } from './routes'

type Files = Readonly<Record<string, string>>

export class FakeGit {
  private readonly trees = new Map<string, Files>()
  private readonly blobs = new Map<string, string>()
  private readonly filesOf = new Map<string, Files>()
  private readonly authors = new Map<string, Identity>()
  private readonly messages = new Map<string, string>()
  private readonly signed = new Set<string>()

  filesAt(commit: string): Files {
    return this.filesOf.get(commit) ?? {}
  }

  author(commit: string): Identity | undefined {
    return this.authors.get(commit)
  }

  put(commit: string, files: Files, author?: Identity): void {
    this.filesOf.set(commit, files)
    if (author !== undefined) this.authors.set(commit, author)
  }

  /** Whether GitHub made the commit itself, and therefore signed it. */
  isSigned(commit: string): boolean {
    return this.signed.has(commit)
  }

  sign(commit: string): void {
    this.signed.add(commit)
  }

  message(commit: string): string {
    return this.messages.get(commit) ?? 'a change'
  }

  say(commit: string, message: string): void {
    this.messages.set(commit, message)
  }

  addTree(files: Files): string {
    const sorted = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))
    const sha = createHash('sha1').update(JSON.stringify(sorted)).digest('hex')
    this.trees.set(sha, Object.fromEntries(sorted))
    for (const [, content] of sorted) this.blobs.set(blobSha(content), content)
    return sha
  }

  blob(sha: string): string | undefined {
    return this.blobs.get(sha)
  }

  tree(sha: string): Files | undefined {
    return this.trees.get(sha)
  }
}

const blobSha = (content: string): string => createHash('sha1').update(`blob ${content}`).digest('hex')

const NOT_FOUND = gitHubError(404, 'Not Found')
const branchIn = (ref: unknown): string => String(ref).replace(/^(?:refs\/)?heads\//, '')

export function readRef({ history }: GitHubState, { params }: Call): GitHubAnswer {
  const sha = history.branchHead(branchIn(params['ref']))
  return sha === undefined ? NOT_FOUND : refAnswer(200, `refs/${params['ref'] ?? ''}`, sha)
}

export function listMatchingRefs({ history }: GitHubState, { params }: Call): GitHubAnswer {
  const prefix = `refs/${params['ref'] ?? ''}`
  const refs = history.branches().map((branch) => `refs/heads/${branch}`)
  const body = refs
    .filter((ref) => ref.startsWith(prefix))
    .map((ref) => ({ ref, object: { sha: history.branchHead(branchIn(ref)), type: 'commit' } }))
  return { status: 200, body }
}

export function createRef({ history }: GitHubState, { body }: Call): GitHubAnswer {
  const [ref, sha] = [String(body['ref']), String(body['sha'])]
  if (!ref.startsWith('refs/heads/')) return gitHubError(422, 'Reference name must start with refs/')
  if (history.branchHead(branchIn(ref)) !== undefined) return gitHubError(422, 'Reference already exists')
  if (!history.has(sha)) return gitHubError(422, 'Object does not exist')
  // Git cannot have a branch whose name is the folder of another one.
  const isFolder = history
    .branches()
    .some((one) => one.startsWith(`${branchIn(ref)}/`) || branchIn(ref).startsWith(`${one}/`))
  if (isFolder) return gitHubError(422, 'Reference update failed')
  history.setBranchHead(branchIn(ref), sha)
  return refAnswer(201, ref, sha)
}

export function updateRef({ history }: GitHubState, { params, body }: Call): GitHubAnswer {
  const branch = branchIn(params['ref'])
  const old = history.branchHead(branch)
  const sha = String(body['sha'])
  if (old === undefined) return gitHubError(422, 'Reference does not exist')
  if (body['force'] !== true && history.missing(sha, old).length > 0)
    return gitHubError(422, 'Update is not a fast forward')
  history.setBranchHead(branch, sha)
  return refAnswer(200, `refs/heads/${branch}`, sha)
}

export function deleteRef({ history }: GitHubState, { params }: Call): GitHubAnswer {
  const branch = branchIn(params['ref'])
  if (history.branchHead(branch) === undefined) return gitHubError(422, 'Reference does not exist')
  history.setBranchHead(branch, undefined)
  return { status: 204, body: undefined }
}

const refAnswer = (status: number, ref: string, sha: string): GitHubAnswer => ({
  status,
  body: { ref, object: { sha, type: 'commit' } },
})

export function readCommit({ history, git }: GitHubState, { params }: Call): GitHubAnswer {
  const sha = params['commit_sha'] ?? ''
  if (!history.has(sha)) return NOT_FOUND
  return { status: 200, body: { sha, tree: { sha: git.addTree(git.filesAt(sha)) } } }
}

export function readTree({ history, git }: GitHubState, { params }: Call): GitHubAnswer {
  const sha = params['tree_sha'] ?? ''
  if (!history.has(sha)) return NOT_FOUND
  const files = git.filesAt(sha)
  const tree = Object.entries(files).map(([path, content]) => ({
    ...{ path, mode: '100644', type: 'blob', sha: blobSha(content) },
  }))
  return { status: 200, body: { sha: git.addTree(files), truncated: false, tree } }
}

export function createTree({ git }: GitHubState, { body }: Call): GitHubAnswer {
  const base = git.tree(String(body['base_tree']))
  if (base === undefined) return gitHubError(422, 'base_tree is not a valid tree oid')
  const files: Record<string, string> = { ...base }
  for (const { path, content, sha } of body['tree'] as {
    path: string
    content?: string
    sha?: string | null
  }[]) {
    const text = content ?? git.blob(sha ?? '')
    if (text !== undefined) files[path] = text
    else if (sha === null && path in files) Reflect.deleteProperty(files, path)
    else return gitHubError(422, `tree.sha ${String(sha)} is not a valid blob`)
  }
  return { status: 201, body: { sha: git.addTree(files) } }
}

export function createCommit({ history, git }: GitHubState, { body, caller }: Call): GitHubAnswer {
  const files = git.tree(String(body['tree']))
  if (files === undefined) return gitHubError(422, 'Tree SHA does not exist')
  const sha = history.addCommit(body['parents'] as string[])
  git.put(sha, files, caller)
  git.say(sha, String(body['message']))
  // GitHub signs the commits of Apps, unless they name an author.
  if (caller.type === 'Bot' && body['author'] === undefined) git.sign(sha)
  return { status: 201, body: { sha } }
}

/** Lists commits along the first parents; tests have no other history. */
export function listCommits({ history, git }: GitHubState, { query }: Call): GitHubAnswer {
  const path = query.get('path') ?? ''
  const commits = []
  let sha = history.branchHead(query.get('sha') ?? 'main')
  while (sha !== undefined) {
    const [parent] = history.parentsOf(sha)
    const isTouched = git.filesAt(sha)[path] !== git.filesAt(parent ?? '')[path]
    if (isTouched) commits.push({ sha, commit: { message: git.message(sha) } })
    sha = parent
  }
  return { status: 200, body: commits.slice(0, Number(query.get('per_page') ?? 30)) }
}

export function readContents({ history, git }: GitHubState, { params, query }: Call): GitHubAnswer {
  const ref = query.get('ref') ?? 'main'
  const text = git.filesAt(history.has(ref) ? ref : (history.branchHead(ref) ?? ''))[params['path'] ?? '']
  if (text === undefined) return NOT_FOUND
  // GitHub wraps base64 content into lines.
  const content = Buffer.from(text).toString('base64').replace(/.{60}/g, '$&\n')
  return { status: 200, body: { type: 'file', encoding: 'base64', path: params['path'], content } }
}

/** A git tag of another repository has the commit that `tagCommits` names; otherwise each release has its own. */
export function readTaggedCommit(state: GitHubState, { params }: Call): GitHubAnswer {
  const repository = `${params['owner'] ?? ''}/${params['repo'] ?? ''}`
  const tag = /^tags\/(.+)$/.exec(params['ref'] ?? '')?.[1] ?? ''
  const isReleased = state.releases.get(repository)?.some((release) => release['tag_name'] === tag) ?? false
  const key = `${repository}@${tag}`
  const sha = state.tagCommits.has(key)
    ? state.tagCommits.get(key)
    : isReleased
      ? commitOfTag(repository, tag)
      : undefined
  if (sha !== undefined) return { status: 200, body: { sha } }
  return gitHubError(422, `No commit found for SHA: tags/${tag}`)
}

/** The commit of a release's git tag. */
export const commitOfTag = (repository: string, tag: string): string =>
  createHash('sha1').update(`${repository}@${tag}`).digest('hex')

export function listReleases(state: GitHubState, { params, query }: Call): GitHubAnswer {
  const all = state.releases.get(`${params['owner'] ?? ''}/${params['repo'] ?? ''}`)
  if (all === undefined) return NOT_FOUND
  const size = Number(query.get('per_page') ?? 30)
  const from = (Number(query.get('page') ?? 1) - 1) * size
  return { status: 200, body: all.slice(from, from + size) }
}

export function listAttestations(state: GitHubState, { params, query }: Call): GitHubAnswer {
  const { owner = '', repo = '', subject_digest: digest = '' } = params
  const bundles = state.attestations.get(`${owner}/${repo}@${digest}`)
  if (bundles === undefined) return NOT_FOUND
  const size = Number(query.get('per_page') ?? 30)
  return { status: 200, body: { attestations: bundles.slice(0, size).map((bundle) => ({ bundle })) } }
}

export function isAskedFor(pull: FakePull, query: URLSearchParams, owner: string): boolean {
  const head = query.get('head')
  const base = query.get('base')
  return (
    pull.state === (query.get('state') ?? 'open') &&
    (head === null || head === `${owner}:${pull.branch ?? ''}`) &&
    (base === null || base === pull.base)
  )
}
