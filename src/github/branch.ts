import { GitHubError } from './error'
import type { GitHub } from './octokit'
import { retryWrite } from './retry-write'
import { itemsOf, numberAt, textAt, valueAt } from '../text/json'

export interface FileChange {
  readonly path: string
  readonly content: string
  readonly message: string
}

/** Returns the head of a branch, if the branch exists. */
export async function getBranchHead(github: GitHub, branch: string): Promise<string | undefined> {
  const ref = `heads/${branch}`
  const data = await undefinedIfNotFound(
    github.octokit.request('GET /repos/{owner}/{repo}/git/ref/{ref}', { ...github.repo, ref }),
  )
  return textAt(data, 'object', 'sha')
}

/**
 * Lists the branches whose names begin with a prefix.
 *
 * @throws GitHubError
 */
export async function listBranches(github: GitHub, prefix: string): Promise<string[]> {
  const { data } = await github.octokit.request('GET /repos/{owner}/{repo}/git/matching-refs/{ref}', {
    ...github.repo,
    ref: `heads/${prefix}`,
  })
  return itemsOf(data).flatMap((one) => /^refs\/heads\/(.+)$/s.exec(textAt(one, 'ref') ?? '')?.[1] ?? [])
}

/**
 * Compares two commits, branches or tags.
 *
 * @returns the position of `head`, as in `ahead`; undefined if one of them does not exist
 */
export async function compareCommits(
  github: GitHub,
  base: string,
  head: string,
): Promise<'ahead' | 'behind' | 'identical' | 'diverged' | undefined> {
  const basehead = `${base}...${head}`
  const data = await undefinedIfNotFound(
    github.octokit.request('GET /repos/{owner}/{repo}/compare/{basehead}', {
      ...github.repo,
      basehead,
      per_page: 1,
    }),
  )
  const status = textAt(data, 'status')
  return (['ahead', 'behind', 'identical', 'diverged'] as const).find((one) => one === status)
}

/** Returns the commits after `base` up to `head`, oldest first; undefined if `base` is not before `head`. */
export async function listCommitsBetween(
  github: GitHub,
  { base, head }: { readonly base: string; readonly head: string },
): Promise<readonly string[] | undefined> {
  const data = await undefinedIfNotFound(
    github.octokit.request('GET /repos/{owner}/{repo}/compare/{basehead}', {
      ...github.repo,
      basehead: `${base}...${head}`,
      per_page: 100,
    }),
  )
  if (textAt(data, 'status') !== 'ahead') return undefined
  const commits = itemsOf(valueAt(data, 'commits')).flatMap((one) => textAt(one, 'sha') ?? [])
  return numberAt(data, 'ahead_by') === commits.length ? commits : undefined
}

/** Reads a file of a commit, if it exists. */
export async function readFileAt(
  github: GitHub,
  { path, sha }: { readonly path: string; readonly sha: string },
): Promise<string | undefined> {
  const data = await undefinedIfNotFound(
    github.octokit.request('GET /repos/{owner}/{repo}/contents/{path}', { ...github.repo, path, ref: sha }),
  )
  const content = textAt(data, 'content')
  return content === undefined ? undefined : Buffer.from(content, 'base64').toString('utf8')
}

/** Creates a commit without a branch. GitHub signs commits of apps that set no author. */
export async function createCommit(
  github: GitHub,
  parent: string,
  { path, content, message }: FileChange,
): Promise<string> {
  const { data: base } = await github.octokit.request('GET /repos/{owner}/{repo}/git/commits/{commit_sha}', {
    ...github.repo,
    commit_sha: parent,
  })
  const { data: tree } = await github.octokit.request('POST /repos/{owner}/{repo}/git/trees', {
    ...github.repo,
    base_tree: base.tree.sha,
    tree: [{ path, mode: '100644', type: 'blob', content }],
  })
  const { data: commit } = await github.octokit.request('POST /repos/{owner}/{repo}/git/commits', {
    ...github.repo,
    message,
    tree: tree.sha,
    parents: [parent],
  })
  return commit.sha
}

/** Moves a branch to a commit. */
async function moveBranch(
  github: GitHub,
  { branch, sha, force }: { readonly branch: string; readonly sha: string; readonly force: boolean },
): Promise<void> {
  const ref = `heads/${branch}`
  await github.octokit.request('PATCH /repos/{owner}/{repo}/git/refs/{ref}', {
    ...github.repo,
    ref,
    sha,
    force,
  })
}

/** Lists the last hundred messages of commits that changed a file, newest first. */
export async function listCommitMessages(
  github: GitHub,
  { path, branch }: { readonly path: string; readonly branch: string },
): Promise<string[]> {
  const { data } = await github.octokit.request('GET /repos/{owner}/{repo}/commits', {
    ...github.repo,
    path,
    sha: branch,
    per_page: 100,
  })
  return itemsOf(data).flatMap((one) => textAt(one, 'commit', 'message') ?? [])
}

/**
 * Commits a file on top of a branch.
 *
 * @param old the content that the change is based on
 * @returns the commit; undefined if the file has another content now
 * @throws GitHubError
 */
export async function commitToBranch(
  github: GitHub,
  branch: string,
  { old, ...change }: FileChange & { readonly old: string },
): Promise<string | undefined> {
  const commit = async (): Promise<string | undefined> => {
    const head = await getBranchHead(github, branch)
    const current = head && (await readFileAt(github, { path: change.path, sha: head }))
    // An earlier attempt succeeded without a response.
    if (current === change.content) return head
    if (head === undefined || current !== old) return undefined
    const sha = await createCommit(github, head, change)
    await moveBranch(github, { branch, sha, force: false })
    return sha
  }
  return retryWrite(
    github,
    commit,
    (error) =>
      error.details.method !== 'GET' &&
      (error.isUncertain || /not a fast forward/i.test(error.serverMessage)),
  )
}

async function undefinedIfNotFound(request: Promise<{ readonly data: unknown }>): Promise<unknown> {
  try {
    return (await request).data
  } catch (error) {
    if (error instanceof GitHubError && error.status === 404) return undefined
    throw error
  }
}
