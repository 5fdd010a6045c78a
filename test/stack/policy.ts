import type { Resource } from './state'

/** Why a statement may have a `*`, by `<service:Action>` or, for a resource, `<service:Action> <resource>`. */
export type Reasons = Readonly<Record<string, string>>

interface Statement {
  readonly Effect: string
  readonly Action?: string | readonly string[]
  readonly NotAction?: unknown
  readonly Resource?: string | readonly string[]
  readonly NotResource?: unknown
}

interface Bounds {
  readonly name: string
  readonly wildcards: Reasons
}

const POLICIES = ['policy', 'assume_role_policy', 'inline_policy']

/** Wildcards of a resource's policies that nobody has given a reason for. */
export function policyFaults({ address, values }: Resource, bounds: Bounds): string[] {
  return POLICIES.flatMap((attribute) => {
    const text = values[attribute]
    if (typeof text !== 'string' || text === '') return []
    const { Statement: given } = JSON.parse(text) as { Statement: Statement | readonly Statement[] }
    return asList(given).flatMap((statement) => statementFaults(statement, bounds))
  }).map((fault) => `${address}: ${fault}`)
}

function statementFaults(statement: Statement, bounds: Bounds): string[] {
  // To deny more is never too much.
  if (statement.Effect === 'Deny') return []
  if (statement.NotAction !== undefined || statement.NotResource !== undefined)
    return ['allows all but what it names']
  const actions = asList(statement.Action)
  const resources = asList(statement.Resource)
  const wide = actions.filter((action) => action.includes('*') && bounds.wildcards[action] === undefined)
  const reached = resources.filter((resource) => isWide(resource, bounds.name))
  return [
    ...wide.map((action) => `action ${action} has a * without a reason`),
    ...reached.flatMap((resource) =>
      actions
        .filter((action) => reasonFor(action, resource, bounds.wildcards) === undefined)
        .map((action) => `${action} on ${resource} has a * without a reason`),
    ),
  ]
}

const reasonFor = (action: string, resource: string, reasons: Reasons): string | undefined =>
  reasons[action] ?? reasons[`${action} ${resource.replace(/^arn:.*:/, '')}`]

/** A `*` is within bounds where the name of the stack stands before it, as in `arn:aws:s3:::langfuse-blobs-…/*`. */
const isWide = (resource: string, name: string): boolean => {
  const [fixed = '', ...rest] = resource.split('*')
  return rest.length > 0 && !new RegExp(`[:/]${name}[-./:]`).test(fixed)
}

const asList = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly T[]) : [value as T]
