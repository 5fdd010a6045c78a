import { formatBytes, formatRate } from '../text/format'
import type { Log } from './log'

interface Line {
  readonly total: number
  done: number
  /** What the last line said, so that a line is only said when there is news. */
  told: number
}

const BAR = 20

/** A line per image that moves, every few seconds: a log has no cursor to go back with. */
export class Progress {
  private readonly lines = new Map<string, Line>()
  private readonly startedMs: number
  private readonly width: number
  private timer: NodeJS.Timeout | undefined

  constructor(
    totals: ReadonlyMap<string, number>,
    private readonly runtime: { readonly log: Pick<Log, 'info'>; readonly now: () => number },
  ) {
    for (const [name, total] of totals) this.lines.set(name, { total, done: 0, told: -1 })
    this.width = Math.max(0, ...[...totals.keys()].map((name) => name.length))
    this.startedMs = runtime.now()
  }

  start(everyMs: number): void {
    this.timer = setInterval(() => {
      this.tell()
    }, everyMs)
    this.timer.unref()
  }

  add(name: string, bytes: number): void {
    const line = this.lines.get(name)
    if (line !== undefined) line.done += bytes
  }

  stop(): void {
    clearInterval(this.timer)
  }

  tell(): void {
    const seconds = (this.runtime.now() - this.startedMs) / 1000
    for (const [name, line] of this.lines) {
      if (line.done === line.told || line.done >= line.total) continue
      line.told = line.done
      this.runtime.log.info(`${name.padEnd(this.width)}  ${bar(line)}  ${formatRate(line.done, seconds)}`)
    }
  }
}

function bar({ done, total }: Line): string {
  const share = Math.min(1, done / total)
  const filled = Math.floor(share * BAR)
  const percent = `${Math.floor(share * 100)} %`.padStart(5)
  return `${'█'.repeat(filled)}${'░'.repeat(BAR - filled)} ${percent}  ${formatBytes(done)} of ${formatBytes(total)}`
}
