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

const COMMENT_INPUTS = [
  ...['INPUT_COMMAND', 'INPUT_STACK', 'INPUT_WORKING-DIRECTORY', 'INPUT_GITHUB-TOKEN', 'INPUT_COMMENT'],
  ...['INPUT_PULL-REQUEST-NUMBER', 'INPUT_PULL-REQUEST-SHA'],
]

/** Comments on the pull request of a plan whose other inputs are invalid. */
export async function commentInvalidInputs(error: unknown, env: NodeJS.ProcessEnv): Promise<void> {
  const inputs = inputsOfStep(Object.fromEntries(COMMENT_INPUTS.map((name) => [name, env[name]])))
  if (inputs?.command !== 'plan') return
  const [{ commentLostRun }, { stepRuntime }] = await Promise.all([
    import('./commands/plan/failed-run'),
    import('./commands/runtime'),
  ])
  await commentLostRun(error, inputs, stepRuntime(env, openLog(process.stdout)))
}
