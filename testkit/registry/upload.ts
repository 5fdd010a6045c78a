import { createHash, type Hash } from 'node:crypto'
import { buffered, discarded, type Content } from './content'

const MINIMUM_PART_BYTES = 5 * 1024 * 1024

export class Upload {
  size = 0
  /** End of the first part: ECR's Range never changes after it (aws/containers-roadmap#2831). */
  firstPart: number | undefined
  /** Whether a part except for the last was below ECR's minimum. */
  hasShortPart = false
  /** Changes with each answer, so that clients must use the latest Location, as with Distribution. */
  state = 0
  private lastPart: number | undefined
  private readonly hash: Hash = createHash('sha256')
  private readonly chunks: Buffer[] = []

  constructor(
    readonly id: string,
    readonly repository: string,
    private readonly keep: 'bytes' | 'digest',
  ) {}

  append(chunk: Buffer): void {
    this.hash.update(chunk)
    this.size += chunk.length
    if (this.keep === 'bytes') this.chunks.push(chunk)
  }

  endPart(size: number): void {
    if (size === 0) return
    this.hasShortPart ||= (this.lastPart ?? Infinity) < MINIMUM_PART_BYTES
    this.lastPart = size
  }

  finish(): Content {
    const digest = `sha256:${this.hash.digest('hex')}`
    return this.keep === 'bytes' ? buffered(this.chunks, digest) : discarded(digest, this.size)
  }
}
