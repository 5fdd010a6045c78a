import { parseJson } from '../../text/json'

export interface ProgramEvent {
  readonly kind: string
  readonly value: unknown
}

const LINE = /^@(\d+)([+=])(\w+) (.*)$/s

/** Reads the numbered lines of programs/start.ts from a log, in any order. */
export class OutputReader {
  /** Lines that the program did not write, for example an error of Node.js. */
  readonly otherLines: string[] = []
  private readonly lines = new Map<number, RegExpExecArray>()
  private next = 1
  private partial = ''

  /** Returns the events that are complete with this line. */
  push(message: string): ProgramEvent[] {
    const line = LINE.exec(message.trimEnd())
    if (line === null) {
      this.otherLines.push(message.trimEnd())
      return []
    }
    this.lines.set(Number(line[1]), line)
    return this.takeReady()
  }

  private takeReady(): ProgramEvent[] {
    const events: ProgramEvent[] = []
    for (let line = this.lines.get(this.next); line !== undefined; line = this.lines.get(this.next)) {
      this.lines.delete(this.next)
      this.next += 1
      const [, , mark, kind = '', text = ''] = line
      this.partial += text
      if (mark === '+') continue
      events.push({ kind, value: parseJson(this.partial) })
      this.partial = ''
    }
    return events
  }
}
