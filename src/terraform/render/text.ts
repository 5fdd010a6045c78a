// Controls (ANSI's escape among them), separators that end a line, and marks that reorder or hide text.
const UNPRINTABLE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u2028\u2029\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]|[\u{e0000}-\u{e01ef}]/gu

/**
 * Text from outside with all that a reader cannot see written out, `\u202e`. Lines and tabs stay.
 * Printed to a log, no `##[` in it is a command for the runner, which looks for one anywhere.
 */
export const visible = (text: string): string =>
  text
    .replaceAll('##[', '## [')
    .replace(UNPRINTABLE, (mark) => `\\u${(mark.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`)

/** Text from outside as one line. */
export const oneLine = (text: string): string => visible(text.replace(/\s+/g, ' ').trim())

const longestRun = (text: string): number =>
  !text.includes('`')
    ? 0
    : [...text.matchAll(/`+/g)].reduce((longest, [run]) => Math.max(longest, run.length), 0)

/** Text from outside as a code span, in which GitHub reads no Markdown, HTML, mention or issue number. */
export function code(text: string): string {
  const line = oneLine(text)
  const ticks = '`'.repeat(longestRun(line) + 1)
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : ''
  return line === '' ? '' : `${ticks}${pad}${line}${pad}${ticks}`
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? '')

/** The same as {@link code}, for within HTML, where Markdown is not read. */
export const htmlCode = (text: string): string => `<code>${escapeHtml(oneLine(text))}</code>`

/** The backticks between which these lines are only text: more than any run within them. */
export const fenceFor = (lines: readonly string[]): string =>
  '`'.repeat(Math.max(2, ...lines.map(longestRun)) + 1)

/** Lines that GitHub shows as they are. */
export function fence(language: string, lines: readonly string[]): string {
  const ticks = fenceFor(lines)
  return [`${ticks}${language}`, ...lines.map(inert), ticks].join('\n')
}

/** Should the text be printed to a log as well, the line is no command for the runner, which trims it before it looks. */
const inert = (line: string): string => line.replace(/^(\s*):(?=:)/, '$1: ')

/** A block that opens at a click. */
export const folded = (summary: string, body: string): string =>
  `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`

export function plural(number: number, noun: string): string {
  return `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`
}

/** Characters of one value that are worth reading in a comment. */
const LONGEST_VALUE = 2_000
const SHOWN_BEFORE = 200

/** A window of a very long text, with the count of what is left out. @param at where something is to be seen */
export function shorten(text: string, at = 0): string {
  if (text.length <= LONGEST_VALUE) return text
  const start = Math.max(0, at - SHOWN_BEFORE)
  const shown = text.slice(start, start + LONGEST_VALUE / 2)
  const left = plural(text.length - shown.length, 'more character')
  return visible(`${start === 0 ? '' : '…'}${shown}… (${left})`)
}
