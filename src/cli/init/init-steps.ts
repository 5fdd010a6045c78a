import { join } from 'node:path'
import type { CliEnvironment } from '../runtime'
import type { Bootstrap } from './bootstrap'
import type { Choices } from './choices'
import { settingChange, type SettingRequest } from './github-request'
import {
  actionsRequests,
  environmentRequests,
  findReviewers,
  parseVariableCommands,
  rulesetRequests,
  variableRequests,
} from './github-settings'
import { newestImages } from './newest-images'
import type { Release } from './package'
import { planPublication } from './publish'
import { type Files, planFiles } from './repository-files'
import { renderCodeOwners, renderRoot, ROOT } from './root-files'
import { readOptional, renderSettings, type Settings, SETTINGS_FILE } from './settings'
import { renderSettingsWorkflows, renderStackFile, STACK_FILE, trustedVersions } from './settings-only'
import type { Change, Step } from './steps'
import { renderWorkflows } from './workflow-files'
import type { Workspace } from './workspace'

export interface InitContext extends Workspace {
  readonly choices: Choices
  readonly release: Release
  readonly settings: Settings
  readonly bootstrap: Bootstrap
}

const CODE_OWNERS = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'] as const

/** The steps of `init`, in an order in which each can be interrupted. */
export function initSteps(context: InitContext, environment: CliEnvironment): Step[] {
  const { git, settings, bootstrap } = context
  return [
    {
      title: 'AWS account: state bucket, roles and permissions boundary (terraform/bootstrap)',
      plan: async () => [
        // First, because it decides what a later run does.
        ...(await planFiles(git.directory, { [SETTINGS_FILE]: renderSettings(settings) })),
        ...(await bootstrap.plan()),
      ],
    },
    { title: 'GitHub: variables, environment and Actions', plan: () => planSettings(context, environment) },
    {
      title: 'Files: configuration of the stack, images.yaml and workflows',
      plan: async () => planFiles(git.directory, await renderFiles(context, environment)),
    },
    {
      title: 'Commit and push',
      plan: async () => planPublication({ ...context, paths: await ownPaths(context) }),
    },
    {
      title: `GitHub: rules of ${settings.branch}`,
      plan: async () => {
        const hasReviewers = hasOtherReviewer(context)
        const goal = { branch: settings.branch, hasReviewers }
        return toChanges(await rulesetRequests(context.repository.github, goal), context, environment)
      },
    },
  ]
}

/** An only reviewer could not approve the own pull requests. */
const hasOtherReviewer = ({ choices, repository }: InitContext): boolean =>
  choices.reviewers?.some((name) => name.toLowerCase() !== repository.viewer?.toLowerCase()) ?? false

const toChanges = (
  requests: readonly SettingRequest[],
  { repository }: InitContext,
  { print }: CliEnvironment,
): Change[] =>
  requests.map((request) =>
    settingChange(repository.github, request, (text) => {
      print(`    ! ${text}`)
    }),
  )

async function planSettings(context: InitContext, environment: CliEnvironment): Promise<Change[]> {
  const { repository, choices, settings, bootstrap } = context
  const { github } = repository
  const commands = (await bootstrap.outputs())['repository_variables']
  const reviewers =
    choices.reviewers === undefined ? undefined : await findReviewers(github, choices.reviewers)
  const { environment: name, branch } = settings
  const requests = [
    ...(commands === undefined ? [] : await variableRequests(github, parseVariableCommands(commands))),
    ...(name === null ? [] : await environmentRequests(github, { name, branch, reviewers })),
    ...(await actionsRequests(github)),
  ]
  const changes = toChanges(requests, context, environment)
  if (commands !== undefined) return changes
  // Only a dry run gets here without outputs.
  const summary = 'set the repository variables that bootstrap returns, for example PLAN_ROLE'
  return [{ summary, apply: () => Promise.resolve() }, ...changes]
}

async function renderFiles(context: InitContext, environment: CliEnvironment): Promise<Files> {
  const { own, choices, release, settings, repository, git } = context
  const { stack, root, major, reviewers } = choices
  const isSettingsOnly = trustedVersions(settings).length > 0
  const render = isSettingsOnly ? renderSettingsWorkflows : renderWorkflows
  const workflows = await render(own, { release, stack, branch: settings.branch })
  const files: Record<string, string> = { ...workflows }
  if (major !== undefined) {
    const pinned = await own.read(major === '4' ? 'images.v4.yaml' : 'images.yaml')
    const { text, updates } = await newestImages(pinned, repository.github, environment)
    for (const update of updates) environment.print(`      ${update}`)
    files['images.yaml'] = text
  }
  if (root !== undefined && isSettingsOnly) files[STACK_FILE] = renderStackFile({ stack, release, ...root })
  else if (root !== undefined) {
    files[`${ROOT}/outputs.tf`] = await own.read('terraform/langfuse/outputs.tf')
    files[`${ROOT}/.terraform.lock.hcl`] = await own.read('terraform/langfuse/.terraform.lock.hcl')
    files['.gitignore'] = '.terraform/\n*.tfstate*\n'
    // Last, because a later run takes it for a complete root.
    files[`${ROOT}/main.tf`] = renderRoot({ stack, release, ...root })
  }
  const owners = await Promise.all(CODE_OWNERS.map((path) => readOptional(join(git.directory, path))))
  if (reviewers !== undefined && owners.every((text) => text === undefined))
    files['.github/CODEOWNERS'] = renderCodeOwners(reviewers, isSettingsOnly ? [STACK_FILE] : [])
  return files
}

/** Files that init writes and that HEAD lacks. Changes of files in HEAD are the user's. */
async function ownPaths({ git, settings }: InitContext): Promise<string[]> {
  const names = ['plan', 'deploy', 'refresh', 'drift'].map((name) => `.github/workflows/${name}.yml`)
  const root = ['main.tf', 'outputs.tf', '.terraform.lock.hcl'].map((name) => `${ROOT}/${name}`)
  const stack = trustedVersions(settings).length > 0 ? [STACK_FILE] : ['.gitignore', ...root]
  const all = [...names, CODE_OWNERS[0], 'images.yaml', SETTINGS_FILE, ...stack]
  const committed = await git.ask('ls-tree', '-r', '--name-only', '--full-tree', 'HEAD')
  const found = new Set(committed?.split('\n'))
  const listed = await git.run('ls-files', '--cached', '--others', '--exclude-standard', '--', ...all)
  return listed.split('\n').filter((path) => path !== '' && !found.has(path))
}
