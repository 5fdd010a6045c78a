/** No request within this time: all that depend on no other one were sent. */
const QUIET_MS = 60

/**
 * Counts round trips on the critical path of a client in this process: holds all answers until the client sends no
 * further request, then releases them together.
 */
export class RoundTrips {
  /** Requests of each round trip, sorted, each kind once. */
  readonly trips: string[][] = []
  private held: { readonly request: string; readonly release: () => void }[] = []
  private timer: NodeJS.Timeout | undefined

  /** Resolves when the round trip of a request ends. */
  hold(request: string): Promise<void> {
    return new Promise((release) => {
      this.held.push({ request, release })
      this.wait()
    })
  }

  private wait(): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => {
      const count = this.held.length
      // A loaded machine runs the timer before it reads requests that arrived in time.
      setImmediate(() =>
        setImmediate(() =>
          setImmediate(() => {
            if (this.held.length === count) this.releaseAll()
          }),
        ),
      )
    }, QUIET_MS)
  }

  private releaseAll(): void {
    const held = this.held.splice(0)
    this.trips.push([...new Set(held.map(({ request }) => request))].sort())
    for (const { release } of held) release()
  }
}
