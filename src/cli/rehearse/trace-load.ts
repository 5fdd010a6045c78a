import { randomBytes } from 'node:crypto'
import type { HttpClient } from '../../http/client'
import { Langfuse } from '../../langfuse/client'
import { VerificationFailed } from '../../langfuse/error'
import { waitUntilHealthy } from '../../langfuse/health'
import type { PollOptions } from '../../langfuse/poll'
import { waitUntilReadable } from '../../langfuse/read-trace'
import { createTrace, sendTrace, type Trace } from '../../langfuse/trace'
import { createTransport } from '../../langfuse/transport'
import type { StackKeys } from '../keys/keys'
import type { CliRuntime } from '../runtime'

const HEALTH_LIMIT_MS = 10 * 60_000
/** The clients of Langfuse repeat a failed export for about as long. */
const SEND_LIMIT_MS = 60_000
const MAX_CONCURRENT_READS = 8

export interface Written {
  readonly traces: readonly Trace[]
  /** Number of traces that Langfuse did not accept. */
  readonly rejected: number
}

/** Writes traces to a stack, and counts those that can be read back complete. */
export class TraceLoad {
  private constructor(
    private readonly project: Langfuse,
    private readonly version: string,
    private readonly runtime: Pick<CliRuntime, 'clock' | 'progress'>,
  ) {}

  /** @throws VerificationFailed if Langfuse does not become ready */
  static async open(
    keys: StackKeys,
    http: HttpClient,
    runtime: Pick<CliRuntime, 'clock' | 'progress'>,
  ): Promise<TraceLoad> {
    const langfuse = new Langfuse(new URL(keys.url), createTransport({ http }))
    const { version } = await waitUntilHealthy(langfuse, undefined, pollOptions(HEALTH_LIMIT_MS, runtime))
    return new TraceLoad(langfuse.withKeys(keys), version, runtime)
  }

  /** Sends traces one after another, as a client that waits between them. */
  async write(count: number, pauseMs: number): Promise<Written> {
    const traces: Trace[] = []
    let rejected = 0
    for (let sent = 0; sent < count; sent += 1) {
      const trace = createTrace(randomBytes(24), new Date(this.runtime.clock.wallClockMs()))
      const options = { version: this.version, pollOptions: pollOptions(SEND_LIMIT_MS, this.runtime) }
      const isAccepted = await succeeds(() => sendTrace(this.project, trace, options))
      if (isAccepted) traces.push(trace)
      else rejected += 1
      await this.runtime.clock.sleep(pauseMs)
    }
    return { traces, rejected }
  }

  /** Counts the complete traces. @param limitMs how long to wait for those that are missing; 0 looks once */
  async count(traces: readonly Trace[], limitMs: number): Promise<number> {
    const { clock } = this.runtime
    const end = clock.now() + limitMs
    const waiting = [...traces]
    let readable = 0
    const read = async (): Promise<void> => {
      for (let trace = waiting.shift(); trace !== undefined; trace = waiting.shift()) {
        const options = pollOptions(Math.max(0, end - clock.now()), this.runtime)
        const { project, version } = this
        const one = trace
        if (await succeeds(() => waitUntilReadable(project, one, { version, pollOptions: options })))
          readable += 1
      }
    }
    await Promise.all(Array.from({ length: MAX_CONCURRENT_READS }, read))
    return readable
  }
}

const pollOptions = (limitMs: number, { clock }: Pick<CliRuntime, 'clock'>): PollOptions => ({
  clock,
  limitMs,
  interruption: new AbortController().signal,
  onWait: () => undefined,
})

/** @throws every other error than a failed verification */
async function succeeds(action: () => Promise<unknown>): Promise<boolean> {
  try {
    await action()
    return true
  } catch (error) {
    if (error instanceof VerificationFailed && error.step !== 'keys') return false
    throw error
  }
}
