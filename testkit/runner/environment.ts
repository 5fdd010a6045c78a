import { mkdir, mkdtemp, readdir, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isRunning, readPidFile } from '../../src/terraform/pid-file'
import { pidFilePath } from '../../src/terraform/runner'
import { FaultProxy, type Rejection } from '../aws/fault-proxy'
import { FakeGitHub } from '../github/server'
import type { FakePull } from '../github/history'
import { type FakeEvent, otherEvent, pullRequestEvent, pushEvent } from '../github/event'
import { Moto, motoIsMissing } from '../moto/moto'
import { type RunningStep, runStep, startStep, type Step, type StepResult } from './step'
import { TerraformRoot, terraformIsMissing } from '../terraform/root'

const BUCKET = 'acme-terraform-state'
const KEY = 'langfuse.tfstate'
const ROOT = 'terraform/langfuse'

export const environmentIsMissing = (): string | undefined => terraformIsMissing() ?? motoIsMissing()

export const rootWith = (body: string): string => `
terraform {
  required_version = ">= 1.11"
  backend "s3" {
    bucket       = "${BUCKET}"
    key          = "${KEY}"
    region       = "eu-central-1"
    use_lockfile = true
  }
}
${body}`

export interface StateSnapshot {
  readonly serial: number
  /** Resource addresses without instance keys. */
  readonly addresses: readonly string[]
  readonly text: string
}

/** A GitHub repository and an AWS account, with the bundle as the client of both. */
export class Environment {
  readonly env: Record<string, string> = {
    AWS_ACCESS_KEY_ID: 'AKIAFAKEFAKEFAKEFAKE',
    AWS_SECRET_ACCESS_KEY: 'fake-secret-access-key',
  }

  private constructor(
    readonly github: FakeGitHub,
    readonly moto: Moto,
    /** Proxy of all requests to AWS. */
    readonly awsProxy: FaultProxy,
    readonly root: TerraformRoot,
    private readonly folder: string,
  ) {}

  /** @param rejection selects the requests that AWS rejects */
  static async build(body: string, rejection?: Rejection): Promise<Environment> {
    const folder = await realpath(await mkdtemp(join(tmpdir(), 'environment-')))
    await mkdir(join(folder, 'temp'))
    const [github, moto, root] = await Promise.all([
      FakeGitHub.start(),
      Moto.start(),
      TerraformRoot.create(rootWith(body), join(folder, 'workspace', ROOT)),
    ])
    const made = await fetch(`${moto.directUrl}/${BUCKET}`, { method: 'PUT' })
    if (!made.ok) throw new Error(`moto did not make the bucket: ${made.status}`)
    return new Environment(github, moto, await FaultProxy.start(moto.directUrl, rejection), root, folder)
  }

  async tearDown(): Promise<void> {
    await this.killLeftovers()
    await Promise.all([this.github.stop(), this.awsProxy.stop(), this.moto.stop()])
    await rm(this.folder, { recursive: true, force: true })
  }

  plan(pull: FakePull, inputs: Record<string, string> = {}): Promise<StepResult> {
    return runStep(this.planStep(pull, inputs))
  }

  startPlan(pull: FakePull, inputs: Record<string, string> = {}): Promise<RunningStep> {
    return startStep(this.planStep(pull, inputs))
  }

  apply(sha: string, inputs: Record<string, string> = {}): Promise<StepResult> {
    return runStep(this.applyStep(sha, inputs))
  }

  startApply(sha: string, inputs: Record<string, string> = {}): Promise<RunningStep> {
    return startStep(this.applyStep(sha, inputs))
  }

  drift(inputs: Record<string, string> = {}): Promise<StepResult> {
    return runStep(this.step('drift', otherEvent('schedule'), inputs))
  }

  /** Starts the post step of a finished `apply`. */
  async startPost({ state }: StepResult, sha = this.github.history.push('main')): Promise<RunningStep> {
    return startStep({ ...this.applyStep(sha, {}), post: state })
  }

  write(body: string): Promise<void> {
    return this.root.write(rootWith(body))
  }

  async keys(): Promise<string[]> {
    const listed = await (await this.ask('?list-type=2')).text()
    return [...listed.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key = '']) => key)
  }

  async object(key: string): Promise<string | undefined> {
    const answer = await this.ask(`/${key}`)
    return answer.ok ? answer.text() : undefined
  }

  async put(key: string, body: string): Promise<void> {
    const { ok, status } = await this.ask(`/${key}`, { method: 'PUT', body })
    if (!ok) throw new Error(`moto did not take ${key}: ${status}`)
  }

  async remove(key: string): Promise<void> {
    await this.ask(`/${key}`, { method: 'DELETE' })
  }

  readonly lockKey = `${KEY}.tflock`
  readonly statePath = `/${BUCKET}/${KEY}`

  async state(): Promise<StateSnapshot> {
    const text = (await this.object(KEY)) ?? '{"serial":0,"resources":[]}'
    const { serial, resources } = JSON.parse(text) as {
      serial: number
      resources: { type: string; name: string }[]
    }
    return { serial, text, addresses: resources.map(({ type, name }) => `${type}.${name}`) }
  }

  private ask(path: string, init: RequestInit = {}): Promise<Response> {
    // moto requires a signature, but does not check it.
    const headers = {
      authorization: 'AWS4-HMAC-SHA256 Credential=AKIATEST/20260101/eu-central-1/s3/aws4_request',
    }
    return fetch(`${this.moto.directUrl}/${BUCKET}${path}`, { ...init, headers })
  }

  private planStep(pull: FakePull, inputs: Record<string, string>): Step {
    const headSha = pull.commits.at(-1) ?? ''
    const head = pull.isFork ? 'fork' : 'same'
    return this.step('plan', pullRequestEvent({ number: pull.number, headSha, head }), inputs)
  }

  private applyStep(sha: string, inputs: Record<string, string>): Step {
    return this.step('apply', pushEvent('refs/heads/main', sha), inputs)
  }

  private step(command: string, { env, payload }: FakeEvent, inputs: Record<string, string>): Step {
    return {
      inputs: {
        command,
        'working-directory': ROOT,
        stack: 'langfuse',
        'aws-region': 'eu-central-1',
        'github-token': this.github.token,
        ...inputs,
      },
      workspace: join(this.folder, 'workspace'),
      files: { 'event.json': JSON.stringify(payload) },
      env: {
        ...env,
        GITHUB_EVENT_PATH: join(this.folder, 'workspace/event.json'),
        GITHUB_API_URL: this.github.url,
        RUNNER_TEMP: join(this.folder, 'temp'),
        AWS_ENDPOINT_URL: this.awsProxy.url,
        AWS_MAX_ATTEMPTS: '2',
        ...this.root.initEnv,
        ...this.env,
      },
    }
  }

  /** Ends a Terraform process that a failed test left behind. */
  private async killLeftovers(): Promise<void> {
    const temp = join(this.folder, 'temp')
    for (const name of await readdir(temp)) {
      const started = readPidFile(pidFilePath(join(temp, name)))
      if (started !== undefined && isRunning(started)) process.kill(started.pid, 'SIGKILL')
    }
  }
}

export class Environments {
  private readonly environments: Environment[] = []

  async build(body: string, rejection?: Rejection): Promise<Environment> {
    const environment = await Environment.build(body, rejection)
    this.environments.push(environment)
    return environment
  }

  async tearDown(): Promise<void> {
    await Promise.all(this.environments.splice(0).map((environment) => environment.tearDown()))
  }
}
