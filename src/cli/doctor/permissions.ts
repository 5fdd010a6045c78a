import { type Finding, ok, problem } from './finding'

/** Actions of the first apply that share resource and context. */
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

/** Returns the permissions that the first apply needs, as the deploy role's policies grant them. */
export function applyPermissions(scope: Scope): PermissionGroup[] {
  return [...rolePermissions(scope), ...computePermissions(scope), ...dataPermissions(scope)]
}

function group(
  actions: string,
  resource: string,
  context: Readonly<Record<string, string>>,
): PermissionGroup {
  const [service = '', ...names] = actions.split(' ')
  return { actions: names.map((name) => `${service}:${name}`), resource, context }
}

/** Returns functions that make ARNs of a service, and groups with the Region as their only context. */
function regional({ accountId, region }: Scope) {
  const context = { 'aws:RequestedRegion': region }
  return {
    arn: (service: string, name: string): string => `arn:aws:${service}:${region}:${accountId}:${name}`,
    inRegion: (actions: string, resource: string): PermissionGroup => group(actions, resource, context),
    context,
  }
}

function rolePermissions({ stack, accountId }: Scope): PermissionGroup[] {
  const role = `arn:aws:iam::${accountId}:role/${stack}-web-task`
  const boundary = { 'iam:PermissionsBoundary': `arn:aws:iam::${accountId}:policy/${stack}-boundary` }
  return [
    group('iam CreateRole PutRolePolicy', role, boundary),
    group('iam TagRole DeleteRole', role, {}),
    group('iam PassRole', role, { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' }),
  ]
}

const CREATED_EC2_RESOURCES =
  'AllocateAddress CreateInternetGateway CreateLaunchTemplate CreateNatGateway CreateRouteTable CreateSecurityGroup CreateSubnet CreateVolume CreateVpc CreateVpcEndpoint RunInstances'
const MANAGED_EC2_RESOURCES =
  'AssociateRouteTable AttachInternetGateway AttachVolume AuthorizeSecurityGroupIngress AuthorizeSecurityGroupEgress CreateRoute DeleteVpc ModifyVpcAttribute'

function computePermissions(scope: Scope): PermissionGroup[] {
  const { stack } = scope
  const { arn, inRegion, context } = regional(scope)
  const owned = {
    ...context,
    'aws:ResourceTag/stack': stack,
    'aws:ResourceTag/managed-by': 'langfuse-deploy',
  }
  return [
    group(`ec2 ${CREATED_EC2_RESOURCES}`, '*', { ...context, 'aws:RequestTag/stack': stack }),
    group(`ec2 ${MANAGED_EC2_RESOURCES}`, '*', owned),
    inRegion(
      'autoscaling CreateAutoScalingGroup',
      arn('autoscaling', `autoScalingGroup:*:autoScalingGroupName/${stack}-clickhouse`),
    ),
    inRegion('ecs CreateCluster', arn('ecs', `cluster/${stack}`)),
    inRegion('ecs RegisterTaskDefinition RunTask', arn('ecs', `task-definition/${stack}-web:1`)),
    inRegion('ecs CreateService UpdateService', arn('ecs', `service/${stack}/${stack}-web`)),
    inRegion('servicediscovery CreatePrivateDnsNamespace CreateService', '*'),
    group('cloudfront CreateDistribution CreateVpcOrigin', '*', { 'aws:RequestTag/stack': stack }),
    inRegion(
      'elasticloadbalancing CreateLoadBalancer',
      arn('elasticloadbalancing', `loadbalancer/app/${stack}/*`),
    ),
    inRegion(
      'elasticloadbalancing CreateTargetGroup',
      arn('elasticloadbalancing', `targetgroup/${stack}-web/*`),
    ),
    inRegion('cloudwatch PutMetricAlarm', arn('cloudwatch', `alarm:${stack}-web-tasks`)),
    inRegion('logs CreateLogGroup PutRetentionPolicy', arn('logs', `log-group:/${stack}/web`)),
    inRegion('scheduler CreateSchedule', arn('scheduler', `schedule/default/${stack}-backup`)),
    inRegion('sns CreateTopic', arn('sns', `${stack}-alarms`)),
    inRegion('dlm CreateLifecyclePolicy', '*'),
  ]
}

function dataPermissions(scope: Scope): PermissionGroup[] {
  const { stack, accountId, region } = scope
  const { arn, inRegion } = regional(scope)
  const viaCloudFormation = { 'aws:CalledVia': 'cloudformation.amazonaws.com' }
  return [
    inRegion('cloudformation CreateStack UpdateStack', arn('cloudformation', `stack/${stack}-secrets/*`)),
    group(
      'secretsmanager CreateSecret',
      arn('secretsmanager', `secret:${stack}/salt-123456`),
      viaCloudFormation,
    ),
    inRegion('ecr CreateRepository PutImage', arn('ecr', `repository/${stack}/langfuse-web`)),
    inRegion(
      'elasticache CreateReplicationGroup ModifyReplicationGroup',
      arn('elasticache', `replicationgroup:${stack}-valkey`),
    ),
    inRegion('elasticache CreateUser', arn('elasticache', `user:${stack}-valkey`)),
    inRegion('rds CreateDBCluster ModifyDBCluster', arn('rds', `cluster:${stack}-postgres`)),
    inRegion('rds CreateDBInstance', arn('rds', `db:${stack}-postgres-1`)),
    inRegion(
      's3 CreateBucket PutBucketPolicy PutLifecycleConfiguration',
      `arn:aws:s3:::${stack}-blobs-${accountId}-${region}`,
    ),
  ]
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
