import { beforeAll, expect, test } from '@jest/globals'
import { describeWithTerraform } from '../../testkit/terraform/terraform'
import { type ModuleGraph, readModuleGraph } from './module-graph'

describeWithTerraform('order of the module', () => {
  let graph: ModuleGraph
  beforeAll(async () => {
    graph = await readModuleGraph()
  }, 120_000)

  test('the deletion guard depends on every resource, so a destroy fails before it deletes anything', () => {
    const guarded = graph.dependenciesOf('terraform_data.deletion_guard')
    expect(graph.resources.length).toBeGreaterThan(100)
    expect(graph.resources.filter((name) => !guarded.has(name))).toEqual([])
  })

  test.each([
    [
      'ClickHouse starts after its instance has joined the cluster',
      'aws_ecs_service.clickhouse',
      'terraform_data.clickhouse_instance_ready',
    ],
    [
      'the instance can join the cluster before anything waits for it',
      'terraform_data.clickhouse_instance_ready',
      'aws_autoscaling_group.clickhouse',
    ],
    [
      'the worker stops before ClickHouse is replaced',
      'aws_ecs_service.clickhouse',
      'terraform_data.worker_pause',
    ],
    [
      'the worker stops before the instance is replaced',
      'aws_autoscaling_group.clickhouse',
      'terraform_data.worker_pause',
    ],
    [
      'the worker starts after ClickHouse is replaced',
      'terraform_data.worker_resume',
      'aws_ecs_service.clickhouse',
    ],
    [
      'the worker is updated after it started again',
      'aws_ecs_service.worker',
      'terraform_data.worker_resume',
    ],
    [
      'the load balancer is created after the internet gateway is attached',
      'aws_lb.this',
      'aws_internet_gateway.this',
    ],
    [
      'the load balancer is created after it can write access logs',
      'aws_lb.this',
      'aws_s3_bucket_policy.logs',
    ],
    [
      'PostgreSQL writes to a log group with a retention',
      'aws_rds_cluster.postgres',
      'aws_cloudwatch_log_group.postgres',
    ],
  ])('%s', (_, later, earlier) => {
    expect(graph.resources).toContain(later)
    expect(graph.dependenciesOf(later)).toContain(earlier)
  })
})
