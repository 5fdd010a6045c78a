import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Page with one section per failure reason. */
const PAGE = 'docs/failure-reasons.md'

/**
 * Returns the URL of the help for a failure reason, at the version of the action that runs.
 *
 * The runner sets `GITHUB_ACTION_REPOSITORY` and `GITHUB_ACTION_REF` for an action of another repository
 * (https://docs.github.com/actions/reference/workflows-and-actions/variables). The workflows of this project run the
 * action from a folder that actions/checkout made, whose Git data tells repository and commit.
 *
 * @param folder of the action
 * @returns undefined if the source of the action is unknown
 */
export function helpLink(
  reason: string,
  env: NodeJS.ProcessEnv,
  folder = dirname(dirname(process.argv[1] ?? '')),
): string | undefined {
  const { GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref } = env
  const source = repository && ref ? `${repository}@${ref}` : checkedOutSource(folder)
  const [, name, version] = /^([\w.-]+\/[\w.-]+)@([\w./-]+)$/.exec(source) ?? []
  if (name === undefined || version === undefined) return undefined
  return `${env['GITHUB_SERVER_URL'] || 'https://github.com'}/${name}/blob/${version}/${PAGE}#${reason}`
}

/** @returns `owner/name@commit`, or an incomplete text */
function checkedOutSource(folder: string): string {
  try {
    const [, name = ''] =
      /^\s*url = https:\/\/[^/\s]+\/([^/\s]+\/[^/\s]+?)(?:\.git)?\/?$/m.exec(
        readFileSync(join(folder, '.git', 'config'), 'utf8'),
      ) ?? []
    // A commit, not a branch: actions/checkout detaches HEAD if it is given a commit.
    const [commit = ''] = /^[0-9a-f]{40}$/m.exec(readFileSync(join(folder, '.git', 'HEAD'), 'utf8')) ?? []
    return `${name}@${commit}`
  } catch {
    return ''
  }
}
