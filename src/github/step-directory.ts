import { randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readStepState, saveStepState, unusablePath } from './step-state'

const STATE_NAME = 'directory'

/**
 * Makes a directory that only its user may read. Its path is saved before, so that the `post` step finds it whenever
 * this step is killed.
 *
 * @throws InvalidContext
 */
export async function createStepDirectory(env: NodeJS.ProcessEnv): Promise<string> {
  const parent = env['RUNNER_TEMP'] || tmpdir()
  const directory = join(parent, `langfuse-deploy-${randomUUID()}`)
  saveStepState(env, STATE_NAME, directory)
  await mkdir(directory, { mode: 0o700 }).catch((cause: unknown) => {
    throw unusablePath('RUNNER_TEMP', parent, cause)
  })
  return directory
}

/** Returns the directory of the step that this `post` step belongs to; undefined when it never made one. */
export const stepDirectory = (env: NodeJS.ProcessEnv): string | undefined => readStepState(env, STATE_NAME)
