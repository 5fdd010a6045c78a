import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Step {
  readonly inputs: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  readonly files?: Readonly<Record<string, string>>
  /** Path of the workspace, which is not removed; a temporary one if absent. */
  readonly workspace?: string
  /** Runs the post step with this saved state. */
  readonly post?: Readonly<Record<string, string>>
  readonly node?: string
  readonly onLog?: (text: string) => void
}

export interface StepResult {
  /** Null if a signal ended the process. */
  readonly exitCode: number | null
  readonly log: string
  readonly summary: string
  readonly outputs: Readonly<Record<string, string>>
  readonly state: Readonly<Record<string, string>>
}

export interface RunningStep {
  readonly log: () => string
  /** Sends a signal to the bundle's process only, as the runner does when a run is cancelled. */
  readonly send: (signal: NodeJS.Signals) => void
  readonly ended: Promise<StepResult>
}

const DIST = join(import.meta.dirname, '../../dist')
const COMMAND_FILES = ['output', 'state', 'summary'] as const

/** Runs the bundle as GitHub's runner does, without a shell: inputs and command files are environment variables. */
export async function runStep(step: Step): Promise<StepResult> {
  return (await startStep(step)).ended
}

export async function startStep(step: Step): Promise<RunningStep> {
  const folder = await mkdtemp(join(tmpdir(), 'step-'))
  const workspace = step.workspace ?? folder
  for (const name of COMMAND_FILES) await writeFile(join(folder, name), '')
  for (const [name, content] of Object.entries(step.files ?? {}))
    await writeFile(join(workspace, name), content)
  const child = open(step, { folder, workspace })
  let log = ''
  const hear = (chunk: Buffer): void => {
    log += chunk.toString()
    step.onLog?.(chunk.toString())
  }
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
  const closed = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  const read = (name: (typeof COMMAND_FILES)[number]): Promise<string> => readFile(join(folder, name), 'utf8')
  const ended = closed
    .then(async (exitCode) => ({
      exitCode,
      log,
      summary: await read('summary'),
      outputs: parsePairs(await read('output')),
      state: parsePairs(await read('state')),
    }))
    .finally(() => rm(folder, { recursive: true }))
  return { log: () => log, send: (signal) => child.kill(signal), ended }
}

function open(
  { inputs, env = {}, post, node = process.execPath }: Step,
  { folder, workspace }: { readonly folder: string; readonly workspace: string },
): ChildProcess {
  const variables = (prefix: string, values: Readonly<Record<string, string>>): Record<string, string> =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [`${prefix}${name}`, value]))
  const given = Object.entries(inputs).map(([name, value]) => [name.toUpperCase(), value] as const)
  return spawn(node, [join(DIST, 'index.js')], {
    cwd: workspace,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: workspace,
      GITHUB_REPOSITORY: 'acme/langfuse',
      GITHUB_RUN_ID: '4711',
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_OUTPUT: join(folder, 'output'),
      GITHUB_STATE: join(folder, 'state'),
      GITHUB_STEP_SUMMARY: join(folder, 'summary'),
      ...variables('INPUT_', Object.fromEntries(given)),
      ...variables('STATE_', post ?? {}),
      ...env,
    },
  })
}

/**
 * Parses a command file: `name=value` lines, and `name<<delimiter` with lines up to the delimiter.
 * @see https://docs.github.com/actions/reference/workflow-commands#multiline-strings
 */
function parsePairs(text: string): Record<string, string> {
  const pairs = text.matchAll(/^([\w-]+)(?:=(.*)|<<(\S+)\r?\n([\s\S]*?)\r?\n\3)$/gm)
  return Object.fromEntries([...pairs].map(([, name = '', line, , lines = '']) => [name, line ?? lines]))
}
