import { appendFileSync, statSync, truncateSync } from 'node:fs'

/**
 * Appends to a file of the runner. A file that could be written only in part is cut back, because the runner fails a step
 * whose command file is broken.
 *
 * @throws Error of the file system
 */
export function appendToRunnerFile(path: string, text: string): void {
  const before = statSync(path, { throwIfNoEntry: false })
  try {
    appendFileSync(path, text)
  } catch (error) {
    if (before?.isFile() === true) truncateSync(path, before.size)
    throw error
  }
}

/**
 * Sets an output. Without the runner's file, nothing is written: the former command `set-output` would print the value.
 *
 * @see https://docs.github.com/actions/reference/workflow-commands#multiline-strings
 */
export function writeOutput(env: NodeJS.ProcessEnv, name: string, value: string): void {
  const path = env['GITHUB_OUTPUT']
  // A value cannot contain the delimiter, which is unknown before.
  const delimiter = `ghadelimiter_${process.getBuiltinModule('node:crypto').randomUUID()}`
  if (path) appendToRunnerFile(path, `${name}<<${delimiter}\n${value}\n${delimiter}\n`)
}

/** Sets an output in the middle of a step, which a full disk must not end. */
export function tryToWriteOutput(env: NodeJS.ProcessEnv, name: string, value: string): void {
  try {
    writeOutput(env, name, value)
  } catch {
    // The end of the step reports files that cannot be written.
  }
}

/** Appends Markdown to the job summary. */
export function writeSummary(env: NodeJS.ProcessEnv, markdown: string): void {
  const path = env['GITHUB_STEP_SUMMARY']
  if (path) appendToRunnerFile(path, `${markdown}\n`)
}
