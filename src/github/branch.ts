import { GitHubError } from './error'
import type { GitHub } from './octokit'
import { itemsOf, textAt } from '../text/json'

/** A file as a commit is to have it. */
export interface FileChange {
  readonly path: string
  readonly content: string
  /** Of the commit. */
  readonly message: string
}

/** The commit that a branch points to; undefined when there is no such branch. */
export async function getBranchHead(github: GitHub, branch: string): Promise<string | undefined> {
  const ref = `heads/${branch}`
  const data = await orUndefined(
    github.octokit.request('GET /repos/{owner}/{repo}/git/ref/{ref}', { ...github.repo, ref }),
  )
  return textAt(data, 'object', 'sha')
}

/** A file of a commit; undefined when the commit has none there. */
export async function readFileAt(
  github: GitHub,
  { path, sha }: { readonly path: string; readonly sha: string },
): Promise<string | undefined> {
  const data = await orUndefined(
    github.octokit.request('GET /repos/{owner}/{repo}/contents/{path}', { ...github.repo, path, ref: sha }),
  )
  const content = textAt(data, 'content')
  return content === undefined ? undefined : Buffer.from(content, 'base64').toString('utf8')
}

/**
 * Makes a commit that no branch points to yet.
 * Without author and committer GitHub names the owner of the token, and signs where that is an app.
 */
export async function commitOn(
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
  const { data: made } = await github.octokit.request('POST /repos/{owner}/{repo}/git/commits', {
    ...github.repo,
    message,
    tree: tree.sha,
    parents: [parent],
  })
  return made.sha
}

/** @param force also where the branch loses commits by it */
export async function moveBranch(
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

/** Messages of the last hundred commits of a branch that touched a file, the newest first. */
export async function messagesOf(
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

const ATTEMPTS = 3

/**
 * Commits a file to a branch itself, on top of what others have pushed meanwhile.
 *
 * @param old the file as the change was made from
 * @returns the commit; undefined when the file of the branch is another by now
 * @throws GitHubError
 */
export async function commitTo(
  github: GitHub,
  branch: string,
  { old, ...change }: FileChange & { readonly old: string },
): Promise<string | undefined> {
  for (let attempt = 1; ; attempt++) {
    const tip = await getBranchHead(github, branch)
    const now = tip && (await readFileAt(github, { path: change.path, sha: tip }))
    // As an attempt has left it whose answer was lost.
    if (now === change.content) return tip
    if (tip === undefined || now !== old) return undefined
    try {
      const sha = await commitOn(github, tip, change)
      await moveBranch(github, { branch, sha, force: false })
      return sha
    } catch (error) {
      if (attempt >= ATTEMPTS || !isWorthAnother(error)) throw error
    }
  }
}

function isWorthAnother(error: unknown): boolean {
  return error instanceof GitHubError && (error.isUncertain || /not a fast forward/i.test(error.words))
}

async function orUndefined(request: Promise<{ readonly data: unknown }>): Promise<unknown> {
  try {
    return (await request).data
  } catch (error) {
    if (error instanceof GitHubError && error.status === 404) return undefined
    throw error
  }
}
