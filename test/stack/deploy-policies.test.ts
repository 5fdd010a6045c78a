import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { motoIsMissing } from '../../testkit/moto/moto'
import { terraformIsMissing } from '../../testkit/terraform/root'
import { doctorModule, readDoctorModule, writeDoctorModule } from './calls/doctor-requests'
import { readRecordedRequests } from './calls/record'
import { readSmallRoleRequests } from './calls/small-roles'
import { deniedRequests } from './calls/requests'
import { allowedActions, isAllowed, type Request } from './iam-policy'
import { planRolePolicies } from './role-policies'

const missing = terraformIsMissing() ?? motoIsMissing()

const REGION = 'eu-central-1'
const arn = (service: string, resource: string, region = REGION): string =>
  `arn:aws:${service}:${region}:123456789012:${resource}`
const BOUNDARY = 'arn:aws:iam::123456789012:policy/langfuse-boundary'
const role = (name: string): string => `arn:aws:iam::123456789012:role/${name}`

/** A resource that a stack created. */
const OWN = { 'aws:ResourceTag/stack': 'langfuse', 'aws:ResourceTag/managed-by': 'langfuse-deploy' }
const FOREIGN = { 'aws:ResourceTag/team': 'billing' }
const KEY = arn('kms', 'key/0a1b2c3d-1111-2222-3333-444455556666')
const LISTENER = 'app/company/50dc6c495c0c9188/f2f7dc8efc522ab2'
const listener = arn('elasticloadbalancing', `listener/${LISTENER}`)
const rule = arn('elasticloadbalancing', `listener-rule/${LISTENER}/9683b2d02a6cabee`)
const CREATES_RULE = { 'elasticloadbalancing:CreateAction': 'CreateRule' }
const HERE = { 'aws:RequestedRegion': REGION }
const CREATED = { 'aws:RequestTag/stack': 'langfuse', 'aws:RequestTag/managed-by': 'langfuse-deploy' }

type Call = readonly [description: string, action: string, resource: string, context?: Request['context']]

/** Calls of an apply, an update and a destroy, as the provider makes them. */
const ALLOWED: readonly Call[] = [
  [
    'create a role with the boundary',
    'iam:CreateRole',
    role('langfuse-web-task'),
    { 'iam:PermissionsBoundary': BOUNDARY },
  ],
  ['delete a role', 'iam:DeleteRole', role('langfuse-web-task')],
  [
    'pass a role to ECS',
    'iam:PassRole',
    role('langfuse-web-task'),
    { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' },
  ],
  [
    'create the allow list of CloudFront',
    'cloudfront:CreateFunction',
    'arn:aws:cloudfront::123456789012:function/langfuse-langfuse-allow-list',
  ],
  ['create an email identity', 'ses:CreateEmailIdentity', arn('ses', 'identity/example.com'), CREATED],
  ['delete its email identity', 'ses:DeleteEmailIdentity', arn('ses', 'identity/example.com'), OWN],
  ['read an email identity', 'ses:GetEmailIdentity', arn('ses', 'identity/example.com'), HERE],
  [
    'let RDS use a key',
    'kms:CreateGrant',
    KEY,
    { 'kms:GrantIsForAWSResource': 'true', 'kms:ViaService': `rds.${REGION}.amazonaws.com` },
  ],
  [
    'let CloudFormation create a secret with a key',
    'kms:GenerateDataKey',
    KEY,
    { 'kms:ViaService': `secretsmanager.${REGION}.amazonaws.com` },
  ],
  ['create an interface endpoint', 'ec2:CreateVpcEndpoint', arn('ec2', 'vpc-endpoint/*'), HERE],
  ['create a VPC', 'ec2:CreateVpc', arn('ec2', 'vpc/*'), HERE],
  ['tag a new VPC', 'ec2:CreateTags', arn('ec2', 'vpc/vpc-1'), { ...HERE, 'ec2:CreateAction': 'CreateVpc' }],
  ['change a tag of its VPC', 'ec2:CreateTags', arn('ec2', 'vpc/vpc-1'), { ...HERE, ...OWN }],
  ['delete a tag of its VPC', 'ec2:DeleteTags', arn('ec2', 'vpc/vpc-1'), { ...HERE, ...OWN }],
  [
    'add a launch template version',
    'ec2:CreateLaunchTemplateVersion',
    arn('ec2', 'launch-template/lt-1'),
    { ...HERE, ...OWN },
  ],
  ['enlarge its volume', 'ec2:ModifyVolume', arn('ec2', 'volume/vol-1'), { ...HERE, ...OWN }],
  [
    'release an address of a deleted NAT gateway',
    'ec2:DisassociateAddress',
    arn('ec2', 'network-interface/eni-1'),
    HERE,
  ],
  [
    'start an instance refresh',
    'autoscaling:StartInstanceRefresh',
    arn('autoscaling', 'autoScalingGroup:1:autoScalingGroupName/langfuse-clickhouse'),
  ],
  ['wait for an instance refresh', 'autoscaling:DescribeInstanceRefreshes', '*', HERE],
  [
    'create a capacity provider',
    'ecs:CreateCapacityProvider',
    arn('ecs', 'capacity-provider/langfuse-clickhouse'),
  ],
  ['attach the capacity provider', 'ecs:PutClusterCapacityProviders', arn('ecs', 'cluster/langfuse')],
  ['find the container instance', 'ecs:ListContainerInstances', arn('ecs', 'cluster/langfuse'), HERE],
  ['stop the worker', 'ecs:UpdateService', arn('ecs', 'service/langfuse/langfuse-worker')],
  [
    'schedule the start of the worker',
    'application-autoscaling:PutScheduledAction',
    arn('application-autoscaling', 'scalable-target/1'),
    { 'application-autoscaling:service-namespace': 'ecs' },
  ],
  [
    'suspend scaling of the worker',
    'application-autoscaling:RegisterScalableTarget',
    arn('application-autoscaling', 'scalable-target/1'),
    { 'application-autoscaling:service-namespace': 'ecs' },
  ],
  ['run the migration', 'ecs:RunTask', arn('ecs', 'task-definition/langfuse-migration:3')],
  [
    'create a distribution',
    'cloudfront:CreateDistributionWithTags',
    'arn:aws:cloudfront::123456789012:distribution/*',
    CREATED,
  ],
  [
    'add one tag to its distribution',
    'cloudfront:TagResource',
    'arn:aws:cloudfront::123456789012:distribution/E1',
    { ...OWN, 'aws:RequestTag/team': 'data' },
  ],
  [
    'add one tag to its VPC origin',
    'cloudfront:TagResource',
    'arn:aws:cloudfront::123456789012:vpcorigin/vo_1',
    { ...OWN, 'aws:RequestTag/team': 'data' },
  ],
  [
    'add one tag to its certificate',
    'acm:AddTagsToCertificate',
    arn('acm', 'certificate/1'),
    { ...OWN, 'aws:RequestTag/team': 'data' },
  ],
  ['add a rule to a listener in listener_arns', 'elasticloadbalancing:CreateRule', listener, CREATED],
  [
    'tag the new rule of a listener in listener_arns',
    'elasticloadbalancing:AddTags',
    rule,
    { ...CREATED, ...CREATES_RULE },
  ],
  ['change its rule of this listener', 'elasticloadbalancing:ModifyRule', rule, OWN],
  [
    'add one tag to its rule',
    'elasticloadbalancing:AddTags',
    rule,
    { ...OWN, 'aws:RequestTag/team': 'data' },
  ],
  ['delete its rule of this listener', 'elasticloadbalancing:DeleteRule', rule, OWN],
  ['change the priority of its rule', 'elasticloadbalancing:SetRulePriorities', rule],
  ['attach a web ACL', 'wafv2:AssociateWebACL', arn('wafv2', 'regional/webacl/company/1')],
  ['attach a web ACL to the load balancer', 'elasticloadbalancing:SetWebAcl', '*', HERE],
  [
    'create the log group of PostgreSQL',
    'logs:CreateLogGroup',
    arn('logs', 'log-group:/aws/rds/cluster/langfuse-postgres/postgresql'),
  ],
  [
    'let CloudFront write access logs',
    's3:PutBucketAcl',
    'arn:aws:s3:::langfuse-logs-123456789012-eu-central-1',
  ],
  [
    'let load balancers write access logs',
    's3:PutBucketPolicy',
    'arn:aws:s3:::langfuse-logs-123456789012-eu-central-1',
  ],
  ['upgrade PostgreSQL', 'rds:ModifyDBCluster', arn('rds', 'cluster:langfuse-postgres')],
  [
    'create a parameter group for the upgrade',
    'rds:CreateDBClusterParameterGroup',
    arn('rds', 'cluster-pg:langfuse-postgres17'),
  ],
  [
    'create a parameter group of Valkey',
    'elasticache:CreateCacheParameterGroup',
    arn('elasticache', 'parametergroup:langfuse-valkey9'),
  ],
  [
    'find the permissions boundary',
    'ssm:GetParametersByPath',
    arn('ssm', 'parameter/langfuse-deploy/permissions-boundary'),
  ],
  ['read a quota', 'servicequotas:GetServiceQuota', arn('servicequotas', 'fargate/L-3032A538'), HERE],
  ['read the instance types', 'ec2:DescribeInstanceTypeOfferings', '*', HERE],
  [
    'create a secret through CloudFormation',
    'secretsmanager:CreateSecret',
    arn('secretsmanager', 'secret:langfuse/salt-AAAAAA'),
    { 'aws:CalledVia': ['cloudformation.amazonaws.com'] },
  ],

  [
    'read the default of a quota',
    'servicequotas:GetAWSDefaultServiceQuota',
    arn('servicequotas', 'fargate/L-3032A538'),
    HERE,
  ],
  [
    'name the endpoint of ClickHouse Cloud',
    'route53:ChangeResourceRecordSets',
    'arn:aws:route53:::hostedzone/Z1',
    {
      'route53:ChangeResourceRecordSetsNormalizedRecordNames': [
        'abc123.eu-central-1.vpce.aws.clickhouse.cloud',
      ],
    },
  ],
  ['tag the zone of the endpoint', 'route53:ChangeTagsForResource', 'arn:aws:route53:::hostedzone/Z1'],
  [
    'manage the private hosted zone',
    'route53:ChangeResourceRecordSets',
    'arn:aws:route53:::hostedzone/Z1',
    { 'route53:ChangeResourceRecordSetsNormalizedRecordNames': ['clickhouse.langfuse.internal'] },
  ],
]

/** Actions of the small roles that no command calls: AWS makes them with a KMS key of the user. */
const UNRECORDED: Readonly<Record<string, readonly string[]>> = {
  'langfuse-mirror': [],
  'langfuse-refresh': [],
  'langfuse-verify': ['kms:Decrypt'],
}

/** The default security group of a VPC has no tags; RDS uses its default option and parameter groups. */
const UNCONDITIONAL: readonly string[] = ['ec2:CreateTags', 'rds:CreateDBCluster']

const DENIED: readonly Call[] = [
  ['create a role without the boundary', 'iam:CreateRole', role('langfuse-web-task')],
  ['remove the boundary of a role', 'iam:DeleteRolePermissionsBoundary', role('langfuse-web-task')],
  [
    'change its own role',
    'iam:PutRolePolicy',
    role('langfuse-deploy'),
    { 'iam:PermissionsBoundary': BOUNDARY },
  ],
  ['let others assume the mirror role', 'iam:UpdateAssumeRolePolicy', role('langfuse-mirror')],
  [
    'pass the verify role',
    'iam:PassRole',
    role('langfuse-verify'),
    { 'iam:PassedToService': 'ec2.amazonaws.com' },
  ],
  ['change the boundary', 'iam:CreatePolicyVersion', BOUNDARY],
  [
    'change a CloudFront function of another owner',
    'cloudfront:UpdateFunction',
    'arn:aws:cloudfront::123456789012:function/billing',
  ],
  [
    'delete an email identity of another owner',
    'ses:DeleteEmailIdentity',
    arn('ses', 'identity/example.com'),
    FOREIGN,
  ],
  ['add a rule without the tags of a stack', 'elasticloadbalancing:CreateRule', listener],
  [
    'add a rule to another listener',
    'elasticloadbalancing:CreateRule',
    arn('elasticloadbalancing', 'listener/app/company/50dc6c495c0c9188/0000000000000000'),
    CREATED,
  ],
  ['change a rule of another owner', 'elasticloadbalancing:ModifyRule', rule, FOREIGN],
  ['delete a rule of another owner', 'elasticloadbalancing:DeleteRule', rule, FOREIGN],
  ['claim a rule of another owner', 'elasticloadbalancing:AddTags', rule, { ...FOREIGN, ...CREATED }],
  ['change the listener of another owner', 'elasticloadbalancing:ModifyListener', listener],
  ['delete the listener of another owner', 'elasticloadbalancing:DeleteListener', listener],
  ['decrypt with a key', 'kms:Decrypt', KEY],
  [
    'register another boundary',
    'ssm:PutParameter',
    arn('ssm', 'parameter/langfuse-deploy/permissions-boundary/langfuse'),
  ],
  ['delete a VPC of another owner', 'ec2:DeleteVpc', arn('ec2', 'vpc/vpc-2'), { ...HERE, ...FOREIGN }],
  [
    'claim a VPC of another owner',
    'ec2:CreateTags',
    arn('ec2', 'vpc/vpc-2'),
    { ...HERE, ...FOREIGN, ...CREATED },
  ],
  [
    'delete a distribution of another owner',
    'cloudfront:DeleteDistribution',
    'arn:aws:cloudfront::123456789012:distribution/E2',
    FOREIGN,
  ],
  [
    'tag a distribution of another owner',
    'cloudfront:TagResource',
    'arn:aws:cloudfront::123456789012:distribution/E2',
    { ...FOREIGN, 'aws:RequestTag/team': 'data' },
  ],
  [
    'create a VPC in another Region',
    'ec2:CreateVpc',
    arn('ec2', 'vpc/*', 'us-east-1'),
    { 'aws:RequestedRegion': 'us-east-1' },
  ],
  [
    'read a secret directly',
    'secretsmanager:GetSecretValue',
    arn('secretsmanager', 'secret:langfuse/salt-AAAAAA'),
  ],
  ['write a plan record', 's3:PutObject', 'arn:aws:s3:::tfstate-langfuse-123456789012/plans/1/a.json'],
  ['stop a service of another stack', 'ecs:UpdateService', arn('ecs', 'service/billing/billing-web')],
  [
    'scale another service than ECS',
    'application-autoscaling:PutScheduledAction',
    arn('application-autoscaling', 'scalable-target/1'),
    { 'application-autoscaling:service-namespace': 'dynamodb' },
  ],
]

;(missing === undefined ? describe : describe.skip)(
  `the deploy role (${missing ?? 'policies of a plan'})`,
  () => {
    let policies: Readonly<Record<string, readonly string[]>>
    const deploy = (): readonly string[] => policies['langfuse-deploy'] ?? []

    beforeAll(async () => {
      policies = await planRolePolicies(
        `region = "${REGION}"\nrepository = "acme/langfuse"\nhosted_zone_ids = ["Z0"]\nkms_key_arns = ["${KEY}"]\nlistener_arns = ["${listener}"]\n`,
      )
    }, 300_000)

    test.each(ALLOWED)('can %s', (_, action, resource, context = {}) => {
      expect(deploy()).toHaveLength(6)
      expect(isAllowed({ action, resource, context }, deploy())).toBe(true)
    })

    test.each(DENIED)('cannot %s', (_, action, resource, context = {}) => {
      expect(deploy()).toHaveLength(6)
      expect(isAllowed({ action, resource, context }, deploy())).toBe(false)
    })

    test('can make the requests that were recorded from the first plan to the destroy, as can the plan role', () => {
      const requests = readRecordedRequests()
      expect(requests.length).toBeGreaterThan(500)
      expect(deniedRequests(requests, policies)).toEqual([])
    })

    test.each(Object.keys(UNRECORDED))('%s can make exactly the recorded requests', (name) => {
      const own = readSmallRoleRequests()[name] ?? []
      const document = policies[name] ?? []
      expect(own.filter((request) => !isAllowed(request, document))).toEqual([])
      const foreign = own.map((one) => ({ ...one, resource: one.resource.replaceAll('langfuse', 'billing') }))
      const withResource = foreign.filter(({ resource }) => resource !== '*')
      expect(withResource.filter((request) => isAllowed(request, document))).toEqual([])
      const actions = new Set(own.map(({ action }) => action))
      expect(allowedActions(document).filter((action) => !actions.has(action))).toEqual(UNRECORDED[name])
    })

    test('the policy of mirror in docs/security.md is that of its role', () => {
      const [block = ''] = /\{\n {2}"Version"[^]*?\n\}/.exec(readFileSync('docs/security.md', 'utf8')) ?? []
      expect(allowedActions([block])).toEqual(allowedActions(policies['langfuse-mirror'] ?? []))
    })

    test('is simulated by doctor with the recorded changes', () => {
      const requests = readRecordedRequests()
      if (process.env['UPDATE_REQUESTS'] !== undefined) writeDoctorModule(requests)
      expect(readDoctorModule()).toBe(doctorModule(requests))
    })

    test('cannot make the recorded requests without their conditions', () => {
      // A policy that allows everything would pass the test above.
      const bare = readRecordedRequests().filter(({ action }) => /:(?:Create|Delete|Put|Run)/.test(action))
      const foreign = bare.map((one) => ({
        ...one,
        resource: one.resource.replaceAll('langfuse', 'billing'),
        context: {},
      }))
      const allowed = foreign.filter((one) => isAllowed(one, policies[one.role] ?? []))
      expect([...new Set(allowed.map(({ action }) => action))].sort()).toEqual(UNCONDITIONAL)
    })
  },
)
