import { describe, expect, test } from '@jest/globals'
import { parseState, type Resource } from './state'
import { walk } from './walk'

const stack = (...resources: Resource[]): string[] =>
  walk({
    resources,
    name: 'langfuse',
    secrets: ['correct"horse'],
    wildcards: {
      'ecr:GetAuthorizationToken': 'knows no resources',
      'ec2:AttachVolume instance/*': 'by its tag',
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

const FAULTS: readonly (readonly [fault: string, planted: readonly Resource[], said: string])[] = [
  [
    'a port open to the world',
    [rule('ingress', 'postgres', { cidr_ipv4: '0.0.0.0/0' })],
    'open to the world',
  ],
  ['one that is open by IPv6', [rule('ingress', 'postgres', { cidr_ipv6: '::/0' })], 'open to the world'],
  [
    "another port of the load balancer's",
    [rule('ingress', 'load_balancer', { cidr_ipv4: '0.0.0.0/0' })],
    'open to the world',
  ],
  [
    'a way out to any port of the world',
    [rule('egress', 'web', { cidr_ipv4: '0.0.0.0/0', from_port: 25, to_port: 25 })],
    'port 25 of the whole world',
  ],
  ['a range of ports', [rule('ingress', 'web', { from_port: 0, to_port: 65535 })], 'more than one'],
  ['every protocol', [rule('ingress', 'web', { ip_protocol: '-1' })], 'protocol -1'],
  ['rules of the old kind', [resource('aws_security_group_rule.x', {})], 'does not know'],
  [
    'a rule that stands in the group itself',
    [
      resource('aws_security_group.x', {
        egress: [
          { protocol: 'tcp', from_port: 22, to_port: 22, cidr_blocks: [], ipv6_cidr_blocks: ['::/0'] },
        ],
      }),
    ],
    'port 22 of the whole world',
  ],
  ['an action with a *', [policy({ Action: 's3:*', Resource: 'arn:aws:s3:::langfuse-x/*' })], 'action s3:*'],
  ['a resource of *', [policy({ Action: ['s3:GetObject'], Resource: ['*'] })], 's3:GetObject on *'],
  [
    'a resource with a * before the name of the stack',
    [policy({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::*-langfuse-x' })],
    's3:GetObject on arn:aws:s3:::*-langfuse-x',
  ],
  ['all but some actions', [policy({ NotAction: 'iam:*', Resource: 'x' })], 'all but what it names'],
  ['a secret in a state', [resource('aws_x.y', { token: 'correct"horse' })], 'value of a secret'],
  [
    'a secret in a task definition',
    [
      resource('aws_ecs_task_definition.x', {
        container_definitions: JSON.stringify([{ environment: [{ name: 'A', value: 'x correct"horse x' }] }]),
      }),
    ],
    'value of a secret',
  ],
  ['a database in the clear', [resource('aws_rds_cluster.x', { storage_encrypted: false })], 'not encrypted'],
  ['a volume in the clear', [resource('aws_ebs_volume.x', { encrypted: false })], 'not encrypted'],
  [
    'a cache in the clear on the wire',
    [
      resource('aws_elasticache_replication_group.x', {
        at_rest_encryption_enabled: 'true',
        transit_encryption_enabled: false,
      }),
    ],
    'not encrypted',
  ],
  [
    'a disk of an instance in the clear',
    [resource('aws_launch_template.x', { block_device_mappings: [{ ebs: [{ encrypted: '' }] }] })],
    'not encrypted',
  ],
  ['logs for ever', [resource('aws_cloudwatch_log_group.x', { retention_in_days: 0 })], 'for ever'],
  ['a bucket without a block', [bucket, encryption], 'does not block public access'],
  [
    'a bucket with half a block',
    [bucket, encryption, block({ ignore_public_acls: false })],
    'does not block public access',
  ],
  ['a bucket in the clear', [bucket, block()], 'not encrypted'],
  ['a name of its own', [resource('aws_lb.x', { name: 'lb' })], 'its name is lb'],
  ['a name that only looks alike', [resource('aws_lb.x', { name: 'langfuses' })], 'its name is langfuses'],
]

describe('the walk over an applied stack', () => {
  test.each(FAULTS)('finds %s', (_, planted, said) => {
    expect(stack(...planted)).toEqual([expect.stringContaining(said)])
  })

  test('passes what is as it should be', () => {
    const world = { cidr_ipv4: '0.0.0.0/0', from_port: 443, to_port: 443 }
    const faults = stack(
      rule('ingress', 'load_balancer["https"]', world),
      rule('ingress', 'load_balancer["http"]', { ...world, from_port: 80, to_port: 80 }),
      rule('egress', 'web', world),
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
    expect(faults).toEqual([])
  })
})

test('a state is read with the modules in it, and without what is only looked up', () => {
  const one = { ...resource('aws_lb.x', {}), mode: 'managed' }
  const inside = { ...resource('module.a.aws_lb.y', {}), mode: 'managed' }
  const root_module = {
    resources: [one, { ...resource('data.aws_vpc.z', {}), mode: 'data' }],
    child_modules: [{ child_modules: [{ resources: [inside] }] }],
  }
  const state = parseState(JSON.stringify({ values: { root_module } }))
  expect(state.map(({ address }) => address)).toEqual(['aws_lb.x', 'module.a.aws_lb.y'])
})
