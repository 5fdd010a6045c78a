import { join } from 'node:path'
import type { PlanInputs } from '../../inputs/inputs'
import { Terraform } from '../../terraform/cli'
import type { Diagnostic } from '../../terraform/diagnostic'
import { terraformEnvironment } from '../../terraform/environment'
import { TerraformFailed } from '../../terraform/error'
import { annotationsOf } from '../stack/pull-request-comment'
import { terraformFor } from '../stack/terraform'
import type { Outcome, Runtime } from '../runtime'
import { code } from '../../text/markdown'

const WHY =
  'This pull request comes from a fork, and forks get no credentials: whoever can open one could read with them. ' +
  'So the stack was checked for format and validity only; a member can push the branch to this repository to see the plan.'

interface Findings {
  readonly diagnostics: readonly Diagnostic[]
  /** Files that `terraform fmt` would change. */
  readonly unformatted: readonly string[]
}

/** Format and validation, which need no credentials and get none. */
export async function checkFork(inputs: PlanInputs, runtime: Runtime): Promise<Outcome> {
  runtime.log.info(WHY)
  const { diagnostics, unformatted } = await check(inputs, runtime)
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  const lines = [
    ...(errors.length === 0
      ? ['- ✅ valid']
      : errors.map(
          ({ summary, range }) =>
            `- ❌ ${code(range ? `${range.file}:${range.startLine}` : inputs.directory)}: ${code(summary)}`,
        )),
    ...(unformatted.length === 0
      ? ['- ✅ formatted']
      : unformatted.map(
          (file) => `- ❌ ${code(file)} is not formatted: run ${code('terraform fmt -recursive')}`,
        )),
  ]
  const faults = [
    ...errors.map(({ summary }) => summary),
    ...(unformatted.length === 0 ? [] : [`not formatted: ${unformatted.join(', ')}`]),
  ]
  return {
    outputs: {},
    summary: ['### Terraform check · a fork gets no plan', WHY, lines.join('\n')].join('\n\n'),
    warnings: [],
    annotations: annotationsOf(diagnostics, inputs.directory, { redact: (text) => text }),
    failure:
      faults.length === 0
        ? undefined
        : { reason: 'terraform-failed', message: `${inputs.directory}: ${faults.join('; ')}` },
  }
}

async function check(inputs: PlanInputs, runtime: Runtime): Promise<Findings> {
  const folder = await runtime.openFolder()
  const tool = await terraformFor(inputs, folder, runtime)
  const terraform = new Terraform(inputs.directory, {
    program: tool.program,
    version: tool.version,
    // What an earlier run has left in the root leads to the state, which nobody may read here.
    env: {
      ...terraformEnvironment(runtime.env, 'none'),
      ...tool.env,
      TF_DATA_DIR: join(folder, 'terraform-data'),
    },
    folder,
    onEvent: ({ message }) => {
      if (message !== '') runtime.log.info(message)
    },
    redact: (text) => text,
    learn: () => undefined,
    interruption: runtime.interruption,
  })
  try {
    await terraform.init({ backend: 'none' })
    return { diagnostics: await terraform.validate(), unformatted: await terraform.fmtCheck() }
  } catch (error) {
    // Broken syntax, say: what Terraform says of it is what the author needs.
    if (!(error instanceof TerraformFailed) || error.diagnostics.length === 0) throw error
    return { diagnostics: error.diagnostics, unformatted: [] }
  }
}
