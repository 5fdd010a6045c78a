/** Text from outside as a code span, in which GitHub reads no Markdown, HTML, mention or issue number. */
export function code(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const longestRun = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longestRun + 1)
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : ''
  return line === '' ? '' : `${fence}${pad}${line}${pad}${fence}`
}

/** Text from outside as running text: every mark of Markdown escaped, and no mention, issue number or address linked. */
export function prose(text: string): string {
  const escaped = text.replace(/\s+/g, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&')
  // GitHub links these after Markdown is done; a comment in between is invisible and keeps them apart.
  return escaped.replace(/\\([@#])/g, '$1<!-- -->')
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
