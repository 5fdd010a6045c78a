import type { PlanInputs } from '../inputs'
import { Terraform } from '../terraform/cli'
import { terraformEnvironment } from '../terraform/environment'
import { annotationsOf } from './plan-report'
import { terraformFor } from './terraform-tool'
import type { Outcome, World } from './world'

const WHY =
  'This pull request comes from a fork, and forks get no credentials: whoever can open one could read with them. ' +
  'So the stack was checked for format and validity only; a member can push the branch to this repository to see the plan.'

/** Format and validation, which need no credentials and get none. */
export async function checkFork(inputs: PlanInputs, world: World): Promise<Outcome> {
  const folder = await world.openFolder()
  const tool = await terraformFor(inputs, folder, world)
  const terraform = new Terraform(inputs.directory, {
    program: tool.program,
    version: tool.version,
    env: { ...terraformEnvironment(world.env, undefined), ...tool.env },
    folder,
    onEvent: (event) => {
      if (event.message !== '') world.log.info(event.message)
    },
    redact: (text) => text,
    interruption: world.interruption,
  })
  await terraform.init({ backend: 'none' })
  const unformatted = await terraform.fmtCheck()
  const found = await terraform.validate()
  const errors = found.filter(({ severity }) => severity === 'error').length
  const lines = [
    errors === 0 ? '- ✅ valid' : `- ❌ ${errors} errors in the configuration`,
    unformatted.length === 0
      ? '- ✅ formatted'
      : `- ❌ not formatted (terraform fmt): ${unformatted.length} files`,
  ]
  const isGood = errors === 0 && unformatted.length === 0
  world.log.info(WHY)
  return {
    outputs: {},
    summary: [`### Terraform check · a fork gets no plan`, WHY, lines.join('\n')].join('\n\n'),
    warnings: [],
    annotations: annotationsOf(found, inputs.directory, { redact: (text) => text }),
    failure: isGood
      ? undefined
      : { reason: 'terraform-failed', message: `${inputs.directory}: ${lines.join('; ')}` },
  }
}
