import { type OpenPull, propose, withdraw } from '../../github/update-pull-request'
import { type RefreshReport, renderPull, renderTitle } from '../../report/refresh'
import { committedPath, type RefreshFile, type RefreshOutcome, type Destination } from './destination'
import { code, prose } from '../../text/markdown'

/**
 * Proposes the changed file.
 *
 * @param baseSha the commit to build on, where it is not that of the run
 * @throws InvalidInput, GitHubError
 */
export async function proposeFile(
  { text, changed }: RefreshFile,
  report: RefreshReport,
  { place, baseSha = place.context.sha }: { readonly place: Destination; readonly baseSha?: string },
): Promise<RefreshOutcome> {
  const { inputs, github, base } = place
  const path = await committedPath(text, place)
  const { branch } = inputs
  const title = renderTitle(report.updates)
  const proposed = await propose(github, {
    ...{ base, baseSha, branch, path, title },
    content: changed,
    body: renderPull(report),
  })
  if (proposed.kind === 'foreign') return foreign(branch, proposed.pull)
  const { kind, pull, sha } = proposed
  const verb = { opened: 'Opened', updated: 'Updated', unchanged: 'There is already' }[kind]
  return { told: `${verb} ${linkTo(pull)}: ${prose(title)}`, pull, sha }
}

/** Closes what an earlier run proposed and nothing speaks for any more. @param why Markdown, a sentence */
export async function withdrawPull(
  place: Destination,
  why = `Nothing is newer than what ${code(place.base)} has: this was merged otherwise, declined, or withdrawn upstream.`,
): Promise<RefreshOutcome> {
  const { inputs, context, github, base } = place
  const { branch } = inputs
  const comment = `${why} Closed by [a refresh](${context.runUrl}).`
  const withdrawn = await withdraw(github, { branch, base, baseSha: context.sha, why: comment })
  switch (withdrawn.kind) {
    case 'absent':
      return { told: '' }
    case 'foreign':
      return foreign(branch, withdrawn.pull)
    case 'closed':
      return { told: `Closed ${linkTo(withdrawn.pull)}, which nothing speaks for any more.` }
  }
}

function foreign(branch: string, pull: OpenPull | undefined): RefreshOutcome {
  const what = pull === undefined ? `the branch ${branch}` : `pull request #${pull.number}`
  const warning = `Someone else has pushed to ${branch}, so ${what} is left as it is: merge or close it, and delete the branch`
  return { told: '', warnings: [warning], pull }
}

const linkTo = ({ number, url }: OpenPull): string => `[#${number}](${url})`
