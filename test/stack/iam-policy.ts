/** A request to AWS, as IAM authorizes it. */
export interface Request {
  readonly action: string
  readonly resource: string
  /** Values of condition keys, such as `aws:ResourceTag/stack`. */
  readonly context?: Readonly<Record<string, string | readonly string[]>>
}

interface Statement {
  readonly Effect: 'Allow' | 'Deny'
  readonly Action: string | readonly string[]
  readonly Resource?: string | readonly string[]
  readonly NotResource?: string | readonly string[]
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>
}

/**
 * Evaluates a request against identity-based policies.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 *
 * @param policies JSON documents
 * @throws Error for a condition operator that the evaluation does not support
 */
export function isAllowed(request: Request, policies: readonly string[]): boolean {
  const matching = policies
    .flatMap((text) => (JSON.parse(text) as { Statement: readonly Statement[] }).Statement)
    .filter((statement) => matches(statement, request))
  return (
    matching.some(({ Effect }) => Effect === 'Allow') && matching.every(({ Effect }) => Effect !== 'Deny')
  )
}

/** Returns the actions in the statements that allow. @param policies JSON documents */
export const allowedActions = (policies: readonly string[]): string[] =>
  policies
    .flatMap((text) => (JSON.parse(text) as { Statement: readonly Statement[] }).Statement)
    .filter(({ Effect }) => Effect === 'Allow')
    .flatMap(({ Action }) => asList(Action))
    .sort()

const asList = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly T[]) : [value as T]

/** IAM's wildcards: `*` for any characters, `?` for one. Actions are case-insensitive. */
const isLike = (value: string, pattern: string, flags = ''): boolean => {
  const source = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`^${source.replaceAll('*', '.*').replaceAll('?', '.')}$`, flags).test(value)
}

function matches(statement: Statement, { action, resource, context = {} }: Request): boolean {
  if (!asList(statement.Action).some((pattern) => isLike(action, pattern, 'i'))) return false
  const names = (patterns: Statement['Resource']): boolean =>
    asList(patterns).some((pattern) => isLike(resource, pattern))
  if (statement.Resource === undefined ? names(statement.NotResource) : !names(statement.Resource))
    return false
  return Object.entries(statement.Condition ?? {}).every(([operator, keys]) =>
    Object.entries(keys).every(([key, expected]) => meets(operator, asList(context[key]), asList(expected))),
  )
}

function meets(operator: string, values: readonly string[], expected: readonly string[]): boolean {
  const equals = (value: string): boolean => expected.includes(value)
  const like = (value: string): boolean => expected.some((pattern) => isLike(value, pattern))
  switch (operator) {
    case 'Bool':
    case 'StringEquals':
      return values.some(equals)
    case 'StringLike':
      return values.some(like)
    case 'ForAnyValue:StringEquals':
      return values.some(equals)
    // True if the key is absent.
    case 'ForAllValues:StringLike':
      return values.every(like)
    case 'Null':
      return expected.includes(String(values.length === 0))
    default:
      throw new Error(`the condition operator ${operator} is not supported`)
  }
}
