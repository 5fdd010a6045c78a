import { GitHubError } from '../../github/error'
import { type GitHub, openGitHub } from '../../github/octokit'
import { numberAt, textAt, valueAt } from '../../text/json'
import { CommandFailed, InvalidArgument } from '../error'
import type { CliEnvironment } from '../runtime'
import type { Git } from './git'
import { parseRemote } from './git'
import { runProgram } from './program'

/** The user's repository on GitHub. */
export interface Repository {
  readonly github: GitHub
  /** Spelled as GitHub spells it, because the roles' trust policies are case-sensitive. */
  readonly fullName: string
  readonly id: number
  readonly ownerId: number
  readonly isPrivate: boolean
  readonly branch: string
  /** Log-in of the token's owner; undefined for an app. */
  readonly viewer: string | undefined
}

/**
 * Opens the repository of a clone with the token of `GH_TOKEN`, `GITHUB_TOKEN` or the GitHub CLI.
 *
 * @param given `OWNER/NAME`; default: the remote `origin`
 * @throws CommandFailed, GitHubError
 */
export async function openRepository(
  git: Git,
  given: string | undefined,
  environment: CliEnvironment,
): Promise<Repository> {
  if (given !== undefined && !/^[\w-]+\/[\w.-]+$/.test(given))
    throw new InvalidArgument(`--repository: '${given}' is not OWNER/NAME.`)
  const name = await originOf(git, given)
  const [owner = '', repo = ''] = name.split('/')
  const { clock, progress, env } = environment
  const github = await openGitHub(
    {
      token: await findToken(environment, git.directory),
      apiUrl: env['GITHUB_API_URL'] || 'https://api.github.com',
      repository: { owner, name: repo },
    },
    { clock, log: { info: progress } },
  )
  return readRepository(github, name)
}

/** Returns the repository that the clone pushes to. @throws CommandFailed if that is another one than the given one */
async function originOf(git: Git, given: string | undefined): Promise<string> {
  const example = `https://github.com/${given ?? 'OWNER/NAME'}.git`
  const url = await git.ask('config', '--get', 'remote.origin.url')
  if (url === undefined)
    throw new CommandFailed(`The remote origin is missing. Add it: git remote add origin ${example}`)
  // Git replaces abbreviations of its configuration.
  const name = parseRemote(url) ?? parseRemote((await git.ask('remote', 'get-url', 'origin')) ?? '')
  const set = `git remote set-url origin ${example}`
  // The host of an SSH remote may be an alias of github.com.
  const isOtherServer = name === undefined && /^(?:https?|git):|\.ghe\.com[:/]/i.test(url)
  const advice = isOtherServer
    ? 'Other servers, such as GitHub Enterprise Server and ghe.com, are not supported.'
    : 'If it is an SSH alias of github.com, give --repository OWNER/NAME.'
  if (name === undefined && (given === undefined || isOtherServer))
    throw new CommandFailed(
      `The remote origin is '${url.replace(/\/\/[^@/]*@/, '//***@')}', not a repository on github.com. Change it: ${set}. ${advice}`,
    )
  if (name !== undefined && given !== undefined && name.toLowerCase() !== given.toLowerCase())
    throw new CommandFailed(
      `--repository is ${given}, and the remote origin of this clone is ${name}. Run the command in a clone of ${given}, or change the remote: ${set}`,
    )
  await requirePushUrl(git, given ?? name ?? '')
  return given ?? name ?? ''
}

/** @throws CommandFailed if `origin` pushes to another repository than it reads, such as a fork */
async function requirePushUrl(git: Git, name: string): Promise<void> {
  const urls = (await git.ask('config', '--get-all', 'remote.origin.pushurl'))?.split('\n') ?? []
  const other = urls
    .map(parseRemote)
    .find((pushed) => pushed !== undefined && pushed.toLowerCase() !== name.toLowerCase())
  if (other !== undefined)
    throw new CommandFailed(
      `The remote origin of this clone is ${name}, but Git pushes to ${other}. Run the command in a clone of the repository that deploys, or remove the other address: git config --unset-all remote.origin.pushurl`,
    )
}

async function findToken({ env }: CliEnvironment, directory: string): Promise<string> {
  const given = env['GH_TOKEN'] || env['GITHUB_TOKEN']
  if (given) return given
  const answer = await runProgram('gh', ['auth', 'token', '--hostname', 'github.com'], {
    directory,
    env,
  }).catch(() => undefined)
  if (answer?.exitCode === 0 && answer.stdout.trim() !== '') return answer.stdout.trim()
  throw new CommandFailed(
    'No GitHub token. Log in with the GitHub CLI: gh auth login --scopes repo,workflow. Or set GITHUB_TOKEN to a token with the scopes repo and workflow.',
  )
}

async function readRepository(github: GitHub, name: string): Promise<Repository> {
  const data = await readOrExplain(github, name)
  const [id, ownerId] = [numberAt(data, 'id'), numberAt(data, 'owner', 'id')]
  const [fullName, branch] = [textAt(data, 'full_name'), textAt(data, 'default_branch')]
  if (id === undefined || ownerId === undefined || fullName === undefined || branch === undefined)
    throw new CommandFailed(`GitHub described ${name} incompletely. Run the same command again.`)
  if (valueAt(data, 'permissions', 'admin') !== true)
    throw new CommandFailed(
      `The GitHub token has no administrator rights on ${fullName}, which variables, environments and rules need. Use the token of an administrator.`,
    )
  const isPrivate = valueAt(data, 'private') === true
  return { github, fullName, id, ownerId, isPrivate, branch, viewer: await readViewer(github) }
}

async function readOrExplain(github: GitHub, name: string): Promise<unknown> {
  try {
    return (await github.octokit.request('GET /repos/{owner}/{repo}', github.repo)).data
  } catch (error) {
    if (!(error instanceof GitHubError) || error.status !== 404) throw error
    throw new CommandFailed(
      `${name} does not exist on GitHub, or the token cannot read it. Create it: gh repo create ${name} --private`,
      { cause: error },
    )
  }
}

async function readViewer({ octokit }: GitHub): Promise<string | undefined> {
  try {
    return textAt((await octokit.request('GET /user')).data, 'login')
  } catch (error) {
    // Tokens of apps have no user.
    if (error instanceof GitHubError && (error.status === 403 || error.status === 404)) return undefined
    throw error
  }
}
