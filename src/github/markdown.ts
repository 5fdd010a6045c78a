/** Text from outside as a code span, in which GitHub reads no Markdown, HTML, mention or issue number. */
export function code(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const longestRun = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longestRun + 1)
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : ''
  return line === '' ? '' : `${fence}${pad}${line}${pad}${fence}`
}

export type Alignment = 'left' | 'right'

export interface Column {
  readonly title: string
  readonly align: Alignment
}

/** A table of GitHub's Markdown; a bar within a cell, code or not, is kept from ending it. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  const rule = columns.map(({ align }) => (align === 'right' ? '--:' : ':--'))
  return [line(columns.map(({ title }) => title)), line(rule), ...rows.map(line)].join('\n')
}
