import type { Package, Release } from './package'
import { ROOT } from './root-files'

/** Names of the files, which `drift` and `init` look for. */
export const WORKFLOWS = ['plan', 'deploy', 'refresh', 'drift'] as const

export type WorkflowName = (typeof WORKFLOWS)[number]

export interface WorkflowSettings {
  readonly release: Release
  readonly stack: string
  readonly branch: string
}

/** Renders the workflows that call those of a release. @returns contents by path */
export async function renderWorkflows(
  own: Package,
  settings: WorkflowSettings,
): Promise<Record<string, string>> {
  const files = await Promise.all(
    WORKFLOWS.map(async (name) => {
      const text = await own.read(`examples/workflows/${name}.yml`)
      return [`.github/workflows/${name}.yml`, renderWorkflow(name, text, settings)] as const
    }),
  )
  return Object.fromEntries(files)
}

function renderWorkflow(
  name: WorkflowName,
  example: string,
  { release, stack, branch }: WorkflowSettings,
): string {
  const { source, commit, tag } = release
  const called = `uses: ${source}/.github/workflows/${name}.yml@${commit} # ${tag}`
  const isDefault = stack === 'langfuse'
  const inputs = [
    `working-directory: ${ROOT}`,
    ...(isDefault ? [] : [`state-key: ${stack}/terraform.tfstate`]),
    ...(isDefault || name !== 'deploy' ? [] : [`prefix: ${stack}`]),
  ]
  return renderBranches(example, branch)
    .replace(/uses: \S+\/\.github\/workflows\/\S+@\S+( #.*)?/, called)
    .replace(/^( +)working-directory: .*$/m, (_, indent: string) =>
      inputs.map((input) => `${indent}${input}`).join('\n'),
    )
}

/** Returns a workflow of the examples with the deployed branch. */
export const renderBranches = (text: string, branch: string): string =>
  text.replace('branches: [main]', `branches: [${JSON.stringify(branch).replace(/^"([\w./-]+)"$/, '$1')}]`)
