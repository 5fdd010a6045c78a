import type { Diagnostic } from '../../github/annotations'
import type { MirrorReport, MirrorRow } from '../../report/mirror'
import { formatBytes, formatRate, formatSeconds } from '../../text/format'
import type { Copied } from '../../registry/copy'
import type { PinnedImage } from '../../images/images-yaml'
import type { ImageJob, MissingImage, CopyPlan } from '../../registry/copy-plan'
import { WrongPlatform } from '../../registry/manifest-tree'
import { reasonOf } from '../failure'
import type { Failure } from '../runtime'

/** What came of one image. */
export interface Result {
  readonly row: MirrorRow
  readonly warnings: readonly string[]
  readonly error?: unknown
}

const bytesOf = (blobs: readonly { readonly size: number }[]): number =>
  blobs.reduce((sum, { size }) => sum + size, 0)

export const bytesToSend = ({ missingBlobs }: MissingImage): number => bytesOf(missingBlobs)

const NOTHING = {
  size: undefined,
  sentBytes: 0,
  mountedBytes: 0,
  presentBytes: 0,
  seconds: undefined,
  reason: undefined,
}

/** What a survey alone says: the whole of a dry run, and of an image that was there already. */
export function dryRunResult(survey: CopyPlan): Result {
  const { name, tag, digest } = survey.job
  switch (survey.kind) {
    case 'failed':
      return failedResult(survey.job, survey.error)
    case 'present':
      return { row: { ...NOTHING, name, tag: survey.tag, digest, status: 'present' }, warnings: [] }
    case 'missing': {
      const bytes = {
        size: survey.size,
        sentBytes: bytesToSend(survey),
        presentBytes: bytesOf(survey.presentBlobs),
      }
      const status = isThere(survey) ? 'present' : 'planned'
      return { row: { ...NOTHING, name, tag, digest, status, ...bytes }, warnings: survey.warnings }
    }
  }
}

export function copiedResult(survey: MissingImage, copied: Copied, seconds: number): Result {
  const { name, digest } = survey.job
  const { tag, sentBytes, mountedBytes, warnings } = copied
  const bytes = { size: survey.size, sentBytes, mountedBytes, presentBytes: bytesOf(survey.presentBlobs) }
  const status = isThere(survey) ? 'present' : 'copied'
  return { row: { ...NOTHING, name, tag, digest, status, ...bytes, seconds }, warnings }
}

/** Looked at again for its signatures only. */
const isThere = ({ job, found }: MissingImage): boolean =>
  found.tag === job.digest || found.fallbackTag === job.digest

export function failedResult({ name, tag, digest }: ImageJob, error: unknown): Result {
  const reason = error instanceof Error ? error.message : String(error)
  return { row: { ...NOTHING, name, tag, digest, status: 'failed', reason }, warnings: [], error }
}

/** The line of the log for an image that landed or failed. */
export function logLine({ name, status, sentBytes, seconds = 0, reason = '' }: MirrorRow): string {
  if (status === 'failed') return `${name}: failed: ${reason}`
  return `${name}: ${formatBytes(sentBytes)} copied in ${formatSeconds(seconds)} ${formatRate(sentBytes, seconds)}`
}

/** `images` as JSON from name to full reference by digest, `copied` and `bytes` as numbers. */
export function outputsOf({ rows, target }: MirrorReport): Record<string, string> {
  const there = rows.filter(({ status }) => status === 'copied' || status === 'present')
  const copied = rows.filter(({ status }) => status === 'copied')
  return {
    images: JSON.stringify(
      Object.fromEntries(there.map(({ name, digest }) => [name, `${target}/${name}@${digest}`])),
    ),
    copied: String(copied.length),
    bytes: String(copied.reduce((sum, { sentBytes }) => sum + sentBytes, 0)),
  }
}

/** Faults of the file that only a registry could show, each beside its line. */
export function annotationsOf(
  results: readonly Result[],
  images: readonly PinnedImage[],
  file: string,
): Diagnostic[] {
  return results.flatMap(({ row, error }) => {
    const image = images.find(({ name }) => name === row.name)
    if (!(error instanceof WrongPlatform) || image === undefined) return []
    const { line, column } = image.position
    const message = `${row.name}: ${error.message}`
    return [{ severity: 'error', file, startLine: line, startColumn: column, message }]
  })
}

export function failureOf(results: readonly Result[], target: string): Failure | undefined {
  const lost = results.filter(({ row }) => row.status === 'failed')
  if (lost.length === 0) return undefined
  const reasons = new Set(lost.map(({ error }) => reasonOf(error)))
  const [reason = 'copy-failed'] = reasons
  const lines = lost.map(({ row }) => `${row.name}: ${row.reason ?? ''}`)
  const head = `${lost.length} of ${results.length} image${results.length === 1 ? '' : 's'} did not reach ${target}`
  return { reason: reasons.size === 1 ? reason : 'copy-failed', message: [head, ...lines].join('\n') }
}
