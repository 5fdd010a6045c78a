import { isAllowed, type Request } from '../iam-policy'
import { actionsOf, requestTags } from './actions'
import { type RecordedCall, text } from './recorded-call'
import { entryOf, type NamedResource, resourcesOf } from './resources'

/** A request that IAM authorizes, with the role that makes it. */
export interface RoleRequest extends Request {
  readonly role: string
  readonly context: Readonly<Record<string, string | readonly string[]>>
}

/** Services with one endpoint, which is in us-east-1. */
const GLOBAL = /^(?:cloudfront|iam|route53)$/

/** Returns the requests of the roles in a record, in its order and without repetitions. */
export function requestsOf(calls: readonly RecordedCall[]): RoleRequest[] {
  const boundaries = new Map<string, string>()
  const requests = new Map<string, RoleRequest>()
  for (const call of calls) {
    const role = text(call, 'RoleName')
    const boundary = text(call, 'PermissionsBoundary')
    if (role !== undefined && boundary !== undefined) boundaries.set(role, boundary)
    if (call.role === '') continue
    const context = { ...contextOf(call), ...boundaryOf(call, boundaries) }
    for (const request of [...directRequests(call, context), ...passedRoles(call), ...cloudFormation(call)])
      requests.set(JSON.stringify(request), request)
  }
  return [...requests.values()]
}

function directRequests(call: RecordedCall, context: RoleRequest['context']): RoleRequest[] {
  const role = nameOf(call.role)
  const [first = '', ...others] = actionsOf(call)
  const tags = keyed('aws:RequestTag', requestTags(call))
  const direct = first === '' ? [] : resourcesOf(first, call)
  const created = direct.filter((resource) => resource.tags === undefined)
  const request = (
    action: string,
    resource: NamedResource,
    more: RoleRequest['context'] = {},
  ): RoleRequest => ({
    role,
    action,
    resource: resource.arn,
    context: {
      ...context,
      ...(entryOf(action).hasRequestTags && tags),
      ...(resource.tags !== undefined && keyed('aws:ResourceTag', resource.tags)),
      ...more,
    },
  })
  return [
    ...direct.map((resource) => request(first, resource)),
    ...others.flatMap((action) =>
      created.map((resource) =>
        request(action, resource, action.startsWith('ec2:') ? { 'ec2:CreateAction': call.operation } : {}),
      ),
    ),
  ]
}

const nameOf = (arn: string): string => arn.split('/').at(-1) ?? ''

const keyed = (prefix: string, tags: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(tags).map(([key, value]) => [`${prefix}/${key}`, value]))

function contextOf(call: RecordedCall): Record<string, string | readonly string[]> {
  const { service, headers } = call
  const region = GLOBAL.test(service) ? 'us-east-1' : call.region
  const namespace = text(call, 'ServiceNamespace')
  const linked = text(call, 'AWSServiceName')
  const records = JSON.stringify(call.params).matchAll(/"ResourceRecordSet":\s*\{\s*"Name":\s*"([^"]+)"/g)
  const names = [...records].map(([, name = '']) => name.toLowerCase().replace(/\.$/, ''))
  return {
    'aws:RequestedRegion': region,
    ...(headers['if-none-match'] !== undefined && { 's3:if-none-match': headers['if-none-match'] }),
    ...(service === 'application-autoscaling' &&
      namespace !== undefined && { 'application-autoscaling:service-namespace': namespace }),
    ...(linked !== undefined && { 'iam:AWSServiceName': linked }),
    ...(names.length > 0 && { 'route53:ChangeResourceRecordSetsNormalizedRecordNames': names }),
  }
}

function boundaryOf(call: RecordedCall, boundaries: ReadonlyMap<string, string>): Record<string, string> {
  const boundary = call.service === 'iam' ? boundaries.get(text(call, 'RoleName') ?? '') : undefined
  return boundary === undefined ? {} : { 'iam:PermissionsBoundary': boundary }
}

const PASSED: Readonly<Record<string, string>> = {
  'dlm:CreateLifecyclePolicy': 'dlm.amazonaws.com',
  'dlm:UpdateLifecyclePolicy': 'dlm.amazonaws.com',
  'ecs:RegisterTaskDefinition': 'ecs-tasks.amazonaws.com',
  'ecs:RunTask': 'ecs-tasks.amazonaws.com',
  'scheduler:CreateSchedule': 'scheduler.amazonaws.com',
  'scheduler:UpdateSchedule': 'scheduler.amazonaws.com',
}

/** AWS authorizes iam:PassRole for each role that a call hands to a service. */
function passedRoles(call: RecordedCall): RoleRequest[] {
  const service = PASSED[`${call.service}:${call.operation}`]
  if (service === undefined) return []
  const roles = new Set(JSON.stringify(call.params).match(/arn:aws:iam::\d{12}:role\/[\w+=,.@/-]+/g) ?? [])
  const context = { 'aws:RequestedRegion': call.region, 'iam:PassedToService': service }
  return [...roles].map((resource) => ({
    role: nameOf(call.role),
    action: 'iam:PassRole',
    resource,
    context,
  }))
}

const MANAGED: Readonly<Record<string, { readonly property: string; readonly arn: string }>> = {
  'AWS::SecretsManager::Secret': { property: 'Name', arn: 'secretsmanager:REGION:123456789012:secret:' },
  'AWS::ElastiCache::User': { property: 'UserId', arn: 'elasticache:REGION:123456789012:user:' },
  'AWS::ElastiCache::UserGroup': {
    property: 'UserGroupId',
    arn: 'elasticache:REGION:123456789012:usergroup:',
  },
}

const OPERATIONS: Readonly<Record<string, readonly string[]>> = {
  'AWS::SecretsManager::Secret': ['secretsmanager:CreateSecret', 'secretsmanager:TagResource'],
  'AWS::ElastiCache::User': ['elasticache:CreateUser'],
  'AWS::ElastiCache::UserGroup': ['elasticache:CreateUserGroup'],
}

/** CloudFormation calls other services with the caller's permissions; moto makes no such calls. */
function cloudFormation(call: RecordedCall): RoleRequest[] {
  if (call.service !== 'cloudformation' || call.operation !== 'CreateStack') return []
  const template = JSON.parse(text(call, 'TemplateBody') ?? '{}') as {
    Resources?: Record<string, { Type: string; Properties?: Record<string, unknown> }>
  }
  const context = { 'aws:RequestedRegion': call.region, 'aws:CalledVia': ['cloudformation.amazonaws.com'] }
  return Object.values(template.Resources ?? {}).flatMap(({ Type, Properties }) => {
    const managed = MANAGED[Type]
    if (managed === undefined) throw new Error(`test/stack/calls/requests.ts does not know ${Type}`)
    const name = String(Properties?.[managed.property])
    const suffix = Type.includes('Secret') ? '-000000' : ''
    const resource = `arn:aws:${managed.arn.replace('REGION', call.region)}${name}${suffix}`
    return (OPERATIONS[Type] ?? []).map((action) => ({ role: nameOf(call.role), action, resource, context }))
  })
}

/** Calls that fail for lack of permissions on purpose: the action reports nothing then. */
const TOLERATED: readonly { readonly role: string; readonly action: string; readonly resource: RegExp }[] = [
  // A pull request must not read the plans of another one (src/commands/plan/earlier-review.ts).
  { role: 'langfuse-plan', action: 's3:GetObject', resource: /:::tfstate-[\w-]+\/plans\// },
]

/** Returns the requests that the policies of their roles deny. @param policies JSON documents by role */
export function deniedRequests(
  requests: readonly RoleRequest[],
  policies: Readonly<Record<string, readonly string[]>>,
): RoleRequest[] {
  const tolerated = ({ role, action, resource }: RoleRequest): boolean =>
    TOLERATED.some((one) => one.role === role && one.action === action && one.resource.test(resource))
  return requests.filter(
    (request) => !isAllowed(request, policies[request.role] ?? []) && !tolerated(request),
  )
}
