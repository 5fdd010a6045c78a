/** A line of a diff: what GitHub colours it by, how deep it is indented, and what it says. */
export interface Line {
  /** Added, removed, changed, or there for orientation. */
  readonly mark: '+' | '-' | '!' | ' '
  readonly depth: number
  readonly text: string
}

export type Mark = Line['mark']

/** Text that stands at the left of a value, aligned with its neighbours: `name = `. */
export interface Label {
  readonly text: string
  /** What comes after the value: a comma, or a comment. */
  readonly after: string
}

export const NO_LABEL: Label = { text: '', after: '' }

export const formatLine = ({ mark, depth, text }: Line): string =>
  `${mark} ${'  '.repeat(depth)}${text}`.trimEnd()

export const line = (mark: Mark, depth: number, text: string): Line => ({ mark, depth, text })

export const remark = (depth: number, text: string): Line => line(' ', depth, `# ${text}`)
