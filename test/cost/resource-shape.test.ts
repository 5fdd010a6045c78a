import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { isPriced, readShape, unpricedTypes } from '../../src/cost/resource-shape'
import { EMPTY_SHAPE } from '../../src/cost/shape'

const resource = (type: string, values: unknown) => ({ address: `${type}.this`, type, values })

/** Attributes as the provider returns them. */
const SERVICE = resource('aws_ecs_service', {
  name: 'langfuse-web',
  launch_type: 'FARGATE',
  desired_count: 2,
})
const DEFINITION = resource('aws_ecs_task_definition', {
  family: 'langfuse-web',
  cpu: '1024',
  memory: '2048',
})
const TEMPLATE = resource('aws_launch_template', {
  name: 'langfuse-clickhouse',
  instance_type: 'm7g.large',
  block_device_mappings: [{ ebs: [{ volume_size: 30 }] }],
})

describe('parts', () => {
  test.each([
    [
      'tasks on Fargate',
      [SERVICE, DEFINITION],
      { tasks: [{ name: 'langfuse-web', cpuUnits: 1024, memoryMib: 2048, count: 2 }] },
    ],
    [
      'no price for a service on EC2',
      [resource('aws_ecs_service', { name: 'x', launch_type: 'EC2', desired_count: 1 })],
      {},
    ],
    [
      'the first type of a group',
      [
        resource('aws_autoscaling_group', {
          name: 'langfuse-clickhouse',
          desired_capacity: 1,
          mixed_instances_policy: [
            {
              launch_template: [
                { override: [{ instance_type: 'r7g.large' }, { instance_type: 'r6g.large' }] },
              ],
            },
          ],
        }),
      ],
      { instances: [{ name: 'EC2', type: 'r7g.large', count: 1 }] },
    ],
    [
      'an instance with the type of its template, and the root volume',
      [resource('aws_instance', { tags: { Name: 'langfuse-clickhouse' } }), TEMPLATE],
      {
        instances: [{ name: 'EC2', type: 'm7g.large', count: 1 }],
        volumes: [{ name: 'Root volume', gib: 30, iops: 3000, throughput: 125 }],
      },
    ],
    [
      'a volume',
      [resource('aws_ebs_volume', { size: 50, iops: 6000, throughput: null })],
      { volumes: [{ name: 'Volume', gib: 50, iops: 6000, throughput: 125 }] },
    ],
    [
      'Aurora, with the secret of its master password',
      [
        resource('aws_rds_cluster', {
          manage_master_user_password: true,
          serverlessv2_scaling_configuration: [{ min_capacity: 0.5 }],
        }),
        resource('aws_rds_cluster_instance', {}),
        resource('aws_rds_cluster_instance', {}),
      ],
      { databases: [{ name: 'Aurora', acus: 0.5, instances: 2 }], secrets: 1 },
    ],
    [
      'Valkey',
      [
        resource('aws_elasticache_replication_group', {
          node_type: 'cache.t4g.medium',
          num_cache_clusters: 2,
        }),
      ],
      { caches: [{ name: 'Valkey', type: 'cache.t4g.medium', count: 2 }] },
    ],
    [
      'a public load balancer with two addresses, and a NAT gateway with one',
      [resource('aws_lb', { internal: false }), resource('aws_eip', {}), resource('aws_nat_gateway', {})],
      { loadBalancers: 1, natGateways: 1, ipv4Addresses: 3 },
    ],
    ['an internal load balancer', [resource('aws_lb', { internal: true })], { loadBalancers: 1 }],
    [
      'the address of an instance',
      [resource('aws_launch_template', { network_interfaces: [{ associate_public_ip_address: 'true' }] })],
      { ipv4Addresses: 1 },
    ],
    [
      'interface endpoints, but not gateways',
      [
        resource('aws_vpc_endpoint', { vpc_endpoint_type: 'Interface', subnet_ids: ['a', 'b', 'c'] }),
        resource('aws_vpc_endpoint', { vpc_endpoint_type: 'Interface' }),
        resource('aws_vpc_endpoint', { vpc_endpoint_type: 'Gateway' }),
      ],
      { endpoints: 5 },
    ],
    [
      'the secrets of a CloudFormation stack',
      [
        resource('aws_cloudformation_stack', {
          template_body: JSON.stringify({
            Resources: { A: { Type: 'AWS::SecretsManager::Secret' }, B: { Type: 'AWS::ElastiCache::User' } },
          }),
        }),
        resource('aws_cloudformation_stack', { template_body: 'Resources: {}' }),
      ],
      { secrets: 1 },
    ],
    [
      'alarms and metrics',
      [resource('aws_cloudwatch_metric_alarm', {}), resource('aws_cloudwatch_log_metric_filter', {})],
      { alarms: 1, metrics: 1 },
    ],
  ])('%s', (_, resources, expected) => {
    expect(readShape(resources)).toEqual({ ...EMPTY_SHAPE, ...expected })
  })

  test('a service without its task definition has an unknown price', () => {
    expect(readShape([SERVICE]).tasks).toMatchObject([{ cpuUnits: NaN }])
  })
})

test('every type of the module has a price or is known to have none', () => {
  const folder = join(import.meta.dirname, '../../terraform/modules/langfuse')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.tf'),
  )
  const types = files.flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/^resource "(\w+)"/gm)].map(
      ([, type = '']) => type,
    ),
  )
  expect(types.length).toBeGreaterThan(50)
  expect(unpricedTypes(types.map((type) => resource(type, {})))).toEqual([])
})

test('other types have an unknown price', () => {
  expect(unpricedTypes([resource('aws_lambda_function', {}), resource('random_id', {})])).toEqual([
    'aws_lambda_function',
  ])
  expect(isPriced('aws_lb')).toBe(true)
  expect(isPriced('aws_lambda_function')).toBe(false)
})
