import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { type GitHubAnswer, type GitHubFault, GitHubFaults, type GitHubMatch, gitHubError } from './faults'
import { FakeGit } from './git'
import { answerGraphql } from './graphql'
import { ACTIONS_BOT, type FakePull, History, type Identity, type PullOptions } from './history'
import { accepted, mayDo, type Permissions } from './permissions'
import { addIssue, type FakeIssue } from './issues'
import { RepositorySettings } from './settings'
import { addComment, type FakeComment, type GitHubState, ROUTES } from './routes'

export interface GitHubRequest {
  readonly method: string
  /** Path below the API's root, without the query. */
  readonly path: string
  readonly query: URLSearchParams
  readonly body: unknown
  readonly headers: IncomingMessage['headers']
  /** Undefined if the connection was closed. */
  answer: GitHubAnswer | undefined
}

export interface FakeGitHubOptions {
  readonly owner?: string
  readonly repo?: string
  /** `/api/v3` for GitHub Enterprise Server. */
  readonly basePath?: string
}

interface Owner {
  readonly identity: Identity
  readonly rights: 'read' | 'write' | Permissions
}

/**
 * In-process GitHub API with one repository: pull requests, commits, comments, issues, tokens, pagination and limits.
 * {@link FakeGitHub.stop} checks all requests against GitHub's OpenAPI document and GraphQL schema.
 */
export class FakeGitHub {
  readonly requests: GitHubRequest[] = []
  /** Called for each request before it is answered. */
  onRequest: (request: GitHubRequest) => void = () => undefined
  /** A `GITHUB_TOKEN` with write permissions. */
  readonly token: string
  private readonly faults = new GitHubFaults()
  private readonly owners = new Map<string, Owner>()

  private constructor(
    private readonly server: Server,
    private readonly basePath: string,
    readonly state: GitHubState,
  ) {
    this.token = this.tokenOf(ACTIONS_BOT)
    server.on('request', (request, response) => void this.serve(request, response))
  }

  static async start(options: FakeGitHubOptions = {}): Promise<FakeGitHub> {
    const { owner = 'acme', repo = 'langfuse', basePath = '' } = options
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${basePath}`
    const history = new History()
    const state = {
      url,
      owner,
      repo,
      repositoryId: 4711,
      history,
      comments: [],
      issues: [],
      git: new FakeGit(),
      releases: new Map(),
      attestations: new Map(),
      labels: new Map(),
      tagCommits: new Map(),
      workflows: { known: new Set(['deploy.yml']), started: [] },
      settings: new RepositorySettings(),
      indexLag: 0,
    }
    return new FakeGitHub(server, basePath, state)
  }

  get url(): string {
    return this.state.url
  }

  get history(): History {
    return this.state.history
  }

  get comments(): readonly FakeComment[] {
    return this.state.comments
  }

  tokenOf(identity: Identity, rights: Owner['rights'] = 'write'): string {
    const token = `${identity.type === 'Bot' ? 'ghs' : 'ghp'}_fake${this.owners.size}`
    this.owners.set(token, { identity, rights })
    return token
  }

  openPull(options?: PullOptions): FakePull {
    return this.history.openPull(options)
  }

  /** Adds a comment that exists before the action runs. */
  comment(pull: FakePull, author: Identity, body: string): FakeComment {
    return addComment(this.state, { pull: pull.number, author, body })
  }

  get issues(): readonly FakeIssue[] {
    return this.state.issues
  }

  /** Adds an issue that exists before the action runs. */
  openIssue(author: Identity, body: string): FakeIssue {
    return addIssue(this.state, { author, title: 'An issue', body })
  }

  commit(branch: string, files: Readonly<Record<string, string>>, author?: Identity): string {
    const before = this.history.branchHead(branch)
    const sha = this.history.push(branch)
    const { git } = this.state
    git.put(sha, { ...(before === undefined ? {} : git.filesAt(before)), ...files }, author)
    return sha
  }

  /** Plans a fault for the next `times` matching requests; for all if absent. */
  fault(match: GitHubMatch, fault: GitHubFault, times = Infinity): void {
    this.faults.add(match, fault, times)
  }

  get calls(): string[] {
    return this.requests.map(({ method, path }) => `${method} ${path}`)
  }

  /** @throws Error if a request violated GitHub's API description */
  async stop(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
    const { contractBreaches } = await import('./contract')
    const breaches = contractBreaches(this.requests)
    if (breaches.length > 0)
      throw new Error(`Requests that GitHub's API does not describe:\n${breaches.join('\n')}`)
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams: query } = new URL(request.url ?? '', this.url)
    // On GitHub Enterprise Server, GraphQL is not below the root of the REST API.
    const path = pathname === '/api/graphql' ? '/graphql' : pathname.slice(this.basePath.length)
    const sent = await text(request)
    const body: unknown = sent === '' ? undefined : JSON.parse(sent)
    const { method = 'GET', headers } = request
    const record: GitHubRequest = {
      method,
      path: this.named(path),
      query,
      body,
      headers,
      answer: undefined,
    }
    this.requests.push(record)
    this.onRequest(record)
    const fault = this.faults.take(record)
    if (fault?.kind === 'reset') return void response.destroy()
    if (fault?.kind === 'silent') return
    record.answer = fault?.kind === 'answer' ? fault.answer : this.answer(record)
    if (fault?.kind === 'lost') record.answer = gitHubError(502, 'Bad Gateway')
    send(response, record.answer, fault?.kind)
  }

  /** Resolves the repository id, which links to pages contain. */
  private named(path: string): string {
    const { repositoryId, owner, repo } = this.state
    return path.replace(`/repositories/${repositoryId}/`, `/repos/${owner}/${repo}/`)
  }

  private answer(request: GitHubRequest): GitHubAnswer {
    const { method, path, query, body, headers } = request
    const token = /^(?:token|bearer) (\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? ''
    const owner = this.owners.get(token)
    if (owner === undefined) return gitHubError(401, 'Bad credentials')
    const call = { query, body: (body ?? {}) as Record<string, unknown>, caller: owner.identity }
    if (path === '/graphql') return answerGraphql(this.state, { ...call, params: {} })
    for (const [verb, template, handler] of ROUTES) {
      const params = verb === method ? match(template, path) : undefined
      if (params === undefined) continue
      // Releases, git tags and attestations of other repositories can be read.
      const isPublic = /\/(?:releases|commits\/\{ref\}|attestations\/\{subject_digest\})$/.test(template)
      if (!this.isHere(params) && !isPublic) return gitHubError(404, 'Not Found')
      if (!isAllowed(owner, method, template)) return notAllowed(template)
      return handler(this.state, { ...call, params })
    }
    return gitHubError(404, 'Not Found')
  }

  private isHere({ owner, repo }: Readonly<Record<string, string>>): boolean {
    const same = (a: string | undefined, b: string): boolean =>
      a === undefined || a.toLowerCase() === b.toLowerCase()
    return same(owner, this.state.owner) && same(repo, this.state.repo)
  }
}

function isAllowed({ rights }: Owner, method: string, template: string): boolean {
  if (typeof rights !== 'string') return mayDo(rights, method, template)
  return method === 'GET' || rights === 'write'
}

const notAllowed = (template: string): GitHubAnswer => ({
  ...gitHubError(403, 'Resource not accessible by integration'),
  headers: { 'x-accepted-github-permissions': accepted(template) },
})

function match(template: string, path: string): Record<string, string> | undefined {
  const pattern = template.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')
  const groups = new RegExp(`^${pattern}$`).exec(path)
  if (groups === null) return undefined
  const values = Object.entries(groups.groups ?? {})
  return Object.fromEntries(values.map(([name, value]) => [name, decodeURIComponent(value)]))
}

function send(
  response: ServerResponse,
  { status, body, headers }: GitHubAnswer,
  fault: GitHubFault['kind'] | undefined,
): void {
  const json = status === 204 ? '' : JSON.stringify(body)
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(json),
    'x-github-request-id': 'FAKE:1',
    'x-ratelimit-limit': '1000',
    'x-ratelimit-remaining': '999',
    'x-ratelimit-reset': String(Math.floor(Date.now() / 1000) + 3600),
    ...headers,
  })
  const half = json.slice(0, json.length / 2)
  if (fault === 'cut') response.write(half, () => response.destroy())
  else if (fault === 'stalled') response.write(half)
  else response.end(json)
}
