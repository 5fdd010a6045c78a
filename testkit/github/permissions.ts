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
  [/\/actions/, ['actions']],
  [/^\/repos/, ['contents']],
]

/** @param template of a path, as GitHub's own description writes it */
export function mayDo(permissions: Permissions, method: string, template: string): boolean {
  const parts = partsOf(template)
  const enough = method === 'GET' ? ['read', 'write'] : ['write']
  return parts === undefined || parts.some((part) => enough.includes(permissions[part] ?? ''))
}

/** What would do to write, as GitHub names it in a header. */
export const accepted = (template: string): string =>
  (partsOf(template) ?? []).map((part) => `${part.replace('-', '_')}=write`).join('; ')

const partsOf = (template: string): readonly string[] | undefined =>
  PARTS.find(([pattern]) => pattern.test(template))?.[1]
