/** As in the `permissions` of a job: from a part of GitHub to `read` or `write`, which includes it. */
export type Permissions = Readonly<Record<string, string>>

/**
 * Which part of GitHub a path belongs to; one of several is enough
 * (https://docs.github.com/rest/authentication/permissions-required-for-github-apps).
 */
const PARTS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\/issues\/(?:\{issue_number\}\/)?comments/, ['issues', 'pull-requests']],
  [/\/issues/, ['issues']],
  [/\/pulls/, ['pull-requests']],
  [/^\/repos/, ['contents']],
]

/** @param template of a path, as GitHub's own description writes it */
export function mayDo(permissions: Permissions, method: string, template: string): boolean {
  const parts = PARTS.find(([pattern]) => pattern.test(template))?.[1]
  const enough = method === 'GET' ? ['read', 'write'] : ['write']
  return parts === undefined || parts.some((part) => enough.includes(permissions[part] ?? ''))
}
