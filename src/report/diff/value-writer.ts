import { type Label, type Line, line, type Mark } from './line'
import type { Display, Shown } from './display-value'
import { isEmpty } from './display-value'
import { plural, shorten } from '../../text/markdown'

const WIDEST_LIST = 80
const WIDEST_KEY = 40

/** Where and how a value is written. */
export interface ValuePosition {
  readonly mark: Mark
  readonly depth: number
  readonly label: Label
}

/** Writes values out, as they are before or after. */
export class Writer {
  constructor(readonly display: Display) {}

  write(shown: Shown, { mark, depth, label }: ValuePosition): Line[] {
    const short = this.inline(shown)
    if (short !== undefined) return [line(mark, depth, `${label.text}${short}${label.after}`)]
    const { open, close } = brackets(shown)
    return [
      line(mark, depth, `${label.text}${open}`),
      ...this.inside(shown, mark, depth + 1),
      line(mark, depth, `${close}${label.after}`),
    ]
  }

  /** A value on one line; undefined when it needs several. */
  inline(shown: Shown): string | undefined {
    switch (shown.kind) {
      case 'absent':
        return 'null'
      case 'unknown':
        return '(known after apply)'
      case 'sensitive':
        return '(sensitive)'
      case 'scalar':
        return shorten(shown.text)
      case 'lines':
        return undefined
      case 'object':
        return isEmpty(shown) && !shown.isJson ? '{}' : undefined
      case 'list':
        return this.inlineList(shown.items, shown.isJson)
    }
  }

  /** The names of siblings, padded so that their values stand below one another. */
  labels(names: readonly string[]): Map<string, Label> {
    const clean = names.map((name): [string, string] => [name, this.display.name(name)])
    const width = Math.max(
      0,
      ...clean.map(([, { length }]) => length).filter((length) => length <= WIDEST_KEY),
    )
    return new Map(clean.map(([name, text]) => [name, { text: `${text.padEnd(width)} = `, after: '' }]))
  }

  private inlineList(items: readonly Shown[], isJson: boolean): string | undefined {
    const texts = items.map((item) =>
      item.kind === 'object' || item.kind === 'list' ? undefined : this.inline(item),
    )
    if (texts.includes(undefined)) return undefined
    const text = `[${texts.join(', ')}]`
    return text.length > WIDEST_LIST ? undefined : isJson ? `jsonencode(${text})` : text
  }

  private inside(shown: Shown, mark: Mark, depth: number): Line[] {
    if (shown.kind === 'lines') return shown.lines.map((text) => line(mark, depth, text))
    if (shown.kind === 'list') {
      const label = { text: '', after: ',' }
      return shown.items.flatMap((item) => this.write(item, { mark, depth, label }))
    }
    return shown.kind === 'object' ? this.entries(shown.entries, mark, depth) : []
  }

  private entries(entries: ReadonlyMap<string, Shown>, mark: Mark, depth: number): Line[] {
    const filled = [...entries].filter(([, value]) => !isEmpty(value))
    const labels = this.labels(filled.map(([name]) => name))
    return filled.flatMap(([name, value]) => {
      const label = labels.get(name)
      return label === undefined ? [] : this.write(value, { mark, depth, label })
    })
  }
}

/** What a value of several lines is set between. */
export function brackets(shown: Shown): { readonly open: string; readonly close: string } {
  if (shown.kind === 'lines') return { open: '<<-EOT', close: 'EOT' }
  const [open, close] = shown.kind === 'list' ? ['[', ']'] : ['{', '}']
  const isJson = (shown.kind === 'list' || shown.kind === 'object') && shown.isJson
  return isJson ? { open: `jsonencode(${open}`, close: `${close})` } : { open, close }
}

/** A value in a few words, where what it was is of little interest. */
export function summarize(shown: Shown, writer: Writer): string {
  switch (shown.kind) {
    case 'lines':
      return `(${plural(shown.lines.length, 'line')})`
    case 'object':
      return '{…}'
    case 'list':
      return `[${plural(shown.items.length, 'item')}]`
    case 'absent':
    case 'unknown':
    case 'sensitive':
    case 'scalar':
      return writer.inline(shown) ?? ''
  }
}
