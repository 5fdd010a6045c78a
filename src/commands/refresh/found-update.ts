import type { PinnedImage } from '../../images/images-yaml'
import type { Registry } from '../../registry/client'
import type { ImageDetails } from '../../registry/inspect-image'
import type { Note } from '../../report/refresh'
import type { ReleaseEvidence } from './release-check'
import type { ReleaseHistory } from './release-history'
import type { SignatureEvidence } from './signature-check'

export interface FoundUpdate extends Pick<ImageDetails, 'digest' | 'size' | 'source'> {
  readonly image: PinnedImage
  readonly tag: string
  /** `retagged`: a version tag has a new digest; `moved`: a floating tag such as `latest` has one. */
  readonly kind: 'newer' | 'older' | 'retagged' | 'moved'
  /** Undefined without a date, and for a version that its publisher did not release. */
  readonly ageMs: number | undefined
  readonly minAgeMs: number
  readonly evidence: ReleaseEvidence
  /** Result of its signatures in the registry. */
  readonly signature: SignatureEvidence
  /** A confirmed security release, for which no minimum age applies. */
  readonly isSecurity: boolean
  /** Platforms of the pinned image, other than the stack's, that the new one lacks. */
  readonly missingPlatforms: readonly string[]
  /** Versions of the releases; undefined for a moving tag without a label. */
  readonly version: string | undefined
  readonly fromVersion: string | undefined
  /** Undefined if the registry no longer has the pinned image. */
  readonly oldSize: number | undefined
  /** First refresh that saw this digest; undefined if it was not looked up. */
  readonly firstSeenMs?: number | undefined
  readonly seenForMs?: number | undefined
  /** Whether an earlier refresh saw the same tag with another digest. */
  readonly isReplaced?: boolean
}

export interface ImageCheck {
  readonly image: PinnedImage
  readonly update: FoundUpdate | undefined
  readonly notes: readonly Note[]
}

export interface ImageCheckRuntime {
  readonly registry: Registry
  readonly nowMs: number
  readonly minAgeMs: number
  readonly history: ReleaseHistory
}
