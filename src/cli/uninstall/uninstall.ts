import type { AwsConnection } from '../aws/connection'
import { CommandFailed } from '../error'
import type { Bootstrap } from '../init/bootstrap'
import { countResources, readObject, STATE_KEY } from '../init/bootstrap-state'
import { readSetting, settingChange, type SettingRequest } from '../init/github-request'
import { parseVariableCommands, RULESET } from '../init/github-settings'
import type { GitHub } from '../../github/octokit'
import { openPrompter } from '../init/prompter'
import type { Settings } from '../init/settings'
import { type Change, runSteps } from '../init/steps'
import { openAccount, openBootstrap, openWorkspace } from '../init/workspace'
import { requireSettings } from '../upgrade/upgrade'
import type { CliEnvironment } from '../runtime'
import { numberAt, recordsIn, textAt } from '../../text/json'
import { emptyBucket, listKeys } from './empty-bucket'

export interface UninstallCommand {
  readonly dryRun: boolean
  readonly yes: boolean
}

/**
 * Removes what `init` made, except the files: roles, state bucket, variables, environment and rules.
 *
 * @throws CommandFailed while a stack exists
 */
export async function uninstall(command: UninstallCommand, environment: CliEnvironment): Promise<void> {
  const { print, isInteractive } = environment
  const workspace = await openWorkspace(undefined, environment)
  const { git, repository } = workspace
  const settings = await requireSettings(git.directory)
  const { aws } = await openAccount(settings.region, environment)
  const bootstrap = await openBootstrap(settings, workspace, environment)
  await requireNoStack(aws, bootstrap.bucket)
  await bootstrap.open()
  const outputs = await bootstrap.outputs()
  if (!command.dryRun) await confirmRemoval(settings, command.yes, isInteractive)
  const names = Object.keys(parseVariableCommands(outputs['repository_variables'] ?? ''))
  const steps = [
    {
      title: 'GitHub: variables, environment and rules',
      plan: async () =>
        (await removalRequests(repository.github, { ...settings, variables: names })).map((request) =>
          settingChange(repository.github, request, (text) => {
            print(`    ! ${text}`)
          }),
        ),
    },
    {
      title: 'AWS account: terraform/bootstrap',
      plan: () => planDestroy({ aws, bootstrap, settings }),
    },
  ]
  const changes = await runSteps(steps, { dryRun: command.dryRun, print })
  if (command.dryRun) print(`Dry run: ${changes} changes are planned, and nothing was changed.`)
  else print('Removed. The files of the repository and the images in ECR are left: delete them yourself.')
}

/** @throws CommandFailed that names the states with resources */
async function requireNoStack(aws: AwsConnection, bucket: string): Promise<void> {
  const keys = (await listKeys(aws, bucket, '.tfstate')).filter((key) => key !== STATE_KEY)
  const states = await Promise.all(
    keys.map(async (key) => ({ key, count: countResources(await readObject(aws, { bucket, key })) })),
  )
  const used = states.filter(({ count }) => count > 0)
  if (used.length > 0)
    throw new CommandFailed(
      `${used.map(({ key, count }) => `s3://${bucket}/${key} has ${count} resources`).join(', ')}. Destroy the stack first, because only these roles and states can: docs/operations.md, "Destroy".`,
    )
}

async function confirmRemoval(settings: Settings, yes: boolean, isInteractive: boolean): Promise<void> {
  if (yes) return
  const { account_id, repository } = settings
  if (!isInteractive) throw new CommandFailed('Without a terminal, uninstall needs --yes.')
  const prompter = await openPrompter()
  const message = `Remove roles and state bucket from account ${account_id}, and the settings of ${repository}?`
  if (!(await prompter.confirm({ message, initial: 'no' })))
    throw new CommandFailed('Cancelled. Nothing was changed.')
}

interface Removal {
  readonly aws: AwsConnection
  readonly bootstrap: Bootstrap
  readonly settings: Settings
}

async function planDestroy({ aws, bootstrap, settings }: Removal): Promise<Change[]> {
  if (!(await bootstrap.hasResources())) return []
  return [
    {
      summary: `empty s3://${bootstrap.bucket} and destroy terraform/bootstrap in account ${settings.account_id}`,
      apply: async () => {
        // Terraform needs its state until the bucket is gone.
        await bootstrap.takeStateBack()
        await emptyBucket(aws, bootstrap.bucket)
        await bootstrap.destroy()
      },
    },
  ]
}

/** @throws GitHubError */
async function removalRequests(
  github: GitHub,
  { variables, environment }: Pick<Settings, 'environment'> & { readonly variables: readonly string[] },
): Promise<SettingRequest[]> {
  const requests: SettingRequest[] = []
  const rulesets = recordsIn(await readSetting(github, '/rulesets?includes_parents=false&per_page=100'))
  const id = numberAt(
    rulesets.find((ruleset) => textAt(ruleset, 'name') === RULESET),
    'id',
  )
  if (id !== undefined)
    requests.push({ summary: `delete the ruleset ${RULESET}`, method: 'DELETE', path: `/rulesets/${id}` })
  for (const name of variables)
    if ((await readSetting(github, `/actions/variables/${name}`)) !== undefined)
      requests.push({
        summary: `delete the variable ${name}`,
        method: 'DELETE',
        path: `/actions/variables/${name}`,
      })
  const path = `/environments/${encodeURIComponent(environment ?? '')}`
  if (environment !== null && (await readSetting(github, path)) !== undefined)
    requests.push({ summary: `delete the environment ${environment}`, method: 'DELETE', path })
  return requests
}
