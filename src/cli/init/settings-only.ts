import { itemsOf } from '../../text/json'
import type { RootChoices } from './choices'
import type { Package, Release } from './package'
import type { Settings } from './settings'
import { renderBranches, WORKFLOWS, type WorkflowSettings } from './workflow-files'

/** Configuration of a stack without Terraform code (examples/settings). */
export const STACK_FILE = 'settings.yaml'

/** Returns a version of the settings workflows, as `settings_workflows` of bootstrap has it. */
export const trustedVersion = ({ source, commit }: Release): string => `${source}@${commit}`

/** Returns the versions that the roles trust. Empty if they trust the workflows of the repository. */
export const trustedVersions = ({ more }: Settings): readonly string[] =>
  itemsOf(more?.['settings_workflows']).filter((version) => typeof version === 'string')

const quoted = (text: string): string => JSON.stringify(text)

/** Renders the file of settings. */
export function renderStackFile({
  stack,
  email,
  size,
  domain,
  release: { source, tag },
}: RootChoices & { readonly stack: string; readonly release: Release }): string {
  const lines = [
    '# Your stack. The keys are the variables of the module; values are data, not Terraform expressions.',
    `# All settings: https://github.com/${source}/blob/${tag}/terraform/modules/langfuse/README.md`,
    `name: ${quoted(stack)}`,
    `size: ${quoted(size)}`,
    ...(domain === undefined
      ? []
      : [`domain: { name: ${quoted(domain.name)}, zone_name: ${quoted(domain.zone)} }`]),
    // The role that copies the images can write below its own name only.
    ...(stack === 'langfuse' ? [] : [`registry: { prefix: ${quoted(stack)} }`]),
    '',
    '# Langfuse reads the first user at its first start only.',
    `langfuse: { first_user: { email: ${quoted(email)}, name: Admin } }`,
    '',
    `alarm_emails: [${quoted(email)}]`,
  ]
  return `${lines.join('\n')}\n`
}

/** Workflows that copy images or read their scans. */
const WITH_PREFIX: readonly string[] = ['deploy-settings', 'refresh']

/** Renders the workflows that call the settings workflows of a release. @returns contents by path */
export async function renderSettingsWorkflows(
  own: Package,
  { release, stack, branch }: WorkflowSettings,
): Promise<Record<string, string>> {
  const { source, commit, tag } = release
  const inputsOf = (called: string): string[] =>
    stack === 'langfuse'
      ? []
      : [
          `state-key: ${stack}/terraform.tfstate`,
          ...(WITH_PREFIX.includes(called) ? [`prefix: ${stack}`] : []),
        ]
  const files = await Promise.all(
    WORKFLOWS.map(async (name) => {
      const example = await own.read(`examples/settings/${name}.yml`)
      const text = example.replaceAll(
        /( +)uses: \S+\/\.github\/workflows\/([\w-]+)\.yml@\S+\n(.*\n)(?: +with:\n)?/g,
        (...[whole = '', indent = '', called = '', permissions = '']: string[]) => {
          const inputs = inputsOf(called).map((input) => `${indent}  ${input}\n`)
          const hasInputs = inputs.length > 0 || whole.includes(' with:\n')
          return [
            `${indent}uses: ${source}/.github/workflows/${called}.yml@${commit} # ${tag}\n`,
            permissions,
            ...(hasInputs ? [`${indent}with:\n`, ...inputs] : []),
          ].join('')
        },
      )
      return [`.github/workflows/${name}.yml`, renderBranches(text, branch)] as const
    }),
  )
  return Object.fromEntries(files)
}
