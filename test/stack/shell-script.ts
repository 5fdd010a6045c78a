import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface ScriptRun {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
  /** Lines that the fake programs wrote to $FAKE_DIR/calls, in order. */
  readonly calls: readonly string[]
}

/**
 * Runs a shell script of the module with fake programs that come before the real ones on PATH.
 *
 * @param script path and arguments, starting with the shell
 * @param programs bodies in bash, by name; they keep their state in $FAKE_DIR
 */
export async function runScript(
  script: readonly [shell: string, ...rest: string[]],
  programs: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>>,
): Promise<ScriptRun> {
  const directory = await mkdtemp(join(tmpdir(), 'script-'))
  try {
    const bin = join(directory, 'bin')
    await mkdir(bin)
    for (const [name, body] of Object.entries(programs)) {
      await writeFile(join(bin, name), `#!/usr/bin/env bash\nset -eu\n${body}\n`)
      await chmod(join(bin, name), 0o755)
    }
    await writeFile(join(directory, 'calls'), '')
    const [shell, ...rest] = script
    const path = `${bin}:${process.env['PATH'] ?? ''}`
    const { exitCode, stdout, stderr } = await execute(shell, rest, {
      ...env,
      PATH: path,
      FAKE_DIR: directory,
    })
    const calls = (await readFile(join(directory, 'calls'), 'utf8')).split('\n').filter((line) => line !== '')
    return { exitCode, stdout, stderr, calls }
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

function execute(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Omit<ScriptRun, 'calls'>> {
  return new Promise((resolve) => {
    execFile(file, args, { env }, (error, stdout, stderr) => {
      const exitCode = error === null ? 0 : typeof error.code === 'number' ? error.code : 1
      resolve({ exitCode, stdout, stderr })
    })
  })
}
