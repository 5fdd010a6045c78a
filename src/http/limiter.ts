interface WaitingTask {
  readonly weight: number
  start(): void
}

/** Runs at most `limit` tasks at once. Of the waiting tasks, the heaviest starts first. */
export class Limiter {
  private running = 0
  private readonly waiting: WaitingTask[] = []

  constructor(private readonly limit: number) {}

  async run<T>(weight: number, task: () => Promise<T>): Promise<T> {
    await this.enter(weight)
    try {
      return await task()
    } finally {
      this.running--
      this.startNext()
    }
  }

  private enter(weight: number): Promise<void> {
    return new Promise((resolve) => {
      const at = this.waiting.findIndex((other) => other.weight < weight)
      this.waiting.splice(at < 0 ? this.waiting.length : at, 0, { weight, start: resolve })
      // Deferred, so that tasks queued in the same turn are sorted first.
      queueMicrotask(() => {
        this.startNext()
      })
    })
  }

  private startNext(): void {
    if (this.running >= this.limit) return
    const next = this.waiting.shift()
    if (next === undefined) return
    this.running++
    next.start()
  }
}
