import { join } from 'node:path'
import { ambientSession, callerAccount } from '../../aws/session'
import { AwsConnection, callAws } from '../aws/connection'
import { CommandFailed } from '../error'
import type { CliEnvironment } from '../runtime'
import { Bootstrap, copyBootstrap } from './bootstrap'
import type { Git } from './git'
import { openGit } from './git'
import { openRepository, type Repository } from './github-repository'
import { Package } from './package'
import type { Settings } from './settings'
import { findTerraformFor } from './terraform-program'

/** The user's clone, its repository on GitHub, and the package. */
export interface Workspace {
  readonly git: Git
  readonly repository: Repository
  readonly own: Package
}

/** @param repository `OWNER/NAME`; default: the remote `origin` @throws CommandFailed, GitHubError */
export async function openWorkspace(
  repository: string | undefined,
  environment: CliEnvironment,
): Promise<Workspace> {
  const git = await openGit(environment.directory, environment.env)
  return {
    git,
    repository: await openRepository(git, repository, environment),
    own: new Package(await environment.packageDirectory()),
  }
}

/** Opens the administrator's session. @throws AwsError without credentials */
export async function openAccount(
  region: string,
  environment: CliEnvironment,
): Promise<{ readonly aws: AwsConnection; readonly accountId: string }> {
  const session = await ambientSession({ region, allowedAccountIds: [] }, environment)
  const accountId = await callAws('sts:GetCallerIdentity', () => callerAccount(session, environment))
  return { aws: new AwsConnection(session, environment), accountId }
}

/** Opens terraform/bootstrap in a directory that Git ignores. @throws CommandFailed for another account */
export async function openBootstrap(
  settings: Settings,
  { git, own }: Pick<Workspace, 'git' | 'own'>,
  environment: CliEnvironment,
): Promise<Bootstrap> {
  const { aws, accountId } = await openAccount(settings.region, environment)
  if (accountId !== settings.account_id)
    throw new CommandFailed(
      `The AWS credentials belong to account ${accountId}, and this repository is set up with ${settings.account_id}. Use credentials of that account.`,
    )
  const gitDirectory = await git.run('rev-parse', '--absolute-git-dir')
  const directory = join(gitDirectory, 'langfuse-deploy', 'bootstrap')
  await copyBootstrap(own.directory, directory)
  const { program, env } = await findTerraformFor(directory, settings.region, environment)
  return new Bootstrap(settings, { aws, terraform: program, env, directory })
}
