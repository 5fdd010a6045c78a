import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Case } from '../case'
import { compare } from '../compare'
import { OFFLINE_AWS } from '../servers/offline-aws'
import { initSettings } from '../../testkit/terraform/plugin-mirror'
import { MiB } from '../shapes'
import type { Job, Tool } from '../tools'
import { compareWithTools } from '../verdict'

const ROOT = join(import.meta.dirname, '../..')
const RESOURCES = 5_000
const MAX_MIB = 400
const CONFIGURATION = `${OFFLINE_AWS}
resource "aws_iam_policy" "many" {
  count  = ${RESOURCES}
  name   = "service-\${count.index}"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "*" }] })
}
`

const NO_JOB: Job = { source: '', target: '', images: [] }

/** Parses and renders a large plan; compared with `terraform show`. */
export const render: Case = async ({ node, runs }) => {
  const folder = await mkdtemp(join(tmpdir(), 'bench-render-'))
  const env = { PATH: process.env['PATH'], HOME: folder, CHECKPOINT_DISABLE: '1', ...initSettings() }
  const terraform = (...args: string[]): string =>
    execFileSync('terraform', args, { cwd: folder, env, encoding: 'utf8', maxBuffer: 512 * MiB })
  try {
    await writeFile(join(folder, 'main.tf'), CONFIGURATION)
    terraform('init', '-input=false')
    terraform('plan', '-input=false', '-out=plan.bin')
    await writeFile(join(folder, 'plan.json'), terraform('show', '-json', 'plan.bin'))
    const script = join(import.meta.dirname, '../servers/render-process.ts')
    // Bundled like the action, because the measurement must not include a compiler.
    const bundler = ['ncc', 'build', script, '--transpile-only', '--out', join(folder, 'bundle')]
    execFileSync('npx', bundler, { cwd: ROOT, stdio: 'ignore' })
    const args = [join(folder, 'bundle/index.js'), join(folder, 'plan.json')]
    const ours: Tool = { name: 'ours', commands: () => Promise.resolve([{ program: node, args, env }]) }
    const shown = ['-c', `cd ${folder} && terraform show -json plan.bin`]
    const show: Tool = {
      name: 'terraform',
      commands: () => Promise.resolve([{ program: 'sh', args: shown, env }]),
    }
    const series = await compare([ours, show], NO_JOB, { runs, before: () => Promise.resolve() })
    const what = `rendering ${RESOURCES} resources`
    const peak = Math.max(...(series[0]?.usages ?? []).map(({ peakBytes }) => peakBytes)) / MiB
    return {
      groups: [{ title: what, series }],
      verdicts: [
        ...compareWithTools(series, what, { terraform: 0.5 }),
        {
          target: `${what}: peak memory ≤ ${MAX_MIB} MiB`,
          measured: `${peak.toFixed(0)} MiB`,
          isMet: peak <= MAX_MIB,
        },
      ],
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}
