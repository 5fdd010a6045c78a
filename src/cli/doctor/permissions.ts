import { APPLY_REQUESTS } from './apply-requests'
import { type Finding, ok, problem } from './finding'

/** Actions of a stack's changes that share resource and context. */
export interface PermissionGroup {
  readonly actions: readonly string[]
  /** ARN; `*` for actions on resources that get their ARN when they are created. */
  readonly resource: string
  /** Keys of the request, for example tags. */
  readonly context: Readonly<Record<string, string>>
}

export interface Decision {
  readonly action: string
  readonly isAllowed: boolean
  /** The policy type that denies it, for example a service control policy. */
  readonly deniedBy: 'organization' | 'boundary' | 'explicit-deny' | 'no-allow'
}

interface Scope {
  readonly stack: string
  readonly accountId: string
  readonly region: string
}

/** Returns the changes of an apply, which the deploy role's policies must allow. */
export function applyPermissions({ stack, accountId, region }: Scope): PermissionGroup[] {
  return APPLY_REQUESTS.trim()
    .split('\n')
    .map((line) =>
      parseGroup(
        line.replaceAll('STACK', stack).replaceAll('ACCOUNT', accountId).replaceAll('REGION', region),
      ),
    )
}

/** Parses `service:Action,Action resource key=value …`. */
function parseGroup(line: string): PermissionGroup {
  const [actions = '', resource = '', ...conditions] = line.split(' ')
  const [service = '', names = ''] = actions.split(':')
  const context = conditions.map((condition) => {
    const separator = condition.indexOf('=')
    return [condition.slice(0, separator), condition.slice(separator + 1)] as const
  })
  return {
    actions: names.split(',').map((name) => `${service}:${name}`),
    resource,
    context: Object.fromEntries(context),
  }
}

const ADVICE: Readonly<Record<Decision['deniedBy'], string>> = {
  organization:
    "A service control policy denies it: ask the administrators of the organization to allow it for this account's deploy role.",
  boundary:
    "The role's permissions boundary denies it: remove the boundary from the deploy role; bootstrap sets none.",
  'explicit-deny':
    "A policy of the role denies it: remove the Deny, or apply terraform/bootstrap again at the stack's commit.",
  'no-allow': "No policy of the role allows it: apply terraform/bootstrap again at the stack's commit.",
}

/** Judges the decisions of the policy simulator. @param decisions undefined if the role does not exist */
export function judgePermissions(role: string, decisions: readonly Decision[] | undefined): Finding[] {
  const subject = `Role ${role}`
  if (decisions === undefined)
    return [
      problem(subject, 'does not exist', 'Apply terraform/bootstrap first, with the same name as the stack.'),
    ]
  const denied = decisions.filter(({ isAllowed }) => !isAllowed)
  if (denied.length === 0)
    return [ok(subject, `may do all ${decisions.length} actions of the apply that were simulated`)]
  return (['organization', 'boundary', 'explicit-deny', 'no-allow'] as const).flatMap((cause) => {
    const actions = denied.filter(({ deniedBy }) => deniedBy === cause).map(({ action }) => action)
    return actions.length === 0 ? [] : [problem(subject, `may not ${actions.join(', ')}`, ADVICE[cause])]
  })
}
