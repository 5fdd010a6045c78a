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

/** What a test that deploys the stack is to be skipped for, as a sentence. */
export const stackEnvironmentIsMissing = (): string | undefined =>
  terraformIsMissing() ?? motoIsMissing() ?? programIsMissing('aws', 'pip install awscli')

/** The repository's own Terraform, as somebody deploys it: an account at AWS, and the bundle in a workflow. */
export class StackEnvironment {
  private constructor(
    readonly github: FakeGitHub,
    readonly tokens: IdTokenServer,
    readonly moto: Moto,
    readonly folder: string,
    readonly bootstrap: TerraformRoot,
    readonly langfuse: TerraformRoot,
  ) {}

  /** @param moto server of an environment that shares its account with this one */
  static async build(moto?: Moto): Promise<StackEnvironment> {
    const folder = await realpath(await mkdtemp(join(tmpdir(), 'stack-')))
    await mkdir(join(folder, 'temp'))
    const workspace = join(folder, 'workspace')
    for (const name of ['terraform', 'images.yaml'])
      await cp(join(REPOSITORY, name), join(workspace, name), {
        recursive: true,
        // What somebody's own run of Terraform has left in the repository.
        filter: (path) => !/^\.terraform$|^terraform\.tfstate|\.tfvars$/.test(basename(path)),
      })
    const root = (name: string): TerraformRoot => TerraformRoot.open(join(workspace, 'terraform', name))
    const [github, tokens, account] = await Promise.all([
      FakeGitHub.start(),
      IdTokenServer.start(),
      moto ?? Moto.start({ ...NO_REGISTRY, shims: true }),
    ])
    return new StackEnvironment(github, tokens, account, folder, root('bootstrap'), root('langfuse'))
  }

  /** All but the account, which may have other environments in it. */
  async tearDown(): Promise<void> {
    await Promise.all([this.github.stop(), this.tokens.stop()])
    await rm(this.folder, { recursive: true, force: true })
  }

  /** What leads every client to the local AWS. */
  get awsEnv(): Record<string, string> {
    return {
      AWS_ENDPOINT_URL: this.moto.url,
      AWS_REGION: REGION,
      AWS_ACCESS_KEY_ID: 'AKIAFAKEFAKEFAKEFAKE',
      AWS_SECRET_ACCESS_KEY: 'fake-secret-access-key',
      // moto answers 500 to what it lacks, and the provider would ask for minutes.
      AWS_MAX_ATTEMPTS: '2',
    }
  }

  /** The outputs of terraform/bootstrap, applied as a person does it. */
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

  plan(pull: FakePull, inputs: Record<string, string>): Promise<StepResult> {
    const headSha = pull.commits.at(-1) ?? ''
    return this.step('plan', pullRequestEvent({ number: pull.number, headSha, head: 'same' }), inputs)
  }

  apply(sha: string, inputs: Record<string, string>): Promise<StepResult> {
    return this.step('apply', pushEvent('refs/heads/main', sha), inputs)
  }

  /** Asks AWS, and reads the answer. */
  aws(...args: readonly string[]): Promise<unknown> {
    return aws(args, { ...this.awsEnv, AWS_DEFAULT_REGION: REGION })
  }

  /** Runs Terraform in the stack's root, as a person with the state at hand. */
  async byHand(args: readonly string[], backendConfig: string): Promise<TerraformRun> {
    const settings = backendConfig.split('\n').map((line) => `-backend-config=${line}`)
    await this.langfuse.succeed(['init', '-reconfigure', ...settings], this.awsEnv)
    return this.langfuse.run(args, this.awsEnv)
  }

  /** Gives an image of images.yaml another digest, and its tag another version. */
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
