import { createHash, type Hash } from 'node:crypto'
import { buffered, discarded, type Content } from './content'

const MINIMUM_PART_BYTES = 5 * 1024 * 1024

/** One upload session: bytes in order, hashed as they come. */
export class Upload {
  size = 0
  /** Where the first part ended: ECR repeats this Range for ever (aws/containers-roadmap#2831). */
  firstPart: number | undefined
  /** A part that was not the last and below ECR's minimum. */
  hasShortPart = false
  /** Changes with each answer, so that a client must follow the newest Location, as Distribution demands. */
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

  /** Notes that a request's bytes, `size` of them, came to their end. */
  endPart(size: number): void {
    if (size === 0) return
    this.hasShortPart ||= (this.lastPart ?? Infinity) < MINIMUM_PART_BYTES
    this.lastPart = size
  }

  /** The content so far; the session is of no use afterwards. */
  finish(): Content {
    const digest = `sha256:${this.hash.digest('hex')}`
    return this.keep === 'bytes' ? buffered(this.chunks, digest) : discarded(digest, this.size)
  }
}
