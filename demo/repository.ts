import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FakeGitHub } from '../testkit/github/server'
import type { FakeEvent } from '../testkit/github/event'
import type { FakePull } from '../testkit/github/history'
import { runStep, type StepResult } from '../testkit/runner/step'
import { check, NODE, ROLE, printLog } from './output'

/** A minimal stack: it deploys the images of images.yaml and has a secret. */
const CONFIGURATION = `
terraform {
  required_version = ">= 1.11"
  backend "s3" {
    bucket       = "acme-terraform-state"
    key          = "langfuse.tfstate"
    region       = "eu-central-1"
    use_lockfile = true

    # For the local S3 server.
    use_path_style         = true
    skip_s3_checksum       = true
    skip_region_validation = true
  }
}

variable "admin_password" {
  description = "Password of the first user."
  type        = string
  sensitive   = true
}

resource "terraform_data" "service" {
  for_each = yamldecode(file("\${path.module}/images.yaml")).images
  input = {
    image    = each.value.source
    password = var.admin_password
    policy   = jsonencode({ Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "*" }] })
  }
}
`

export const PASSWORD = 'correct horse battery staple'

/** Inputs by command. */
const INPUTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  stack: {
    'working-directory': '.',
    stack: 'langfuse',
    'aws-region': 'eu-central-1',
    'role-to-assume': ROLE,
    variables: `admin_password=${PASSWORD}`,
  },
  mirror: { 'aws-region': 'eu-central-1', 'role-to-assume': ROLE },
}

/** A GitHub repository and its checkout, in which workflow steps run. */
export class Repository {
  private constructor(
    readonly github: FakeGitHub,
    private readonly checkout: string,
    private readonly aws: Readonly<Record<string, string>>,
  ) {}

  /** @param aws environment variables of the local AWS servers */
  static async create(aws: Readonly<Record<string, string>>): Promise<Repository> {
    const checkout = await mkdtemp(join(tmpdir(), 'demo-'))
    await writeFile(join(checkout, 'main.tf'), CONFIGURATION)
    return new Repository(await FakeGitHub.start(), checkout, aws)
  }

  async remove(): Promise<void> {
    await Promise.all([this.github.stop(), rm(this.checkout, { recursive: true })])
  }

  /** Commits images.yaml to main and checks it out. */
  async commit(images: string): Promise<string> {
    await this.write(images)
    return this.github.commit('main', { 'images.yaml': images })
  }

  /** Merges a pull request with the files of its branch, or without a change. */
  merge(pull: FakePull): string {
    const { history, git } = this.github.state
    const files = git.filesAt(history.branchHead(pull.branch ?? 'main') ?? '')
    const sha = history.merge(pull, 'squash')
    git.put(sha, files)
    return sha
  }

  /** Checks out images.yaml of a pull request's branch. */
  async checkOut({ branch = '' }: FakePull): Promise<string> {
    const url = `${this.github.url}/repos/acme/langfuse/contents/images.yaml?ref=${encodeURIComponent(branch)}`
    const answer = await fetch(url, { headers: { authorization: `Bearer ${this.github.token}` } })
    const { content } = (await answer.json()) as { content: string }
    const images = Buffer.from(content, 'base64').toString()
    await this.write(images)
    return images
  }

  /**
   * Runs the bundle as a workflow step.
   *
   * @throws Error if the step fails
   */
  async step(
    command: string,
    event: FakeEvent,
    inputs: Readonly<Record<string, string>> = {},
  ): Promise<StepResult> {
    const usual = INPUTS[command === 'plan' || command === 'apply' ? 'stack' : command] ?? {}
    const result = await runStep({
      node: NODE,
      inputs: { command, 'github-token': this.github.token, ...usual, ...inputs },
      workspace: this.checkout,
      files: { 'event.json': JSON.stringify(event.payload) },
      env: {
        ...event.env,
        ...this.aws,
        GITHUB_EVENT_PATH: join(this.checkout, 'event.json'),
        GITHUB_API_URL: this.github.url,
        GITHUB_SHA: event.env['GITHUB_SHA'] ?? '',
      },
      onLog: printLog,
    })
    check(result.exitCode === 0, `${command} failed`)
    return result
  }

  private write(images: string): Promise<void> {
    return writeFile(join(this.checkout, 'images.yaml'), images)
  }
}
