export type Permissions = Readonly<Record<string, string>>

/**
 * Permissions by path; one of several is enough
 * (https://docs.github.com/rest/authentication/permissions-required-for-github-apps).
 */
const PARTS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\/issues\/(?:\{issue_number\}\/)?comments/, ['issues', 'pull-requests']],
  [/\/issues/, ['issues']],
  [/\/pulls/, ['pull-requests']],
  [/\/actions/, ['actions']],
  [/^\/repos/, ['contents']],
]

/** @param template path template as in GitHub's OpenAPI document */
export function mayDo(permissions: Permissions, method: string, template: string): boolean {
  const parts = partsOf(template)
  const enough = method === 'GET' ? ['read', 'write'] : ['write']
  return parts === undefined || parts.some((part) => enough.includes(permissions[part] ?? ''))
}

/** Formats the header `x-accepted-github-permissions` for a write. */
export const accepted = (template: string): string =>
  (partsOf(template) ?? []).map((part) => `${part.replace('-', '_')}=write`).join('; ')

const partsOf = (template: string): readonly string[] | undefined =>
  PARTS.find(([pattern]) => pattern.test(template))?.[1]
