import { describe, expect, test } from '@jest/globals'
import { parseState, type Resource } from './state'
import { checkStack } from './stack-checks'

const check = (...resources: Resource[]): string[] =>
  checkStack({
    resources,
    name: 'langfuse',
    secrets: ['correct"horse'],
    wildcards: {
      'ecr:GetAuthorizationToken': 'does not support resource-level permissions',
      'ec2:AttachVolume instance/*': 'a condition requires the tag',
    },
  })

const resource = (address: string, values: Record<string, unknown>): Resource => ({
  address,
  type: address.split('.')[0] ?? '',
  values,
})

const rule = (direction: string, name: string, values: Record<string, unknown>): Resource =>
  resource(`aws_vpc_security_group_${direction}_rule.${name}`, {
    ip_protocol: 'tcp',
    from_port: 5432,
    to_port: 5432,
    ...values,
  })

const policy = (statement: Record<string, unknown>): Resource =>
  resource('aws_iam_role_policy.x', {
    policy: JSON.stringify({ Statement: [{ Effect: 'Allow', ...statement }] }),
  })

const bucket = resource('aws_s3_bucket.x', { bucket: 'langfuse-x' })
const encryption = resource('aws_s3_bucket_server_side_encryption_configuration.x', { bucket: 'langfuse-x' })
const block = (values: Record<string, unknown> = {}): Resource =>
  resource('aws_s3_bucket_public_access_block.x', {
    bucket: 'langfuse-x',
    block_public_acls: true,
    block_public_policy: true,
    ignore_public_acls: true,
    restrict_public_buckets: true,
    ...values,
  })

const CASES: readonly (readonly [name: string, resources: readonly Resource[], message: string])[] = [
  [
    'a port that is open to the internet',
    [rule('ingress', 'postgres', { cidr_ipv4: '0.0.0.0/0' })],
    'open to the internet',
  ],
  [
    'a port that is open to the internet by IPv6',
    [rule('ingress', 'postgres', { cidr_ipv6: '::/0' })],
    'open to the internet',
  ],
  [
    'an unexpected port of the load balancer',
    [rule('ingress', 'load_balancer', { cidr_ipv4: '0.0.0.0/0' })],
    'open to the internet',
  ],
  [
    'an egress rule to any address on a port other than 443',
    [rule('egress', 'web', { cidr_ipv4: '0.0.0.0/0', from_port: 25, to_port: 25 })],
    'port 25 of any address',
  ],
  ['a port range', [rule('ingress', 'web', { from_port: 0, to_port: 65535 })], 'instead of one port'],
  ['a rule for all protocols', [rule('ingress', 'web', { ip_protocol: '-1' })], 'protocol -1'],
  ['an aws_security_group_rule', [resource('aws_security_group_rule.x', {})], 'is not supported'],
  [
    'an inline rule of a security group',
    [
      resource('aws_security_group.x', {
        egress: [
          { protocol: 'tcp', from_port: 22, to_port: 22, cidr_blocks: [], ipv6_cidr_blocks: ['::/0'] },
        ],
      }),
    ],
    'port 22 of any address',
  ],
  ['a wildcard action', [policy({ Action: 's3:*', Resource: 'arn:aws:s3:::langfuse-x/*' })], 'action s3:*'],
  ['a wildcard resource', [policy({ Action: ['s3:GetObject'], Resource: ['*'] })], 's3:GetObject on *'],
  [
    'a wildcard before the stack name',
    [policy({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::*-langfuse-x' })],
    's3:GetObject on arn:aws:s3:::*-langfuse-x',
  ],
  ['a NotAction statement', [policy({ NotAction: 'iam:*', Resource: 'x' })], 'everything except'],
  ['a secret in the state', [resource('aws_x.y', { token: 'correct"horse' })], 'contains a secret value'],
  [
    'a secret in a task definition',
    [
      resource('aws_ecs_task_definition.x', {
        container_definitions: JSON.stringify([{ environment: [{ name: 'A', value: 'x correct"horse x' }] }]),
      }),
    ],
    'contains a secret value',
  ],
  ['an unencrypted database', [resource('aws_rds_cluster.x', { storage_encrypted: false })], 'not encrypted'],
  ['an unencrypted volume', [resource('aws_ebs_volume.x', { encrypted: false })], 'not encrypted'],
  [
    'a cache without encryption in transit',
    [
      resource('aws_elasticache_replication_group.x', {
        at_rest_encryption_enabled: 'true',
        transit_encryption_enabled: false,
      }),
    ],
    'not encrypted',
  ],
  [
    'an unencrypted disk in a launch template',
    [resource('aws_launch_template.x', { block_device_mappings: [{ ebs: [{ encrypted: '' }] }] })],
    'not encrypted',
  ],
  [
    'a log group without retention',
    [resource('aws_cloudwatch_log_group.x', { retention_in_days: 0 })],
    'no log retention',
  ],
  ['a bucket without a public access block', [bucket, encryption], 'does not block public access'],
  [
    'a bucket with a partial public access block',
    [bucket, encryption, block({ ignore_public_acls: false })],
    'does not block public access',
  ],
  ['an unencrypted bucket', [bucket, block()], 'not encrypted'],
  [
    'a name without the stack name',
    [resource('aws_lb.x', { name: 'lb' })],
    'name lb does not start with langfuse',
  ],
  [
    'a name that contains the stack name without a separator',
    [resource('aws_lb.x', { name: 'langfuses' })],
    'name langfuses does not start with langfuse',
  ],
]

describe('checkStack', () => {
  test.each(CASES)('reports %s', (_, resources, message) => {
    expect(check(...resources)).toEqual([expect.stringContaining(message)])
  })

  test('accepts a correct stack', () => {
    const anyAddress = { cidr_ipv4: '0.0.0.0/0', from_port: 443, to_port: 443 }
    const violations = check(
      rule('ingress', 'load_balancer["https"]', anyAddress),
      rule('ingress', 'load_balancer["http"]', { ...anyAddress, from_port: 80, to_port: 80 }),
      {
        ...rule('ingress', 'load_balancer', anyAddress),
        address: 'module.langfuse.aws_vpc_security_group_ingress_rule.load_balancer["https"]',
      },
      resource('aws_cloudwatch_log_group.postgres', {
        name: '/aws/rds/cluster/langfuse-postgres/postgresql',
        retention_in_days: 30,
      }),
      rule('egress', 'web', anyAddress),
      rule('ingress', 'postgres', { referenced_security_group_id: 'sg-1' }),
      policy({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::langfuse-x/*' }),
      policy({ Action: 'ecr:GetAuthorizationToken', Resource: '*' }),
      policy({ Action: 'ec2:AttachVolume', Resource: 'arn:aws:ec2:eu-central-1:1:instance/*' }),
      policy({ Effect: 'Deny', Action: 's3:*', Resource: '*' }),
      resource('aws_cloudwatch_log_group.x', { name: '/langfuse/web', retention_in_days: 30 }),
      resource('aws_iam_role_policy.x', { name: 'task' }),
      bucket,
      encryption,
      block(),
    )
    expect(violations).toEqual([])
  })
})

test('parseState reads resources of child modules and ignores data sources', () => {
  const rootResource = { ...resource('aws_lb.x', {}), mode: 'managed' }
  const childResource = { ...resource('module.a.aws_lb.y', {}), mode: 'managed' }
  const root_module = {
    resources: [rootResource, { ...resource('data.aws_vpc.z', {}), mode: 'data' }],
    child_modules: [{ child_modules: [{ resources: [childResource] }] }],
  }
  const state = parseState(JSON.stringify({ values: { root_module } }))
  expect(state.map(({ address }) => address)).toEqual(['aws_lb.x', 'module.a.aws_lb.y'])
})
