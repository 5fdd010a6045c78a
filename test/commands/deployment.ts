import { mkdtemp, readFile, realpath, rm } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { apply } from '../../src/commands/apply/apply'
import { drift } from '../../src/commands/drift/drift'
import type { Outcome } from '../../src/commands/outcome'
import { plan } from '../../src/commands/plan/plan'
import type { Clock } from '../../src/http/retry'
import { FakeS3 } from '../../testkit/aws/s3'
import {
  type FakeEvent,
  mergeGroupEvent,
  otherEvent,
  pullRequestEvent,
  pushEvent,
} from '../../testkit/github/event'
import type { FakePull } from '../../testkit/github/history'
import { FakeGitHub } from '../../testkit/github/server'
import { inputsOf, type ObservedRuntime, observedRuntime } from '../../testkit/runner/runtime'
import { TerraformRoot } from '../../testkit/terraform/root'

const EVENT_PATH = '/runner/event.json'
const CREDENTIALS = { AWS_ACCESS_KEY_ID: 'seed', AWS_SECRET_ACCESS_KEY: 'seed', AWS_REGION: 'eu-central-1' }

const rootWith = (body: string): string => `
terraform {
  backend "s3" {
    bucket                      = "state"
    key                         = "langfuse.tfstate"
    region                      = "eu-central-1"
    use_lockfile                = true
    use_path_style              = true
    skip_credentials_validation = true
    skip_requesting_account_id  = true
    skip_region_validation      = true
    skip_metadata_api_check     = true
  }
}
${body}`

export interface CommandRun extends Outcome {
  readonly log: string
}

/** A Terraform root with its state in S3 and a repository on GitHub; the commands run in this process. */
export class Deployment {
  /** A clock with real delays; without one, waits end at once. */
  clock: Clock | undefined
  /** Inputs of every command. */
  inputs: Record<string, string> = {}
  /** Variables of every command's environment. */
  env: Record<string, string> = {}
  /** Files that the commands wrote, by path. */
  readonly files = new Map<string, string>()

  private constructor(
    readonly github: FakeGitHub,
    readonly s3: FakeS3,
    readonly root: TerraformRoot,
  ) {}

  static async start(body: string): Promise<Deployment> {
    Object.assign(process.env, CREDENTIALS)
    const directory = await realpath(await mkdtemp(join(tmpdir(), 'deployment-')))
    const root = await TerraformRoot.create(rootWith(body), directory)
    return new Deployment(await FakeGitHub.start(), await FakeS3.start(), root)
  }

  async stop(): Promise<void> {
    for (const name of Object.keys(CREDENTIALS)) Reflect.deleteProperty(process.env, name)
    await Promise.all([this.github.stop(), this.s3.stop(), this.root.remove()])
  }

  /** Replaces the configuration and keeps its backend. */
  write(body: string): Promise<void> {
    return this.root.write(rootWith(body))
  }

  plan(pull: FakePull, inputs: Record<string, string> = {}): Promise<CommandRun> {
    const head = pull.isFork ? 'fork' : 'same'
    const event = pullRequestEvent({ number: pull.number, headSha: pull.commits.at(-1) ?? '', head })
    return this.run(event, (runtime) => plan(inputsOf('plan', this.inputsWith(inputs)), runtime))
  }

  apply(sha: string, inputs: Record<string, string> = {}, ref = 'refs/heads/main'): Promise<CommandRun> {
    const event = pushEvent(ref, sha)
    return this.run(event, (runtime) => apply(inputsOf('apply', this.inputsWith(inputs)), runtime))
  }

  drift(inputs: Record<string, string> = {}): Promise<CommandRun> {
    return this.run(otherEvent('schedule'), (runtime) =>
      drift(inputsOf('drift', this.inputsWith(inputs)), runtime),
    )
  }

  /** Runs `plan` for a merge queue. */
  planInQueue(): Promise<CommandRun> {
    return this.run(mergeGroupEvent(), (runtime) => plan(inputsOf('plan', this.inputsWith({})), runtime))
  }

  /** Runs `apply` or `drift` for the event of a pull request. */
  onPullRequest(command: 'apply' | 'drift'): Promise<CommandRun> {
    const event = pullRequestEvent({ number: this.github.openPull().number })
    return this.run(event, (runtime) =>
      command === 'apply'
        ? apply(inputsOf('apply', this.inputsWith({})), runtime)
        : drift(inputsOf('drift', this.inputsWith({})), runtime),
    )
  }

  private inputsWith(inputs: Record<string, string>): Record<string, string> {
    const { directory } = this.root
    return {
      'working-directory': directory,
      stack: 'langfuse',
      'github-token': this.github.token,
      ...this.inputs,
      ...inputs,
    }
  }

  private async run(
    { env, payload }: FakeEvent,
    command: (runtime: ObservedRuntime) => Promise<Outcome>,
  ): Promise<CommandRun> {
    const folder = await mkdtemp(join(tmpdir(), 'step-'))
    const { PATH, HOME } = process.env
    const runtime = observedRuntime({
      ...(this.clock && { clock: this.clock }),
      env: {
        ...{ PATH, HOME, ...CREDENTIALS, ...this.root.initEnv, ...env },
        GITHUB_EVENT_PATH: EVENT_PATH,
        GITHUB_API_URL: this.github.url,
        AWS_ENDPOINT_URL: this.s3.url,
        AWS_MAX_ATTEMPTS: '1',
        ...this.env,
      },
      hostname: hostname(),
      readFile: (path) =>
        path === EVENT_PATH ? Promise.resolve(JSON.stringify(payload)) : readFile(path, 'utf8'),
      createDirectory: () => Promise.resolve(folder),
      writeFile: (path, content) => {
        this.files.set(path, content)
        return Promise.resolve()
      },
    })
    try {
      return { ...(await command(runtime)), log: runtime.lines.join('\n') }
    } finally {
      await runtime.http.close()
      await rm(folder, { recursive: true, force: true })
    }
  }
}
