import { join } from 'node:path'
import type { PlanInputs } from '../../inputs/inputs'
import type { Engine } from '../../plan/engine'
import type { Diagnostic } from '../../terraform/diagnostic'
import { terraformEnvironment } from '../../terraform/environment'
import { TerraformFailed } from '../../terraform/error'
import { codeSpan } from '../../text/markdown'
import type { Outcome } from '../outcome'
import type { Runtime } from '../runtime'
import { annotateDiagnostics } from '../stack/plan-outcome'
import { Secrets } from '../stack/secrets'
import { findTool, openTerraform } from '../stack/terraform'

const EXPLANATION =
  'This pull request comes from a fork. Forks get no credentials, because anyone can open a pull request from a fork. ' +
  'Only format and validity were checked. To see the plan, a member can push the branch to this repository.'

interface ForkCheck {
  readonly diagnostics: readonly Diagnostic[]
  /** Files that `terraform fmt` would change. */
  readonly unformatted: readonly string[]
  readonly engine: Engine
}

/** Checks format and validity of a pull request from a fork, without credentials. */
export async function checkFork(inputs: PlanInputs, runtime: Runtime): Promise<Outcome> {
  runtime.log.info(EXPLANATION)
  const { diagnostics, unformatted, engine } = await checkRoot(inputs, runtime)
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  const problems = [
    ...errors.map(({ summary }) => summary),
    ...(unformatted.length === 0 ? [] : [`not formatted: ${unformatted.join(', ')}`]),
  ]
  const lines = [...validityLines(errors, inputs.directory), ...formatLines(unformatted, engine)]
  return {
    outputs: {},
    summary: [`### ${engine.title} check · no plan for a fork`, EXPLANATION, lines.join('\n')].join('\n\n'),
    warnings: [],
    annotations: annotateDiagnostics(diagnostics, inputs.directory, (text) => text),
    failure:
      problems.length === 0
        ? undefined
        : { reason: 'terraform-failed', message: `${inputs.directory}: ${problems.join('; ')}` },
  }
}

function validityLines(errors: readonly Diagnostic[], directory: string): string[] {
  if (errors.length === 0) return ['- ✅ valid']
  return errors.map(({ summary, range }) => {
    const position = range ? `${range.file}:${range.startLine}` : directory
    return `- ❌ ${codeSpan(position)}: ${codeSpan(summary)}`
  })
}

function formatLines(unformatted: readonly string[], { command }: Engine): string[] {
  if (unformatted.length === 0) return ['- ✅ formatted']
  return unformatted.map(
    (file) => `- ❌ ${codeSpan(file)} is not formatted. Run ${codeSpan(`${command} fmt -recursive`)}.`,
  )
}

async function checkRoot(inputs: PlanInputs, runtime: Runtime): Promise<ForkCheck> {
  const tool = await findTool(inputs, runtime)
  const env = {
    ...terraformEnvironment(runtime.env, 'none'),
    // An earlier step may have initialized the root's backend.
    TF_DATA_DIR: join(tool.folder, 'terraform-data'),
  }
  const terraform = openTerraform(inputs.directory, { tool, env, secrets: new Secrets(runtime.log) }, runtime)
  try {
    await terraform.init({ backend: 'none' })
    return {
      diagnostics: await terraform.validate(),
      unformatted: await terraform.fmtCheck(),
      engine: tool.engine,
    }
  } catch (error) {
    // `init` reports syntax errors.
    if (!(error instanceof TerraformFailed) || error.diagnostics.length === 0) throw error
    return { diagnostics: error.diagnostics, unformatted: [], engine: tool.engine }
  }
}
