import { InvalidContext } from './context'
import { appendToRunnerFile } from './runner-file'
import { textAt } from '../text/json'

/**
 * Saves a value of this step, which its `post` step finds as `STATE_<name>`.
 * Writes the runner's file itself, because loading `@actions/core` would delay the first request.
 *
 * @param value one line
 * @throws InvalidContext
 * @see https://docs.github.com/actions/reference/workflow-commands#sending-values-to-the-pre-and-post-actions
 */
export function saveStepState(env: NodeJS.ProcessEnv, name: string, value: string): void {
  const path = env['GITHUB_STATE']
  if (!path) return
  try {
    appendToRunnerFile(path, `${name}=${value}\n`)
  } catch (cause) {
    throw unusablePath('GITHUB_STATE', path, cause)
  }
}

/** Reads a value that the step saved; undefined in the step itself. */
export const readStepState = (env: NodeJS.ProcessEnv, name: string): string | undefined =>
  env[`STATE_${name}`] || undefined

/** Explains a file or directory of the runner that cannot be used. */
export function unusablePath(variable: string, path: string, cause: unknown): InvalidContext {
  const code = textAt(cause, 'code') ?? String(cause)
  const problem = PROBLEMS[code] ?? `cannot be written (${code})`
  return new InvalidContext(`${variable}: '${path}' ${problem}.`, { cause })
}

const PROBLEMS: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist. The runner creates it: run this action as a workflow step',
  ENOTDIR: 'is not a directory',
  ENOSPC: 'is on a full disk. Free space on the runner, or use a larger one',
  EDQUOT: "is beyond the disk quota of the runner's user",
  EROFS: 'is read-only',
  EACCES: 'may not be written by this user',
}
