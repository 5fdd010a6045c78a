import type { Annotation } from '../../github/annotations'
import { readContext } from '../../github/context'
import { GitHubError } from '../../github/error'
import type { RefreshInputs } from '../../inputs/inputs'
import { type Note, type RefreshReport, renderRefresh, renderUpdateTitle } from '../../report/refresh'
import { codeSpan } from '../../text/markdown'
import { openGitHubClient } from '../github-client'
import { readImages, selectImages } from '../images-file'
import type { Outcome } from '../outcome'
import type { Runtime } from '../runtime'
import { loadReleases } from './describe-update'
import { failedWrite, findDestination, type ProposedPull, type WriteResult } from './destination'
import { buildReport, checkFailure, checkImages, type Findings } from './findings'
import { ReleaseHistory } from './release-history'
import { updateDashboard } from './dashboard'
import { addFirstSeen } from './first-seen'
import { plainText } from './note'
import { listUsedBranches } from './propose-groups'
import { readScans } from './read-scans'
import { dropDeclined, holdBackPartialGroups, type Selection } from './select'
import { type WriteRequest, writeUpdates } from './write-updates'

/**
 * Proposes or commits updates of the pinned images.
 *
 * @throws InvalidInput, InvalidImages, InvalidContext
 */
export async function refresh(inputs: RefreshInputs, runtime: Runtime): Promise<Outcome> {
  const context = await readContext(runtime.env, runtime.readFile)
  const github = await openGitHubClient(inputs.githubToken, context, runtime)
  const destination = findDestination(inputs, context, github)
  const { text, images } = await readImages(inputs.images, runtime)
  // Source repositories are on github.com.
  const history = new ReleaseHistory(
    context.serverUrl === 'https://github.com' ? github : undefined,
    runtime.loadTrust,
  )
  const checks = await checkImages(selectImages(images, inputs.only), inputs, { history, runtime })
  const selection = holdBackPartialGroups(checks)
  const scans = inputs.scanFindings ? await readScans({ checks }, selection, { inputs, runtime }) : []
  const findings: Findings = { checks, history, runUrl: context.runUrl, scans }
  await loadReleases(selection.selected, history)
  const nowMs = runtime.clock.wallClockMs()
  const workspace = runtime.env['GITHUB_WORKSPACE'] ?? '.'
  const result =
    destination === undefined
      ? describeDryRun(selection, findings)
      : await writeSelection(selection, { inputs, text, workspace, findings, destination }, nowMs)
  for (const { image, tag } of result.selection.selected)
    runtime.log.info(`${image.name}: ${image.tag} → ${tag}`)
  const report = buildReport(result.selection, findings)
  for (const note of report.notes) runtime.log.info(plainText(note))
  const outcome = refreshOutcome(inputs, report, { findings, result })
  // Some images would be missing in the dashboard.
  if (!inputs.dashboard || destination === undefined || inputs.only.length > 0) return outcome
  const dashboard = { path: inputs.images, images, report, result }
  const problem = await updateDashboard(destination.github, dashboard)
  return problem === undefined ? outcome : { ...outcome, warnings: [...outcome.warnings, problem] }
}

const isWarning = ({ severity }: Note): boolean => severity === 'warning'
const isNotice = ({ severity }: Note): boolean => severity === 'notice'

const toAnnotation = (note: Note): Annotation => ({
  severity: 'notice',
  title: 'Images',
  message: plainText(note),
})

interface RefreshResult extends WriteResult {
  readonly selection: Selection
}

function describeDryRun(selection: Selection, findings: Findings): RefreshResult {
  const { updates } = buildReport(selection, findings)
  const message = `Nothing was written (${codeSpan('dry-run')}). Title of the change: ${renderUpdateTitle(updates)}`
  return { selection, message: updates.length > 0 ? message : '', warnings: [] }
}

/** Does not throw for an error of GitHub, because the summary must have the updates. */
async function writeSelection(
  selection: Selection,
  request: WriteRequest,
  nowMs: number,
): Promise<RefreshResult> {
  let remaining = selection
  try {
    const { destination } = request
    const branches = await listUsedBranches(selection.selected, destination)
    remaining = await dropDeclined(selection, destination, branches)
    remaining = await addFirstSeen(remaining, destination, { branches, nowMs })
    return { ...(await writeUpdates(remaining, request)), selection: remaining }
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error
    return { ...failedWrite(error), selection: remaining }
  }
}

/** Pull requests with commits of others are omitted, because their plan is not that of the updates. */
const toOutput = ({ upstream, number, url, sha }: ProposedPull) =>
  sha === undefined ? [] : [{ upstream, number, url, sha }]

function refreshOutcome(
  inputs: RefreshInputs,
  report: RefreshReport,
  { findings, result }: { readonly findings: Findings; readonly result: RefreshResult },
): Outcome {
  const updates = report.updates.map(({ name, from, to, toDigest }) => [name, { from, to, digest: toDigest }])
  const mode = inputs.dryRun ? 'dry-run' : inputs.mode
  const { pulls = [] } = result
  const [pull] = pulls
  return {
    outputs: {
      updated: String(report.updates.length),
      updates: JSON.stringify(Object.fromEntries(updates)),
      'pull-request-url': pull?.url ?? '',
      'pull-request-number': pull?.number.toString() ?? '',
      'pull-request-sha': pull?.sha ?? '',
      'pull-requests': JSON.stringify(pulls.flatMap(toOutput)),
      commit: result.commit ?? '',
    },
    summary: renderRefresh(report, { mode, outcome: result.message }),
    warnings: [...result.warnings, ...report.notes.filter(isWarning).map(plainText)],
    annotations: report.notes.filter(isNotice).map(toAnnotation),
    failure: result.failure ?? checkFailure(findings),
  }
}
