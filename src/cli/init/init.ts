import { join } from 'node:path'
import { CommandFailed, InvalidArgument } from '../error'
import type { AwsConnection } from '../aws/connection'
import type { CliEnvironment } from '../runtime'
import { checkAccount, findHostedZone, requireAwsCli } from './account-check'
import {
  hasIdentityProvider,
  ownsIdentityProvider,
  readObject,
  STATE_KEY,
  stateBucket,
} from './bootstrap-state'
import { type Choices, completeChoices, type GivenChoices } from './choices'
import { printLogin, watchDeployment } from './deployment'
import { checkExistingFiles } from './existing-files'
import { initSteps } from './init-steps'
import { requireBranch } from './publish'
import type { Release } from './package'
import { openPrompter, type Prompter } from './prompter'
import { ROOT } from './root-files'
import { readOptional, readSettings, type Settings } from './settings'
import { STACK_FILE, trustedVersion, trustedVersions } from './settings-only'
import { runSteps } from './steps'
import { openAccount, openBootstrap, openWorkspace, type Workspace } from './workspace'

export interface InitCommand {
  readonly given: GivenChoices
  /** `OWNER/NAME`. */
  readonly repository: string | undefined
  /** `OWNER/NAME@vX.Y.Z`. */
  readonly release: string | undefined
  /** The repository gets a file of settings and no Terraform code, and the roles trust the workflows of the release only. */
  readonly settingsOnly: boolean
  readonly dryRun: boolean
  /** Asks no questions. */
  readonly yes: boolean
  readonly skipChecks: boolean
  /** Ends after the push. */
  readonly noWait: boolean
}

/**
 * Sets up a repository that deploys Langfuse: AWS account, GitHub settings, files. A second run continues, or changes nothing.
 *
 * @throws CommandFailed, InvalidArgument, AwsError, GitHubError
 */
export async function init(command: InitCommand, environment: CliEnvironment): Promise<void> {
  const { print, env, isInteractive } = environment
  const prompter = command.yes || !isInteractive ? undefined : await openPrompter()
  const workspace = await openWorkspace(command.repository, environment)
  const { git, repository, own } = workspace
  const release = await own.release(command.release, repository.github)
  await requireAwsCli(git.directory, env)
  await requireBranch(git, repository.branch)
  const earlier = await readSettings(git.directory)
  const isSettingsOnly = checkTrust(command.settingsOnly, earlier, release)
  const choices = await chooseAll(command.given, { earlier, workspace, prompter, isSettingsOnly }, env)
  await checkExistingFiles(git.directory, {
    ...{ release, stack: choices.stack, isSettingsOnly },
    isLaterRun: earlier !== undefined,
  })
  const { aws, accountId } = await openAccount(choices.region, environment)
  if (!command.skipChecks) await checkAccount({ aws, accountId, choices, prompter }, environment)
  const settings = earlier ?? {
    ...(await newSettings(choices, { accountId, aws, workspace }, environment)),
    ...(isSettingsOnly && { more: { settings_workflows: [trustedVersion(release)] } }),
  }
  await confirmSetup(settings, prompter)
  const bootstrap = await openBootstrap(settings, workspace, environment)
  await bootstrap.open()
  const steps = initSteps({ ...workspace, choices, release, settings, bootstrap }, environment)
  const changes = await runSteps(steps, { dryRun: command.dryRun, print })
  if (command.dryRun) print(`Dry run: ${changes} changes are planned, and nothing was changed.`)
  else if (command.noWait) print('Set up. The deployment continues on GitHub.')
  else await awaitDeployment({ workspace, settings, aws, isNew: changes > 0 }, environment)
}

interface Deployment {
  readonly workspace: Workspace
  readonly settings: Settings
  readonly aws: AwsConnection
  /** Whether this run has pushed it. */
  readonly isNew: boolean
}

async function awaitDeployment(
  { workspace: { git, repository }, settings, aws, isNew }: Deployment,
  environment: CliEnvironment,
): Promise<void> {
  const { github, fullName, branch } = repository
  environment.print(`Deployment: ${fullName}, workflow deploy`)
  const sha = isNew ? await git.run('rev-parse', `refs/heads/${branch}`) : undefined
  await watchDeployment({ github, branch, sha }, environment)
  const { name: stack, account_id, region } = settings
  await printLogin(aws, { bucket: stateBucket(stack, account_id), stack, region }, environment.print)
}

/** Returns whether the repository has settings only. @throws InvalidArgument, CommandFailed if an earlier run differs */
function checkTrust(isWanted: boolean, earlier: Settings | undefined, release: Release): boolean {
  if (earlier === undefined) return isWanted
  const trusted = trustedVersions(earlier)
  if (isWanted && trusted.length === 0)
    throw new InvalidArgument(
      '--settings-only: this repository is set up with a Terraform root. Use another repository, or change it by hand (examples/settings).',
    )
  if (trusted.length === 0 || trusted.includes(trustedVersion(release))) return trusted.length > 0
  throw new CommandFailed(
    `The roles trust ${trusted.join(', ')}, and this command line would use ${trustedVersion(release)}. Use the command line of that release, or run langfuse-deploy upgrade.`,
  )
}

interface ChoiceContext {
  readonly earlier: Settings | undefined
  readonly workspace: Workspace
  readonly prompter: Prompter | undefined
  readonly isSettingsOnly: boolean
}

async function chooseAll(
  given: GivenChoices,
  { earlier, workspace: { git }, prompter, isSettingsOnly }: ChoiceContext,
  env: NodeJS.ProcessEnv,
): Promise<Choices> {
  const exists = async (path: string): Promise<boolean> =>
    (await readOptional(join(git.directory, path))) !== undefined
  const region = given.region ?? (earlier === undefined ? defaultRegion(env) : undefined)
  return completeChoices(
    { ...given, region },
    {
      region: earlier?.region,
      stack: earlier?.name,
      hasRoot: await exists(isSettingsOnly ? STACK_FILE : `${ROOT}/main.tf`),
      hasImages: await exists('images.yaml'),
    },
    prompter,
  )
}

const defaultRegion = (env: NodeJS.ProcessEnv): string | undefined =>
  env['AWS_REGION'] || env['AWS_DEFAULT_REGION'] || undefined

async function newSettings(
  { region, stack, root }: Choices,
  context: { readonly accountId: string; readonly aws: AwsConnection; readonly workspace: Workspace },
  environment: CliEnvironment,
): Promise<Settings> {
  const { accountId, aws } = context
  const { repository, git } = context.workspace
  const state = await readObject(aws, { bucket: stateBucket(stack, accountId), key: STATE_KEY })
  const zone = root?.domain?.zone
  return {
    region,
    account_id: accountId,
    name: stack,
    repository: repository.fullName,
    repository_id: repository.id,
    owner_id: repository.ownerId,
    branch: repository.branch,
    environment: 'production',
    create_oidc_provider: ownsIdentityProvider(state) || !(await hasIdentityProvider(aws)),
    hosted_zone_ids:
      zone === undefined
        ? []
        : [
            await findHostedZone(zone, {
              directory: git.directory,
              region,
              env: environment.env,
            }),
          ],
  }
}

async function confirmSetup(settings: Settings, prompter: Prompter | undefined): Promise<void> {
  const { name, account_id, region, repository } = settings
  const question = `Set up ${name} in account ${account_id}, ${region}, deployed from ${repository}?`
  if (prompter !== undefined && !(await prompter.confirm({ message: question, initial: 'yes' })))
    throw new CommandFailed('Cancelled. Nothing was changed.')
}
