import type { Resource } from './state'

/** Reasons for wildcards in policies, by `<service:Action>` or, for a resource, `<service:Action> <resource>`. */
export type WildcardReasons = Readonly<Record<string, string>>

interface Statement {
  readonly Effect: string
  readonly Action?: string | readonly string[]
  readonly NotAction?: unknown
  readonly Resource?: string | readonly string[]
  readonly NotResource?: unknown
}

interface Bounds {
  readonly name: string
  readonly wildcards: WildcardReasons
}

const POLICIES = ['policy', 'assume_role_policy', 'inline_policy']

/** Returns one message for each wildcard without a reason in the policies of a resource. */
export function findPolicyViolations({ address, values }: Resource, bounds: Bounds): string[] {
  return POLICIES.flatMap((attribute) => {
    const text = values[attribute]
    if (typeof text !== 'string' || text === '') return []
    const { Statement: statements } = JSON.parse(text) as { Statement: Statement | readonly Statement[] }
    return asList(statements).flatMap((statement) => findStatementViolations(statement, bounds))
  }).map((violation) => `${address}: ${violation}`)
}

function findStatementViolations(statement: Statement, bounds: Bounds): string[] {
  if (statement.Effect === 'Deny') return []
  if (statement.NotAction !== undefined || statement.NotResource !== undefined)
    return ['allows everything except the named actions or resources']
  const actions = asList(statement.Action)
  const resources = asList(statement.Resource)
  const wildcardActions = actions.filter(
    (action) => action.includes('*') && bounds.wildcards[action] === undefined,
  )
  const wildcardResources = resources.filter((resource) => isUnbounded(resource, bounds.name))
  return [
    ...wildcardActions.map((action) => `action ${action} contains a wildcard without a reason`),
    ...wildcardResources.flatMap((resource) =>
      actions
        .filter((action) => findReason(action, resource, bounds.wildcards) === undefined)
        .map((action) => `${action} on ${resource} contains a wildcard without a reason`),
    ),
  ]
}

const findReason = (action: string, resource: string, reasons: WildcardReasons): string | undefined =>
  reasons[action] ?? reasons[`${action} ${resource.replace(/^arn:.*:/, '')}`]

/** A wildcard is bounded if the stack name precedes it, as in `arn:aws:s3:::langfuse-blobs-…/*`. */
const isUnbounded = (resource: string, name: string): boolean => {
  const [prefix = '', ...suffixes] = resource.split('*')
  return suffixes.length > 0 && !new RegExp(`[:/]${name}[-./:]`).test(prefix)
}

const asList = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly T[]) : [value as T]
