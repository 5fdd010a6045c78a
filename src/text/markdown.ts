import { escapeInvisible, escapeToLine } from './sanitize'

const longestRun = (text: string): number =>
  !text.includes('`')
    ? 0
    : [...text.matchAll(/`+/g)].reduce((longest, [run]) => Math.max(longest, run.length), 0)

/** Formats untrusted text as a code span, in which GitHub renders and links nothing. */
export function codeSpan(text: string): string {
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

/** Escapes text for HTML. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? '')

/** Formats untrusted text as code inside HTML. */
export const htmlCodeSpan = (text: string): string => `<code>${escapeHtml(escapeToLine(text))}</code>`

/** Returns a fence longer than any run of backticks in the lines. */
export const codeFence = (lines: readonly string[]): string =>
  '`'.repeat(Math.max(2, ...lines.map(longestRun)) + 1)

/** Formats lines as a fenced code block. */
export function codeBlock(language: string, lines: readonly string[]): string {
  const ticks = codeFence(lines)
  return [`${ticks}${language}`, ...lines.map(escapeCommand), ticks].join('\n')
}

// The block may also be logged, where a line that begins with `::` is a workflow command.
const escapeCommand = (line: string): string => line.replace(/^(\s*):(?=:)/, '$1: ')

/** Formats a collapsed `<details>` block. */
export const collapsible = (summary: string, body: string): string =>
  `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`

/** Formats a count: `1 change`, `1,200 changes`. */
export function plural(number: number, noun: string): string {
  return `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`
}

const MAX_VALUE_LENGTH = 2_000
const CONTEXT_LENGTH = 200

/** Shortens a long text around the character at `at`. */
export function excerpt(text: string, at = 0): string {
  if (text.length <= MAX_VALUE_LENGTH) return text
  const start = Math.max(0, at - CONTEXT_LENGTH)
  const shown = text.slice(start, start + MAX_VALUE_LENGTH / 2)
  const omitted = plural(text.length - shown.length, 'more character')
  return escapeInvisible(`${start === 0 ? '' : '…'}${shown}… (${omitted})`)
}

/** Escapes untrusted text as one line without Markdown or links. */
export function escapeMarkdown(text: string): string {
  const line = escapeInvisible(text.replace(/\s+/g, ' '))
  return preventLinks(line.replace(/[!-/:-@[-`{-~]/g, '\\$&').replace(/\\([@#])/g, '$1'))
}

// GitHub links mentions and issue numbers after Markdown, unless an HTML comment follows the sign.
const preventLinks = (text: string): string => text.replace(/[@#]/g, '$&<!-- -->')

const COMMAND =
  /((?:terraform|tofu) (?:(?:state (?:list|pull)|init|validate|plan|show|fmt)\b|providers lock(?: -platform=\w+)*|(?:force-unlock|state push|apply) [^\s.;,]+(?:[.;,][^\s.;,]+)*))/

/** Escapes a sentence with untrusted text, and formats its Terraform commands as code. */
export function escapeMarkdownKeepCommands(sentence: string): string {
  return escapeToLine(sentence)
    .split(COMMAND)
    .map((part, index) => (index % 2 === 1 ? codeSpan(part) : escapeMarks(part)))
    .join('')
}

const escapeMarks = (text: string): string =>
  preventLinks(text.replace(/[\\`*_[\]<>&|~$]|:(?=\/\/)|(?<=www)\./gi, '\\$&'))

/** Wraps lines at spaces. A longer word stays whole. */
export function wrap(lines: readonly string[], width = 100): string[] {
  return lines.flatMap((line) => {
    const wrapped: string[] = []
    let remaining = line
    while (remaining.length > width) {
      const space = remaining.slice(0, width + 1).lastIndexOf(' ')
      // A break at the indentation would give an empty line.
      const at = space > remaining.search(/\S/) ? space : remaining.indexOf(' ', width)
      if (at < 0) break
      wrapped.push(remaining.slice(0, at))
      remaining = remaining.slice(at + 1)
    }
    return [...wrapped, remaining]
  })
}

/** Alignment of a table column. */
export type Alignment = 'left' | 'right'

/** Column of a Markdown table. */
export interface Column {
  readonly title: string
  readonly align: Alignment
}

/** Formats a table. Right-aligned cells do not wrap. */
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
