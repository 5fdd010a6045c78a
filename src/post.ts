import { stepDirectory } from './github/step-directory'
import { openLog } from './github/log'
import { publish } from './github/publish'
import { type Inputs, readInputs } from './inputs/inputs'

/** Reads the step's inputs; without them the report has no facts from AWS. */
function inputsOfStep(env: NodeJS.ProcessEnv): Inputs | undefined {
  try {
    return readInputs(env)
  } catch {
    return undefined
  }
}

/** Runs the `post` step: waits for a Terraform that outlived its step, and reports its result. */
export async function runPostStep(env: NodeJS.ProcessEnv): Promise<void> {
  const directory = stepDirectory(env)
  // A step without Terraform has none.
  if (directory === undefined) return
  const [{ runPost }, { stepRuntime }] = await Promise.all([
    import('./commands/post/post'),
    import('./commands/runtime'),
  ])
  const runtime = stepRuntime(env, openLog(process.stdout))
  const outcome = await runPost(directory, { inputs: inputsOfStep(env), runtime })
  if (outcome !== undefined) publish(outcome, env)
}
