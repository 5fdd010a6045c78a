import { formatBytes, formatRate } from '../text/format'
import type { Log } from './log'

interface ImageProgress {
  readonly total: number
  done: number
  loggedBytes: number
}

const BAR_WIDTH = 20

/** Logs a line for each image whose transfer has advanced. */
export class Progress {
  private readonly lines = new Map<string, ImageProgress>()
  private readonly startedMs: number
  private readonly width: number
  private timer: NodeJS.Timeout | undefined

  constructor(
    totals: ReadonlyMap<string, number>,
    private readonly runtime: { readonly log: Pick<Log, 'info'>; readonly now: () => number },
  ) {
    for (const [name, total] of totals) this.lines.set(name, { total, done: 0, loggedBytes: -1 })
    this.width = Math.max(0, ...[...totals.keys()].map((name) => name.length))
    this.startedMs = runtime.now()
  }

  start(everyMs: number): void {
    this.timer = setInterval(() => {
      this.logChanges()
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

  logChanges(): void {
    const seconds = (this.runtime.now() - this.startedMs) / 1000
    for (const [name, line] of this.lines) {
      if (line.done === line.loggedBytes || line.done >= line.total) continue
      line.loggedBytes = line.done
      this.runtime.log.info(`${name.padEnd(this.width)}  ${bar(line)}  ${formatRate(line.done, seconds)}`)
    }
  }
}

function bar({ done, total }: ImageProgress): string {
  const share = Math.min(1, done / total)
  const filled = Math.floor(share * BAR_WIDTH)
  const percent = `${Math.floor(share * 100)} %`.padStart(5)
  return `${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)} ${percent}  ${formatBytes(done)} of ${formatBytes(total)}`
}
