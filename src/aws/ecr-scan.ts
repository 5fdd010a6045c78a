import type { DescribeImageScanFindingsResponse } from '@aws-sdk/client-ecr'
import { type AwsErrorDetails, isDenied, missingPermission } from './error'
import { isRecord, itemsOf, textAt } from '../text/json'

/** Numbers of findings by severity: `CRITICAL`, `HIGH`, `MEDIUM`, `LOW`, `INFORMATIONAL`, `UNDEFINED`. */
export type SeverityCounts = Readonly<Record<string, number>>

/** Result of ECR's scan of an image; `unknown` has a reason such as "not in ECR". */
export type ScanFindings =
  | { readonly kind: 'scanned'; readonly counts: SeverityCounts }
  | { readonly kind: 'unknown'; readonly reason: string }

const unknown = (reason: string): ScanFindings => ({ kind: 'unknown', reason })

/** By the status of a basic scan, or of Amazon Inspector's enhanced scan. */
const REASONS: Readonly<Record<string, string>> = {
  IN_PROGRESS: 'the scan is in progress',
  PENDING: 'the scan is in progress',
  FAILED: 'the scan failed',
  UNSUPPORTED_IMAGE: 'ECR cannot scan it',
  SCAN_ELIGIBILITY_EXPIRED: 'its scans have ended',
  FINDINGS_UNAVAILABLE: 'not scanned yet',
  LIMIT_EXCEEDED: 'the scan limit of the registry is exceeded',
  IMAGE_ARCHIVED: 'it is archived',
}

/** Parses the answer of `DescribeImageScanFindings`. */
export function parseScan(answer: DescribeImageScanFindingsResponse): ScanFindings {
  const { status = 'FINDINGS_UNAVAILABLE' } = answer.imageScanStatus ?? {}
  const counts: unknown = answer.imageScanFindings?.findingSeverityCounts
  // ACTIVE: an enhanced scan, which continues. Before its first result it has no findings object.
  const isDone = status === 'COMPLETE' || (status === 'ACTIVE' && answer.imageScanFindings !== undefined)
  if (!isDone)
    return unknown(REASONS[status] ?? (status === 'ACTIVE' ? 'not scanned yet' : `status ${status}`))
  return { kind: 'scanned', counts: isRecord(counts) ? countsIn(counts) : {} }
}

const countsIn = (counts: Readonly<Record<string, unknown>>): SeverityCounts =>
  Object.fromEntries(
    Object.entries(counts).flatMap(([name, count]) => (typeof count === 'number' ? [[name, count]] : [])),
  )

/** Returns why an image has no findings; undefined for an error that says nothing about the image. */
export function scanFailure(details: AwsErrorDetails): ScanFindings | undefined {
  if (isDenied(details)) return unknown(`the role lacks ${missingPermission(details)}`)
  switch (details.code) {
    case 'ImageNotFoundException':
    case 'RepositoryNotFoundException':
      return unknown('not in ECR')
    case 'ScanNotFoundException':
      return unknown('not scanned yet')
    case 'UnsupportedImageTypeException':
      return unknown('ECR cannot scan it')
    default:
      return undefined
  }
}

/** ECR scans the images of an index, and not the index. */
const PREFERRED_ARCHITECTURE = 'arm64'

/**
 * Returns the digest of the image that ECR scans: of an index, the stack's platform, or the first one.
 *
 * @param manifest JSON
 */
export function scannedDigest(digest: string, manifest: string): string {
  let content: unknown
  try {
    content = JSON.parse(manifest)
  } catch {
    return digest
  }
  const children = itemsOf(isRecord(content) ? content['manifests'] : undefined)
  const architectureOf = (child: unknown): string | undefined => textAt(child, 'platform', 'architecture')
  // Attestations have the architecture `unknown`.
  const images = children.filter((child) => (architectureOf(child) ?? 'unknown') !== 'unknown')
  const preferred = images.find((child) => architectureOf(child) === PREFERRED_ARCHITECTURE)
  return textAt(preferred ?? images[0], 'digest') ?? digest
}
