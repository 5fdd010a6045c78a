// Measures a push that changes nothing in AWS, from the merge to the verified stack, step by step: npm run bench-pipeline
// Runs deploy.yml on the testkit's runner, with the bundle, Terraform, moto and local registries.
import { parseArgs } from 'node:util'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Deployment } from '../testkit/runner/deployment'
import { type RanJob, type Run, runWorkflow } from '../testkit/runner/workflow-runner'
import { workflowsIn } from '../test/workflow-files'

const USAGE = `npm run bench-pipeline -- [options]

  --pushes N   unchanged pushes to measure (default 3)
  --small      a root without a provider, instead of the whole stack`
/** From the merge to the verified stack, without the start of the runners. */
const TARGET_SECONDS = 30
const VERSION = '4.50.0'

const { values } = parseArgs({
  options: {
    pushes: { type: 'string', default: '3' },
    small: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

const smallRoot = (secret: string): string => `
terraform {
  required_version = ">= 1.11"
  backend "s3" {}
}

resource "terraform_data" "langfuse" {
}

output "url" {
  value = "https://langfuse.cloudfront.net"
}

output "api_keys_secret_arn" {
  value = "${secret}"
}

output "langfuse_version" {
  value = "${VERSION}"
}
`

async function useSmallRoot(deployment: Deployment): Promise<void> {
  deployment.langfuseVersion = VERSION
  const keys = JSON.stringify({ public_key: 'pk-lf-1', secret_key: 'sk-lf-1' })
  const args = ['--name', 'langfuse/api-keys', '--secret-string', keys, '--query', 'ARN']
  const secret = String(await deployment.environment.aws('secretsmanager', 'create-secret', ...args))
  const root = join(deployment.environment.folder, 'workspace/terraform/langfuse')
  for (const name of ['outputs.tf', '.terraform.lock.hcl']) await writeFile(join(root, name), '')
  await writeFile(join(root, 'main.tf'), smallRoot(secret))
}

async function deploy(deployment: Deployment, files: Record<string, string>): Promise<Run> {
  const found = workflowsIn('.github/workflows').find(({ file }) => file === 'deploy.yml')
  if (found === undefined) throw new Error('there is no deploy.yml')
  const run = await runWorkflow(found.workflow, { event: deployment.push(files) }, deployment)
  for (const [name, { result, steps }] of Object.entries(run))
    if (result === 'failure') throw new Error(`${name} failed: ${steps.map(({ log }) => log).join('\n')}`)
  return run
}

const secondsOf = (job: RanJob | undefined): number =>
  (job?.steps ?? []).reduce((total, { seconds }) => total + seconds, 0)

/** GitHub runs `mirror` and `plan` in parallel; the other jobs need both. */
function secondsToEnd({ mirror, plan, ...others }: Run): number {
  const later = Object.values(others).reduce((total, job) => total + secondsOf(job), 0)
  return Math.max(secondsOf(mirror), secondsOf(plan)) + later
}

function print(title: string, run: Run): void {
  console.log(`\n${title}: ${secondsToEnd(run).toFixed(1)} s`)
  for (const [name, job] of Object.entries(run)) {
    if (job.result === 'skipped') continue
    console.log(`  ${name} (${secondsOf(job).toFixed(1)} s)`)
    for (const step of job.steps.filter(({ seconds }) => seconds > 0))
      console.log(`    ${step.seconds.toFixed(1).padStart(6)} s  ${step.name}`)
  }
}

async function measure(deployment: Deployment): Promise<number[]> {
  const files = { 'images.yaml': deployment.images }
  if (values.small) await useSmallRoot(deployment)
  await deployment.bootstrap()
  print('First deployment', await deploy(deployment, files))
  const ends: number[] = []
  for (let push = 1; push <= Number(values.pushes); push++) {
    const run = await deploy(deployment, { ...files, 'notes.txt': String(push) })
    print(`Push ${push} without changes`, run)
    ends.push(secondsToEnd(run))
  }
  return ends
}

async function main(): Promise<void> {
  if (values.help) {
    console.log(USAGE)
    return
  }
  const deployment = await Deployment.build()
  try {
    const slowest = Math.max(...(await measure(deployment)))
    console.log(`\nSlowest: ${slowest.toFixed(1)} s; target: ${TARGET_SECONDS} s at most.`)
    process.exitCode = slowest <= TARGET_SECONDS ? 0 : 1
  } finally {
    await deployment.tearDown()
  }
}

await main()
