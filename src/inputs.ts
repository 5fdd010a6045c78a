/** Inputs of action.yml as one value; an impossible combination does not type-check. */
export type Inputs = MirrorInputs

export interface AwsInputs {
  readonly region: string | undefined
  readonly roleToAssume: string | undefined
  readonly roleDurationSeconds: number
  readonly allowedAccountIds: readonly string[]
}

export interface MirrorInputs {
  readonly command: 'mirror'
  readonly aws: AwsInputs
  /** Path of images.yaml. */
  readonly images: string
  /** Names of images; empty means all. */
  readonly only: readonly string[]
  /** Target host and port; undefined means the account's ECR. */
  readonly registry: string | undefined
  readonly prefix: string
  readonly createRepositories: boolean
  readonly includeReferrers: boolean
  /** Blobs in flight over all images. */
  readonly concurrency: number
  readonly dryRun: boolean
}

/** All that is wrong with the inputs, a line each. */
export class InvalidInput extends Error {
  override readonly name = 'InvalidInput'
}

const COMMANDS = ['mirror'] as const

const isHost = (text: string): boolean => /^[a-zA-Z0-9.[\]:-]+$/.test(text) && URL.canParse(`https://${text}`)
const isPrefix = (text: string): boolean => /^[a-z0-9]+(?:[._/-]+[a-z0-9]+)*$/.test(text)

/**
 * Reads the inputs as the runner passes them.
 *
 * @param env `INPUT_<NAME>`, where an input that was not given is empty or missing
 * @throws InvalidInput that names each input, its value and what it takes
 */
export function readInputs(env: NodeJS.ProcessEnv): Inputs {
  const reader = new Reader(env)
  const command = reader.choice('command', COMMANDS)
  const inputs: Inputs = {
    command,
    aws: {
      region: reader.text('aws-region') ?? env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION'],
      roleToAssume: reader.text('role-to-assume'),
      roleDurationSeconds: reader.integer('role-duration', { default: 3600, min: 900, max: 43_200 }),
      allowedAccountIds: reader.list('allowed-account-ids', /^\d{12}$/, 'an account id of 12 digits'),
    },
    images: reader.text('images') ?? 'images.yaml',
    only: reader.list('only'),
    registry: reader.match('registry', isHost, 'a host, as in registry.example.com:5000'),
    prefix: reader.match('prefix', isPrefix, 'a repository prefix, as in langfuse') ?? 'langfuse',
    createRepositories: reader.boolean('create-repositories', true),
    includeReferrers: reader.boolean('include-referrers', false),
    concurrency: reader.integer('concurrency', { default: 8, min: 1, max: 64 }),
    dryRun: reader.boolean('dry-run', false),
  }
  if (reader.faults.length > 0) throw new InvalidInput(reader.faults.join('\n'))
  return inputs
}

/** The runner's name for an input (https://docs.github.com/actions/reference/workflows-and-actions/metadata-syntax#inputs). */
const variable = (name: string): string => `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`

class Reader {
  readonly faults: string[] = []

  constructor(private readonly env: NodeJS.ProcessEnv) {}

  text(name: string): string | undefined {
    return this.env[variable(name)]?.trim() || undefined
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
    for (const item of given) if (!pattern.test(item)) this.faults.push(`${name}: '${item}' is not ${takes}`)
    return given
  }

  integer(
    name: string,
    range: { readonly default: number; readonly min: number; readonly max: number },
  ): number {
    const value = this.text(name)
    if (value === undefined) return range.default
    const number = /^\d+$/.test(value) ? Number(value) : NaN
    if (number >= range.min && number <= range.max) return number
    this.faults.push(`${name}: '${value}' is not a whole number from ${range.min} to ${range.max}`)
    return range.default
  }

  /** YAML 1.2's core schema, as GitHub's own actions read it. */
  boolean(name: string, otherwise: boolean): boolean {
    const value = this.text(name)
    if (value === undefined) return otherwise
    if (/^(?:true|True|TRUE)$/.test(value)) return true
    if (/^(?:false|False|FALSE)$/.test(value)) return false
    this.faults.push(`${name}: '${value}' is not true or false`)
    return otherwise
  }
}
