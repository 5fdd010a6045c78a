/** A line of a diff. */
export interface DiffLine {
  /** GitHub colors the line by this character. */
  readonly prefix: '+' | '-' | '!' | ' '
  readonly depth: number
  readonly text: string
}

export type LinePrefix = DiffLine['prefix']

/** Text around a value. */
export interface Label {
  /** Padded: `name   = `. */
  readonly text: string
  /** A comma or a comment. */
  readonly suffix: string
}

export const NO_LABEL: Label = { text: '', suffix: '' }
export const LIST_ITEM_LABEL: Label = { text: '', suffix: ',' }

export const formatLine = ({ prefix, depth, text }: DiffLine): string =>
  `${prefix} ${'  '.repeat(depth)}${text}`.trimEnd()

export const diffLine = (prefix: LinePrefix, depth: number, text: string): DiffLine => ({
  prefix,
  depth,
  text,
})

export const commentLine = (depth: number, text: string): DiffLine => diffLine(' ', depth, `# ${text}`)
