/** What action.yml says of an input that commands rely on. */
export interface InputSpec {
  readonly commands: readonly string[]
  /** As action.yml has it; the runner passes it as if it were given. */
  readonly default?: string
}

/** The runner's name for an input (https://docs.github.com/actions/reference/workflows-and-actions/metadata-syntax#inputs). */
const variable = (name: string): string => `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`

/** Reads inputs as the runner passes them, and gathers all that is wrong with them. */
export class InputReader {
  readonly faults: string[] = []

  constructor(
    private readonly env: NodeJS.ProcessEnv,
    private readonly specs: Readonly<Record<string, InputSpec>>,
  ) {}

  /** Faults every input that was given and that the command does not use. */
  refuseUnused(command: string): void {
    for (const [name, { commands, default: usual }] of Object.entries(this.specs)) {
      const given = this.env[variable(name)]?.trim() ?? ''
      if (commands.includes(command) || given === '' || given === usual) continue
      this.faults.push(`${name}: is not used by ${command}, only by ${commands.join(', ')}; leave it out`)
    }
  }

  text(name: string): string | undefined {
    return this.env[variable(name)]?.trim() || this.specs[name]?.default
  }

  match(name: string, isValid: (text: string) => boolean, takes: string): string | undefined {
    const value = this.text(name)
    if (value !== undefined && !isValid(value)) this.faults.push(`${name}: '${value}' is not ${takes}`)
    return value
  }

  choice<T extends string>(name: string, allowed: readonly [T, ...T[]]): T {
    const value = this.text(name)
    const chosen = allowed.find((one) => one === value)
    if (chosen !== undefined) return chosen
    this.faults.push(
      value === undefined
        ? `${name}: is required; it is one of ${allowed.join(', ')}`
        : `${name}: '${value}' is not one of ${allowed.join(', ')}`,
    )
    return allowed[0]
  }

  /** One item a line. */
  list(name: string, pattern = /./, takes = ''): string[] {
    const items = (this.text(name) ?? '').split('\n').map((item) => item.trim())
    const given = items.filter((item) => item !== '')
    for (const item of given) {
      if (!pattern.test(item)) this.faults.push(`${name}: '${item}' is not ${takes}`)
    }
    return given
  }

  integer(name: string, { min, max }: { readonly min: number; readonly max: number }): number {
    const value = this.text(name) ?? ''
    const number = /^\d+$/.test(value) ? Number(value) : NaN
    if (number >= min && number <= max) return number
    this.faults.push(`${name}: '${value}' is not a whole number from ${min} to ${max}`)
    return min
  }

  /** YAML 1.2's core schema, as GitHub's own actions read it. */
  boolean(name: string): boolean {
    const value = this.text(name) ?? ''
    if (/^(?:true|True|TRUE)$/.test(value)) return true
    if (!/^(?:false|False|FALSE)$/.test(value)) this.faults.push(`${name}: '${value}' is not true or false`)
    return false
  }
}
