import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CommandFailed } from '../error'
import type { Git } from '../init/git'
import { createPull } from '../init/publish'
import { ROOT } from '../init/root-files'
import { readSettings, type Settings, SETTINGS_FILE } from '../init/settings'
import { trustedVersion, trustedVersions } from '../init/settings-only'
import { type Change, runSteps } from '../init/steps'
import type { Release } from '../init/package'
import { openBootstrap, openWorkspace, type Workspace } from '../init/workspace'
import type { CliEnvironment } from '../runtime'
import { changesBetween, isNewer } from './changelog'
import { movePins, pinnedTags } from './pins'

export interface UpgradeCommand {
  /** `OWNER/NAME@vX.Y.Z`. */
  readonly release: string | undefined
  readonly dryRun: boolean
}

/**
 * Takes a repository to the release of this package: applies its bootstrap, and opens a pull request that moves the pins.
 *
 * @throws CommandFailed, AwsError, GitHubError
 */
export async function upgrade(command: UpgradeCommand, environment: CliEnvironment): Promise<void> {
  const { print } = environment
  const workspace = await openWorkspace(undefined, environment)
  const { git, repository, own } = workspace
  const settings = await requireSettings(git.directory)
  const release = await own.release(command.release, repository.github)
  const pins = await readPins(git, release, repository.branch)
  const bootstrap = await openBootstrap(trustBoth(settings, release), workspace, environment)
  await bootstrap.open()
  const steps = [
    {
      // First, because the new version may need permissions that the roles lack.
      title: `AWS account: terraform/bootstrap of ${release.tag}`,
      plan: () => bootstrap.plan(),
    },
    { title: 'Pull request', plan: () => planPull(workspace, { release, pins, print }) },
  ]
  const changes = await runSteps(steps, { dryRun: command.dryRun, print })
  if (command.dryRun) print(`Dry run: ${changes} changes are planned, and nothing was changed.`)
  else if (Object.keys(pins.files).length === 0) print(`The repository uses ${release.tag}.`)
  else {
    print('Review and merge the pull request: its plan shows what changes in the stack.')
    if (trustedVersions(settings).length > 0)
      print(
        `After its deployment, run git pull and this command again: the roles then trust ${release.tag} only.`,
      )
  }
}

/** During an upgrade, the roles trust the old and the new version of the settings workflows. */
function trustBoth(settings: Settings, release: Release): Settings {
  const trusted = trustedVersions(settings)
  if (trusted.length === 0) return settings
  // The trust policies have space for two.
  const both = [...new Set([...trusted.slice(-1), trustedVersion(release)])]
  return { ...settings, more: { ...settings.more, settings_workflows: both } }
}

/** @throws CommandFailed in a repository that init did not set up */
export async function requireSettings(directory: string): Promise<Settings> {
  const settings = await readSettings(directory)
  if (settings !== undefined) return settings
  throw new CommandFailed(
    `${SETTINGS_FILE} does not exist in this repository. Run langfuse-deploy init first, or git pull.`,
  )
}

interface Pins {
  /** Commit of the deployed branch on GitHub. */
  readonly base: string
  /** New contents of the files that change. */
  readonly files: Readonly<Record<string, string>>
  /** Newest version that the files refer to, without `v`. */
  readonly from: string | undefined
}

async function readPins(git: Git, release: Release, branch: string): Promise<Pins> {
  await git.run('fetch', '--quiet', 'origin', branch)
  const base = await git.run('rev-parse', 'FETCH_HEAD')
  const listed = await git.run('ls-tree', '-r', '--name-only', base, '.github/workflows/', `${ROOT}/`)
  const paths = listed.split('\n').filter((path) => /\.(?:ya?ml|tf)$/.test(path) || path === SETTINGS_FILE)
  const files: Record<string, string> = {}
  const tags: string[] = []
  for (const path of paths) {
    const text = `${await git.run('show', `${base}:${path}`)}\n`
    tags.push(...pinnedTags(text, release.source))
    const moved = movePins(text, release)
    if (moved !== text) files[path] = moved
  }
  const newer = tags.find((tag) => isNewer(tag, release.tag))
  if (newer !== undefined)
    throw new CommandFailed(
      `The repository uses ${newer}, which is newer than ${release.tag}. Use the command line of that release (docs/quick-start.md)`,
    )
  const from = tags.reduce<string | undefined>(
    (oldest, tag) => (oldest === undefined || isNewer(oldest, tag) ? tag : oldest),
    undefined,
  )
  return { base, files, from: from?.slice(1) }
}

interface PullPlan {
  readonly release: Release
  readonly pins: Pins
  readonly print: (line: string) => void
}

async function planPull(workspace: Workspace, { release, pins, print }: PullPlan): Promise<Change[]> {
  const paths = Object.keys(pins.files)
  if (paths.length === 0) return []
  const { own, repository } = workspace
  const title = `chore: langfuse-deploy ${release.tag}`
  const notes = changesBetween(await own.read('CHANGELOG.md'), pins.from, release.tag.slice(1))
  const link = `https://github.com/${release.source}/releases/tag/${release.tag}`
  const body = `Moves the workflows and the module from ${pins.from === undefined ? 'another commit' : `v${pins.from}`} to [${release.tag}](${link}). Bootstrap of that version is applied.\n\n${notes}`
  const head = `langfuse-deploy/upgrade-${release.tag}`
  return [
    {
      summary: `open a pull request from ${head}`,
      details: paths,
      apply: async () => {
        await pushFiles(workspace.git, { ...pins, branch: head, message: title })
        const url = await createPull(repository.github, { head, base: repository.branch, title, body })
        print(`      ${url}`)
      },
    },
  ]
}

/** Commits in a work tree of its own, so that the user's stays as it is. */
async function pushFiles(
  git: Git,
  { base, files, branch, message }: Pins & { readonly branch: string; readonly message: string },
): Promise<void> {
  const directory = join(await git.run('rev-parse', '--absolute-git-dir'), 'langfuse-deploy', 'upgrade')
  await rm(directory, { recursive: true, force: true })
  await git.run('worktree', 'prune')
  await mkdir(directory, { recursive: true })
  await git.run('worktree', 'add', '--quiet', '--detach', '--force', directory, base)
  try {
    const work = git.at(directory)
    for (const [path, content] of Object.entries(files)) await writeFile(join(directory, path), content)
    await work.run('commit', '--quiet', '--all', '--message', message)
    await work.run('push', '--quiet', '--force', 'origin', `HEAD:refs/heads/${branch}`)
  } finally {
    await git.run('worktree', 'remove', '--force', directory)
  }
}
