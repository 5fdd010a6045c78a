import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const STATE = 'folder'

/** Makes a folder that only this user may read, and tells the `post` step of it before anything is in it. */
export async function createStepDirectory(env: NodeJS.ProcessEnv): Promise<string> {
  const folder = await mkdtemp(join(env['RUNNER_TEMP'] || tmpdir(), 'langfuse-deploy-'))
  const { saveState } = await import('@actions/core')
  saveState(STATE, folder)
  return folder
}

/** The folder of the step that this is the `post` of; undefined when it never got that far. */
export const stepDirectory = (env: NodeJS.ProcessEnv): string | undefined =>
  env[`STATE_${STATE}`] || undefined
