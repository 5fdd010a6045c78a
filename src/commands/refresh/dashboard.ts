import { GitHubError } from '../../github/error'
import { syncIssue } from '../../github/issue'
import type { GitHub } from '../../github/octokit'
import type { PinnedImage } from '../../images/images-yaml'
import { findSupport } from '../../images/support'
import type { RefreshReport } from '../../report/refresh'
import { renderDashboard, renderDashboardTitle } from '../../report/refresh-dashboard'
import type { WriteResult } from './destination'

export interface DashboardRequest {
  /** Of images.yaml; each file has its own issue. */
  readonly path: string
  readonly images: readonly PinnedImage[]
  readonly report: RefreshReport
  readonly result: Pick<WriteResult, 'message' | 'pulls'>
}

/**
 * Opens, updates or closes the dashboard issue.
 *
 * @returns a warning if GitHub refuses it, which does not fail the refresh
 */
export async function updateDashboard(
  github: GitHub,
  { path, images, report, result }: DashboardRequest,
): Promise<string | undefined> {
  const { updates, failures, notes } = report
  const isOpen =
    updates.length > 0 || failures.length > 0 || notes.some(({ severity }) => severity !== 'info')
  const body = renderDashboard({
    images: images.map((image) => toDashboardImage(image, result.pulls)),
    report,
    outcome: result.message,
  })
  try {
    await syncIssue(github, {
      topic: 'images',
      stack: path,
      title: renderDashboardTitle(path),
      body,
      state: isOpen ? 'open' : 'closed',
    })
    return undefined
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error
    return `The dashboard issue could not be written. ${error.message}`
  }
}

function toDashboardImage(image: PinnedImage, pulls: WriteResult['pulls'] = []) {
  const { name, tag, follow } = image
  const pull = pulls.find(({ images }) => images.includes(name))
  const endsMs = findSupport(image)?.endsMs
  const supportedUntil = endsMs === undefined ? undefined : new Date(endsMs).toISOString().slice(0, 10)
  return { name, tag, follow, supportedUntil, pull }
}
