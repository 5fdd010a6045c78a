/** The runner drops a longer summary as a whole. */
const MOST_BYTES = 1024 * 1024
/** Kept free for the sentence on what was left out. */
const NOTICE_BYTES = 200

/**
 * The same Markdown, or as many of its sections from the top as the runner takes, and a count of the others.
 * A section begins at a heading or a `<details>` that is in no fence and no other `<details>`.
 */
export function fitSummary(markdown: string, mostBytes = MOST_BYTES): string {
  if (Buffer.byteLength(markdown) <= mostBytes) return markdown
  const sections = sectionsOf(markdown)
  const sizes = sections.map((section) => Buffer.byteLength(section))
  let kept = 0
  for (let bytes = NOTICE_BYTES; kept < sections.length; kept++) {
    bytes += sizes[kept] ?? 0
    if (bytes > mostBytes) break
  }
  const left = sections.length - kept
  const notice =
    `> ✂️ ${left === 1 ? '1 section is' : `${left} sections are`} left out here: ` +
    'a job summary takes 1 MiB. The log of this step has all of it.'
  return [...sections.slice(0, kept), `\n${notice}\n`].join('')
}

/** The text in pieces that can stand alone; joined again they are the text. */
function sectionsOf(markdown: string): string[] {
  const sections: string[] = []
  const nesting = new Nesting()
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

/** What is open at the end of the lines read so far. */
class Nesting {
  private fence: string | undefined
  private details = 0

  get isOutside(): boolean {
    return this.fence === undefined && this.details === 0
  }

  read(line: string): void {
    const [, mark = '', rest = ''] = /^ {0,3}(`{3,}|~{3,})(.*)/.exec(line) ?? []
    if (this.fence !== undefined) {
      // A fence ends at a line of nothing but as many marks of its kind, or more (CommonMark, section 4.5).
      if (mark.startsWith(this.fence) && rest.trim() === '') this.fence = undefined
      return
    }
    // A line with more backticks after the first is code within text.
    if (mark !== '' && !(mark.startsWith('`') && rest.includes('`'))) {
      this.fence = mark
      return
    }
    const opened = line.match(/<details\b/gi)?.length ?? 0
    const closed = line.match(/<\/details>/gi)?.length ?? 0
    this.details = Math.max(0, this.details + opened - closed)
  }
}
