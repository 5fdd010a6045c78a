import { numberAt, recordAt, textAt } from '../text/json'
import { removeInvisible, toPrintableLine } from '../text/sanitize'

export interface Diagnostic {
  readonly severity: 'error' | 'warning'
  readonly summary: string
  readonly detail: string
  readonly address: string | undefined
  readonly range: SourceRange | undefined
}

/** Lines and columns, counted from 1. */
export interface SourceRange {
  /** Relative to the working directory. */
  readonly file: string
  readonly startLine: number
  readonly startColumn: number
  readonly endLine: number
  readonly endColumn: number
}

export interface StateLock {
  readonly id: string
  readonly path: string
  readonly operation: string
  /** `user@host`. */
  readonly who: string
  /** Terraform version. */
  readonly version: string
  readonly created: string
  readonly info: string
  /** `orphaned`: this run could not release its lock. */
  readonly kind: 'held' | 'orphaned'
}

/** Reads a diagnostic from `-json` output. */
export function parseDiagnostic(fields: Readonly<Record<string, unknown>>): Diagnostic {
  return {
    severity: fields['severity'] === 'warning' ? 'warning' : 'error',
    summary: clean(textAt(fields, 'summary')),
    detail: clean(textAt(fields, 'detail')).trim(),
    address: textAt(fields, 'address'),
    range: parseRange(recordAt(fields, 'range')),
  }
}

/** Providers and services write these texts. */
const MAX_TEXT_LENGTH = 64 * 1024

const clean = (text = ''): string => removeInvisible(text.slice(0, MAX_TEXT_LENGTH))

function parseRange(range: Readonly<Record<string, unknown>>): SourceRange | undefined {
  const file = textAt(range, 'filename')
  const [start, end] = [recordAt(range, 'start'), recordAt(range, 'end')]
  const startLine = numberAt(start, 'line')
  if (file === undefined || startLine === undefined) return undefined
  const startColumn = numberAt(start, 'column') ?? 1
  return {
    file,
    startLine,
    startColumn,
    endLine: numberAt(end, 'line') ?? startLine,
    endColumn: numberAt(end, 'column') ?? startColumn,
  }
}

/** `init` announces the errors of the configuration with an error of its own. */
export const isIntroduction = ({ summary }: Diagnostic): boolean =>
  /^\w+ encountered problems during initiali[sz]ation, including problems\s+with the configuration, described below\./.test(
    summary,
  )

/** Formats a diagnostic for people. */
export function formatDiagnostic({ severity, summary, detail, address, range }: Diagnostic): string {
  const where = [range && `${range.file}:${range.startLine}`, address].filter((part) => part !== undefined)
  const head = `${severity === 'error' ? 'Error' : 'Warning'}: ${summary}`
  const location = where.length === 0 ? '' : ` (${where.join(', ')})`
  return detail === '' ? `${head}${location}` : `${head}${location}\n${detail}`
}

const LOCK_SUMMARIES: ReadonlyMap<string, StateLock['kind']> = new Map([
  ['Error acquiring the state lock', 'held'],
  ['Error releasing the state lock', 'orphaned'],
])

/**
 * Whether another run took or released the lock at the same moment. Terraform then fails despite -lock-timeout.
 *
 * S3 answers a conditional write with 412 if the object exists, and with 409 during another write: "retry the
 * request" (S3 User Guide, "Conditional writes").
 */
export function isLockRaceResolved(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ summary, detail }) => {
    if (LOCK_SUMMARIES.get(summary) !== 'held') return false
    if (detail.includes('ConditionalRequestConflict')) return true
    const afterLock = detail.slice(detail.indexOf('.tflock'))
    const isGone = afterLock.includes('NoSuchKey') || afterLock.includes('StatusCode: 404')
    return detail.includes('PreconditionFailed') && detail.includes('.tflock') && isGone
  })
}

/** The lock file may be written by others. */
const MAX_LOCK_LENGTH = 8 * 1024

/** Returns the lock that a diagnostic describes. */
export function lockOf({ summary, detail }: Diagnostic): StateLock | undefined {
  const kind = LOCK_SUMMARIES.get(summary)
  // The backend's message before it can contain any text.
  const at = detail.lastIndexOf('Lock Info:')
  if (kind === undefined || at < 0) return undefined
  const lines = detail.slice(at, at + MAX_LOCK_LENGTH).split('\n')
  const field = (name: string): string => {
    const line = lines.find((one) => one.trimStart().startsWith(`${name}:`))
    return line === undefined ? '' : toPrintableLine(line.slice(line.indexOf(':') + 1))
  }
  const id = field('ID')
  if (id === '') return undefined
  return {
    kind,
    id,
    path: field('Path'),
    operation: field('Operation'),
    who: field('Who'),
    version: field('Version'),
    created: field('Created'),
    info: field('Info'),
  }
}
