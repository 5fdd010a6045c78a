import { code, prose } from '../github/markdown'
import { type OpenPull, propose, withdraw } from '../github/refresh-pull'
import {
  markerOf,
  type RefreshReport,
  renderPull,
  renderTitle,
  withoutMarker,
} from '../github/refresh-report'
import { committedPath, type RefreshFile, type RefreshOutcome, type RefreshPlace } from './refresh-place'

/**
 * Proposes the changed file.
 * @throws InvalidInput, GitHubError
 */
export async function proposeFile(
  { text, changed }: RefreshFile,
  report: RefreshReport,
  place: RefreshPlace,
): Promise<RefreshOutcome> {
  const { inputs, context, github, base } = place
  const path = await committedPath(text, place)
  const { branch } = inputs
  const title = renderTitle(report.updates)
  const proposed = await propose(github, {
    base,
    baseSha: context.sha,
    branch,
    path,
    content: changed,
    title,
    body: renderPull(report),
    marker: markerOf(report.updates),
  })
  if (proposed.kind === 'foreign') return foreign(branch, proposed.pull)
  if (proposed.kind === 'declined') return { told: declined(proposed.pull) }
  const { kind, pull, sha } = proposed
  const verb = { opened: 'Opened', updated: 'Updated', unchanged: 'There is already' }[kind]
  return { told: `${verb} ${linkTo(pull)}: ${prose(title)}`, pull, sha }
}

/** Closes what an earlier run proposed and nothing speaks for any more. */
export async function withdrawPull(place: RefreshPlace): Promise<RefreshOutcome> {
  const { inputs, context, github, base } = place
  const { branch } = inputs
  const why = `Nothing is newer than what ${code(base)} has: this was merged otherwise, or withdrawn upstream. Closed by [a refresh](${context.runUrl}).`
  const withdrawn = await withdraw(github, {
    branch,
    base,
    baseSha: context.sha,
    why,
    unmark: withoutMarker,
  })
  switch (withdrawn.kind) {
    case 'absent':
      return { told: '' }
    case 'foreign':
      return foreign(branch, withdrawn.pull)
    case 'closed':
      return { told: `Closed ${linkTo(withdrawn.pull)}, which nothing speaks for any more.` }
  }
}

const declined = (pull: OpenPull): string =>
  `${linkTo(pull)} proposed the same and was closed without being merged, so it is not proposed again. Reopen it if it is wanted after all; newer versions are proposed anew.`

function foreign(branch: string, pull: OpenPull | undefined): RefreshOutcome {
  const what = pull === undefined ? `the branch ${branch}` : `pull request #${pull.number}`
  const warning = `Someone else has pushed to ${branch}, so ${what} is left as it is: merge or close it, and delete the branch`
  return { told: '', warnings: [warning], pull }
}

const linkTo = ({ number, url }: OpenPull): string => `[#${number}](${url})`
