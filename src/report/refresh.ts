import { renderNotes } from './release-notes'
import { formatAge, formatBytes } from '../text/format'
import { code, type Column, prose, table } from '../text/markdown'
import { markerOf, trailerOf } from '../text/update-marker'

export interface ImageUpdate {
  readonly name: string
  readonly from: string
  readonly to: string
  readonly fromDigest: string
  readonly toDigest: string
  /** `retagged`: the same version, with other content; `moved`: a tag that is meant to move. */
  readonly kind: 'newer' | 'older' | 'retagged' | 'moved'
  /** Undefined when neither image nor release says. */
  readonly ageMs: number | undefined
  /** Address of the release. */
  readonly releaseUrl: string | undefined
  readonly compareUrl: string | undefined
  /** Bytes for one platform. */
  readonly size: number
  /** Undefined when the registry has the old one no more. */
  readonly oldSize: number | undefined
}

/** Releases that lie between, newest first, and the images that they are of. */
export interface NotesOf {
  readonly names: readonly string[]
  readonly from: string
  readonly to: string
  readonly releases: readonly { readonly tag: string; readonly url: string; readonly body: string }[]
}

export interface RefreshReport {
  readonly updates: readonly ImageUpdate[]
  readonly notes: readonly NotesOf[]
  /** Versions that were passed over, images that follow nothing: Markdown, a sentence each. */
  readonly remarks: readonly string[]
  /** Images that could not be looked at. */
  readonly failures: readonly { readonly name: string; readonly reason: string }[]
  readonly looked: number
  readonly runUrl: string
}

const COLUMNS: readonly Column[] = [
  { title: 'Image', align: 'left' },
  { title: 'From', align: 'left' },
  { title: 'To', align: 'left' },
  { title: 'Age', align: 'left' },
  { title: 'What is new', align: 'left' },
  { title: 'Size', align: 'right' },
]

/** GitHub takes 65,536 characters, some of which go to what stands around the notes. */
const MOST_NOTES_BYTES = 40_000
const LONGEST_TITLE = 120

export function renderTitle(updates: readonly ImageUpdate[]): string {
  const versions = [...new Set(updates.map(({ to }) => to))]
  const parts = versions.map((to) => {
    const names = updates.filter((one) => one.to === to).map(({ name }) => name)
    return `${listOf(names)} ${to}`
  })
  const title = `Refresh ${parts.join(', ')}`
  return title.length <= LONGEST_TITLE ? title : `Refresh ${count(updates.length, 'image')}`
}

/** Returns the message of a direct commit: the title, then one trailer per version. */
export const renderMessage = (updates: readonly ImageUpdate[]): string =>
  [renderTitle(updates), '', ...updates.map(trailerOf)].join('\n')

/** The text of the pull request. */
export function renderPull(report: RefreshReport): string {
  return [
    `**${count(report.updates.length, 'image')} to refresh.** Each is complete in its registry, with all platforms that the one it replaces has. Merge this to deploy.`,
    ...alarms(report.updates),
    tableOf(report.updates),
    ...notesSections(report.notes),
    ...asides(report),
    `<sub>Made by <a href="${report.runUrl}">this run</a>. It is updated by each refresh until it is merged, and closed when nothing is newer. Close it yourself to decline these versions. Push nothing else to its branch.</sub>`,
    markerOf(report.updates),
  ].join('\n\n')
}

export interface RefreshDone {
  readonly mode: 'pull-request' | 'direct' | 'dry-run'
  /** What became of the pull request, or of the file; Markdown. */
  readonly outcome: string
}

/** The job summary. */
export function renderRefresh(report: RefreshReport, { mode, outcome }: RefreshDone): string {
  const { updates, failures, looked } = report
  return [
    `## ${headline(report, mode)}`,
    outcome,
    ...(failures.length === 0
      ? []
      : [
          [
            '### Not looked at',
            '',
            ...failures.map(({ name, reason }) => `- **${name}**: ${code(reason)}`),
          ].join('\n'),
        ]),
    ...alarms(updates),
    ...(updates.length === 0 ? [] : [tableOf(updates)]),
    ...notesSections(report.notes),
    ...asides(report),
    ...(updates.length === 0 && failures.length === 0 ? [`${count(looked, 'image')} looked at.`] : []),
  ]
    .filter((text) => text !== '')
    .join('\n\n')
}

function headline({ updates, failures, looked }: RefreshReport, mode: RefreshDone['mode']): string {
  if (failures.length > 0) return `❌ ${failures.length} of ${count(looked, 'image')} not looked at`
  if (updates.length === 0) return '✅ Nothing to refresh'
  return `${mode === 'dry-run' ? '🔎' : '⬆️'} ${count(updates.length, 'image')} to refresh`
}

function alarms(updates: readonly ImageUpdate[]): string[] {
  const lines = updates.flatMap(({ name, kind, from, to, fromDigest, toDigest }) => {
    if (kind === 'older')
      return [
        `**${name} goes back, from ${code(from)} to ${code(to)}.** The newer one is not within \`follow\`, or is gone from the registry. Databases may not be able to go back: see to a backup first.`,
      ]
    if (kind === 'retagged')
      return [
        `**${name} ${code(to)} was re-tagged.** The same version now leads to other content: ${code(short(toDigest))} instead of ${code(short(fromDigest))}. Find out why before you merge.`,
      ]
    return []
  })
  return lines.length === 0
    ? []
    : [['> [!WARNING]', ...lines.map((line) => `> ${line}`)].join('\n>\n').replace(']\n>\n', ']\n')]
}

function tableOf(updates: readonly ImageUpdate[]): string {
  return table(COLUMNS, updates.map(cells))
}

function cells(update: ImageUpdate): string[] {
  const { name, from, to, fromDigest, toDigest, ageMs, releaseUrl, compareUrl } = update
  const isSameTag = from === to
  const shown = (tag: string, digest: string): string =>
    isSameTag ? `${code(tag)} ${code(short(digest))}` : code(tag)
  const links = [
    releaseUrl === undefined ? '' : `[notes](${releaseUrl})`,
    compareUrl === undefined ? '' : `[compare](${compareUrl})`,
  ].filter((link) => link !== '')
  const goesWrong = update.kind === 'older' || update.kind === 'retagged'
  const target = shown(to, toDigest)
  return [
    `**${name}**`,
    shown(from, fromDigest),
    goesWrong ? `**${target} ${update.kind === 'older' ? 'older' : 're-tagged'}**` : target,
    ageMs === undefined ? 'unknown' : formatAge(ageMs),
    links.join(' · ') || '—',
    sizeChange(update),
  ]
}

function sizeChange({ size, oldSize }: ImageUpdate): string {
  if (oldSize === undefined) return formatBytes(size)
  const difference = size - oldSize
  const sign = difference < 0 ? '−' : '+'
  return `${formatBytes(size)} (${difference === 0 ? '±0' : `${sign}${formatBytes(Math.abs(difference))}`})`
}

const short = (digest: string): string => digest.slice(0, 'sha256:'.length + 12)

/** Notes folded, one block an upstream; what does not fit is a link. */
function notesSections(notes: readonly NotesOf[]): string[] {
  const withReleases = notes.filter(({ releases }) => releases.length > 0)
  if (withReleases.length === 0) return []
  const share = Math.floor(MOST_NOTES_BYTES / withReleases.length)
  return ['### Release notes', ...withReleases.map((one) => notesOf(one, share))]
}

function notesOf({ names, from, to, releases }: NotesOf, mostBytes: number): string {
  const shown: string[] = []
  let bytes = 0
  for (const { tag, url, body } of releases) {
    const text = `#### [${prose(tag)}](${url})\n\n${renderNotes(body) || 'No notes.'}`
    bytes += Buffer.byteLength(text)
    if (bytes > mostBytes) break
    shown.push(text)
  }
  const left = releases.length - shown.length
  const last = releases[shown.length]
  const more =
    left === 0 || last === undefined
      ? []
      : [`… and ${count(left, 'more release')}, from [${prose(last.tag)}](${last.url}) down.`]
  const title = `${listOf(names)}: ${count(releases.length, 'release')}, ${from} → ${to}`
  return [`<details><summary>${title}</summary>`, ...shown, ...more, '</details>'].join('\n\n')
}

function asides({ remarks }: RefreshReport): string[] {
  return remarks.length === 0
    ? []
    : [['### Worth knowing', '', ...remarks.map((remark) => `- ${remark}`)].join('\n')]
}

/** `a`, `a and b`, `a, b and c`. */
function listOf(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
