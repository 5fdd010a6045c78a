import { formatBytes, formatRate, formatSeconds } from '../text/format'
import { codeSpan, type Column, escapeMarkdown, plural, table } from '../text/markdown'

export interface MirrorRow {
  readonly name: string
  readonly tag: string
  readonly digest: string
  readonly status: 'copied' | 'present' | 'planned' | 'failed'
  /** Bytes; undefined if not determined. */
  readonly size: number | undefined
  readonly sentBytes: number
  /** From another repository of the target registry. */
  readonly mountedBytes: number
  /** Already in the target repository. */
  readonly presentBytes: number
  readonly seconds: number | undefined
  readonly reason: string | undefined
  /** Numbers of signatures, attestations and SBOMs; undefined if they were not requested. */
  readonly referrers: Readonly<Record<'copied' | 'present' | 'failed', number>> | undefined
  /** Scan findings, as in `3 critical, 12 high`; undefined for a registry without scans. */
  readonly findings?: string
}

export interface MirrorReport {
  /** Registry and prefix. */
  readonly target: string
  readonly rows: readonly MirrorRow[]
  readonly warnings: readonly string[]
  readonly seconds: number
  readonly dryRun: boolean
}

const MIRROR_COLUMNS: readonly Column[] = [
  { title: 'Image', align: 'left' },
  { title: 'Tag', align: 'left' },
  { title: 'Digest', align: 'left' },
  { title: 'Size', align: 'right' },
  { title: 'Result', align: 'left' },
  { title: 'Time', align: 'right' },
  { title: 'Speed', align: 'right' },
  { title: 'Scan findings', align: 'left' },
]

/** Renders the job summary of `mirror`. */
export function renderMirror(report: MirrorReport): string {
  const failed = report.rows.filter(({ status }) => status === 'failed')
  return [
    `## ${mirrorTitle(report, failed.length)}`,
    `${mirrorSentence(report)} Target: ${codeSpan(report.target)}`,
    ...errorParts(failed),
    mirrorTable(report.rows),
    ...referrerParts(report.rows),
    ...warningParts(report.warnings),
    ...referenceParts(report),
  ].join('\n\n')
}

function mirrorTitle({ dryRun, rows }: MirrorReport, failed: number): string {
  if (failed > 0) return `❌ ${failed} of ${plural(rows.length, 'image')} not mirrored`
  return dryRun ? '🔎 Dry run: nothing was copied' : `✅ ${plural(rows.length, 'image')} mirrored`
}

/** Returns the result in one sentence. */
export function mirrorSentence({ rows, seconds, dryRun }: MirrorReport): string {
  const withStatus = (status: MirrorRow['status']): readonly MirrorRow[] =>
    rows.filter((row) => row.status === status)
  const copied = withStatus(dryRun ? 'planned' : 'copied')
  const bytes = copied.reduce((sum, row) => sum + row.sentBytes, 0)
  const images = `${plural(copied.length, 'image')}${dryRun ? '' : ' copied'} (${formatBytes(bytes)})`
  const parts = [
    copied.length > 0 && `${dryRun ? 'would copy ' : ''}${images}`,
    withStatus('present').length > 0 && `${withStatus('present').length} already present`,
    withStatus('failed').length > 0 && `${withStatus('failed').length} failed`,
  ]
  const text = parts.filter((part) => part !== false).join(', ')
  const rate = formatRate(bytes, seconds)
  // A dry run does not predict the time.
  const time = dryRun ? '' : `, in ${formatSeconds(seconds)}${rate && ` (${rate})`}`
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${time}.`
}

function mirrorTable(rows: readonly MirrorRow[]): string {
  const lines = rows.map(mirrorCells)
  const isUsed = (_: unknown, index: number): boolean => lines.some((line) => line[index] !== '')
  return table(
    MIRROR_COLUMNS.filter(isUsed),
    lines.map((line) => line.filter(isUsed)),
  )
}

function mirrorCells(row: MirrorRow): string[] {
  return [
    `**${row.name}**`,
    codeSpan(row.tag),
    codeSpan(row.digest.slice(0, 'sha256:'.length + 12)),
    row.size === undefined ? '' : formatBytes(row.size),
    describeResult(row),
    row.seconds === undefined ? '' : formatSeconds(row.seconds),
    row.status === 'copied' && row.seconds !== undefined ? formatRate(row.sentBytes, row.seconds) : '',
    escapeMarkdown(row.findings ?? ''),
  ]
}

function describeResult({ status, sentBytes, mountedBytes, presentBytes }: MirrorRow): string {
  const reused = [
    mountedBytes > 0 && `${formatBytes(mountedBytes)} mounted`,
    presentBytes > 0 && `${formatBytes(presentBytes)} already present`,
  ].filter((part) => part !== false)
  const parts = reused.length === 0 ? '' : [formatBytes(sentBytes), ...reused].join(', ')
  switch (status) {
    case 'copied':
      return `copied ${parts}`.trim()
    case 'planned':
      return `would copy ${parts || formatBytes(sentBytes)}`
    case 'present':
      return 'already present'
    case 'failed':
      return '❌ failed'
  }
}

const MIRROR_NEXT_STEP =
  '**Next step:** Fix the cause and re-run the job. Images that are already copied are skipped. A tag is only written once its image is complete.'

function errorParts(failed: readonly MirrorRow[]): string[] {
  const lines = failed.map(({ name, reason }) => `- **${name}**: ${codeSpan(reason ?? '')}`)
  return lines.length === 0 ? [] : [['### Errors', '', ...lines].join('\n'), MIRROR_NEXT_STEP]
}

function referrerParts(rows: readonly MirrorRow[]): string[] {
  const counts = rows.flatMap(({ referrers }) => referrers ?? [])
  const sum = (key: 'copied' | 'present' | 'failed'): number =>
    counts.reduce((total, one) => total + one[key], 0)
  if (counts.length === 0) return []
  const parts = [
    `${sum('copied')} copied`,
    `${sum('present')} already present`,
    ...(sum('failed') > 0 ? [`**${sum('failed')} not copied**`] : []),
  ]
  return [`Signatures, attestations and SBOMs: ${parts.join(', ')}.`]
}

function warningParts(warnings: readonly string[]): string[] {
  const lines = warnings.map((warning) => `- ${escapeMarkdown(warning)}`)
  return lines.length === 0 ? [] : [['### Warnings', '', ...lines].join('\n')]
}

function referenceParts({ rows, target, dryRun }: MirrorReport): string[] {
  const mirrored = rows.filter(({ status }) => status === 'copied' || status === 'present')
  if (dryRun || mirrored.length === 0) return []
  const lines = mirrored.map(({ name, digest }) => `${target}/${name}@${digest}`)
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
