import { open } from 'node:fs/promises'
import { StringDecoder } from 'node:string_decoder'
import { setTimeout as sleep } from 'node:timers/promises'

const FILE_POLL_MS = 50
const CHUNK_BYTES = 64 * 1024
/** In UTF-16 code units; longer lines are truncated. */
export const MAX_LINE_LENGTH = 1024 * 1024

/** Splits a stream of bytes into lines. */
export class LineSplitter {
  private readonly decoder = new StringDecoder('utf8')
  private line = ''
  private cut = 0

  constructor(private readonly onLine: (line: string) => void) {}

  add(bytes: Buffer): void {
    const [first = '', ...others] = this.decoder.write(bytes).split('\n')
    this.extend(first)
    for (const piece of others) {
      this.emit()
      this.extend(piece)
    }
  }

  end(): void {
    this.extend(this.decoder.end())
    if (this.line !== '') this.emit()
  }

  private extend(piece: string): void {
    const room = MAX_LINE_LENGTH - this.line.length
    this.line += piece.slice(0, room)
    this.cut += Math.max(0, piece.length - room)
  }

  private emit(): void {
    const line = this.line.endsWith('\r') ? this.line.slice(0, -1) : this.line
    const cut = this.cut
    this.line = ''
    this.cut = 0
    this.onLine(cut > 0 ? `${line}… (${cut} more characters)` : line)
  }
}

/** Reads the lines of a file that grows until `ended` is aborted. */
export async function followFile(
  path: string,
  onLine: (line: string) => void,
  ended: AbortSignal,
): Promise<void> {
  const file = await open(path, 'r')
  try {
    const lines = new LineSplitter(onLine)
    const buffer = Buffer.alloc(CHUNK_BYTES)
    for (;;) {
      // Checked first, so that the last output is read.
      const isLast = ended.aborted
      const { bytesRead } = await file.read(buffer, 0, CHUNK_BYTES)
      if (bytesRead > 0) lines.add(buffer.subarray(0, bytesRead))
      else if (isLast) break
      else await sleep(FILE_POLL_MS, undefined, { signal: ended }).catch(() => undefined)
    }
    lines.end()
  } finally {
    await file.close()
  }
}
