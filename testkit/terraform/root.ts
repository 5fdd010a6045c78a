import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { programIsMissing } from '../runner/program'
import { initSettings } from './plugin-mirror'

export function terraformIsMissing(): string | undefined {
  return programIsMissing('terraform', 'https://developer.hashicorp.com/terraform/install (1.11 or later)')
}

export interface TerraformRun {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

/** Each process reads the whole schema of the provider: less garbage collection takes a tenth less time. */
const COLLECTION = { GOGC: '400' }

export class TerraformRoot {
  private constructor(readonly directory: string) {}

  /** @param given path of the folder; a new temporary folder if absent */
  static async create(configuration: string, given?: string): Promise<TerraformRoot> {
    const directory = given ?? (await realpath(await mkdtemp(join(tmpdir(), 'terraform-root-'))))
    await mkdir(directory, { recursive: true })
    await writeFile(join(directory, 'main.tf'), configuration)
    return new TerraformRoot(directory)
  }

  static open(directory: string): TerraformRoot {
    return new TerraformRoot(directory)
  }

  /** Settings with which `terraform init` finds providers without Terraform's registry. */
  get initEnv(): Record<string, string> {
    return { ...COLLECTION, ...initSettings() }
  }

  async write(configuration: string): Promise<void> {
    await writeFile(join(this.directory, 'main.tf'), configuration)
  }

  /** Runs `terraform` with only `env`, PATH and HOME in its environment. */
  run(args: readonly string[], env: Readonly<Record<string, string>>): Promise<TerraformRun> {
    return new Promise((done) => {
      const options = { cwd: this.directory, env: { ...base(), ...env }, maxBuffer: 64 * 1024 * 1024 }
      execFile('terraform', args, options, (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1
        done({ exitCode: code, stdout, stderr })
      })
    })
  }

  /**
   * Runs a command.
   *
   * @throws Error if it fails
   */
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
  const settings = { TF_IN_AUTOMATION: '1', TF_INPUT: '0', CHECKPOINT_DISABLE: '1', TF_CLI_ARGS: '-no-color' }
  return { PATH, HOME, ...settings, ...COLLECTION, ...initSettings() }
}
