import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Deployment } from '../../testkit/runner/deployment'
import { stackEnvironmentIsMissing } from '../../testkit/runner/stack-environment'
import { type Run, runWorkflow } from '../../testkit/runner/workflow-runner'
import { workflowsIn } from '../workflow-files'

const MINUTE = 60_000
const missing = stackEnvironmentIsMissing()

/** A root with the outputs that `verify` reads, and without a provider. */
const rootOf = (environment: string, secret: string): string => `
terraform {
  required_version = ">= 1.11"
  backend "s3" {}
}

resource "terraform_data" "langfuse" {
  input = "${environment}"
}

output "url" {
  value = "https://${environment}.cloudfront.net"
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

const commands = (run: Run, job: string): string[] =>
  (run[job]?.steps ?? [])
    .filter(({ name }) => /^(?:mirror|plan|apply|verify|Watch the alarms)$/.test(name))
    .map(({ name, outcome }) => `${name}: ${outcome}`)

const DEPLOYED = ['mirror: success', 'plan: success', 'verify: skipped', 'apply: success', 'verify: success']

;(missing === undefined ? describe : describe.skip)(
  `staging, then production (${missing ?? 'against local servers'})`,
  () => {
    let runtime: Deployment
    let files: Record<string, string>

    beforeAll(async () => {
      runtime = await Deployment.build()
      runtime.langfuseVersion = '4.50.0'
      await runtime.bootstrapEnvironments('staging', 'production')
      const value = JSON.stringify({ public_key: 'pk-lf-1', secret_key: 'sk-lf-1' })
      const name = ['--name', 'langfuse/api-keys', '--secret-string', value, '--query', 'ARN']
      const secret = String(await runtime.environment.aws('secretsmanager', 'create-secret', ...name))
      files = { 'images.yaml': runtime.images }
      for (const one of ['staging', 'production']) files[`${one}/main.tf`] = rootOf(one, secret)
    }, 10 * MINUTE)
    afterAll(() => runtime.tearDown(), MINUTE)

    const deploy = (changes: Record<string, string> = {}): Promise<Run> => {
      const found = workflowsIn('examples/environments').find(({ file }) => file === 'deploy.yml')
      if (found === undefined) throw new Error('there is no deploy.yml')
      const { jobs } = found.workflow
      // Without a wait.
      const soak = { ...jobs['soak'], with: { ...jobs['soak']?.with, minutes: '0' } }
      const workflow = { ...found.workflow, jobs: { ...jobs, soak } }
      return runWorkflow(workflow, { event: runtime.push({ ...files, ...changes }) }, runtime)
    }

    const putAlarm = async (state: string): Promise<unknown> => {
      const alarm = ['--alarm-name', 'langfuse-staging-errors', '--metric-name', 'Errors', '--namespace', 'x']
      const limit = ['--statistic', 'Sum', '--period', '60', '--evaluation-periods', '1', '--threshold', '1']
      const compare = ['--comparison-operator', 'GreaterThanThreshold']
      await runtime.environment.aws('cloudwatch', 'put-metric-alarm', ...alarm, ...limit, ...compare)
      const change = ['--state-value', state, '--state-reason', 'test']
      return runtime.environment.aws('cloudwatch', 'set-alarm-state', ...alarm.slice(0, 2), ...change)
    }

    test(
      'a merge deploys staging, watches its alarms, and deploys the same commit and digests to production',
      async () => {
        await putAlarm('OK')
        const ran = await deploy()
        expect(results(ran)).toEqual({ staging: 'success', soak: 'success', production: 'success' })
        for (const name of ['staging', 'production']) expect(commands(ran, name)).toEqual(DEPLOYED)
        expect(ran['soak']?.steps[0]?.summary).toBe(
          '### ✅ langfuse-staging: no alarm for 0 minutes (1 alarms)\n',
        )
        const digests = (job: string): unknown =>
          JSON.stringify(ran[job]?.steps.find(({ name }) => name === 'mirror')?.outputs['images']).match(
            /sha256:\w+/g,
          )
        expect(digests('production')).toEqual(digests('staging'))
      },
      10 * MINUTE,
    )

    test(
      'an alarm during the soak time, or a failed verification, keeps production as it is',
      async () => {
        await putAlarm('ALARM')
        const alarmed = await deploy({ 'staging/main.tf': `${files['staging/main.tf']}# changed\n` })
        expect(results(alarmed)).toEqual({ staging: 'success', soak: 'failure', production: 'skipped' })
        expect(alarmed['soak']?.steps[0]?.log).toContain('langfuse-staging: langfuse-staging-errors')
        await putAlarm('OK')
        runtime.langfuseFaults = { rejectedSpans: 'no such project' }
        const failed = await deploy()
        runtime.langfuseFaults = {}
        expect(results(failed)).toEqual({ staging: 'failure', soak: 'skipped', production: 'skipped' })
      },
      10 * MINUTE,
    )
  },
)
