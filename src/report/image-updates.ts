import { formatAge, formatBytes } from '../text/format'
import { codeSpan, type Column, table } from '../text/markdown'

export interface ImageUpdate {
  readonly name: string
  readonly from: string
  readonly to: string
  readonly fromDigest: string
  readonly toDigest: string
  /** A `retagged` version has a new digest; a `moved` tag is a floating one such as `latest`. */
  readonly kind: 'newer' | 'older' | 'retagged' | 'moved'
  /** Undefined without a date, and for a version that its publisher did not release. */
  readonly ageMs: number | undefined
  /** Whether only the image itself states its age. */
  readonly isAgeStated?: boolean
  /** First proposal of this digest. */
  readonly firstSeenMs?: number | undefined
  /** Reason why the publisher does not confirm it: "langfuse/langfuse has no release v3.225.6". */
  readonly unconfirmed?: string | undefined
  readonly isSecurity?: boolean
  /** Whether the publisher's signed provenance was verified. */
  readonly isAttested?: boolean
  /** Whether its signature in the registry was verified. */
  readonly isSigned?: boolean
  /** Platforms of the old image that the new one lacks. */
  readonly missingPlatforms?: readonly string[]
  readonly releaseUrl: string | undefined
  readonly compareUrl: string | undefined
  /** Bytes for one platform. */
  readonly size: number
  /** Undefined if the old image is gone. */
  readonly oldSize: number | undefined
}

const UPDATE_COLUMNS: readonly Column[] = [
  { title: 'Image', align: 'left' },
  { title: 'From', align: 'left' },
  { title: 'To', align: 'left' },
  { title: 'Age', align: 'left' },
  { title: 'Changes', align: 'left' },
  { title: 'Size', align: 'right' },
]

/** Renders what to know before a merge, in one alert. */
export function updateWarnings(updates: readonly ImageUpdate[]): string[] {
  const warnings = updates.flatMap(warningsOf)
  const paragraphs = warnings.map((warning) => `> ${warning}`).join('\n>\n')
  return warnings.length === 0 ? [] : [`> [!WARNING]\n${paragraphs}`]
}

function warningsOf(update: ImageUpdate): string[] {
  const { name, from, to, unconfirmed, missingPlatforms = [] } = update
  const missing = missingPlatforms.map(codeSpan).join(', ')
  return [
    ...(unconfirmed === undefined
      ? []
      : [
          `**${name} ${codeSpan(to)} is not confirmed by its publisher: ${unconfirmed}.** An image that was pushed by mistake or by a thief looks like this, and a database may not survive it. Find out why before you merge.`,
        ]),
    ...(missing === ''
      ? []
      : [
          `**${name} ${codeSpan(to)} has no ${missing}**, which ${codeSpan(from)} has. Merge only if no machine needs it.`,
        ]),
    ...kindWarnings(update),
  ]
}

function kindWarnings({ name, kind, from, to, fromDigest, toDigest }: ImageUpdate): string[] {
  switch (kind) {
    case 'older':
      return [
        `**${name} is downgraded from ${codeSpan(from)} to ${codeSpan(to)}.** The newer version is not within \`follow\`, or the registry no longer has it. A database may not start with an older version: make a backup first.`,
      ]
    case 'retagged':
      return [
        `**${name} ${codeSpan(to)} was re-tagged.** The same version now has the digest ${codeSpan(shortDigest(toDigest))} instead of ${codeSpan(shortDigest(fromDigest))}. Find out why before you merge.`,
      ]
    case 'newer':
    case 'moved':
      return []
  }
}

/** Renders one row per update. */
export function updateTable(updates: readonly ImageUpdate[]): string {
  return table(UPDATE_COLUMNS, updates.map(updateCells))
}

function updateCells(update: ImageUpdate): string[] {
  const { name, from, to, fromDigest, toDigest, releaseUrl, compareUrl, isAttested, isSigned } = update
  const format = (tag: string, digest: string): string =>
    from === to ? `${codeSpan(tag)} ${codeSpan(shortDigest(digest))}` : codeSpan(tag)
  const links = [
    releaseUrl === undefined ? '' : `[notes](${releaseUrl})`,
    compareUrl === undefined ? '' : `[compare](${compareUrl})`,
    isAttested === true ? 'attested' : '',
    isSigned === true ? 'signed' : '',
  ].filter((link) => link !== '')
  const target = format(to, toDigest)
  const label = labelOf(update)
  return [
    `**${name}**`,
    format(from, fromDigest),
    label === '' ? target : `**${target} ${label}**`,
    formatUpdateAge(update),
    links.join(' · ') || '—',
    formatSizeChange(update),
  ]
}

function labelOf({ kind, unconfirmed, isSecurity }: ImageUpdate): string {
  if (kind === 'older') return 'downgrade'
  if (kind === 'retagged') return 're-tagged'
  if (unconfirmed !== undefined) return 'not confirmed'
  return isSecurity === true ? 'security' : ''
}

function formatUpdateAge({ ageMs, isAgeStated }: ImageUpdate): string {
  if (ageMs === undefined) return 'unknown'
  return isAgeStated === true ? `${formatAge(ageMs)} (stated)` : formatAge(ageMs)
}

function formatSizeChange({ size, oldSize }: ImageUpdate): string {
  // A difference that the rounded sizes do not show, such as a byte of compression, says nothing.
  if (oldSize === undefined || formatBytes(oldSize) === formatBytes(size)) return formatBytes(size)
  const sign = size < oldSize ? '−' : '+'
  return `${formatBytes(size)} (${sign}${formatBytes(Math.abs(size - oldSize))})`
}

const shortDigest = (digest: string): string => digest.slice(0, 'sha256:'.length + 12)
