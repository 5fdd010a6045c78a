import { InvalidInput } from '../../inputs/inputs'

/** Options of Terraform with which a plan does not compare every resource with the configuration. */
const PARTIAL: readonly string[] = ['target', 'exclude', 'refresh-only', 'refresh=false', 'destroy']

/**
 * Rejects options in Terraform's environment variables that limit a plan.
 *
 * @throws InvalidInput
 */
export const rejectPartialPlans = (env: NodeJS.ProcessEnv): void => {
  rejectOptions(env, PARTIAL, 'limits the plan, and drift compares every resource')
}

/**
 * Rejects a plan that ignores the configuration: it has no changes to review, whatever the pull request changes.
 *
 * @throws InvalidInput
 */
export const rejectRefreshOnly = (env: NodeJS.ProcessEnv): void => {
  rejectOptions(env, ['refresh-only'], 'makes a plan that leaves out every change of the configuration')
}

function rejectOptions(env: NodeJS.ProcessEnv, options: readonly string[], problem: string): void {
  const pattern = new RegExp(String.raw`(?:^|\s)["']?(--?(?:${options.join('|')}))(?![\w-]|=false)`)
  for (const name of ['TF_CLI_ARGS', 'TF_CLI_ARGS_plan']) {
    // Without the other arguments, which may contain values of variables.
    const option = pattern.exec(env[name] ?? '')?.[1]
    if (option !== undefined)
      throw new InvalidInput(`${name}: '${option}' ${problem}. Remove the option from ${name}.`)
  }
}
