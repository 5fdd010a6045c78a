import type { Note } from '../../report/refresh'
import { formatAge } from '../../text/format'
import { codeSpan } from '../../text/markdown'

/** Returns a note's text for the log and annotations. */
export const plainText = ({ text }: Note): string =>
  text
    .replace(/\[([^\]]*)\]\(([^)]*)\)/g, '$1 ($2)')
    .replace(/\*\*/g, '')
    .replace(/`+ ?(.*?) ?`+/g, "'$1'")

interface TooNew {
  readonly tag: string
  readonly ageMs: number
}

const MAX_LISTED = 3

/** Versions of an image that were not selected. */
export class SkippedVersions {
  private readonly tooNew: TooNew[] = []
  private readonly others: Note[] = []

  constructor(private readonly name: string) {}

  addTooNew(tag: string, ageMs: number): void {
    if (this.tooNew.every((one) => one.tag !== tag)) this.tooNew.push({ tag, ageMs })
  }

  addUnusable(tag: string, reason: string): void {
    this.add('warning', `**${this.name}** ${codeSpan(tag)} was skipped: ${codeSpan(reason)}.`)
  }

  /** For a version that its publisher did not release. */
  addUnconfirmed(tag: string, problem: string): void {
    this.add('warning', `**${this.name} ${codeSpan(tag)} was skipped: ${problem}.**`)
  }

  /** @param reason Markdown */
  addUnknownSignature(tag: string, reason: string): void {
    this.add('info', `The signature of **${this.name}** ${codeSpan(tag)} was not verified: ${reason}.`)
  }

  add(severity: Note['severity'], text: string): void {
    this.others.push({ severity, text })
  }

  get hasWarnings(): boolean {
    return this.others.some(({ severity }) => severity === 'warning')
  }

  notes(minAgeMs: number): Note[] {
    if (this.tooNew.length === 0) return this.others
    // The releases are read in another order than the images.
    const youngest = [...this.tooNew].sort((a, b) => a.ageMs - b.ageMs)
    const listed = youngest
      .slice(0, MAX_LISTED)
      .map(({ tag, ageMs }) => `${codeSpan(tag)} (${formatAge(ageMs)})`)
    const more = youngest.length > MAX_LISTED ? ` and ${youngest.length - MAX_LISTED} more` : ''
    const waiting = `**${this.name}** waits for ${listed.join(', ')}${more} to be ${formatAge(minAgeMs)} old.`
    return [{ severity: 'info', text: waiting }, ...this.others]
  }
}
