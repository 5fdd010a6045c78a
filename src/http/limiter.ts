interface WaitingTask {
  readonly weight: number
  start(): void
}

/** Runs tasks at once up to a limit of their costs. Of the waiting tasks, the heaviest starts first. */
export class Limiter {
  private usedCost = 0
  private readonly waiting: WaitingTask[] = []

  /** @param costOf cost of a task by its weight, at most `limit`; default: 1 */
  constructor(
    private readonly limit: number,
    private readonly costOf: (weight: number) => number = () => 1,
  ) {}

  async run<T>(weight: number, task: () => Promise<T>): Promise<T> {
    await this.enter(weight)
    try {
      return await task()
    } finally {
      this.usedCost -= this.costOf(weight)
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
    const [next] = this.waiting
    if (next === undefined) return
    const cost = this.costOf(next.weight)
    if (this.usedCost + cost > this.limit) return
    this.waiting.shift()
    this.usedCost += cost
    next.start()
    // Several small tasks may fit in the space of a large one.
    this.startNext()
  }
}
