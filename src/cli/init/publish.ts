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
  /** Paths of the new files to commit. */
  readonly paths: readonly string[]
}

/** @throws CommandFailed on another branch than the deployed one */
export async function requireBranch(git: Git, branch: string): Promise<void> {
  const current = await git.ask('symbolic-ref', '--short', 'HEAD')
  if (current === branch) return
  const isEmpty = (await git.ask('rev-parse', '--verify', '--quiet', 'HEAD')) === undefined
  const command = isEmpty ? `git switch --orphan ${branch}` : `git switch ${branch}`
  throw new CommandFailed(
    `The clone is on ${current ?? 'no branch'}, and ${branch} is deployed. Switch to it: ${command}`,
  )
}

/** Plans the commit of the files and the push to the deployed branch. @throws CommandFailed on another branch */
export async function planPublication(publication: Publication): Promise<Change[]> {
  const { git, repository, paths } = publication
  const { branch } = repository
  await requireBranch(git, branch)
  const commit: Change = {
    summary: `commit ${paths.length} files`,
    details: paths,
    apply: async () => {
      await git.run('add', '--', ...paths)
      await git.run('commit', '--quiet', '--message', 'feat: deploy Langfuse', '--', ...paths)
    },
  }
  const isPushed = paths.length === 0 && (await hasRemoteHead(git, branch))
  const push: Change = { summary: `push ${branch}`, apply: () => pushBranch(publication) }
  return [...(paths.length === 0 ? [] : [commit]), ...(isPushed ? [] : [push])]
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
    ? `${branch} has newer commits: run ${pull(branch)}, and the same command again.`
    : (PUSH_ADVICE.find(([pattern]) => pattern.test(stderr))?.[1] ??
      'Fix the cause and run the same command again: it continues.')
  throw new CommandFailed(`git push failed: ${stderr.trim()}\n${advice}`)
}

const PUSH_ADVICE: readonly (readonly [pattern: RegExp, advice: string])[] = [
  [/workflow.*scope/, 'Git uses a token without the scope workflow: gh auth refresh --scopes workflow'],
  [
    /could not read (?:Username|Password)|Authentication failed|terminal prompts disabled/,
    'Git has no credentials for github.com: gh auth setup-git. Then run the same command again.',
  ],
  [
    /Permission denied \(publickey\)|Host key verification failed/,
    'SSH has no access to github.com: check it with ssh -T git@github.com. Then run the same command again.',
  ],
]

/** The commit may be on the remote branch in another form, for example after a squash merge. */
const pull = (branch: string): string => `git pull --rebase origin ${branch}`

/** The rules of the branch require a pull request. */
async function openSetupPull(git: Git, { github, branch }: Repository): Promise<never> {
  if ((await git.run('ls-remote', 'origin', `refs/heads/${branch}`)) === '')
    throw new CommandFailed(
      `The rules of ${branch} reject its first push, and a pull request needs the branch. Create it with a README on GitHub, run ${pull(branch)}, and the same command again.`,
    )
  await git.run('push', '--quiet', '--force', 'origin', `HEAD:refs/heads/${SETUP_BRANCH}`)
  const url = await createPull(github, {
    head: SETUP_BRANCH,
    base: branch,
    title: 'feat: deploy Langfuse',
    body: 'Adds the Terraform root, `images.yaml` and the workflows that deploy Langfuse. Its merge starts the first deployment.',
  })
  throw new CommandFailed(
    `${branch} accepts no push, so there is a pull request: ${url}. Merge it, run ${pull(branch)}, and the same command again.`,
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
