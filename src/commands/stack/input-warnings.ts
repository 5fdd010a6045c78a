import type { StackInputs } from '../../inputs/inputs'
import { unusedAllowances } from '../../review/destroy-guard'
import type { RootPlan } from './terraform-root'

type CheckedInputs = Pick<StackInputs, 'allowDestroy' | 'statefulTypes' | 'targets' | 'backendConfig'> & {
  readonly sensitiveOutputs?: readonly string[]
}

/** Returns a warning for each item of an input that names nothing in the plan. */
export function inputWarnings(
  { plan, target, destructiveChanges }: RootPlan,
  inputs: CheckedInputs,
): string[] {
  const { resources, drift, outputs } = plan
  const types = new Set([...resources, ...drift].map(({ type }) => type))
  const names = new Set(outputs.map(({ name }) => name))
  const { sensitiveOutputs = [], statefulTypes, targets, backendConfig, allowDestroy } = inputs
  return [
    ...unusedAllowances(destructiveChanges, allowDestroy),
    ...statefulTypes
      .filter((type) => !types.has(type))
      .map(
        (type) =>
          `stateful-types lists ${type}, and the plan has no resource of this type. Correct or remove it.`,
      ),
    ...sensitiveOutputs
      .filter((name) => !names.has(name))
      .map(
        (name) =>
          `sensitive-outputs lists ${name}, which is not an output of the root module. Correct or remove it.`,
      ),
    ...targets
      .filter((one) => !resources.some(({ address }) => isWithin(address, one)))
      .map((one) => `target lists ${one}, which matches no resource in the plan. Correct or remove it.`),
    ...(backendConfig.length > 0 && target.state === 'local'
      ? ['backend-config is set, and the configuration has no backend block. Add one or remove the input.']
      : []),
  ]
}

/** A target also covers the instances of a resource and the contents of a module. */
const isWithin = (address: string, target: string): boolean =>
  address === target || address.startsWith(`${target}.`) || address.startsWith(`${target}[`)
