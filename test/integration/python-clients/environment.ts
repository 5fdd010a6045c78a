import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

const CACHE = join(import.meta.dirname, '../../../.cache/python-clients')

export interface ProgramResult {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Path of a virtual environment's Python. */
export const pythonOf = (name: string): string => join(CACHE, name, 'bin/python')

/**
 * Installs packages into virtual environments, once per list of requirements.
 *
 * @param environments requirements, one per line, by the name of the environment
 * @returns the reason to skip, if Python, its venv module or the package index is missing
 * @throws Error in CI in place of a reason to skip
 */
export async function pythonClientsAreMissing(
  environments: Readonly<Record<string, string>>,
): Promise<string | undefined> {
  const installs = Object.entries(environments).map(([name, requirement]) => install(name, requirement))
  const reason = (await Promise.all(installs)).find((failure) => failure !== undefined)
  if (reason !== undefined && process.env['CI'] === 'true') throw new Error(reason)
  return reason
}

async function install(name: string, requirement: string): Promise<string | undefined> {
  const folder = join(CACHE, name)
  const stamp = join(folder, 'installed.txt')
  if ((await readFile(stamp, 'utf8').catch(() => '')) === requirement) return undefined
  await rm(folder, { recursive: true, force: true })
  const created = await run('python3', ['-m', 'venv', folder])
  if (created.exitCode !== 0) return 'python3 cannot create virtual environments; install python3-venv'
  const options = ['--quiet', '--disable-pip-version-check', '--timeout', '10', '--retries', '1']
  const packages = requirement.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  const installed = await run(pythonOf(name), ['-m', 'pip', 'install', ...options, ...packages])
  if (installed.exitCode !== 0)
    return `pip cannot install ${packages.join(' ')}: ${lastLineOf(installed.stderr)}`
  await writeFile(stamp, requirement)
  return undefined
}

/** Runs a program without settings of Langfuse and OpenTelemetry from the caller's environment. */
export async function run(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<ProgramResult> {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(?:LANGFUSE_|OTEL_)/.test(name))
  const child = spawn(program, args, {
    env: { ...Object.fromEntries(inherited), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exited = once(child, 'close') as Promise<[number | null]>
  const failed = exited.catch((error: unknown): [number] => [error instanceof Error ? 127 : 1])
  const [stdout, stderr, [exitCode]] = await Promise.all([text(child.stdout), text(child.stderr), failed])
  return { exitCode, stdout, stderr }
}

const lastLineOf = (output: string): string => output.trim().split('\n').at(-1) ?? ''
