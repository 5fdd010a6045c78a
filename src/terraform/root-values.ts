import { type Configuration, readConfiguration } from './configuration'
import { backendSecrets, type GivenInputs, givenSecrets } from './given-values'
import { isReadByApply } from './arguments'
import type { TerraformRuntime } from './runner'
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
  addSecrets(await givenSecrets(directory, inputs, { configuration, env }))
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
  { folder, addSecrets }: TerraformRuntime,
): Promise<ValueArguments> {
  addSecrets(await backendSecrets(directory, items))
  return backendArguments(items, folder)
}

/** Returns the arguments for the variables that no plan file has. */
export function ephemeralArguments(
  { configuration, args }: RootValues,
  { version, engine }: Pick<TerraformRuntime, 'version' | 'engine'>,
): readonly string[] {
  const isEphemeral = [...configuration.variables.values()].some((one) => one.isEphemeral)
  return isEphemeral && isReadByApply(version, engine) ? args : []
}
