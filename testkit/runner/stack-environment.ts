import { cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { aws } from '../aws/cli'
import { FakeGitHub } from '../github/server'
import { type FakeEvent, pullRequestEvent, pushEvent } from '../github/event'
import type { FakePull } from '../github/history'
import { IdTokenServer } from '../github/id-token-server'
import { Moto, NO_REGISTRY, motoIsMissing } from '../moto/moto'
import { programIsMissing } from './program'
import { runStep, type StepResult } from './step'
import { type TerraformRun, TerraformRoot, terraformIsMissing } from '../terraform/root'

const REPOSITORY = join(import.meta.dirname, '../..')
const REGION = 'eu-central-1'

export const stackEnvironmentIsMissing = (): string | undefined =>
  terraformIsMissing() ?? motoIsMissing() ?? programIsMissing('aws', 'pip install awscli')

/** An AWS account in which the bundle deploys this repository's Terraform. */
export class StackEnvironment {
  private constructor(
    readonly github: FakeGitHub,
    readonly tokens: IdTokenServer,
    readonly moto: Moto,
    readonly folder: string,
    readonly bootstrap: TerraformRoot,
    readonly langfuse: TerraformRoot,
  ) {}

  /** @param moto server of another environment, to share its account */
  static async build(moto?: Moto): Promise<StackEnvironment> {
    const folder = await realpath(await mkdtemp(join(tmpdir(), 'stack-')))
    await mkdir(join(folder, 'temp'))
    const workspace = join(folder, 'workspace')
    // Langfuse 4 is what new stacks and upgraded ones run.
    for (const [name, target] of [
      ['terraform', 'terraform'],
      ['images.v4.yaml', 'images.yaml'],
    ] as const)
      await cp(join(REPOSITORY, name), join(workspace, target), {
        recursive: true,
        // Files of local Terraform runs.
        filter: (path) => !/^\.terraform$|^terraform\.tfstate|\.tfvars$/.test(basename(path)),
      })
    // An address of a user: the module's check of the default fails, which drift reports.
    const main = join(workspace, 'terraform/langfuse/main.tf')
    await writeFile(main, (await readFile(main, 'utf8')).replace('you@example.com', 'admin@acme.test'))
    const root = (name: string): TerraformRoot => TerraformRoot.open(join(workspace, 'terraform', name))
    const [github, tokens, account] = await Promise.all([
      FakeGitHub.start(),
      IdTokenServer.start(),
      moto ?? Moto.start({ ...NO_REGISTRY, shims: true }),
    ])
    return new StackEnvironment(github, tokens, account, folder, root('bootstrap'), root('langfuse'))
  }

  /** Removes everything except the account, which other environments may share. */
  async tearDown(): Promise<void> {
    await Promise.all([this.github.stop(), this.tokens.stop()])
    await rm(this.folder, { recursive: true, force: true })
  }

  get awsEnv(): Record<string, string> {
    return {
      AWS_ENDPOINT_URL: this.moto.url,
      AWS_REGION: REGION,
      AWS_ACCESS_KEY_ID: 'AKIAFAKEFAKEFAKEFAKE',
      AWS_SECRET_ACCESS_KEY: 'fake-secret-access-key',
      // moto answers 500 to unknown operations, which the provider would retry for minutes.
      AWS_MAX_ATTEMPTS: '2',
    }
  }

  async applyBootstrap(variables: readonly string[]): Promise<Record<string, string>> {
    await this.bootstrap.succeed(['init'], this.awsEnv)
    const settings = [`region=${REGION}`, 'repository=acme/langfuse', ...variables]
    const given = settings.map((setting) => `-var=${setting}`)
    await this.bootstrap.succeed(['apply', '-auto-approve', ...given], this.awsEnv)
    const again = await this.bootstrap.run(['plan', '-detailed-exitcode', ...given], this.awsEnv)
    if (again.exitCode !== 0) throw new Error(`bootstrap does not settle: ${again.stdout}${again.stderr}`)
    const outputs = JSON.parse(await this.bootstrap.succeed(['output', '-json'], this.awsEnv)) as object
    return Object.fromEntries(
      Object.entries(outputs).map(([name, { value }]: [string, { value: string }]) => [name, value]),
    )
  }

  /** Adds settings to the root's module block: HCL expressions by name. */
  async configure(settings: Readonly<Record<string, string>>): Promise<void> {
    const path = join(this.langfuse.directory, 'main.tf')
    const text = await readFile(path, 'utf8')
    const lines = Object.entries(settings).map(([name, value]) => `  ${name} = ${value}`)
    // A setting `name` replaces that of the block.
    const block = text.replace(/^ {2}name +=.*$/m, lines.join('\n'))
    if (block === text) throw new Error(`${path} has no name in its module block`)
    await writeFile(path, block)
  }

  plan(pull: FakePull, inputs: Record<string, string>): Promise<StepResult> {
    const headSha = pull.commits.at(-1) ?? ''
    return this.step('plan', pullRequestEvent({ number: pull.number, headSha, head: 'same' }), inputs)
  }

  apply(sha: string, inputs: Record<string, string>): Promise<StepResult> {
    return this.step('apply', pushEvent('refs/heads/main', sha), inputs)
  }

  aws(...args: readonly string[]): Promise<unknown> {
    return aws(args, { ...this.awsEnv, AWS_DEFAULT_REGION: REGION })
  }

  /** Runs Terraform as a role, as the workflow `destroy` does. */
  async byHand(args: readonly string[], backendConfig: string, role: string): Promise<TerraformRun> {
    const settings = backendConfig.split('\n').map((line) => `-backend-config=${line}`)
    const env = { ...this.awsEnv, ...(await this.assume(role)) }
    await this.langfuse.succeed(['init', '-reconfigure', ...settings], env)
    return this.langfuse.run(args, env)
  }

  private async assume(role: string): Promise<Record<string, string>> {
    const query = 'Credentials.[AccessKeyId,SecretAccessKey,SessionToken]'
    const args = ['--role-arn', role, '--role-session-name', 'test', '--query', query]
    const [key = '', secret = '', token = ''] = (await this.aws('sts', 'assume-role', ...args)) as string[]
    return { AWS_ACCESS_KEY_ID: key, AWS_SECRET_ACCESS_KEY: secret, AWS_SESSION_TOKEN: token }
  }

  async release(image: string, version: string, digest: string): Promise<void> {
    const path = join(this.folder, 'workspace/images.yaml')
    const text = await readFile(path, 'utf8')
    const line = new RegExp(`(/${image}):[^@\\s]+@sha256:[0-9a-f]{64}`)
    if (!line.test(text)) throw new Error(`images.yaml has no ${image}`)
    await writeFile(path, text.replace(line, `$1:${version}@sha256:${digest}`))
  }

  private step(
    command: string,
    { env, payload }: FakeEvent,
    inputs: Record<string, string>,
  ): Promise<StepResult> {
    const workspace = join(this.folder, 'workspace')
    return runStep({
      inputs: {
        command,
        'working-directory': 'terraform/langfuse',
        stack: 'langfuse',
        'aws-region': REGION,
        'github-token': this.github.token,
        ...inputs,
      },
      workspace,
      files: { 'event.json': JSON.stringify(payload) },
      env: {
        ...env,
        ...this.tokens.env,
        AWS_ENDPOINT_URL: this.moto.url,
        AWS_MAX_ATTEMPTS: '2',
        GITHUB_EVENT_PATH: join(workspace, 'event.json'),
        GITHUB_API_URL: this.github.url,
        RUNNER_TEMP: join(this.folder, 'temp'),
        ...this.langfuse.initEnv,
      },
    })
  }
}
