import { execFile, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { programIsMissing } from './program'

/** A sentence when Terraform is not installed, for a test to skip with. */
export function terraformIsMissing(): string | undefined {
  return programIsMissing('terraform', 'https://developer.hashicorp.com/terraform/install (1.11 or later)')
}

/** Prints the folder of a local provider mirror, for machines that cannot reach Terraform's registry. */
const PLUGIN_DIR = resolve('../shared/tools/terraform-plugin-dir')

export interface TerraformRun {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

/** A root module in a folder of its own. */
export class TerraformRoot {
  private constructor(readonly directory: string) {}

  /** @param given where; a new folder if absent */
  static async create(configuration: string, given?: string): Promise<TerraformRoot> {
    const directory = given ?? (await realpath(await mkdtemp(join(tmpdir(), 'terraform-root-'))))
    await mkdir(directory, { recursive: true })
    await writeFile(join(directory, 'main.tf'), configuration)
    return new TerraformRoot(directory)
  }

  /** One that is there already. */
  static open(directory: string): TerraformRoot {
    return new TerraformRoot(directory)
  }

  /** What makes `terraform init` find providers on a machine that cannot reach Terraform's registry. */
  get initEnv(): Record<string, string> {
    const { TF_CLI_ARGS_init: given } = base()
    return given === undefined ? {} : { TF_CLI_ARGS_init: given }
  }

  /** Replaces the configuration. */
  async write(configuration: string): Promise<void> {
    await writeFile(join(this.directory, 'main.tf'), configuration)
  }

  /** Runs `terraform` with nothing but `env`, PATH and HOME in its environment. */
  run(args: readonly string[], env: Readonly<Record<string, string>>): Promise<TerraformRun> {
    return new Promise((done) => {
      const options = { cwd: this.directory, env: { ...base(), ...env }, maxBuffer: 64 * 1024 * 1024 }
      execFile('terraform', args, options, (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1
        done({ exitCode: code, stdout, stderr })
      })
    })
  }

  /** As `run`, for a command that must not fail. */
  async succeed(args: readonly string[], env: Readonly<Record<string, string>>): Promise<string> {
    const { exitCode, stdout, stderr } = await this.run(args, env)
    if (exitCode !== 0)
      throw new Error(`terraform ${args.join(' ')} ended with ${exitCode}: ${stderr}${stdout}`)
    return stdout
  }

  async remove(): Promise<void> {
    await rm(this.directory, { recursive: true, force: true })
  }
}

function base(): Record<string, string> {
  const { PATH = '', HOME = '' } = process.env
  initArguments ??= process.env['TF_CLI_ARGS_init'] ?? mirrorArgument()
  const settings = { TF_IN_AUTOMATION: '1', TF_INPUT: '0', CHECKPOINT_DISABLE: '1', TF_CLI_ARGS: '-no-color' }
  return { PATH, HOME, ...settings, ...(initArguments !== '' && { TF_CLI_ARGS_init: initArguments }) }
}

let initArguments: string | undefined

function mirrorArgument(): string {
  if (!existsSync(PLUGIN_DIR)) return ''
  // It searches the machine, and says with its exit code that some folder vanished meanwhile, which is no matter.
  const mirror = spawnSync(PLUGIN_DIR, { encoding: 'utf8' }).stdout.trim()
  return mirror === '' ? '' : `-plugin-dir=${mirror}`
}
