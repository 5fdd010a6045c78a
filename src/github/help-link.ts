/** Page with one section per failure reason. */
const PAGE = 'docs/failure-reasons.md'

/**
 * Returns the URL of the help for a failure reason, at the version of the action that runs.
 *
 * The runner sets `GITHUB_ACTION_REPOSITORY` and `GITHUB_ACTION_REF` for an action of another repository
 * (https://docs.github.com/actions/reference/workflows-and-actions/variables). The workflows of this project run the
 * action from a folder, for which they set `LANGFUSE_DEPLOY_SOURCE` to `owner/name@commit`.
 *
 * @returns undefined if the source of the action is unknown
 */
export function helpLink(reason: string, env: NodeJS.ProcessEnv): string | undefined {
  const source = actionSource(env)
  if (source === undefined) return undefined
  const server = env['GITHUB_SERVER_URL'] || 'https://github.com'
  return `${server}/${source.repository}/blob/${source.ref}/${PAGE}#${reason}`
}

function actionSource(env: NodeJS.ProcessEnv): { repository: string; ref: string } | undefined {
  const { GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref, LANGFUSE_DEPLOY_SOURCE: source } = env
  const text = repository && ref ? `${repository}@${ref}` : (source ?? '')
  const [, name, version] = /^([\w.-]+\/[\w.-]+)@([\w./-]+)$/.exec(text) ?? []
  return name === undefined || version === undefined ? undefined : { repository: name, ref: version }
}
