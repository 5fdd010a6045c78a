/** Bytes that fit in a slab. Larger slabs save no CPU time. */
export const SLAB_BYTES = 256 * 1024
/** Smallest space for a read; a TLS record has up to 16 KiB. */
const MIN_SPACE_BYTES = 32 * 1024
/** Others are freed by the garbage collector. */
const MAX_FREE_SLABS = 64

interface Slab {
  readonly bytes: Buffer
  /** Bytes handed out and not released. */
  lentBytes: number
  /** Set when no socket reads into it any more. */
  isFull: boolean
}

/**
 * Buffers that are reused, because the kernel clears new memory page by page. A slab is free again when all bytes of
 * it that were handed out have been released; bytes that never are cost the slab, not its content. Their memory is
 * shared with the thread that hashes it.
 */
export class SlabPool {
  private readonly free: Slab[] = []
  private readonly slabs = new WeakMap<ArrayBufferLike, Slab>()

  take(): Slab {
    const slab = this.free.pop() ?? this.allocate()
    slab.lentBytes = 0
    slab.isFull = false
    return slab
  }

  /** Ends the use of bytes of a slab; ignores all others. */
  release(bytes: Buffer): void {
    const slab = this.slabs.get(bytes.buffer)
    if (slab === undefined) return
    slab.lentBytes -= bytes.length
    this.reuse(slab)
  }

  /** Called when no more bytes are read into a slab. */
  close(slab: Slab): void {
    slab.isFull = true
    this.reuse(slab)
  }

  private allocate(): Slab {
    const slab = { bytes: Buffer.from(new SharedArrayBuffer(SLAB_BYTES)), lentBytes: 0, isFull: false }
    this.slabs.set(slab.bytes.buffer, slab)
    return slab
  }

  private reuse(slab: Slab): void {
    if (slab.isFull && slab.lentBytes === 0 && this.free.length < MAX_FREE_SLABS) {
      // A second release must not add it again.
      slab.isFull = false
      this.free.push(slab)
    }
  }
}

/** Received bytes of one socket, in order. */
export class Inbox {
  private slab: Slab
  /** Unread bytes of the current slab. */
  private start = 0
  private end = 0
  /** Unread bytes of earlier slabs. */
  private readonly earlier: Buffer[] = []
  private unread = 0

  constructor(private readonly pool: SlabPool) {
    this.slab = pool.take()
  }

  get unreadBytes(): number {
    return this.unread
  }

  /** Returns where the next bytes are to be stored, never empty. */
  space(): Buffer {
    if (SLAB_BYTES - this.end < MIN_SPACE_BYTES) this.startSlab()
    return this.slab.bytes.subarray(this.end)
  }

  /** Adds bytes that were stored in the last {@link space}. */
  add(length: number): void {
    this.end += length
    this.unread += length
  }

  /** Returns unread bytes that are in one slab; the next head is, because of the smallest space. */
  peek(): Buffer {
    return this.earlier[0] ?? this.slab.bytes.subarray(this.start, this.end)
  }

  /** Hands out unread bytes of one slab. The receiver releases them, if it can. */
  take(maxBytes: number): Buffer {
    const [first] = this.earlier
    if (first !== undefined) {
      const bytes = first.subarray(0, maxBytes)
      this.unread -= bytes.length
      if (bytes.length === first.length) this.earlier.shift()
      else this.earlier[0] = first.subarray(bytes.length)
      return bytes
    }
    const bytes = this.slab.bytes.subarray(this.start, Math.min(this.end, this.start + maxBytes))
    this.start += bytes.length
    this.unread -= bytes.length
    this.slab.lentBytes += bytes.length
    return bytes
  }

  skip(length: number): void {
    this.pool.release(this.take(length))
  }

  private startSlab(): void {
    const { slab, start, end } = this
    if (end > start) {
      slab.lentBytes += end - start
      this.earlier.push(slab.bytes.subarray(start, end))
    }
    this.pool.close(slab)
    this.slab = this.pool.take()
    this.start = 0
    this.end = 0
  }
}
