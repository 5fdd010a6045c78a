import { escapeInvisible, escapeToLine } from './sanitize'

const longestRun = (text: string): number =>
  !text.includes('`')
    ? 0
    : [...text.matchAll(/`+/g)].reduce((longest, [run]) => Math.max(longest, run.length), 0)

/** Text from outside as a code span, in which GitHub reads no Markdown, HTML, mention or issue number. */
export function code(text: string): string {
  const line = escapeToLine(text)
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
export const htmlCode = (text: string): string => `<code>${escapeHtml(escapeToLine(text))}</code>`

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
  return escapeInvisible(`${start === 0 ? '' : '…'}${shown}… (${left})`)
}

/** Escapes untrusted text as running text: every Markdown mark, and no mention, issue number or address is linked. */
export function prose(text: string): string {
  const line = escapeInvisible(text.replace(/\s+/g, ' '))
  return keepUnlinked(line.replace(/[!-/:-@[-`{-~]/g, '\\$&').replace(/\\([@#])/g, '$1'))
}

// GitHub links mentions and issue numbers after it has rendered Markdown; an HTML comment in between prevents that.
const keepUnlinked = (text: string): string => text.replace(/[@#]/g, '$&<!-- -->')

/** Commands that a reader may want to copy. */
const COMMAND = /(terraform (?:force-unlock|state push) [^\s.;,]+(?:[.;,][^\s.;,]+)*)/

/** Escapes a sentence that contains untrusted text and shows Terraform commands in it as code. */
export function proseWithCommands(sentence: string): string {
  return escapeToLine(sentence)
    .split(COMMAND)
    .map((part, index) => (index % 2 === 1 ? code(part) : escapeMarks(part)))
    .join('')
}

const escapeMarks = (text: string): string =>
  keepUnlinked(text.replace(/[\\`*_[\]<>&|~$]|:(?=\/\/)|(?<=www)\./gi, '\\$&'))

/** Lines that can be read without scrolling sideways, broken at spaces where that is possible. */
export function wrap(lines: readonly string[], width = 100): string[] {
  return lines.flatMap((line) => {
    const wrapped: string[] = []
    let rest = line
    while (rest.length > width) {
      const space = rest.slice(0, width + 1).lastIndexOf(' ')
      // A break at the indentation would leave an empty line, and no shorter one.
      const at = space > rest.search(/\S/) ? space : rest.indexOf(' ', width)
      if (at < 0) break
      wrapped.push(rest.slice(0, at))
      rest = rest.slice(at + 1)
    }
    return [...wrapped, rest]
  })
}

export type Alignment = 'left' | 'right'

export interface Column {
  readonly title: string
  readonly align: Alignment
}

/** A table of GitHub's Markdown; a bar within a cell, code or not, is kept from ending it, a number from its unit never. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const cell = (text: string, index: number): string => {
    const whole = text.replaceAll('|', '\\|')
    return columns[index]?.align === 'right' ? whole.replaceAll(' ', '\u00a0') : whole
  }
  const rule = columns.map(({ align }) => (align === 'right' ? '--:' : ':--'))
  return [
    line(columns.map(({ title }) => title)),
    line(rule),
    ...rows.map((row) => line(row.map(cell))),
  ].join('\n')
}
