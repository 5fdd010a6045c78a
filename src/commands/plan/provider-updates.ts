import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import { readFileAt } from '../../github/branch'
import type { Context } from '../../github/context'
import { GitHubError } from '../../github/error'
import type { GitHub } from '../../github/octokit'
import { providerOf, type ProviderUpdate, type Setting } from '../../plan/setting'
import { LOCK_FILE, lockedProviders } from '../../terraform/settings'

interface UpdateSearch {
  readonly context: Context
  readonly github: GitHub | undefined
  /** Of the root. */
  readonly directory: string
  /** Directory of the checkout. */
  readonly workspace: string
}

/**
 * Compares the provider versions of a plan with the lock file of the base branch.
 *
 * @returns nothing if the base branch has no lock file, or if GitHub does not show it
 */
export async function findProviderUpdates(
  settings: readonly Setting[],
  { context, github, directory, workspace }: UpdateSearch,
): Promise<readonly ProviderUpdate[]> {
  const folder = relative(workspace, resolve(workspace, directory))
  const isOutside = folder.startsWith('..') || isAbsolute(folder)
  if (context.event !== 'pull_request' || github === undefined || isOutside) return []
  const path = join(folder, LOCK_FILE).replaceAll(sep, '/')
  const lock = await readFileAt(github, { path, sha: context.baseRef }).catch((error: unknown) => {
    if (error instanceof GitHubError) return undefined
    throw error
  })
  const base = new Map(lockedProviders(lock ?? '').map(({ name, content }) => [name, content]))
  if (base.size === 0) return []
  return settings.flatMap(({ name, content: to }) => {
    const provider = providerOf(name)
    const from = base.get(name)
    return provider === undefined || from === to ? [] : [{ provider, from, to }]
  })
}
