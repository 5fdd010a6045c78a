/** Commands and default of an input, as in action.yml. */
export interface InputSpec {
  readonly commands: readonly string[]
  /** The runner passes it like a given value. */
  readonly default?: string
  /** Problems name the line instead, because a line may be a part of a secret. */
  readonly isQuoted?: false
}

// https://docs.github.com/actions/reference/workflows-and-actions/metadata-syntax#inputs
const variableName = (name: string): string => `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`

const MAX_QUOTED_LENGTH = 200

/** A problem quotes the value. */
const shorten = (value: string): string =>
  value.length <= MAX_QUOTED_LENGTH ? value : `${value.slice(0, MAX_QUOTED_LENGTH)}…`

/** Reads inputs and collects their problems. */
export class InputReader {
  readonly problems: string[] = []

  constructor(
    private readonly env: NodeJS.ProcessEnv,
    private readonly specs: Readonly<Record<string, InputSpec>>,
  ) {}

  /** Reports each given input that the command does not use. */
  rejectUnused(command: string): void {
    for (const [name, { commands, default: preset }] of Object.entries(this.specs)) {
      const given = this.env[variableName(name)]?.trim() ?? ''
      if (commands.includes(command) || given === '' || given === preset) continue
      this.problems.push(`${name}: is not used by ${command}, only by ${commands.join(', ')}; remove it`)
    }
  }

  /** Returns the trimmed value, or the default. */
  text(name: string): string | undefined {
    return this.env[variableName(name)]?.trim() || this.specs[name]?.default
  }

  /** @param expected noun phrase for the problem: `'x' is not <expected>` */
  match(name: string, isValid: (text: string) => boolean, expected: string): string | undefined {
    const value = this.text(name)
    if (value !== undefined && !isValid(value))
      this.problems.push(`${name}: '${shorten(value)}' is not ${expected}`)
    return value
  }

  /** Returns the value, or the first allowed one if it is invalid. */
  choice<T extends string>(name: string, allowed: readonly [T, ...T[]]): T {
    const value = this.text(name)
    const chosen = allowed.find((one) => one === value)
    if (chosen !== undefined) return chosen
    this.problems.push(
      value === undefined
        ? `${name}: is required; expected one of ${allowed.join(', ')}`
        : `${name}: '${shorten(value)}' is not one of ${allowed.join(', ')}`,
    )
    return allowed[0]
  }

  /** Returns the lines. */
  list(name: string, pattern = /./, expected = ''): string[] {
    const items = (this.text(name) ?? '').split('\n').map((item) => item.trim())
    for (const [index, item] of items.entries()) {
      if (item === '' || pattern.test(item)) continue
      const subject = this.specs[name]?.isQuoted === false ? `line ${index + 1}` : `'${shorten(item)}'`
      this.problems.push(`${name}: ${subject} is not ${expected}`)
    }
    return items.filter((item) => item !== '')
  }

  /** Returns the value, or `min` if it is invalid. */
  integer(name: string, { min, max }: { readonly min: number; readonly max: number }): number {
    const value = this.text(name) ?? ''
    const number = /^\d+$/.test(value) ? Number(value) : NaN
    if (number >= min && number <= max) return number
    this.problems.push(`${name}: '${shorten(value)}' is not a whole number from ${min} to ${max}`)
    return min
  }

  /** Like {@link integer}; undefined if the input is not set. */
  optionalInteger(name: string, range: { readonly min: number; readonly max: number }): number | undefined {
    return this.text(name) === undefined ? undefined : this.integer(name, range)
  }

  /** Reads a boolean of the YAML 1.2 core schema, like `core.getBooleanInput`. */
  boolean(name: string): boolean {
    const value = this.text(name) ?? ''
    if (/^(?:true|True|TRUE)$/.test(value)) return true
    if (!/^(?:false|False|FALSE)$/.test(value))
      this.problems.push(`${name}: '${shorten(value)}' is not true or false`)
    return false
  }
}
