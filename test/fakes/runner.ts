import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Step {
  readonly inputs: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  /** Files in the workspace, by name. */
  readonly files?: Readonly<Record<string, string>>
  /** The program that runs the bundle. */
  readonly node?: string
  /** Sees the log as it comes. */
  readonly onLog?: (text: string) => void
}

export interface StepResult {
  readonly exitCode: number | null
  readonly log: string
  readonly summary: string
  readonly outputs: Readonly<Record<string, string>>
}

const BUNDLE = join(import.meta.dirname, '../../dist/index.js')

/** Runs the bundle as GitHub's runner does: inputs and files of commands in the environment, a workspace, no shell. */
export async function runStep({
  inputs,
  env = {},
  files = {},
  node = process.execPath,
  onLog,
}: Step): Promise<StepResult> {
  const folder = await mkdtemp(join(tmpdir(), 'step-'))
  const [output, summary] = [join(folder, 'output'), join(folder, 'summary.md')]
  try {
    for (const [name, content] of Object.entries({ output: '', 'summary.md': '', ...files })) {
      await writeFile(join(folder, name), content)
    }
    const given = Object.entries(inputs).map(
      ([name, value]) => [`INPUT_${name.toUpperCase()}`, value] as const,
    )
    const child = spawn(node, [BUNDLE], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'],
        HOME: folder,
        CI: 'true',
        GITHUB_ACTIONS: 'true',
        GITHUB_WORKSPACE: folder,
        GITHUB_REPOSITORY: 'acme/langfuse',
        GITHUB_RUN_ID: '4711',
        GITHUB_RUN_ATTEMPT: '1',
        GITHUB_OUTPUT: output,
        GITHUB_STEP_SUMMARY: summary,
        ...Object.fromEntries(given),
        ...env,
      },
    })
    let log = ''
    const hear = (chunk: Buffer): void => {
      log += chunk.toString()
      onLog?.(chunk.toString())
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    const exitCode = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', resolve)
    })
    return {
      exitCode,
      log,
      summary: await readFile(summary, 'utf8'),
      outputs: parseOutputs(await readFile(output, 'utf8')),
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** `name<<delimiter`, the value, and the delimiter again. */
function parseOutputs(text: string): Record<string, string> {
  const entries = [...text.matchAll(/^([\w-]+)<<(\S+)\r?\n([\s\S]*?)\r?\n\2$/gm)]
  return Object.fromEntries(entries.map(([, name = '', , value = '']) => [name, value]))
}
