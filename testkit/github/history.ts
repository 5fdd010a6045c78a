import { createHash } from 'node:crypto'

export interface Identity {
  readonly login: string
  readonly id: number
  readonly type: 'User' | 'Bot'
}

export const ACTIONS_BOT: Identity = { login: 'github-actions[bot]', id: 41_898_282, type: 'Bot' }
export const PERSON: Identity = { login: 'octocat', id: 583_231, type: 'User' }

export interface FakePull {
  readonly number: number
  title: string
  body: string
  /** Head branch; undefined for a pull request with fixed commits. */
  readonly branch: string | undefined
  readonly author: Identity
  readonly base: string
  readonly isFork: boolean
  commits: readonly string[]
  state: 'open' | 'closed'
  locked: boolean
  mergedAt: string | null
  mergeSha: string | null
  readonly reviews: FakeReview[]
}

export interface FakeReview {
  readonly author: Identity
  readonly state: 'APPROVED' | 'CHANGES_REQUESTED' | 'DISMISSED'
  readonly commit: string
  readonly submittedAt: string
}

export interface PullOptions {
  readonly title?: string
  readonly author?: Identity
  readonly base?: string
  readonly isFork?: boolean
  /** Number of commits, or their hashes. */
  readonly commits?: number | readonly string[]
  readonly body?: string
  readonly branch?: string
}

/** GitHub's times have no fractions of a second. */
const gitHubTime = (date: Date): string => date.toISOString().replace(/\.\d+Z$/, 'Z')

/** Commits, branches and pull requests of a repository, with GitHub's merge methods. */
export class History {
  readonly pulls = new Map<number, FakePull>()
  private readonly parents = new Map<string, readonly string[]>()
  private readonly tips = new Map<string, string>()
  private readonly pullsOf = new Map<string, Set<number>>()

  constructor() {
    this.branch('main')
  }

  branch(name: string): string {
    const tip = this.commit([])
    this.tips.set(name, tip)
    return tip
  }

  branchHead(branch: string): string | undefined {
    return this.tips.get(branch)
  }

  branches(): string[] {
    return [...this.tips.keys()]
  }

  setBranchHead(branch: string, sha: string | undefined): void {
    if (sha === undefined) this.tips.delete(branch)
    else this.tips.set(branch, sha)
  }

  addCommit(parents: readonly string[]): string {
    return this.commit(parents)
  }

  has(sha: string): boolean {
    return this.parents.has(sha)
  }

  parentsOf(sha: string): readonly string[] {
    return this.parents.get(sha) ?? []
  }

  /** Adds a commit to a branch without a pull request. */
  push(branch: string): string {
    const sha = this.commit([this.tip(branch)])
    this.tips.set(branch, sha)
    return sha
  }

  openPull(options: PullOptions = {}): FakePull {
    const { title = 'Larger database', author = PERSON, base = 'main', isFork = false, commits = 2 } = options
    const pull: FakePull = {
      number: this.pulls.size + 7,
      title,
      body: options.body ?? '',
      branch: options.branch,
      author,
      base,
      isFork,
      commits: typeof commits === 'number' ? this.chain(this.tip(base), commits) : commits,
      state: 'open',
      locked: false,
      mergedAt: null,
      mergeSha: null,
      reviews: [],
    }
    this.pulls.set(pull.number, pull)
    this.associate(pull, pull.commits)
    return pull
  }

  /** Pushes a commit to a pull request. @returns its new head */
  pushTo(pull: FakePull): string {
    const sha = this.commit(pull.commits.slice(-1))
    pull.commits = [...pull.commits, sha]
    this.associate(pull, [sha])
    return sha
  }

  /** Approves the head of a pull request. */
  approve(pull: FakePull, at = new Date()): void {
    const commit = pull.commits.at(-1) ?? ''
    pull.reviews.push({ author: PERSON, state: 'APPROVED', commit, submittedAt: gitHubTime(at) })
  }

  /** @returns the new head of the base branch */
  merge(pull: FakePull, how: 'merge' | 'squash' | 'rebase'): string {
    const tip = this.tip(pull.base)
    const added =
      how === 'merge'
        ? [this.commit([tip, pull.commits.at(-1) ?? ''])]
        : this.chain(tip, how === 'squash' ? 1 : pull.commits.length)
    const sha = added.at(-1) ?? ''
    this.tips.set(pull.base, sha)
    this.associate(pull, added)
    this.markMerged(pull, sha)
    return sha
  }

  /** Marks a pull request as merged, which GitHub also does if another one contained its commits. */
  markMerged(pull: FakePull, sha: string): void {
    pull.state = 'closed'
    pull.mergedAt = gitHubTime(new Date())
    pull.mergeSha = sha
    this.associate(pull, [sha])
  }

  pullsWith(sha: string): FakePull[] {
    return [...(this.pullsOf.get(sha) ?? [])].flatMap((number) => this.pulls.get(number) ?? [])
  }

  missing(base: string, head: string): string[] {
    const known = this.ancestors(base)
    return [...this.ancestors(head)].filter((sha) => !known.has(sha))
  }

  private ancestors(sha: string): Set<string> {
    const seen = new Set<string>()
    const open = [sha]
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seen.has(next)) continue
      seen.add(next)
      open.push(...this.parentsOf(next))
    }
    return seen
  }

  private chain(from: string, length: number): string[] {
    const commits = [from]
    for (let index = 0; index < length; index++) commits.push(this.commit([commits.at(-1) ?? from]))
    return commits.slice(1)
  }

  private commit(parents: readonly string[]): string {
    const sha = createHash('sha1').update(`commit ${this.parents.size}`).digest('hex')
    this.parents.set(sha, parents)
    return sha
  }

  private tip(branch: string): string {
    return this.tips.get(branch) ?? this.branch(branch)
  }

  private associate({ number }: FakePull, commits: readonly string[]): void {
    for (const sha of commits) this.pullsOf.set(sha, (this.pullsOf.get(sha) ?? new Set()).add(number))
  }
}
