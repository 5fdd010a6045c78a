import { MAX_TITLE_LENGTH } from '../github/limits'
import { codeSpan, type Column, table } from '../text/markdown'
import { escapeWorkflowCommands, toPrintableLine } from '../text/sanitize'
import type { RefreshReport } from './refresh'

/** State of an image in the dashboard. */
export interface DashboardImage {
  readonly name: string
  readonly tag: string
  readonly follow: string | undefined
  /** `2027-01-31`; undefined if unknown. */
  readonly supportedUntil: string | undefined
  /** Pull request with its update. */
  readonly pull?: { readonly number: number; readonly url: string } | undefined
}

export interface Dashboard {
  readonly images: readonly DashboardImage[]
  readonly report: RefreshReport
  /** Markdown. */
  readonly outcome: string
}

const COLUMNS: readonly Column[] = [
  { title: 'Image', align: 'left' },
  { title: 'Pinned', align: 'left' },
  { title: 'Follow', align: 'left' },
  { title: 'Update', align: 'left' },
  { title: 'Security updates until', align: 'left' },
]

/** Returns the title of the dashboard issue. */
export function renderDashboardTitle(path: string): string {
  return `Image updates: ${toPrintableLine(escapeWorkflowCommands(path))}`.slice(0, MAX_TITLE_LENGTH)
}

/** Renders the body of the dashboard issue. */
export function renderDashboard({ images, report, outcome }: Dashboard): string {
  const { notes, failures, runUrl } = report
  return [
    `Updates, waiting versions, warnings and errors of the last refresh. Each refresh updates this issue, and closes it when every image is the newest one within \`follow\`.`,
    outcome,
    table(
      COLUMNS,
      images.map((image) => imageCells(image, report)),
    ),
    ...section(
      'Not checked',
      failures.map(({ name, reason }) => `**${name}**: ${codeSpan(reason)}`),
    ),
    ...section(
      'Warnings',
      notes.filter(({ severity }) => severity === 'warning').map(({ text }) => text),
    ),
    ...section(
      'Notes',
      notes.filter(({ severity }) => severity !== 'warning').map(({ text }) => text),
    ),
    `<sub>Updated by <a href="${runUrl}">this run</a>.</sub>`,
  ]
    .filter((text) => text !== '')
    .join('\n\n')
}

function imageCells(
  { name, tag, follow, supportedUntil, pull }: DashboardImage,
  { updates, failures }: RefreshReport,
): string[] {
  const update = updates.find((one) => one.name === name)
  const isChecked = failures.every((one) => one.name !== name)
  const unconfirmed = update?.unconfirmed === undefined ? '' : ' (not confirmed)'
  const link = pull === undefined ? '' : ` [#${pull.number}](${pull.url})`
  return [
    `**${name}**`,
    codeSpan(tag),
    follow === undefined ? '—' : codeSpan(follow),
    update === undefined
      ? isChecked
        ? '—'
        : 'not checked'
      : `**${codeSpan(update.to)}**${unconfirmed}${link}`,
    supportedUntil ?? 'unknown',
  ]
}

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [[`### ${title}`, '', ...lines.map((line) => `- ${line}`)].join('\n')]
