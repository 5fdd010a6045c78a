import { type DiffLine, diffLine, type Label, type LinePrefix, LIST_ITEM_LABEL } from './line'
import { type DisplayEntries, type DisplayValue, isEmpty, type ValueFormatter } from './display-value'
import { plural, excerpt } from '../../text/markdown'

const MAX_LIST_WIDTH = 80
const MAX_KEY_WIDTH = 40

export interface ValuePosition {
  readonly prefix: LinePrefix
  readonly depth: number
  readonly label: Label
}

/** Writes a value in Terraform syntax. */
export class ValueWriter {
  constructor(readonly formatter: ValueFormatter) {}

  write(value: DisplayValue, { prefix, depth, label }: ValuePosition): DiffLine[] {
    const short = this.inline(value)
    if (short !== undefined) return [diffLine(prefix, depth, `${label.text}${short}${label.suffix}`)]
    const { open, close } = brackets(value)
    return [
      diffLine(prefix, depth, `${label.text}${open}`),
      ...this.inside(value, prefix, depth + 1),
      diffLine(prefix, depth, `${close}${label.suffix}`),
    ]
  }

  /** @returns undefined for a value with several lines */
  inline(value: DisplayValue): string | undefined {
    switch (value.kind) {
      case 'absent':
        return 'null'
      case 'unknown':
        return '(known after apply)'
      case 'sensitive':
        return '(sensitive)'
      case 'scalar':
        return excerpt(value.text)
      case 'lines':
        return undefined
      case 'object':
        return isEmpty(value) && !value.isJson ? '{}' : undefined
      case 'list':
        return this.inlineList(value.items, value.isJson)
    }
  }

  /** Aligns the values of siblings. */
  labels(names: readonly string[]): Map<string, Label> {
    const formatted = names.map((name): [string, string] => [name, this.formatter.formatName(name)])
    const width = Math.max(
      0,
      ...formatted.map(([, { length }]) => length).filter((length) => length <= MAX_KEY_WIDTH),
    )
    return new Map(formatted.map(([name, text]) => [name, { text: `${text.padEnd(width)} = `, suffix: '' }]))
  }

  private inlineList(items: readonly DisplayValue[], isJson: boolean): string | undefined {
    const texts = items.map((item) =>
      item.kind === 'object' || item.kind === 'list' ? undefined : this.inline(item),
    )
    if (texts.includes(undefined)) return undefined
    const text = `[${texts.join(', ')}]`
    return text.length > MAX_LIST_WIDTH ? undefined : isJson ? `jsonencode(${text})` : text
  }

  private inside(value: DisplayValue, prefix: LinePrefix, depth: number): DiffLine[] {
    if (value.kind === 'lines') return value.lines.map((text) => diffLine(prefix, depth, text))
    if (value.kind === 'list') {
      return value.items.flatMap((item) => this.write(item, { prefix, depth, label: LIST_ITEM_LABEL }))
    }
    return value.kind === 'object' ? this.entries(value.entries, prefix, depth) : []
  }

  private entries(entries: DisplayEntries, prefix: LinePrefix, depth: number): DiffLine[] {
    const filled = [...entries].filter(([, value]) => !isEmpty(value))
    const labels = this.labels(filled.map(([name]) => name))
    return filled.flatMap(([name, value]) => {
      const label = labels.get(name)
      return label === undefined ? [] : this.write(value, { prefix, depth, label })
    })
  }
}

/** Returns the first and last line of a multi-line value. */
export function brackets(value: DisplayValue): { readonly open: string; readonly close: string } {
  if (value.kind === 'lines') return { open: '<<-EOT', close: 'EOT' }
  const [open, close] = value.kind === 'list' ? ['[', ']'] : ['{', '}']
  const isJson = (value.kind === 'list' || value.kind === 'object') && value.isJson
  return isJson ? { open: `jsonencode(${open}`, close: `${close})` } : { open, close }
}

/** Abbreviates a value that becomes unknown. */
export function summarize(value: DisplayValue, writer: ValueWriter): string {
  switch (value.kind) {
    case 'lines':
      return `(${plural(value.lines.length, 'line')})`
    case 'object':
      return '{…}'
    case 'list':
      return `[${plural(value.items.length, 'item')}]`
    case 'absent':
    case 'unknown':
    case 'sensitive':
    case 'scalar':
      return writer.inline(value) ?? ''
  }
}
