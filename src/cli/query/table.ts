import { escapeInvisible } from '../../text/sanitize'

const MAX_CELL_LENGTH = 60

/** Formats rows as an aligned table with a header. Cells above 60 characters are cut. */
export function formatTable(columns: readonly string[], rows: readonly (readonly unknown[])[]): string[] {
  const cells = [columns, ...rows].map((row) => row.map(formatCell))
  const widths = columns.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  const lines = cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  return [lines[0] ?? '', widths.map((width) => '-'.repeat(width)).join('  '), ...lines.slice(1)]
}

function formatCell(value: unknown): string {
  const text = value === null ? 'NULL' : typeof value === 'string' ? value : JSON.stringify(value)
  const line = escapeInvisible(text.replaceAll('\n', '\\n').replaceAll('\t', '\\t'))
  return line.length > MAX_CELL_LENGTH ? `${line.slice(0, MAX_CELL_LENGTH - 1)}…` : line
}
