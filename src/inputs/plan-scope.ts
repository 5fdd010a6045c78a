import type { InputReader } from './reader'

/** Options that change what a plan contains. */
export interface PlanScope {
  readonly targets: readonly string[]
  readonly replace: readonly string[]
  /** Address of the provider action that is the whole plan. */
  readonly invoke: string | undefined
}

/** Terraform reads the instance keys. */
const isActionAddress = (text: string): boolean =>
  /^(?:module\.\S.*\.)?action\.[\w-]+\.[\w-]+(?:\[.+\])?$/.test(text)

/** Reads `target`, `replace` and `invoke`. */
export function readPlanScope(reader: InputReader): PlanScope {
  const targets = reader.list('target')
  const replace = reader.list('replace')
  const invoke = reader.match(
    'invoke',
    isActionAddress,
    'the address of one provider action, as in action.aws_lambda_invoke.notify',
  )
  if (invoke !== undefined && targets.length + replace.length > 0)
    reader.problems.push(
      'invoke: a plan that runs one action has no target or replace; remove one of the inputs',
    )
  return { targets, replace, invoke }
}
