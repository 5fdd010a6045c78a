import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readStepState, saveStepState, unusablePath } from './step-state'

const STATE_NAME = 'directory'

/**
 * Makes a directory that only its user may read, and saves its path for the `post` step before anything is in it.
 *
 * @throws InvalidContext
 */
export async function createStepDirectory(env: NodeJS.ProcessEnv): Promise<string> {
  const parent = env['RUNNER_TEMP'] || tmpdir()
  const directory = await mkdtemp(join(parent, 'langfuse-deploy-')).catch((cause: unknown) => {
    throw unusablePath('RUNNER_TEMP', parent, cause)
  })
  saveStepState(env, STATE_NAME, directory)
  return directory
}

/** Returns the directory of the step that this `post` step belongs to; undefined when it never made one. */
export const stepDirectory = (env: NodeJS.ProcessEnv): string | undefined => readStepState(env, STATE_NAME)
