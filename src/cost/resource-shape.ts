import { field, listField, textField } from '../plan/json'
import {
  type Counted,
  EMPTY_SHAPE,
  type FargateTasks,
  INCLUDED_IOPS,
  INCLUDED_THROUGHPUT,
  type StackShape,
} from './shape'

/** A Terraform resource with its attributes, as in a plan. Unknown attributes are missing. */
export interface ResourceValues {
  readonly address: string
  readonly type: string
  readonly values: unknown
}

/** Types without a price of their own, or with a price for use only. */
const WITHOUT_FIXED_PRICE = new Set(
  `acm_certificate acm_certificate_validation appautoscaling_policy appautoscaling_target cloudfront_distribution
  cloudfront_function cloudfront_vpc_origin cloudwatch_dashboard cloudwatch_log_group db_subnet_group default_security_group
  dlm_lifecycle_policy ec2_tag ecs_capacity_provider ecs_cluster ecs_cluster_capacity_providers elasticache_parameter_group
  elasticache_subnet_group iam_instance_profile iam_policy iam_role iam_role_policy iam_role_policy_attachment
  internet_gateway lb_listener lb_listener_rule lb_target_group rds_cluster_parameter_group route route53_record
  route_table route_table_association s3_bucket s3_bucket_cors_configuration s3_bucket_lifecycle_configuration
  s3_bucket_ownership_controls s3_bucket_policy s3_bucket_public_access_block
  s3_bucket_server_side_encryption_configuration s3_bucket_versioning scheduler_schedule security_group
  service_discovery_service sesv2_email_identity sns_topic sns_topic_policy sns_topic_subscription ssm_parameter subnet vpc
  vpc_security_group_egress_rule vpc_security_group_ingress_rule wafv2_web_acl_association`
    .split(/\s+/)
    .map((name) => `aws_${name}`),
)

/** Types that other resources refer to, and that have no price themselves. */
const REFERENCED = new Set(['aws_launch_template', 'aws_ecs_task_definition', 'aws_rds_cluster'])

/** Resources of one type, by address. */
class Resources {
  constructor(private readonly all: readonly ResourceValues[]) {}

  of(type: string): readonly ResourceValues[] {
    return this.all.filter((one) => one.type === `aws_${type}`)
  }

  count(type: string): number {
    return this.of(type).length
  }
}

type Reader = (resources: Resources) => Partial<StackShape>

/** By the types that each reader prices. */
const READERS: Readonly<Record<string, Reader>> = {
  ecs_service: (all) => ({ tasks: all.of('ecs_service').flatMap((one) => tasksOf(one, all)) }),
  'autoscaling_group instance': (all) => ({
    instances: [...all.of('autoscaling_group'), ...all.of('instance')].map((one) => instanceOf(one, all)),
  }),
  ebs_volume: (all) => ({
    volumes: [...all.of('ebs_volume').map(({ values }) => volume('Volume', values)), ...rootVolumes(all)],
  }),
  rds_cluster_instance: (all) => ({ databases: databases(all) }),
  elasticache_replication_group: (all) => ({
    caches: all.of('elasticache_replication_group').map(({ values }) => ({
      name: 'Valkey',
      type: textField(values, 'node_type') ?? 'unknown node type',
      count: numberField(values, 'num_cache_clusters', 1),
    })),
  }),
  lb: (all) => ({ loadBalancers: all.count('lb') }),
  nat_gateway: (all) => ({ natGateways: all.count('nat_gateway') }),
  eip: (all) => ({ ipv4Addresses: all.count('eip') + publicAddresses(all) }),
  vpc_endpoint: (all) => ({ endpoints: total(all.of('vpc_endpoint'), interfaces) }),
  'service_discovery_private_dns_namespace route53_zone': (all) => ({
    privateZones: all.count('service_discovery_private_dns_namespace') + all.count('route53_zone'),
  }),
  'cloudformation_stack secretsmanager_secret': (all) => ({
    secrets:
      total(all.of('cloudformation_stack'), secretsOf) +
      all.count('secretsmanager_secret') +
      all.of('rds_cluster').filter(({ values }) => field(values, 'manage_master_user_password') === true)
        .length,
  }),
  'cloudwatch_metric_alarm cloudwatch_log_metric_filter': (all) => ({
    alarms: all.count('cloudwatch_metric_alarm'),
    metrics: all.count('cloudwatch_log_metric_filter'),
  }),
}

const PRICED = new Set(
  Object.keys(READERS)
    .flatMap((types) => types.split(' '))
    .map((type) => `aws_${type}`),
)

/** Reads the parts with a fixed price from Terraform resources. */
export function readShape(resources: readonly ResourceValues[]): StackShape {
  const all = new Resources(resources)
  return Object.values(READERS).reduce<StackShape>((shape, read) => ({ ...shape, ...read(all) }), EMPTY_SHAPE)
}

/** Whether a resource type has a fixed price that `readShape` knows. */
export const isPriced = (type: string): boolean => PRICED.has(type)

/** Returns the AWS types whose price is unknown. */
export function unpricedTypes(resources: readonly ResourceValues[]): string[] {
  const types = resources.map(({ type }) => type).filter((type) => type.startsWith('aws_'))
  return [...new Set(types)]
    .filter((type) => !PRICED.has(type) && !WITHOUT_FIXED_PRICE.has(type) && !REFERENCED.has(type))
    .sort()
}

const total = (resources: readonly ResourceValues[], count: (values: unknown) => number): number =>
  resources.reduce((sum, { values }) => sum + count(values), 0)

/** The provider writes some numbers as text, such as `cpu = "1024"`. */
function numberField(value: unknown, key: string, fallback: number): number {
  const found = Number(field(value, key) ?? fallback)
  return Number.isFinite(found) ? found : fallback
}

/** A service has its tasks' family as its name: the plan does not know the ARN of a new task definition. */
function tasksOf({ values }: ResourceValues, all: Resources): FargateTasks[] {
  if (field(values, 'launch_type') !== 'FARGATE') return []
  const name = textField(values, 'name') ?? ''
  const definition = all
    .of('ecs_task_definition')
    .find((one) => textField(one.values, 'family') === name)?.values
  const count = numberField(values, 'desired_count', 1)
  return [
    {
      name,
      cpuUnits: numberField(definition, 'cpu', NaN),
      memoryMib: numberField(definition, 'memory', NaN),
      count,
    },
  ]
}

const templateOf = (name: string, all: Resources): unknown => {
  const templates = all.of('launch_template')
  return (templates.find(({ values }) => textField(values, 'name') === name) ?? templates[0])?.values
}

const nameOf = (values: unknown): string =>
  textField(values, 'name') ?? textField(field(values, 'tags'), 'Name') ?? ''

/** EC2 tries the first type of a group first. */
function instanceOf({ values }: ResourceValues, all: Resources): Counted {
  const launch = listField(listField(values, 'mixed_instances_policy')[0], 'launch_template')[0]
  const type =
    textField(listField(launch, 'override')[0], 'instance_type') ??
    textField(values, 'instance_type') ??
    textField(templateOf(nameOf(values), all), 'instance_type')
  return { name: 'EC2', type: type ?? 'unknown type', count: numberField(values, 'desired_capacity', 1) }
}

const volume = (name: string, values: unknown): StackShape['volumes'][number] => ({
  name,
  gib: numberField(values, 'size', 0),
  iops: numberField(values, 'iops', INCLUDED_IOPS),
  throughput: numberField(values, 'throughput', INCLUDED_THROUGHPUT),
})

/** One root volume for each launch template: the stack's groups have one instance. */
const rootVolumes = (all: Resources): StackShape['volumes'] =>
  all.of('launch_template').flatMap(({ values }) =>
    listField(values, 'block_device_mappings').flatMap((mapping) =>
      listField(mapping, 'ebs').map((ebs) => ({
        name: 'Root volume',
        gib: numberField(ebs, 'volume_size', 0),
        iops: INCLUDED_IOPS,
        throughput: INCLUDED_THROUGHPUT,
      })),
    ),
  )

function databases(all: Resources): StackShape['databases'] {
  const instances = all.count('rds_cluster_instance')
  const [cluster] = all.of('rds_cluster')
  if (instances === 0 || cluster === undefined) return []
  const [scaling] = listField(cluster.values, 'serverlessv2_scaling_configuration')
  return [{ name: 'Aurora', acus: numberField(scaling, 'min_capacity', 0), instances }]
}

/** A public load balancer has an address in each of its two zones; an instance has one. */
const publicAddresses = (all: Resources): number =>
  2 * all.of('lb').filter(({ values }) => field(values, 'internal') === false).length +
  all
    .of('launch_template')
    .flatMap(({ values }) => listField(values, 'network_interfaces'))
    .filter((one) => String(field(one, 'associate_public_ip_address')) === 'true').length

/** The plan does not know the subnets of a new VPC: two, as the stack has. */
const interfaces = (values: unknown): number =>
  field(values, 'vpc_endpoint_type') === 'Interface' ? listField(values, 'subnet_ids').length || 2 : 0

function secretsOf(values: unknown): number {
  const template: unknown = parse(textField(values, 'template_body') ?? '')
  const resources = field(template, 'Resources')
  return Object.values(typeof resources === 'object' && resources !== null ? resources : {}).filter(
    (one) => field(one, 'Type') === 'AWS::SecretsManager::Secret',
  ).length
}

/** A template may be YAML, whose secrets are not counted. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
