import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pullRequestEvent } from '../../testkit/github/event'
import type { Case } from '../case'
import { compare } from '../compare'
import { OFFLINE_AWS } from '../servers/offline-aws'
import { initSettings } from '../../testkit/terraform/plugin-mirror'
import type { Job, Tool } from '../tools'
import { compareWithTools } from '../verdict'

/** Fifty new buckets, whose plan sends no request to AWS. */
const CONFIGURATION = `${OFFLINE_AWS}
resource "aws_s3_bucket" "many" {
  count  = 50
  bucket = "bench-\${count.index}"
}
`

const NO_JOB: Job = { source: '', target: '', images: [] }

/** `plan` of the action compared with the same three Terraform commands in a shell. */
export const plan: Case = async ({ node, bundle, runs }) => {
  const folder = await mkdtemp(join(tmpdir(), 'bench-plan-'))
  const env = { PATH: process.env['PATH'], HOME: folder, CHECKPOINT_DISABLE: '1', ...initSettings() }
  try {
    await writeFile(join(folder, 'main.tf'), CONFIGURATION)
    execFileSync('terraform', ['init', '-input=false'], { cwd: folder, env, stdio: 'ignore' })
    const { env: eventEnv, payload } = pullRequestEvent()
    await writeFile(join(folder, 'event.json'), JSON.stringify(payload))
    const ours: Tool = {
      name: 'ours',
      commands: async () => {
        await Promise.all(['output', 'summary.md', 'state'].map((name) => writeFile(join(folder, name), '')))
        const step = {
          ...env,
          ...eventEnv,
          GITHUB_EVENT_PATH: join(folder, 'event.json'),
          GITHUB_OUTPUT: join(folder, 'output'),
          GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
          GITHUB_STATE: join(folder, 'state'),
          RUNNER_TEMP: folder,
          INPUT_COMMAND: 'plan',
          INPUT_COMMENT: 'never',
          'INPUT_WORKING-DIRECTORY': folder,
        }
        return [{ program: node, args: [bundle], env: step }]
      },
    }
    const byHand = ['init', 'validate', 'plan'].join(' && terraform ')
    const script = `cd ${folder} && terraform ${byHand} -input=false -out=${join(folder, 'plan.bin')}`
    const bare: Tool = {
      name: 'terraform',
      commands: () => Promise.resolve([{ program: 'sh', args: ['-c', script], env }]),
    }
    const series = await compare([ours, bare], NO_JOB, { runs, before: () => Promise.resolve() })
    const what = 'plan of 50 buckets'
    return { groups: [{ title: what, series }], verdicts: compareWithTools(series, what, { terraform: 1.1 }) }
  } finally {
    await rm(folder, { recursive: true })
  }
}
