import { readFileSync } from 'node:fs'
import { type RecordedCall, text } from './recorded-call'

export interface ActionEntry {
  readonly resources: readonly {
    readonly arn: string
    readonly required: boolean
    readonly hasTags: boolean
  }[]
  readonly hasRequestTags: boolean
}

/** AWS's table of actions, written by scripts/iam-actions.ts. */
const TABLE = JSON.parse(readFileSync('test/stack/calls/iam-actions.json', 'utf8')) as Record<
  string,
  ActionEntry
>

export function entryOf(action: string): ActionEntry {
  const entry = TABLE[action]
  if (entry === undefined) throw new Error(`Run: npx tsx scripts/iam-actions.ts ${action}`)
  return entry
}

const ACCOUNT = '123456789012'

/** Parameters with the value of a placeholder in an ARN. A cluster may be given by ARN. */
const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  AlarmName: ['AlarmName', 'AlarmNames'],
  BucketName: ['Bucket'],
  CacheClusterId: ['CacheClusterId'],
  CacheParameterGroupName: ['CacheParameterGroupName'],
  CacheSubnetGroupName: ['CacheSubnetGroupName'],
  CapacityProviderName: ['capacityProvider', 'name'],
  ClusterName: ['cluster', 'clusterName'],
  ClusterParameterGroupName: ['DBClusterParameterGroupName'],
  ClusterSnapshotName: ['FinalDBSnapshotIdentifier'],
  DashboardName: ['DashboardName', 'DashboardNames'],
  DbClusterInstanceName: ['DBClusterIdentifier'],
  DbInstanceName: ['DBInstanceIdentifier'],
  GroupFriendlyName: ['AutoScalingGroupName'],
  GroupName: ['GroupName'],
  Id: ['HostedZoneId'],
  InstanceProfileNameWithPath: ['InstanceProfileName'],
  LoadBalancerName: ['Name'],
  LogGroupName: ['logGroupName'],
  LogStreamName: ['logStreamName'],
  ObjectName: ['Key'],
  OptionGroupName: [],
  ParameterGroupName: [],
  ParameterNameWithoutLeadingSlash: ['Path'],
  QuotaCode: ['QuotaCode'],
  ReplicationGroupId: ['ReplicationGroupId'],
  RoleNameWithPath: ['RoleName'],
  ScheduleName: ['Name'],
  ServiceCode: ['ServiceCode'],
  ServiceName: ['service', 'serviceName'],
  SnapshotName: ['FinalSnapshotIdentifier'],
  StackName: ['StackName'],
  SubnetGroupName: ['DBSubnetGroupName'],
  TargetGroupName: ['Name'],
  TaskDefinitionFamilyName: ['family', 'taskDefinition'],
  TopicName: ['Name'],
  UserGroupId: ['UserGroupId'],
  UserId: ['UserId'],
}

/** Names that AWS or the stack chooses, where the call has none. */
const DEFAULTS: Readonly<Record<string, string>> = {
  GroupName: 'default',
  OptionGroupName: 'default:aurora-postgresql-16',
  ParameterGroupName: 'default.aurora-postgresql16',
  TaskDefinitionRevisionNumber: '1',
}

/** Placeholders of identifiers that AWS chooses for a new resource. */
const NEW_ID = /^(?:\w*Id|ResourceName)$/

/** EC2 resource types by prefix of their ids. */
const EC2_TYPES: Readonly<Record<string, string>> = {
  eipalloc: 'elastic-ip',
  eni: 'network-interface',
  i: 'instance',
  igw: 'internet-gateway',
  lt: 'launch-template',
  nat: 'natgateway',
  rtb: 'route-table',
  sg: 'security-group',
  sgr: 'security-group-rule',
  snap: 'snapshot',
  subnet: 'subnet',
  vol: 'volume',
  vpc: 'vpc',
  vpce: 'vpc-endpoint',
}

/** Resource types of associations, whose ids name neither of the resources. */
const OF_ASSOCIATION: Readonly<Record<string, readonly string[]>> = {
  'ec2:DisassociateAddress': ['elastic-ip', 'network-interface'],
  'ec2:DisassociateRouteTable': ['route-table', 'subnet'],
}

export interface NamedResource {
  readonly arn: string
  /** Undefined for a new resource and for one that IAM does not identify by tags. */
  readonly tags: Readonly<Record<string, string>> | undefined
}

/** Returns the resources that AWS authorizes for an action of a call, `*` for an action without resource types. */
export function resourcesOf(action: string, call: RecordedCall): NamedResource[] {
  const { resources } = entryOf(action)
  if (resources.length === 0) return [{ arn: '*', tags: undefined }]
  if (action.startsWith('ec2:')) return ec2Resources(action, call)
  const given = argumentsOf(call)
  const named = resources.flatMap(({ arn, hasTags }) =>
    given
      .filter(({ arn: one }) => patternOf(arn).test(one))
      .map(({ arn: one, tags }) => ({ arn: one, tags: hasTags ? tags : undefined })),
  )
  if (named.length > 0) return named
  // The table lacks types of Elastic Load Balancing.
  const balanced = given.filter(({ arn }) => /:elasticloadbalancing:/.test(arn))
  if (action.startsWith('elasticloadbalancing:') && balanced.length > 0) return balanced
  const filled = resources
    .map(({ arn, required }) => ({ arn: fill(arn, call), required }))
    .filter(({ arn, required }) => arn !== undefined || required)
  const required = filled.filter((one) => one.required)
  return (required.length > 0 ? required : filled).map(({ arn = 'unknown' }) => ({ arn, tags: undefined }))
}

/** Groups in a list of tags, which name their resource each. */
function taggedGroups({ params, region }: RecordedCall): string[] {
  const tags = Array.isArray(params['Tags']) ? (params['Tags'] as Record<string, unknown>[]) : []
  return tags
    .filter((tag) => tag['ResourceType'] === 'auto-scaling-group')
    .map(
      (tag) =>
        `arn:aws:autoscaling:${region}:${ACCOUNT}:autoScalingGroup:0:autoScalingGroupName/${String(tag['ResourceId'])}`,
    )
}

/** ARNs in the parameters, and those of the tagged resources that they name by id. */
function argumentsOf(call: RecordedCall): NamedResource[] {
  const { params, tags } = call
  const tagged = Object.entries(tags).map(([arn, own]) => ({
    // moto's ARNs of distributions lack the Region's colon.
    arn: arn.replace(/^arn:aws:cloudfront:(?=\d)/, 'arn:aws:cloudfront::'),
    tags: own,
  }))
  const texts = Object.values(params)
    .flat()
    .filter((value) => typeof value === 'string')
  const given = texts.filter((value) => value.startsWith('arn:') && tags[value] === undefined)
  const arns = [...new Set([...given, ...taggedGroups(call)])]
  return [...tagged, ...arns.map((arn) => ({ arn, tags: undefined }))]
}

function patternOf(format: string): RegExp {
  const parts = format.split(/\$\{\w+\}/).map((part) => part.replace(/[.*+?^$()|[\]\\/]/g, '\\$&'))
  return new RegExp(`^${parts.join('[^:]*')}(?::\\*)?$`)
}

function fill(format: string, call: RecordedCall): string | undefined {
  const values: Record<string, string> = { Partition: 'aws', Region: call.region, Account: ACCOUNT }
  const missing: string[] = []
  const arn = format.replace(/\$\{(\w+)\}/g, (_, name: string) => {
    const given = text(call, ...(PARAMETERS[name] ?? []))?.split(/[:/](?=[\w-]+$)/)
    const known = values[name] ?? (isPath(name) ? text(call, ...(PARAMETERS[name] ?? [])) : given?.at(-1))
    const value = known ?? DEFAULTS[name] ?? (NEW_ID.test(name) ? '0' : undefined)
    if (value === undefined) missing.push(name)
    return value ?? ''
  })
  return missing.length === 0 ? corrected(arn) : undefined
}

/** The table has the format of classic load balancers, and the name of a parameter begins with a slash. */
const corrected = (arn: string): string =>
  arn.replace('parameter//', 'parameter/').replace(/:loadbalancer\/([\w-]+)$/, ':loadbalancer/app/$1/0')

/** Names that contain slashes. */
const isPath = (placeholder: string): boolean =>
  /^(?:LogGroupName|LogStreamName|ObjectName|ParameterNameWithoutLeadingSlash)$/.test(placeholder)

function ec2Resources(action: string, call: RecordedCall): NamedResource[] {
  const { resources } = entryOf(action)
  const typeOf = (format: string): string => (/:([\w-]+)\/\$\{/.exec(format) ?? [])[1] ?? ''
  const arnOf = (type: string, id: string): string => {
    const account = type === 'snapshot' ? '' : ACCOUNT
    return `arn:aws:ec2:${call.region}:${account}:${type}/${id}`
  }
  const types = new Set(resources.map(({ arn }) => typeOf(arn)))
  const ids = [...new Set(JSON.stringify(call.params).match(/\b[a-z]+-[0-9a-f]{8,17}\b/g) ?? [])]
  const existing = ids
    .map((id) => ({ id, type: EC2_TYPES[id.replace(/-[0-9a-f]+$/, '')] ?? '' }))
    .filter(({ type }) => types.has(type))
    .map(({ id, type }) => ({ arn: arnOf(type, id), tags: call.tags[id] ?? {} }))
  const required = resources.filter((one) => one.required).map(({ arn }) => typeOf(arn))
  const created = required.filter((type) => !existing.some(({ arn }) => arn.includes(`:${type}/`)))
  const associated = (OF_ASSOCIATION[action] ?? []).map((type) => ({
    arn: arnOf(type, '0'),
    tags: associationTags(type),
  }))
  return [...existing, ...created.map((type) => ({ arn: arnOf(type, '0'), tags: undefined })), ...associated]
}

/** The stack's resources have its tags; AWS creates the network interface of a NAT gateway without tags. */
const associationTags = (type: string): Record<string, string> =>
  type === 'network-interface' ? {} : { stack: 'langfuse', 'managed-by': 'langfuse-deploy' }
