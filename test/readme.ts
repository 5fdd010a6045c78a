import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const README = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8')

/**
 * The rows of the table under a heading, by the name in their first cell; the cells as text.
 * @param readme the repository's own README.md if absent
 */
export function tableUnder(heading: string, readme = README): Map<string, readonly string[]> {
  const start = readme.indexOf(`\n${heading}\n`)
  if (start < 0) throw new Error(`README.md has no heading '${heading}'`)
  const [section = ''] = readme.slice(start + heading.length + 2).split(/^#/m)
  const rows = new Map<string, readonly string[]>()
  for (const line of section.split('\n').filter((line) => line.startsWith('| `'))) {
    // A bar that is escaped belongs to its cell.
    const [name = '', ...cells] = line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim())
    if (rows.has(name)) throw new Error(`README.md names ${name} twice under '${heading}'`)
    rows.set(name.replaceAll('`', ''), cells)
  }
  return rows
}
