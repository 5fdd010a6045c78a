import { relative, resolve, sep } from 'node:path'
import type { Context } from '../github/context'
import { code, prose } from '../github/markdown'
import type { GitHub } from '../github/octokit'
import { type OpenPull, propose, readFileAt, withdraw } from '../github/refresh-pull'
import { type RefreshReport, renderPull, renderTitle } from '../github/refresh-report'
import { InvalidInput, type RefreshInputs } from '../inputs'

/** What became of the pull request. */
export interface PullOutcome {
  /** Markdown for the summary. */
  readonly told: string
  readonly warnings: readonly string[]
  readonly pull?: OpenPull | undefined
  /** Head of the branch. */
  readonly sha?: string | undefined
}

export interface PullPlace {
  readonly inputs: RefreshInputs
  readonly context: Context
  readonly github: GitHub
  /** The branch that is to be merged into. */
  readonly base: string
}

/** @throws InvalidInput where there is no branch to propose to, or it would propose to itself */
export function baseOf({ ref }: Context, branch: string): string {
  const base = /^refs\/heads\/(.+)$/.exec(ref)?.[1]
  if (base === undefined)
    throw new InvalidInput(
      `command: refresh proposes a change of a branch, and this run is for '${ref}'; start it by schedule, workflow_dispatch or push`,
    )
  if (base === branch)
    throw new InvalidInput(`branch: '${branch}' is the one that this run is for; give another`)
  return base
}

/** Where the file is in the repository. */
function pathOf(images: string, workspace: string | undefined): string {
  const path = relative(workspace ?? '.', resolve(images))
    .split(sep)
    .join('/')
  if (!path.startsWith('../') && !path.startsWith('/')) return path
  throw new InvalidInput(`images: '${images}' is not in the workspace, so that no pull request can change it`)
}

/**
 * Proposes the changed file.
 * @throws InvalidInput when the file is not the one of the commit: what else is in it would be proposed too
 */
export async function proposeFile(
  { text, changed }: { readonly text: string; readonly changed: string },
  report: RefreshReport,
  { place, workspace }: { readonly place: PullPlace; readonly workspace: string | undefined },
): Promise<PullOutcome> {
  const { inputs, context, github, base } = place
  const path = pathOf(inputs.images, workspace)
  const committed = await readFileAt(github, { path, sha: context.sha })
  if (committed !== text) {
    const what = committed === undefined ? 'has no such file' : 'has another file there'
    throw new InvalidInput(
      `images: commit ${context.sha.slice(0, 7)} ${what} (${path}); check out the repository into the workspace, and change nothing before this step`,
    )
  }
  const { branch } = inputs
  const title = renderTitle(report.updates)
  const body = renderPull(report)
  const proposal = { base, baseSha: context.sha, branch, path, content: changed, title, body }
  const proposed = await propose(github, proposal)
  if (proposed.kind === 'foreign') return foreign(branch, proposed.pull)
  const { kind, pull, sha } = proposed
  const verb = { opened: 'Opened', updated: 'Updated', unchanged: 'There is already' }[kind]
  return { told: `${verb} ${linkTo(pull)}: ${prose(title)}`, warnings: [], pull, sha }
}

/** Closes what an earlier run proposed and nothing speaks for any more. */
export async function withdrawPull({ inputs, context, github, base }: PullPlace): Promise<PullOutcome> {
  const { branch } = inputs
  const why = `Nothing is newer than what ${code(base)} has: this was merged otherwise, or withdrawn upstream. Closed by [a refresh](${context.runUrl}).`
  const withdrawn = await withdraw(github, { branch, base, baseSha: context.sha, why })
  switch (withdrawn.kind) {
    case 'absent':
      return { told: '', warnings: [] }
    case 'foreign':
      return foreign(branch, withdrawn.pull)
    case 'closed':
      return { told: `Closed ${linkTo(withdrawn.pull)}, which nothing speaks for any more.`, warnings: [] }
  }
}

function foreign(branch: string, pull: OpenPull | undefined): PullOutcome {
  const what = pull === undefined ? `the branch ${branch}` : `pull request #${pull.number}`
  const warning = `Someone else has pushed to ${branch}, so ${what} is left as it is: merge or close it, and delete the branch`
  return { told: '', warnings: [warning], pull }
}

const linkTo = ({ number, url }: OpenPull): string => `[#${number}](${url})`
