import { MAX_BODY_BYTES } from '../github/limits'
import { type ImageUpdate, updateTable, updateWarnings } from './image-updates'
import { joinNames } from './list-section'
import { renderReleaseNotes } from './release-notes'
import { renderFindings, type ScannedImage } from './scan-findings'
import { codeSpan, escapeMarkdown, plural } from '../text/markdown'
import { renderCommitTrailer, renderFirstSeen, renderUpdateMarker } from '../text/update-marker'

export type { ImageUpdate } from './image-updates'

/** Releases after `from`, newest first. */
export interface ReleaseNotes {
  readonly names: readonly string[]
  readonly from: string
  readonly to: string
  readonly releases: readonly { readonly tag: string; readonly url: string; readonly body: string }[]
}

/** `info`: nothing to do; `notice`: the pinned version is not the newest; `warning`: an update is missing. */
export interface Note {
  readonly severity: 'info' | 'notice' | 'warning'
  /** Markdown sentence. */
  readonly text: string
}

export interface RefreshReport {
  readonly updates: readonly ImageUpdate[]
  readonly releaseNotes: readonly ReleaseNotes[]
  readonly notes: readonly Note[]
  readonly failures: readonly { readonly name: string; readonly reason: string }[]
  readonly checkedCount: number
  readonly scans?: readonly ScannedImage[]
  readonly runUrl: string
}

/** The remaining third is for the tables. */
const MAX_RELEASE_NOTES_BYTES = (MAX_BODY_BYTES * 2) / 3
const MAX_UPDATE_TITLE_LENGTH = 120

/** Returns a title: `Update langfuse-web to 3.10.0`. */
export function renderUpdateTitle(updates: readonly ImageUpdate[]): string {
  const versions = [...new Set(updates.map(({ to }) => to))]
  const parts = versions.map((to) => {
    const names = updates.filter((one) => one.to === to).map(({ name }) => name)
    return `${joinNames(names)} to ${to}`
  })
  const title = `Update ${parts.join(', ')}`
  return title.length <= MAX_UPDATE_TITLE_LENGTH ? title : `Update ${plural(updates.length, 'image')}`
}

/** Returns the message of a direct commit, with one trailer per version. */
export const renderCommitMessage = (updates: readonly ImageUpdate[]): string =>
  [renderUpdateTitle(updates), '', ...updates.map(renderCommitTrailer)].join('\n')

/** Renders the pull request's description. */
export function renderPullRequest(report: RefreshReport): string {
  return [
    `**${plural(report.updates.length, 'image update')}.** Each new image is complete in its registry and has all platforms of the image it replaces${exceptPlatforms(report.updates)}. Merge this pull request to deploy.`,
    ...updateWarnings(report.updates),
    updateTable(report.updates),
    ...renderFindings(report.scans ?? []),
    ...releaseNotesParts(report.releaseNotes),
    ...noteParts(report),
    `<sub>Created by <a href="${report.runUrl}">this run</a>. Each refresh updates this pull request until it is merged, and closes it when no update is left. Close it to decline these versions. Do not push other commits to its branch.</sub>`,
    [renderUpdateMarker(report.updates), renderFirstSeen(report.updates)]
      .filter((text) => text !== '')
      .join('\n'),
  ].join('\n\n')
}

const exceptPlatforms = (updates: readonly ImageUpdate[]): string =>
  updates.some(({ missingPlatforms = [] }) => missingPlatforms.length > 0) ? ', except where noted' : ''

export interface RefreshSummaryOptions {
  readonly mode: 'pull-request' | 'direct' | 'dry-run'
  /** Markdown. */
  readonly outcome: string
}

/** Renders the job summary of `refresh`. */
export function renderRefresh(report: RefreshReport, { mode, outcome }: RefreshSummaryOptions): string {
  const { updates, failures, checkedCount } = report
  const hasNothing = updates.length === 0 && failures.length === 0
  return [
    `## ${refreshTitle(report, mode)}`,
    outcome,
    ...failureParts(report),
    ...updateWarnings(updates),
    ...(updates.length === 0 ? [] : [updateTable(updates)]),
    ...renderFindings(report.scans ?? []),
    ...releaseNotesParts(report.releaseNotes),
    ...noteParts(report),
    ...(hasNothing ? [`${plural(checkedCount, 'image')} checked.`] : []),
  ]
    .filter((text) => text !== '')
    .join('\n\n')
}

function refreshTitle(
  { updates, failures, checkedCount, notes }: RefreshReport,
  mode: RefreshSummaryOptions['mode'],
): string {
  if (failures.length > 0) return `❌ ${failures.length} of ${plural(checkedCount, 'image')} not checked`
  if (updates.length === 0) return emptyTitle(notes)
  return `${mode === 'dry-run' ? '🔎' : '⬆️'} ${plural(updates.length, 'image update')}`
}

/** Without notes, the pinned versions are the newest ones. */
function emptyTitle(notes: readonly Note[]): string {
  const warnings = notes.filter(({ severity }) => severity === 'warning').length
  if (warnings > 0) return `⚠️ No image updates, ${plural(warnings, 'warning')}`
  return notes.length > 0 ? `ℹ️ No image updates now, ${plural(notes.length, 'note')}` : '✅ No image updates'
}

const REFRESH_NEXT_STEP = '**Next step:** Fix the cause and re-run the job.'

function failureParts({ failures }: RefreshReport): string[] {
  const lines = failures.map(({ name, reason }) => `- **${name}**: ${codeSpan(reason)}`)
  return lines.length === 0 ? [] : [['### Errors', '', ...lines].join('\n'), REFRESH_NEXT_STEP]
}

function releaseNotesParts(notes: readonly ReleaseNotes[]): string[] {
  const withReleases = notes.filter(({ releases }) => releases.length > 0)
  if (withReleases.length === 0) return []
  const maxBytes = Math.floor(MAX_RELEASE_NOTES_BYTES / withReleases.length)
  return ['### Release notes', ...withReleases.map((one) => releaseNotesBlock(one, maxBytes))]
}

function releaseNotesBlock({ names, from, to, releases }: ReleaseNotes, maxBytes: number): string {
  const shown: string[] = []
  let bytes = 0
  for (const { tag, url, body } of releases) {
    const text = `#### [${escapeMarkdown(tag)}](${url})\n\n${renderReleaseNotes(body) || 'No notes.'}`
    bytes += Buffer.byteLength(text)
    if (bytes > maxBytes) break
    shown.push(text)
  }
  const first = releases[shown.length]
  const more =
    first === undefined
      ? []
      : [
          `… and ${plural(releases.length - shown.length, 'older release')}, starting with [${escapeMarkdown(first.tag)}](${first.url}).`,
        ]
  const title = `${joinNames(names)}: ${plural(releases.length, 'release')}, ${from} → ${to}`
  return [`<details><summary>${title}</summary>`, ...shown, ...more, '</details>'].join('\n\n')
}

function noteParts({ notes }: RefreshReport): string[] {
  return notes.length === 0 ? [] : [['### Notes', '', ...notes.map(({ text }) => `- ${text}`)].join('\n')]
}
