import { formatBytes, formatRate, formatSeconds } from '../text/format'
import { code, type Column, prose, table } from '../text/markdown'

/** One image in the summary of `mirror`. */
export interface MirrorRow {
  readonly name: string
  readonly tag: string
  readonly digest: string
  readonly status: 'copied' | 'present' | 'planned' | 'failed'
  /** Bytes of the whole image; undefined when nobody had to ask. */
  readonly size: number | undefined
  /** Bytes that went over the line, or would. */
  readonly sentBytes: number
  /** Bytes that another repository of the target had, and shared. */
  readonly mountedBytes: number
  /** Bytes that the repository had already. */
  readonly presentBytes: number
  readonly seconds: number | undefined
  readonly reason: string | undefined
}

export interface MirrorReport {
  /** Registry and prefix. */
  readonly target: string
  readonly rows: readonly MirrorRow[]
  readonly warnings: readonly string[]
  readonly seconds: number
  readonly dryRun: boolean
}

const COLUMNS: readonly Column[] = [
  { title: 'Image', align: 'left' },
  { title: 'Tag', align: 'left' },
  { title: 'Digest', align: 'left' },
  { title: 'Size', align: 'right' },
  { title: 'What happened', align: 'left' },
  { title: 'Time', align: 'right' },
  { title: 'Speed', align: 'right' },
]

/** The job summary: what came of it in one sentence, what failed and why, then the table. */
export function renderMirror(report: MirrorReport): string {
  const failed = report.rows.filter(({ status }) => status === 'failed')
  return [
    `## ${title(report, failed.length)}`,
    `${sentence(report)} Target: ${code(report.target)}`,
    ...failures(failed),
    tableOf(report.rows),
    ...warnings(report.warnings),
    ...references(report),
  ].join('\n\n')
}

function title({ dryRun, rows }: MirrorReport, failed: number): string {
  if (failed > 0) return `❌ ${failed} of ${count(rows.length, 'image')} not mirrored`
  return dryRun ? '🔎 What would be mirrored' : `✅ ${count(rows.length, 'image')} mirrored`
}

/** The outcome in one line, for the log as well. */
export function sentence({ rows, seconds, dryRun }: MirrorReport): string {
  const of = (status: MirrorRow['status']): readonly MirrorRow[] =>
    rows.filter((row) => row.status === status)
  const moved = of(dryRun ? 'planned' : 'copied')
  const bytes = moved.reduce((sum, row) => sum + row.sentBytes, 0)
  const parts = [
    moved.length > 0 &&
      `${dryRun ? 'would copy ' : ''}${count(moved.length, 'image')}${dryRun ? '' : ' copied'} (${formatBytes(bytes)})`,
    of('present').length > 0 && `${of('present').length} already there`,
    of('failed').length > 0 && `${of('failed').length} failed`,
  ]
  const said = parts.filter((part) => part !== false).join(', ')
  const rate = formatRate(bytes, seconds)
  // How long it took to look says nothing of how long the copy will take.
  const time = dryRun ? '' : `, in ${formatSeconds(seconds)}${rate && ` (${rate})`}`
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}${time}.`
}

/** Columns in which there is nothing are left out. */
function tableOf(rows: readonly MirrorRow[]): string {
  const lines = rows.map(cells)
  const isUsed = (_: unknown, index: number): boolean => lines.some((line) => line[index] !== '')
  return table(
    COLUMNS.filter(isUsed),
    lines.map((line) => line.filter(isUsed)),
  )
}

function cells(row: MirrorRow): string[] {
  return [
    `**${row.name}**`,
    code(row.tag),
    code(row.digest.slice(0, 'sha256:'.length + 12)),
    row.size === undefined ? '' : formatBytes(row.size),
    outcome(row),
    row.seconds === undefined ? '' : formatSeconds(row.seconds),
    row.status === 'copied' && row.seconds !== undefined ? formatRate(row.sentBytes, row.seconds) : '',
  ]
}

function outcome({ status, sentBytes, mountedBytes, presentBytes }: MirrorRow): string {
  const parts = [
    mountedBytes > 0 && `${formatBytes(mountedBytes)} mounted`,
    presentBytes > 0 && `${formatBytes(presentBytes)} were there`,
  ].filter((part) => part !== false)
  const partly = parts.length === 0 ? '' : `${formatBytes(sentBytes)}, ${parts.join(', ')}`
  switch (status) {
    case 'copied':
      return `copied ${partly}`.trim()
    case 'planned':
      return `would copy ${partly || formatBytes(sentBytes)}`
    case 'present':
      return 'already there'
    case 'failed':
      return '❌ failed'
  }
}

const NEXT =
  '**What to do:** fix the cause and run the job again. What is there is not copied twice, and no tag leads to an image that is not complete.'

function failures(rows: readonly MirrorRow[]): string[] {
  const reasons = rows.map(({ name, reason }) => `- **${name}**: ${code(reason ?? '')}`)
  return reasons.length === 0 ? [] : [['### Why', '', ...reasons].join('\n'), NEXT]
}

function warnings(texts: readonly string[]): string[] {
  return texts.length === 0
    ? []
    : [['### Worth knowing', '', ...texts.map((text) => `- ${prose(text)}`)].join('\n')]
}

/** Full names by digest, to paste into a task definition or a pull command. */
function references({ rows, target, dryRun }: MirrorReport): string[] {
  const landed = rows.filter(({ status }) => status === 'copied' || status === 'present')
  if (dryRun || landed.length === 0) return []
  const lines = landed.map(({ name, digest }) => `${target}/${name}@${digest}`)
  return [
    [
      '<details><summary>References by digest</summary>',
      '',
      '```text',
      ...lines,
      '```',
      '',
      '</details>',
    ].join('\n'),
  ]
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
