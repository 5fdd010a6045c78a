import { GitHubError } from '../../github/error'
import { textAt } from '../../text/json'
import { CommandFailed } from '../error'
import type { Git } from './git'
import type { Repository } from './github-repository'
import type { Change } from './steps'

const SETUP_BRANCH = 'langfuse-deploy/init'

/** GitHub's rejections of a push by branch protection or a ruleset. */
const PROTECTED = /GH006|GH013|protected branch|rule violations/i

export interface Publication {
  readonly git: Git
  readonly repository: Repository
  /** Paths of the files to commit. */
  readonly paths: readonly string[]
}

/** Plans the commit of the files and the push to the deployed branch. @throws CommandFailed on another branch */
export async function planPublication(publication: Publication): Promise<Change[]> {
  const { git, repository, paths } = publication
  const { branch } = repository
  const current = await git.ask('symbolic-ref', '--short', 'HEAD')
  if (current !== branch)
    throw new CommandFailed(
      `The clone is on ${current ?? 'no branch'}, and ${branch} is deployed. Switch to it: git switch ${branch}`,
    )
  const changed = await git.run('status', '--porcelain', '--untracked-files=all', '--', ...paths)
  const commit: Change = {
    summary: `commit ${changed.split('\n').length} files`,
    details: changed.split('\n'),
    apply: async () => {
      await git.run('add', '--', ...paths)
      await git.run('commit', '--quiet', '--message', 'feat: deploy Langfuse', '--', ...paths)
    },
  }
  const isPushed = changed === '' && (await hasRemoteHead(git, branch))
  const push: Change = { summary: `push ${branch}`, apply: () => pushBranch(publication) }
  return [...(changed === '' ? [] : [commit]), ...(isPushed ? [] : [push])]
}

/** Whether the remote branch contains the local head. */
async function hasRemoteHead(git: Git, branch: string): Promise<boolean> {
  const head = await git.ask('rev-parse', '--verify', '--quiet', 'HEAD')
  if (head === undefined) return false
  const remote = (await git.run('ls-remote', 'origin', `refs/heads/${branch}`)).split(/\s/)[0] ?? ''
  if (remote === head) return true
  if (remote === '') return false
  // The remote branch may be newer, and then has to be fetched.
  await git.attempt('fetch', '--quiet', 'origin', branch)
  return (await git.attempt('merge-base', '--is-ancestor', head, remote)).exitCode === 0
}

async function pushBranch({ git, repository }: Publication): Promise<void> {
  const { branch } = repository
  const { exitCode, stderr } = await git.attempt('push', '--quiet', 'origin', `HEAD:refs/heads/${branch}`)
  if (exitCode === 0) return
  if (PROTECTED.test(stderr)) return openSetupPull(git, repository)
  const advice = /non-fast-forward|fetch first/.test(stderr)
    ? `${branch} has newer commits: run git pull --rebase, and the same command again.`
    : /workflow.*scope/.test(stderr)
      ? 'Git uses a token without the scope workflow: gh auth refresh --scopes workflow'
      : 'Fix the cause and run the same command again: it continues.'
  throw new CommandFailed(`git push failed: ${stderr.trim()}\n${advice}`)
}

/** The rules of the branch require a pull request. */
async function openSetupPull(git: Git, { github, branch }: Repository): Promise<never> {
  await git.run('push', '--quiet', '--force', 'origin', `HEAD:refs/heads/${SETUP_BRANCH}`)
  const url = await createPull(github, {
    head: SETUP_BRANCH,
    base: branch,
    title: 'feat: deploy Langfuse',
    body: 'Adds the Terraform root, `images.yaml` and the workflows that deploy Langfuse. Its merge starts the first deployment.',
  })
  throw new CommandFailed(
    `${branch} accepts no push, so there is a pull request: ${url}. Merge it, run git pull, and the same command again.`,
  )
}

export interface NewPull {
  readonly head: string
  readonly base: string
  readonly title: string
  readonly body: string
}

/** Opens a pull request, or finds the open one of the same branch. @returns its URL @throws GitHubError */
export async function createPull({ octokit, repo }: Repository['github'], pull: NewPull): Promise<string> {
  try {
    return (await octokit.request('POST /repos/{owner}/{repo}/pulls', { ...repo, ...pull })).data.html_url
  } catch (error) {
    if (!(error instanceof GitHubError) || error.status !== 422) throw error
    const head = `${repo.owner}:${pull.head}`
    const { data } = await octokit.request('GET /repos/{owner}/{repo}/pulls', {
      ...repo,
      head,
      state: 'open',
    })
    const url = textAt(data[0], 'html_url')
    if (url === undefined) throw error
    return url
  }
}
