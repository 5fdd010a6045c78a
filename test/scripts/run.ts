import { execFile } from 'node:child_process'
import { join } from 'node:path'

export interface Run {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs one of scripts/ as package.json and the workflows do. */
export function runScript(name: string, ...args: readonly string[]): Promise<Run> {
  const script = join(import.meta.dirname, '../../scripts', name)
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [script, ...args], (_, stdout, stderr) => {
      resolve({ exitCode: child.exitCode ?? 1, stdout, stderr })
    })
  })
}
