/** Reserved for the notice about omitted sections. */
const NOTICE_BYTES = 200

/**
 * Truncates the Markdown of a job summary at the start of a section and states the number of omitted
 * sections. A section starts at a top-level heading or `<details>`.
 */
export function truncateMarkdown(markdown: string, maxBytes: number): string {
  if (Buffer.byteLength(markdown) <= maxBytes) return markdown
  const sections = splitSections(markdown)
  const sizes = sections.map((section) => Buffer.byteLength(section))
  let count = 0
  for (let bytes = NOTICE_BYTES; count < sections.length; count++) {
    bytes += sizes[count] ?? 0
    if (bytes > maxBytes) break
  }
  const omitted = sections.length - count
  const notice =
    `> ✂️ ${omitted === 1 ? '1 section is' : `${omitted} sections are`} omitted: ` +
    "a job summary is limited to 1 MiB. The step's log is complete."
  return [...sections.slice(0, count), `\n${notice}\n`].join('')
}

/** Splits Markdown before each section. */
function splitSections(markdown: string): string[] {
  const sections: string[] = []
  const nesting = new MarkdownNesting()
  let start = 0
  let end = 0
  for (const line of markdown.split(/(?<=\n)/)) {
    const begins = nesting.isOutside && /^(?:#{1,6}\s|<details\b)/i.test(line)
    if (begins && end > start) {
      sections.push(markdown.slice(start, end))
      start = end
    }
    nesting.read(line)
    end += line.length
  }
  sections.push(markdown.slice(start))
  return sections
}

/** Tracks open fences and `<details>` blocks line by line. */
class MarkdownNesting {
  private fence: string | undefined
  private details = 0

  get isOutside(): boolean {
    return this.fence === undefined && this.details === 0
  }

  read(line: string): void {
    const [, marker = '', info = ''] = /^ {0,3}(`{3,}|~{3,})(.*)/.exec(line) ?? []
    if (this.fence !== undefined) {
      // The closing fence is at least as long and has no info string (CommonMark 0.31, section 4.5).
      if (marker.startsWith(this.fence) && info.trim() === '') this.fence = undefined
      return
    }
    // With backticks in the info string, the line is a code span.
    if (marker !== '' && !(marker.startsWith('`') && info.includes('`'))) {
      this.fence = marker
      return
    }
    const opened = line.match(/<details\b/gi)?.length ?? 0
    const closed = line.match(/<\/details>/gi)?.length ?? 0
    this.details = Math.max(0, this.details + opened - closed)
  }
}
