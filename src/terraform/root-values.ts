import { type Configuration, readConfiguration } from './configuration'
import { environmentArguments } from './environment-arguments'
import { environmentSecrets } from './environment-secrets'
import { backendSecrets, type GivenInputs, givenSecrets } from './given-values'
import { isReadByApply, isReadByInit } from './arguments'
import type { TerraformCommand, TerraformRuntime } from './runner'
import { backendArguments, type ValueArguments, variableArguments } from './value-files'

export interface RootValues extends ValueArguments {
  readonly configuration: Configuration
}

/**
 * Registers the secrets that are known before Terraform runs, and writes the values of variables to a file.
 *
 * @throws InvalidArgument
 */
export async function prepareValues(
  directory: string,
  inputs: GivenInputs,
  { env, folder, addSecrets }: TerraformRuntime,
): Promise<RootValues> {
  const configuration = await readConfiguration(directory, env['TF_DATA_DIR'])
  const more = environmentArguments(env)
  const all = {
    variables: [...(inputs.variables ?? []), ...more.variables],
    varFiles: [...(inputs.varFiles ?? []), ...more.varFiles],
  }
  addSecrets([...environmentSecrets(env), ...(await givenSecrets(directory, all, { configuration, env }))])
  return { configuration, ...(await variableArguments(inputs, configuration, folder)) }
}

/**
 * Registers the secrets in backend settings, and writes the settings to files.
 *
 * @throws InvalidArgument
 */
export async function prepareBackend(
  directory: string,
  items: readonly string[],
  { env, folder, addSecrets }: TerraformRuntime,
): Promise<ValueArguments> {
  addSecrets(await backendSecrets(directory, [...items, ...environmentArguments(env).backendConfig]))
  return backendArguments(items, folder)
}

/**
 * Adds the values of variables to a command that only OpenTofu lets have them: state and plan may be encrypted with one.
 *
 * @throws InvalidArgument
 */
export async function addValues(
  command: TerraformCommand,
  { directory, inputs }: { readonly directory: string; readonly inputs: GivenInputs },
  runtime: TerraformRuntime,
): Promise<TerraformCommand> {
  const [name = ''] = command.args
  if (!encryptsWithVariables(runtime) || !TAKES_VALUES.test(name)) return command
  const values = await prepareValues(directory, inputs, runtime)
  // Options come before other arguments.
  const words = /^(?:state|workspace)$/.test(name) ? 2 : 1
  return {
    ...command,
    args: [...command.args.slice(0, words), ...values.args, ...command.args.slice(words)],
    temporaryFiles: values.files,
  }
}

const TAKES_VALUES = /^(?:show|output|state|workspace|force-unlock)$/

/** OpenTofu evaluates variables in `encryption` blocks since the version whose `init` reads them. */
const encryptsWithVariables = ({ version, engine }: Pick<TerraformRuntime, 'version' | 'engine'>): boolean =>
  engine?.name === 'opentofu' && isReadByInit(version, engine)

/** Returns the arguments for the variables that no plan file has, and for those that may decrypt it. */
export function applyValues(
  { configuration, args }: RootValues,
  { version, engine }: Pick<TerraformRuntime, 'version' | 'engine'>,
): readonly string[] {
  if (encryptsWithVariables({ version, engine })) return args
  const isEphemeral = [...configuration.variables.values()].some((one) => one.isEphemeral)
  return isEphemeral && isReadByApply(version, engine) ? args : []
}
