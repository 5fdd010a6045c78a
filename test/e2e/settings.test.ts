import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { FakeEvent } from '../../testkit/github/event'
import { Deployment } from '../../testkit/runner/deployment'
import { stackEnvironmentIsMissing } from '../../testkit/runner/stack-environment'
import { type Run, runWorkflow } from '../../testkit/runner/workflow-runner'
import { type Job, workflowsIn } from '../workflow-files'

const MINUTE = 60_000
const COMMIT = '0123456789abcdef0123456789abcdef01234567'
const missing = stackEnvironmentIsMissing()

/** Replaces the root: the outputs that the workflows read, without a provider. */
const rootOf = (secret: string): string => `
terraform {
  required_version = ">= 1.11"
  backend "s3" {}
}

locals {
  settings = yamldecode(file("../../settings/settings.yaml"))
  images   = yamldecode(file("../../settings/images.yaml"))
}

resource "terraform_data" "langfuse" {
  input = local.settings.size
}

output "url" {
  value = "https://\${terraform_data.langfuse.input}.cloudfront.net"
}

output "api_keys_secret_arn" {
  value = "${secret}"
}

output "langfuse_version" {
  value = "4.50.0"
}
`

const results = (run: Run): Record<string, string> =>
  Object.fromEntries(Object.entries(run).map(([name, { result }]) => [name, result]))

const failures = (run: Run): string =>
  Object.values(run)
    .flatMap(({ steps }) => steps)
    .filter(({ outcome }) => outcome === 'failure')
    .map(({ name, log }) => `${name}: ${log}`)
    .join('\n')

const outcomes = (run: Run): string[] =>
  (run['langfuse']?.steps ?? [])
    .filter(({ name }) => /^(?:mirror|plan|apply|verify|drift)$/.test(name))
    .map(({ name, outcome }) => `${name}: ${outcome}`)

// All tests use one repository, each from the state that the previous one left.
;(missing === undefined ? describe : describe.skip)(
  `a repository of settings, whose roles trust one commit of private workflows (${missing ?? 'against local servers'})`,
  () => {
    let runtime: Deployment
    let files: Record<string, string>

    beforeAll(async () => {
      runtime = await Deployment.build()
      runtime.langfuseVersion = '4.50.0'
      runtime.secrets = { LANGFUSE_DEPLOY_TOKEN: 'github_pat_source' }
      runtime.sourceToken = 'github_pat_source'
      await runtime.bootstrap([`settings_workflows=["acme/langfuse-deploy@${COMMIT}"]`])
      const value = JSON.stringify({ public_key: 'pk-lf-1', secret_key: 'sk-lf-1' })
      const name = ['--name', 'langfuse/api-keys', '--secret-string', value, '--query', 'ARN']
      const secret = String(await runtime.environment.aws('secretsmanager', 'create-secret', ...name))
      const root = join(runtime.environment.folder, 'workspace/terraform/settings')
      for (const file of ['module.tf', 'outputs.tf', '.terraform.lock.hcl']) await rm(join(root, file))
      await writeFile(join(root, 'main.tf'), rootOf(secret))
      files = { 'images.yaml': runtime.images, 'settings.yaml': 'size: small\n' }
    }, 10 * MINUTE)
    afterAll(() => runtime.tearDown(), MINUTE)

    /** Runs a workflow of the example, with the release that bootstrap names or another one. */
    const run = (file: string, event: FakeEvent, release = COMMIT): Promise<Run> => {
      const found = workflowsIn('examples/settings').find((one) => one.file === `${file}.yml`)
      if (found === undefined) throw new Error(`there is no ${file}.yml`)
      const jobs = Object.fromEntries(
        Object.entries(found.workflow.jobs).map(([name, job]) => [
          name,
          {
            ...job,
            uses: job.uses?.replace('@v1', `@${release}`),
            secrets: { 'source-token': '${{ secrets.LANGFUSE_DEPLOY_TOKEN }}' },
          } as Job,
        ]),
      )
      return runWorkflow({ ...found.workflow, jobs }, { event }, runtime)
    }

    test(
      'a merge deploys the settings',
      async () => {
        const ran = await run('deploy', runtime.push(files))
        expect([failures(ran), results(ran)]).toEqual(['', { langfuse: 'success' }])
        expect(outcomes(ran)).toEqual([
          'mirror: success',
          'plan: success',
          'verify: skipped',
          'apply: success',
          'verify: success',
        ])
      },
      10 * MINUTE,
    )

    test(
      'a pull request is planned and recorded, and its merge is applied',
      async () => {
        const { history, state } = runtime.environment.github
        const event = runtime.openPull()
        const [pull] = [...history.pulls.values()].slice(-1)
        if (pull === undefined) throw new Error('there is no pull request')
        state.git.put(pull.commits.at(-1) ?? '', { ...files, 'settings.yaml': 'size: medium\n' })
        const planned = await run('plan', event)
        expect([failures(planned), outcomes(planned)]).toEqual(['', ['plan: success']])
        expect(runtime.environment.github.comments.at(-1)?.body).toContain('terraform_data.langfuse')
        const applied = await run('deploy', runtime.merge(pull))
        expect([failures(applied), results(applied)]).toEqual(['', { langfuse: 'success' }])
        const drift = await run('drift', runtime.onMain('schedule'))
        expect([failures(drift), outcomes(drift)]).toEqual(['', ['drift: success']])
      },
      10 * MINUTE,
    )

    test('without the token, the private workflows cannot read their code', async () => {
      runtime.secrets = {}
      const ran = await run('plan', runtime.openPull()).finally(() => {
        runtime.secrets = { LANGFUSE_DEPLOY_TOKEN: 'github_pat_source' }
      })
      expect(failures(ran)).toContain("repository 'https://github.com/acme/langfuse-deploy/' not found")
    })

    test.each([
      ['of another release', 'acme/langfuse-deploy', 'f'.repeat(40)],
      ['of a branch', 'acme/langfuse-deploy', 'refs/heads/main'],
      ['of another repository', 'acme/langfuse', COMMIT],
    ])('a workflow %s cannot use the plan role', async (_, repository, ref) => {
      const called = workflowsIn('.github/workflows').find(({ file }) => file === 'plan-settings.yml')
      if (called === undefined) throw new Error('there is no plan-settings.yml')
      const workflowRef = `${repository}/.github/workflows/plan-settings.yml@${ref}`
      const start = {
        ...{ event: runtime.openPull(), workflowRepository: 'acme/langfuse-deploy', workflowRef },
        secrets: { 'source-token': 'github_pat_source' },
      }
      const ran = await runWorkflow(called.workflow, start, runtime)
      expect(failures(ran)).toContain('langfuse-plan does not trust')
    })

    test.each(['plan', 'drift'])('the workflow %s with code of the caller cannot use it', async (file) => {
      const called = workflowsIn('.github/workflows').find((one) => one.file === `${file}.yml`)
      if (called === undefined) throw new Error(`there is no ${file}.yml`)
      const start = {
        event: file === 'plan' ? runtime.openPull() : runtime.onMain('schedule'),
        inputs: { 'working-directory': 'terraform/settings' },
        workflowRepository: 'acme/langfuse-deploy',
        workflowRef: `acme/langfuse-deploy/.github/workflows/${file}.yml@${COMMIT}`,
        secrets: { 'source-token': 'github_pat_source' },
      }
      expect(failures(await runWorkflow(called.workflow, start, runtime))).toContain(
        'langfuse-plan does not trust',
      )
    })
  },
)
