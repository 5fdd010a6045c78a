import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseJson, parseObject, recordsIn, textAt, valueAt, itemsOf } from '../../text/json'
import type { AwsConnection } from '../aws/connection'
import { CommandFailed } from '../error'
import { countResources, currentState, readObject, STATE_KEY, stateBucket } from './bootstrap-state'
import { type ProgramResult, runProgram } from './program'
import { readOptional, renderSettings, type Settings } from './settings'
import type { Change } from './steps'

const STATE_FILES = ['terraform.tfstate', 'terraform.tfstate.backup']
const PLAN_FILE = 'tfplan'
const LOCKING = ['init', 'plan', 'apply', 'destroy']
/** A Terraform that a killed run left behind ends in this time, or the lock is stale. */
const LOCK_TIMEOUT = '-lock-timeout=60s'

export interface BootstrapDeps {
  readonly aws: AwsConnection
  /** Path of the program. */
  readonly terraform: string
  readonly env: Readonly<Record<string, string>>
  /** Working directory. Keeps the local state until it is in the bucket. */
  readonly directory: string
}

/** Copies terraform/bootstrap of the package into a working directory. */
export async function copyBootstrap(packageDirectory: string, directory: string): Promise<void> {
  const source = join(packageDirectory, 'terraform/bootstrap')
  await mkdir(directory, { recursive: true })
  const isCode = (name: string): boolean => /\.(?:tf|sh)$|^\.terraform\.lock\.hcl$/.test(name)
  // A file that a newer version of bootstrap lacks must not be applied.
  for (const name of await readdir(directory)) if (isCode(name)) await rm(join(directory, name))
  for (const name of await readdir(source))
    if (isCode(name)) await cp(join(source, name), join(directory, name))
}

/** Applies terraform/bootstrap with the session of an administrator. */
export class Bootstrap {
  private state: 'local' | 'remote' | 'none' = 'none'

  constructor(
    private readonly settings: Settings,
    private readonly deps: BootstrapDeps,
  ) {}

  get bucket(): string {
    return stateBucket(this.settings.name, this.settings.account_id)
  }

  /** Selects the state and initializes Terraform. @throws CommandFailed, AwsError */
  async open(): Promise<void> {
    const { directory } = this.deps
    await writeFile(join(directory, 'terraform.tfvars.json'), renderSettings(this.settings))
    const local = await readOptional(join(directory, 'terraform.tfstate'))
    // Terraform leaves an empty file behind after a migration.
    const given = local === undefined || local.trim() === '' ? undefined : local
    this.state = currentState(given, await this.readRemoteState())
    if (this.state === 'remote') await this.removeLocalState()
    await this.initialize(this.state === 'remote' ? 's3' : 'local', ['-reconfigure'])
  }

  readRemoteState(): Promise<string | undefined> {
    return readObject(this.deps.aws, { bucket: this.bucket, key: STATE_KEY })
  }

  /** Plans; the changes apply the plan, and store the state in the bucket. @throws CommandFailed */
  async plan(): Promise<readonly Change[]> {
    const { exitCode } = await this.run(
      ['plan', '-input=false', '-detailed-exitcode', `-out=${PLAN_FILE}`],
      [0, 2],
    )
    const changes = exitCode === 0 ? [] : [await this.describePlan()]
    return this.state === 'remote'
      ? changes
      : [
          ...changes,
          {
            summary: `store the state in s3://${this.bucket}/${STATE_KEY}`,
            apply: () => this.storeState(),
          },
        ]
  }

  private async describePlan(): Promise<Change> {
    const { stdout } = await this.run(['show', '-json', PLAN_FILE])
    const resources = recordsIn(valueAt(parseJson(stdout), 'resource_changes')).flatMap((resource) => {
      const actions = itemsOf(valueAt(resource, 'change', 'actions')).join('/')
      return actions === 'no-op' || actions === 'read'
        ? []
        : [`${actions} ${textAt(resource, 'address') ?? ''}`]
    })
    const { account_id, region } = this.settings
    return {
      summary: `apply ${resources.length} changes of terraform/bootstrap in account ${account_id}, ${region}`,
      details: resources,
      apply: async () => {
        await this.run(['apply', '-input=false', PLAN_FILE])
      },
    }
  }

  private async storeState(): Promise<void> {
    await this.initialize('s3', ['-migrate-state', '-force-copy'])
    const { exitCode } = await this.run(['plan', '-input=false', '-detailed-exitcode'], [0, 2])
    if (exitCode !== 0)
      throw new CommandFailed(
        `The state in s3://${this.bucket}/${STATE_KEY} differs from the account. Run the same command again.`,
      )
    this.state = 'remote'
    await this.removeLocalState()
  }

  /** Moves the state out of the bucket, so that the bucket can be deleted. */
  async takeStateBack(): Promise<void> {
    if (this.state !== 'remote') return
    await this.initialize('local', ['-migrate-state', '-force-copy'])
    this.state = 'local'
  }

  /** Whether the state has resources. A destruction that failed has deleted the outputs first. @throws CommandFailed */
  async hasResources(): Promise<boolean> {
    const { stdout } = await this.run(['state', 'pull'])
    return countResources(stdout) > 0
  }

  /** @throws CommandFailed */
  async destroy(): Promise<void> {
    await this.run(['destroy', '-input=false', '-auto-approve'])
    await this.removeLocalState()
  }

  /** Outputs of text, by name. */
  async outputs(): Promise<Record<string, string>> {
    const { stdout } = await this.run(['output', '-json'])
    return Object.fromEntries(
      Object.entries(parseObject(stdout) ?? {}).flatMap(([name, output]) => {
        const value = textAt(output, 'value')
        return value === undefined ? [] : [[name, value]]
      }),
    )
  }

  private async initialize(backend: 's3' | 'local', options: readonly string[]): Promise<void> {
    const file = join(this.deps.directory, 'backend.tf')
    if (backend === 'local') await rm(file, { force: true })
    else await writeFile(file, 'terraform {\n  backend "s3" {}\n}\n')
    const { region } = this.settings
    const config = { bucket: this.bucket, key: STATE_KEY, region, use_lockfile: 'true' }
    const given =
      backend === 'local'
        ? []
        : Object.entries(config).map(([name, value]) => `-backend-config=${name}=${value}`)
    await this.run(['init', '-input=false', ...options, ...given])
  }

  private async removeLocalState(): Promise<void> {
    for (const name of STATE_FILES) await rm(join(this.deps.directory, name), { force: true })
  }

  private async run(args: readonly string[], expected: readonly number[] = [0]): Promise<ProgramResult> {
    const { terraform, env, directory } = this.deps
    const [command = ''] = args
    const given = [
      ...args.slice(0, 1),
      ...(LOCKING.includes(command) ? [LOCK_TIMEOUT] : []),
      ...args.slice(1),
    ]
    if (!['output', 'state'].includes(command)) given.push('-no-color')
    const result = await runProgram(terraform, given, { directory, env })
    if (expected.includes(result.exitCode)) return result
    throw new CommandFailed(
      `terraform ${command} of bootstrap failed:\n${(result.stderr || result.stdout).trim()}\n${adviceFor(result.stderr, directory)}`,
    )
  }
}

/** @param directory working directory of Terraform */
export function adviceFor(stderr: string, directory: string): string {
  const [, lock] = /Error acquiring the state lock[\s\S]*?ID:\s+(\S+)/.exec(stderr) ?? []
  if (lock !== undefined)
    return `Another run, or a Terraform that an interrupted run left behind, holds the lock. Wait until it has ended, and run the same command again. If there is none, remove the lock first: terraform -chdir='${directory}' force-unlock ${lock}`
  if (/EntityAlreadyExists|BucketAlreadyOwnedByYou/.test(stderr))
    return 'A resource exists that the state lacks, for example of an earlier run on another machine. Continue on that machine, import the resource, or choose another name with --stack.'
  return 'Fix the cause and run the same command again: it continues.'
}
