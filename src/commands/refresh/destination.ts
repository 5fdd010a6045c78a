import { relative, resolve, sep } from 'node:path'
import { readFileAt } from '../../github/branch'
import type { Context } from '../../github/context'
import { type GitHub, openGitHub } from '../../github/octokit'
import type { OpenPull } from '../../github/update-pull-request'
import { InvalidInput, type RefreshInputs } from '../../inputs/inputs'
import type { Failure, Runtime } from '../runtime'

/** Where newer images are to go. */
export interface Destination {
  readonly inputs: RefreshInputs
  readonly context: Context
  readonly github: GitHub
  /** The branch that this run is for. */
  readonly base: string
  readonly workspace: string
}

/** The file of images, as it is and as it is to be. */
export interface RefreshFile {
  readonly text: string
  readonly changed: string
}

/** What became of newer images. */
export interface RefreshOutcome {
  /** Markdown for the summary. */
  readonly told: string
  readonly warnings?: readonly string[]
  readonly pull?: OpenPull | undefined
  /** Head of the branch of the pull request. */
  readonly sha?: string
  /** Commit on the branch that this run is for. */
  readonly commit?: string
  readonly failure?: Failure
}

/**
 * @returns undefined where nothing is to be written
 * @throws InvalidInput where there is no branch to write to, or nothing to write with
 */
export function destinationFor(
  inputs: RefreshInputs,
  { context, github, env }: { context: Context; github: GitHub | undefined; env: Runtime['env'] },
): Destination | undefined {
  if (inputs.dryRun) return undefined
  if (github === undefined)
    throw new InvalidInput(
      `github-token: is empty; refresh ${inputs.mode === 'direct' ? 'commits' : 'opens a pull request'} with it`,
    )
  const base = baseOf(context, inputs.branch)
  return { inputs, context, github, base, workspace: env['GITHUB_WORKSPACE'] ?? '.' }
}

export async function openDestination(
  { githubToken: token }: RefreshInputs,
  { apiUrl, repository }: Context,
  runtime: Runtime,
): Promise<GitHub | undefined> {
  if (token === undefined) return undefined
  runtime.log.mask(token)
  return openGitHub({ token, apiUrl, repository }, runtime)
}

function baseOf({ ref }: Context, branch: string): string {
  const base = /^refs\/heads\/(.+)$/.exec(ref)?.[1]
  if (base === undefined)
    throw new InvalidInput(
      `command: refresh changes a branch, and this run is for '${ref}'; start it by schedule, workflow_dispatch or push`,
    )
  if (base === branch)
    throw new InvalidInput(`branch: '${branch}' is the one that this run is for; give another`)
  return base
}

/**
 * Path of the file in the repository.
 * @throws InvalidInput when the file is not the one of the commit: what else is in it would be committed too
 */
export async function committedPath(text: string, place: Destination): Promise<string> {
  const { inputs, context, github, workspace } = place
  const path = relative(workspace, resolve(inputs.images)).split(sep).join('/')
  if (path.startsWith('../') || path.startsWith('/'))
    throw new InvalidInput(
      `images: '${inputs.images}' is not in the workspace, so that no commit can change it`,
    )
  const committed = await readFileAt(github, { path, sha: context.sha })
  if (committed === text) return path
  const what = committed === undefined ? 'has no such file' : 'has another file there'
  throw new InvalidInput(
    `images: commit ${context.sha.slice(0, 7)} ${what} (${path}); check out the repository into the workspace, and change nothing before this step`,
  )
}
