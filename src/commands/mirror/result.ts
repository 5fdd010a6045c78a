import type { Annotation } from '../../github/annotations'
import type { PinnedImage } from '../../images/images-yaml'
import type { CopiedImage } from '../../registry/copy'
import type { CopyPlan, ImageJob, MissingImage } from '../../registry/copy-plan'
import { WrongPlatform } from '../../registry/manifest-tree'
import type { MirrorReport, MirrorRow } from '../../report/mirror'
import type { MirrorInputs } from '../../inputs/inputs'
import type { FailureReason } from '../../text/failure-reason'
import { formatBytes, formatRate, formatSeconds } from '../../text/format'
import { messageOf, reasonOf } from '../failure'
import type { Failure } from '../outcome'

export interface MirrorResult {
  readonly row: MirrorRow
  readonly warnings: readonly string[]
  readonly error?: unknown
}

const totalBytes = (blobs: readonly { readonly size: number }[]): number =>
  blobs.reduce((sum, { size }) => sum + size, 0)

export const bytesToSend = ({ missingBlobs }: MissingImage): number => totalBytes(missingBlobs)

const EMPTY_ROW = {
  size: undefined,
  sentBytes: 0,
  mountedBytes: 0,
  presentBytes: 0,
  seconds: undefined,
  reason: undefined,
  referrers: undefined,
}

/** Returns the result of an image that is not copied. */
export function dryRunResult(plan: CopyPlan): MirrorResult {
  const { name, tag, digest } = plan.job
  switch (plan.kind) {
    case 'failed':
      return failedResult(plan.job, plan.error)
    case 'present':
      return { row: { ...EMPTY_ROW, name, tag: plan.tag, digest, status: 'present' }, warnings: [] }
    case 'missing': {
      const bytes = {
        size: plan.size,
        sentBytes: bytesToSend(plan),
        presentBytes: totalBytes(plan.presentBlobs),
      }
      const status = isPresent(plan) ? 'present' : 'planned'
      return {
        row: { ...EMPTY_ROW, name, tag, digest, status, ...bytes },
        warnings: plan.referrerProblems.map((problem) => `${name}: signatures and attestations: ${problem}`),
      }
    }
  }
}

export function copiedResult(plan: MissingImage, copied: CopiedImage, seconds: number): MirrorResult {
  const { name, digest } = plan.job
  const { tag, sentBytes, mountedBytes, referrers, warnings } = copied
  const bytes = { size: plan.size, sentBytes, mountedBytes, presentBytes: totalBytes(plan.presentBlobs) }
  const status = isPresent(plan) ? 'present' : 'copied'
  return { row: { ...EMPTY_ROW, name, tag, digest, status, ...bytes, seconds, referrers }, warnings }
}

/** The image was copied, but not all of its signatures, attestations and SBOMs. */
export class ReferrersIncomplete extends Error {
  override readonly name = 'ReferrersIncomplete'
  readonly reason: FailureReason = 'copy-failed'
}

/** Fails an image whose referrers are required and not all there. */
export function checkReferrers(result: MirrorResult, mode: MirrorInputs['referrers']): MirrorResult {
  const { copied = 0, present = 0, failed = 0 } = result.row.referrers ?? {}
  if (mode !== 'required' || failed === 0) return result
  const total = copied + present + failed
  const error = new ReferrersIncomplete(
    `referrers: is required and ${failed} of ${total} signatures and attestations were not copied. ` +
      `The first: ${result.warnings[0] ?? 'see the warnings'}`,
  )
  return { ...result, row: { ...result.row, status: 'failed', reason: error.message }, error }
}

/** Only referrers (signatures, SBOMs) may be missing then. */
const isPresent = ({ job, found, missingBlobs }: MissingImage): boolean =>
  (found.tag === job.digest || found.fallbackTag === job.digest) &&
  found.hasDigest &&
  missingBlobs.length === 0

export function failedResult({ name, tag, digest }: ImageJob, error: unknown): MirrorResult {
  return {
    row: { ...EMPTY_ROW, name, tag, digest, status: 'failed', reason: messageOf(error) },
    warnings: [],
    error,
  }
}

export function logLine({ name, status, sentBytes, seconds = 0, reason = '' }: MirrorRow): string {
  if (status === 'failed') return `${name}: failed: ${reason}`
  return `${name}: ${formatBytes(sentBytes)} copied in ${formatSeconds(seconds)} ${formatRate(sentBytes, seconds)}`
}

/** `images` is a JSON object from name to reference by digest. */
export function mirrorOutputs({ rows, target }: MirrorReport): Record<string, string> {
  const present = rows.filter(({ status }) => status === 'copied' || status === 'present')
  const copied = rows.filter(({ status }) => status === 'copied')
  return {
    images: JSON.stringify(
      Object.fromEntries(present.map(({ name, digest }) => [name, `${target}/${name}@${digest}`])),
    ),
    copied: String(copied.length),
    bytes: String(copied.reduce((sum, { sentBytes }) => sum + sentBytes, 0)),
  }
}

/** Annotates errors of images.yaml that only the source registry reveals. */
export function annotateImages(
  results: readonly MirrorResult[],
  images: readonly PinnedImage[],
  file: string,
): Annotation[] {
  return results.flatMap(({ row, error }) => {
    const image = images.find(({ name }) => name === row.name)
    if (!(error instanceof WrongPlatform) || image === undefined) return []
    const { line, column } = image.position
    const message = `${row.name}: ${error.message}`
    return [{ severity: 'error', file, startLine: line, startColumn: column, message }]
  })
}

/** Returns the reason that all failed images share, or `copy-failed`. */
export function mirrorFailure(results: readonly MirrorResult[], target: string): Failure | undefined {
  const failed = results.filter(({ row }) => row.status === 'failed')
  if (failed.length === 0) return undefined
  const reasons = new Set(failed.map(({ error }) => reasonOf(error)))
  const [reason = 'copy-failed'] = reasons
  const lines = failed.map(({ row }) => `${row.name}: ${row.reason ?? ''}`)
  const head = `${failed.length} of ${results.length} image${results.length === 1 ? '' : 's'} did not reach ${target}`
  return { reason: reasons.size === 1 ? reason : 'copy-failed', message: [head, ...lines].join('\n') }
}
