/**
 * Reads the rows of the table under a heading, by the code in their first cell.
 * @param heading the whole line, for example `## Inputs`
 * @returns the other cells of each row, as Markdown
 * @throws Error if the heading does not exist or a name occurs twice
 */
export function tableUnder(heading: string, markdown: string): Map<string, readonly string[]> {
  const start = markdown.indexOf(`\n${heading}\n`)
  if (start < 0) throw new Error(`there is no heading '${heading}'`)
  const [section = ''] = markdown.slice(start + heading.length + 2).split(/^#/m)
  const rows = new Map<string, readonly string[]>()
  for (const line of section.split('\n').filter((line) => line.startsWith('| `'))) {
    // An escaped bar belongs to its cell.
    const [first = '', ...cells] = line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim())
    const name = first.replaceAll('`', '')
    if (rows.has(name)) throw new Error(`'${heading}' names ${name} twice`)
    rows.set(name, cells)
  }
  return rows
}
