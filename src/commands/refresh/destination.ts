import { createHash } from 'node:crypto'
import { relative, resolve, sep } from 'node:path'
import { readFileAt } from '../../github/branch'
import type { Context } from '../../github/context'
import type { GitHub } from '../../github/octokit'
import type { PullRequest } from '../../github/update-pull-request'
import { InvalidInput, type RefreshInputs } from '../../inputs/inputs'
import { codeSpan } from '../../text/markdown'
import { messageOf, reasonOf } from '../failure'
import type { Failure } from '../outcome'

export interface Destination {
  readonly github: GitHub
  readonly context: Context
  /** The branch of this run. */
  readonly base: string
  /** Each pull request has the branch `<branch>/<upstream>`. */
  readonly branch: string
  /** As `branch`, of releases that gave several files one name. */
  readonly earlierBranch?: string | undefined
  readonly deployWorkflow: string | undefined
}

export interface ProposedPull extends PullRequest {
  readonly upstream: string
  /** Names of its images. */
  readonly images: readonly string[]
  /** Head commit; undefined if others have changed the branch. */
  readonly sha?: string
}

export interface WriteResult {
  /** Markdown. */
  readonly message: string
  readonly warnings: readonly string[]
  readonly pulls?: readonly ProposedPull[]
  readonly commit?: string
  readonly failure?: Failure
}

export const NOTHING_WRITTEN: WriteResult = { message: '', warnings: [] }

/** Joins the results of several writes; the first commit and the first failure count. */
export function joinResults(results: readonly WriteResult[]): WriteResult {
  const commit = results.find((one) => one.commit !== undefined)?.commit
  const failures = results.flatMap(({ failure }) => failure ?? [])
  const [first] = failures
  const messages = [...new Set(failures.map(({ message }) => message))]
  return {
    message: [...new Set(results.map(({ message }) => message))].filter((text) => text !== '').join('\n\n'),
    warnings: results.flatMap(({ warnings }) => warnings),
    pulls: results.flatMap(({ pulls = [] }) => pulls),
    ...(commit !== undefined && { commit }),
    ...(first !== undefined && { failure: { ...first, message: messages.join('\n') } }),
  }
}

export function failedWrite(error: unknown): WriteResult {
  const message = messageOf(error)
  return {
    message: `❌ ${codeSpan(message)}`,
    warnings: [],
    failure: { reason: reasonOf(error), message },
  }
}

/**
 * @returns undefined in a dry run
 * @throws InvalidInput without a token or a branch
 */
export function findDestination(
  { dryRun, mode, branch, images, deployWorkflow }: RefreshInputs,
  context: Context,
  github: GitHub | undefined,
): Destination | undefined {
  if (dryRun) return undefined
  if (github === undefined)
    throw new InvalidInput(
      `github-token: is empty, and refresh ${mode === 'direct' ? 'commits' : 'opens a pull request'} with it. Set a token.`,
    )
  const base = /^refs\/heads\/(.+)$/.exec(context.ref)?.[1]
  if (base === undefined)
    throw new InvalidInput(
      `command: refresh changes a branch, and this run is for '${context.ref}'. Start it by schedule, workflow_dispatch or push.`,
    )
  // Git allows no branch whose name is the folder of another one.
  if (base === branch || `${branch}/`.startsWith(`${base}/`) || base.startsWith(`${branch}/`))
    throw new InvalidInput(
      `branch: '${branch}' collides with '${base}', the branch of this run. Set another name for the pull requests.`,
    )
  return { github, context, base, branch, earlierBranch: withoutHash(branch, images), deployWorkflow }
}

/** refresh.yml adds the hash of Git to the names of some paths. */
function withoutHash(branch: string, images: string): string | undefined {
  const path = images.replace(/^\.\//, '')
  const hash = createHash('sha1')
    .update(`blob ${Buffer.byteLength(path)}\0${path}`)
    .digest('hex')
  const suffix = `-${hash.slice(0, 8)}`
  return branch.endsWith(suffix) ? branch.slice(0, -suffix.length) : undefined
}

/** @throws InvalidInput if the file is not in the workspace */
export function pathInRepository(imagesPath: string, workspace: string): string {
  const path = relative(workspace, resolve(imagesPath)).split(sep).join('/')
  if (path.startsWith('../') || path.startsWith('/'))
    throw new InvalidInput(`images: '${imagesPath}' is not in the workspace, so no commit can change it.`)
  return path
}

/**
 * Returns the path of images.yaml in the repository.
 *
 * @throws InvalidInput if the file has uncommitted changes, which would be committed too
 */
export async function findCommittedPath(
  { path: imagesPath, text }: { readonly path: string; readonly text: string },
  workspace: string,
  { github, context }: Destination,
): Promise<string> {
  const path = pathInRepository(imagesPath, workspace)
  const committed = await readFileAt(github, { path, sha: context.sha })
  if (committed === text) return path
  const problem = committed === undefined ? 'has no such file' : 'has a different file'
  throw new InvalidInput(
    `images: commit ${context.sha.slice(0, 7)} ${problem} (${path}). Check out the repository into the workspace and change nothing before this step.`,
  )
}
