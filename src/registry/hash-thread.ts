import type { Worker } from 'node:worker_threads'
import { numberAt, textAt } from '../text/json'
import { type ContentHash, openHash } from './content-hash'

/** A thread takes about as long to start as 64 MiB take to hash, on a core that is idle. */
const MIN_BYTES = 32 * 1024 * 1024
/** Chunks of up to a slab each. */
const MAX_PENDING = 4

/** The program as text needs no file of its own next to a bundle. */
const PROGRAM = `
const { createHash } = require('node:crypto')
const { parentPort } = require('node:worker_threads')
const hashes = new Map()
parentPort.on('message', (steps) => {
  const digests = {}
  let last = 0
  for (const { sequence, id, algorithm, chunk, end } of steps) {
    if (algorithm !== undefined) hashes.set(id, createHash(algorithm))
    if (chunk !== undefined) hashes.get(id).update(chunk)
    if (end === 'digest') digests[sequence] = hashes.get(id).digest('hex')
    if (end !== undefined) hashes.delete(id)
    last = sequence
  }
  parentPort.postMessage({ last, digests })
})`

interface Step {
  readonly sequence: number
  readonly id: number
  readonly algorithm?: string
  readonly chunk?: Uint8Array
  readonly end?: 'digest' | 'close'
}

interface Waiting {
  readonly sequence: number
  readonly resolve: (digest: string) => void
  readonly reject: (error: Error) => void
}

/** Hashes large content in a second thread, so that this one only moves bytes. */
export class HashThread {
  private worker: Promise<Worker> | undefined
  private failure: Error | undefined
  private steps: Step[] = []
  /** In the order of their steps. */
  private readonly waiting: Waiting[] = []
  private lastSequence = 0
  private lastId = 0
  private openHashes = 0

  /**
   * @param cores with a single one, a second thread only costs time
   * @param minBytes size of content from which the thread is used
   */
  constructor(
    private readonly cores: number,
    private readonly minBytes = MIN_BYTES,
  ) {}

  /** Returns a hash; of small content it is computed in this thread. */
  open(algorithm: string, size: number): ContentHash {
    if (size < this.minBytes || this.cores < 2 || this.failure !== undefined) return openHash(algorithm)
    const id = ++this.lastId
    this.openHashes += 1
    void this.send({ id, algorithm })
    return {
      maxPending: MAX_PENDING,
      update: async (chunk) => {
        await this.send({ id, chunk: shareable(chunk) })
      },
      digest: () => this.send({ id, end: 'digest' }),
      close: () => {
        this.openHashes -= 1
        void this.send({ id, end: 'close' })
      },
    }
  }

  async close(): Promise<void> {
    this.fail(new Error('the hash thread was closed'))
    await (await this.worker)?.terminate()
  }

  /** Resolves with the digest, or an empty text. */
  private send(step: Omit<Step, 'sequence'>): Promise<string> {
    const sequence = ++this.lastSequence
    const answer = new Promise<string>((resolve, reject) => {
      if (this.failure !== undefined) reject(this.failure)
      else this.waiting.push({ sequence, resolve, reject })
    })
    // Not every caller waits.
    answer.catch(() => undefined)
    this.steps.push({ sequence, ...step })
    // Messages are expensive: the steps of a turn are one.
    if (this.steps.length === 1) setImmediate(() => void this.flush())
    return answer
  }

  private async flush(): Promise<void> {
    if (this.failure !== undefined) return
    try {
      this.worker ??= this.start()
      const worker = await this.worker
      worker.ref()
      worker.postMessage(this.steps)
      this.steps = []
    } catch (error) {
      this.fail(error instanceof Error ? error : new Error(String(error)))
    }
  }

  private async start(): Promise<Worker> {
    const { Worker } = await import('node:worker_threads')
    const worker = new Worker(PROGRAM, { eval: true, env: {}, execArgv: [] })
    worker.on('message', (answer: unknown) => {
      this.settle(answer)
      if (this.waiting.length === 0 && this.openHashes === 0) worker.unref()
    })
    worker.on('error', (error: Error) => {
      this.fail(error)
    })
    return worker
  }

  private settle(answer: unknown): void {
    const last = numberAt(answer, 'last') ?? 0
    const count = this.waiting.findIndex(({ sequence }) => sequence > last)
    for (const { sequence, resolve } of this.waiting.splice(0, count < 0 ? this.waiting.length : count))
      resolve(textAt(answer, 'digests', String(sequence)) ?? '')
  }

  private fail(error: Error): void {
    this.failure ??= error
    this.steps = []
    for (const { reject } of this.waiting.splice(0)) reject(error)
  }
}

/** Memory of slabs is shared; other chunks are copied, because a message would copy all memory behind them. */
function shareable(chunk: Buffer): Uint8Array {
  return chunk.buffer instanceof SharedArrayBuffer ? chunk : Uint8Array.prototype.slice.call(chunk)
}
