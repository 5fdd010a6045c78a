import { InvalidInput } from '../../inputs/inputs'
import {
  type EnvironmentOption,
  environmentOptions,
  isOn,
  malformedArguments,
} from '../../terraform/environment-arguments'

interface Rule {
  /** Names of options, without hyphens. */
  readonly options: readonly string[]
  /** Environment variables, without `TF_CLI_ARGS`. Default: all. */
  readonly commands?: readonly string[]
  /** Ends the sentence that begins with the option. */
  readonly problem: string
  /** Value of a boolean option that is rejected. Options with other values are always rejected. */
  readonly when?: 'on' | 'off'
}

const PLAN = ['', '_plan']

/** Options that make a command act on another state, or without a lock. */
const ALWAYS: readonly Rule[] = [
  {
    options: ['state', 'state-out'],
    problem: 'selects another state than the one that the action reads. Use backend-config',
  },
  { options: ['from-module'], problem: 'replaces the configuration of the commit' },
  {
    options: ['migrate-state', 'force-copy'],
    problem: 'copies the state before the plan. Copy it once by hand',
    when: 'on',
  },
  {
    options: ['force', 'ignore-remote-version'],
    commands: ['', '_state_push'],
    problem: 'replaces a state that others may have changed',
    when: 'on',
  },
  {
    options: ['lock'],
    commands: ['', '_apply', '_state_push'],
    problem: 'lets two runs write the state at the same time',
    when: 'off',
  },
]

/** With these, a plan leaves out every change of the configuration: it has nothing to review. */
const WITHOUT_CONFIGURATION: readonly Rule[] = [
  {
    options: ['refresh-only'],
    commands: PLAN,
    problem: 'makes a plan that leaves out every change of the configuration',
    when: 'on',
  },
  {
    options: ['invoke'],
    commands: PLAN,
    problem: 'makes a plan that leaves out every change of the configuration. Use the input invoke',
  },
]

const COMPARED = 'and drift compares every resource'

/** With these, a plan does not compare every resource with the configuration. */
const PARTIAL: readonly Rule[] = [
  {
    options: ['target', 'target-file', 'exclude', 'exclude-file', 'invoke'],
    commands: PLAN,
    problem: `limits the plan, ${COMPARED}`,
  },
  { options: ['refresh-only'], commands: PLAN, problem: `limits the plan, ${COMPARED}`, when: 'on' },
  { options: ['refresh'], commands: PLAN, problem: `limits the plan, ${COMPARED}`, when: 'off' },
  {
    options: ['destroy'],
    commands: PLAN,
    problem: 'makes a plan to destroy, and drift expects none',
    when: 'on',
  },
  { options: ['replace'], commands: PLAN, problem: 'adds changes to the plan that are no drift' },
]

/**
 * Rejects options in Terraform's environment variables that limit a plan or change its purpose.
 *
 * @throws InvalidInput
 */
export const rejectPartialPlans = (env: NodeJS.ProcessEnv): void => {
  rejectOptions(env, [...PARTIAL, ...ALWAYS])
}

/**
 * Rejects options in Terraform's environment variables with which a plan has nothing to review, or with which an apply
 * does more than its plan.
 *
 * @throws InvalidInput
 */
export const rejectUnreviewable = (env: NodeJS.ProcessEnv): void => {
  rejectOptions(env, [...WITHOUT_CONFIGURATION, ...ALWAYS])
}

function rejectOptions(env: NodeJS.ProcessEnv, rules: readonly Rule[]): void {
  const [malformed] = malformedArguments(env)
  if (malformed !== undefined)
    throw new InvalidInput(
      `${malformed}: a quote, a parenthesis or a backslash is not closed. Terraform splits this variable into words as a shell does.`,
    )
  for (const option of environmentOptions(env)) {
    const rule = rules.find((one) => matches(option, one))
    // Without the value, which may be secret.
    if (rule !== undefined)
      throw new InvalidInput(
        `${option.variable}: '${written(option, rule)}' ${rule.problem}. Remove the option from ${option.variable}.`,
      )
  }
}

function matches(option: EnvironmentOption, { options, commands, when }: Rule): boolean {
  if (!options.includes(option.name)) return false
  if (commands?.includes(option.variable.replace('TF_CLI_ARGS', '')) === false) return false
  // An option that Terraform rejects is left to Terraform, whose message names the value.
  return when === undefined || isOn(option) === (when === 'on')
}

const written = ({ flag, value }: EnvironmentOption, { when }: Rule): string =>
  when === 'off' && value !== undefined ? `${flag}=${value}` : flag
