import { numberAt, recordAt, textAt } from '../text/json'

/** What Terraform complains of. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning'
  readonly summary: string
  readonly detail: string
  /** The resource that it is about. */
  readonly address: string | undefined
  /** Where in the configuration, relative to the working directory. */
  readonly range: SourceRange | undefined
}

/** Lines and columns count from 1. */
export interface SourceRange {
  readonly file: string
  readonly startLine: number
  readonly startColumn: number
  readonly endLine: number
  readonly endColumn: number
}

/** Who holds the lock of the state, in the words of the lock itself. */
export interface StateLock {
  readonly id: string
  readonly path: string
  readonly operation: string
  /** `user@host`. */
  readonly who: string
  /** Terraform's version. */
  readonly version: string
  readonly created: string
  readonly info: string
  /** `left` when this very run took the lock and could not give it back. */
  readonly kind: 'held' | 'left'
}

/** Reads a diagnostic of `-json` output or of `terraform validate -json`. */
export function parseDiagnostic(fields: Readonly<Record<string, unknown>>): Diagnostic {
  return {
    severity: fields['severity'] === 'warning' ? 'warning' : 'error',
    summary: textAt(fields, 'summary') ?? '',
    detail: (textAt(fields, 'detail') ?? '').trim(),
    address: textAt(fields, 'address'),
    range: parseRange(recordAt(fields, 'range')),
  }
}

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

/** As a person reads it: what, where, why. */
export function describe({ severity, summary, detail, address, range }: Diagnostic): string {
  const where = [range && `${range.file}:${range.startLine}`, address].filter((part) => part !== undefined)
  const head = `${severity === 'error' ? 'Error' : 'Warning'}: ${summary}`
  const place = where.length === 0 ? '' : ` (${where.join(', ')})`
  return detail === '' ? `${head}${place}` : `${head}${place}\n${detail}`
}

const LOCK_SUMMARIES: ReadonlyMap<string, StateLock['kind']> = new Map([
  ['Error acquiring the state lock', 'held'],
  ['Error releasing the state lock', 'left'],
])

/**
 * Whether the lock was in the way and then given back while Terraform asked S3 whose it is.
 * Terraform takes that for an error, whatever lock-timeout says.
 */
export function isLockRaceResolved(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(
    ({ summary, detail }) =>
      LOCK_SUMMARIES.get(summary) === 'held' &&
      detail.includes('PreconditionFailed') &&
      /\.tflock\b[^]*(?:NoSuchKey|StatusCode: 404)/.test(detail),
  )
}

/** The lock that a diagnostic is about; undefined for any other trouble, and when the backend does not tell. */
export function lockOf({ summary, detail }: Diagnostic): StateLock | undefined {
  const kind = LOCK_SUMMARIES.get(summary)
  // The lock's fields come after the backend's own words, in which anything may stand.
  const at = detail.lastIndexOf('Lock Info:')
  if (kind === undefined || at < 0) return undefined
  const field = (name: string): string =>
    new RegExp(`^[ \\t]*${name}:[ \\t]*(.*?)[ \\t]*$`, 'm').exec(detail.slice(at))?.[1] ?? ''
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
