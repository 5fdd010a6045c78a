import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FakeAws } from '../test/fakes/aws'
import { FakeGitHub } from '../test/fakes/github'
import { type FakeEvent, pullRequestEvent, pushEvent } from '../test/fakes/github-event'
import { runStep, type StepResult } from '../test/fakes/runner'
import { FakeS3 } from '../test/fakes/s3'
import { check, NODE, ROLE, say, show } from './stage'

const CONFIGURATION = `
terraform {
  required_version = ">= 1.11"
  backend "s3" {
    bucket       = "acme-terraform-state"
    key          = "langfuse.tfstate"
    region       = "eu-central-1"
    use_lockfile = true

    # For the stand-in on this machine; S3 needs none of these.
    use_path_style         = true
    skip_s3_checksum       = true
    skip_region_validation = true
  }
}

variable "images" {
  description = "References by digest, as mirror gives them."
  type        = map(string)
}

variable "admin_password" {
  description = "Of the first user."
  type        = string
  sensitive   = true
}

resource "terraform_data" "service" {
  for_each = var.images
  input = {
    image    = each.value
    password = var.admin_password
    policy   = jsonencode({ Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "*" }] })
  }
}

output "services" {
  value = keys(terraform_data.service)
}
`

/** A pull request with the images that were mirrored, its plan as a comment, the merge, and the apply of what was reviewed. */
export async function deploy(images: string): Promise<void> {
  if (spawnSync('terraform', ['version']).status !== 0) {
    say('Terraform is not on PATH, so this ends here; with it, the demo goes on: plan, comment, apply.')
    return
  }
  const [github, aws, s3] = await Promise.all([
    FakeGitHub.start(),
    FakeAws.start({ roleArn: ROLE }),
    FakeS3.start(),
  ])
  const directory = await mkdtemp(join(tmpdir(), 'demo-stack-'))
  await writeFile(join(directory, 'main.tf'), CONFIGURATION)

  const step = (command: string, event: FakeEvent, more: Record<string, string> = {}): Promise<StepResult> =>
    runStep({
      node: NODE,
      inputs: {
        command,
        'working-directory': directory,
        stack: 'langfuse',
        'aws-region': 'eu-central-1',
        'role-to-assume': ROLE,
        'github-token': github.token,
        variables: `images=${images}\nadmin_password=correct horse battery staple`,
        ...more,
      },
      files: { 'event.json': JSON.stringify(event.payload) },
      env: {
        ...event.env,
        ...aws.env,
        GITHUB_EVENT_PATH: 'event.json',
        GITHUB_API_URL: github.url,
        AWS_ENDPOINT_URL_S3: s3.url,
      },
      onLog: show,
    })

  try {
    say('A pull request asks for these images. `command: plan` shows what would change.')
    const pull = github.openPull({ title: 'Deploy Langfuse' })
    const planned = await step(
      'plan',
      pullRequestEvent({ number: pull.number, headSha: pull.commits.at(-1) ?? '' }),
    )
    check(planned.exitCode === 0, 'the plan failed')
    say('Its comment on the pull request:')
    const comment = github.comments[0]?.body ?? ''
    console.log(comment)
    check(!comment.includes('correct horse'), 'a secret is in the comment')

    say('It is merged. `command: apply` plans again, compares, and applies what was reviewed.')
    const applied = await step('apply', pushEvent('refs/heads/main', github.history.merge(pull, 'squash')), {
      'require-review': 'true',
    })
    check(applied.exitCode === 0, 'the apply failed')
    say('Its job summary:')
    console.log(applied.summary)
  } finally {
    await Promise.all([github.stop(), aws.stop(), s3.stop(), rm(directory, { recursive: true })])
  }
}
