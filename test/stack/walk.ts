import { policyFaults, type Reasons } from './policy'
import type { Resource } from './state'

export interface Walk {
  readonly resources: readonly Resource[]
  /** What every name of the stack derives from, `var.name`. */
  readonly name: string
  /** Values that Secrets Manager holds. */
  readonly secrets: readonly string[]
  /** Why a statement of a policy may have a `*`, by the statement's key. */
  readonly wildcards: Reasons
}

/** What is wrong with a stack that is applied, a sentence each. */
export function walk(stack: Walk): string[] {
  return [
    ...stack.resources.flatMap((resource) => faultsOf(resource, stack)),
    ...bucketFaults(stack.resources),
  ]
}

const faultsOf = (resource: Resource, stack: Walk): string[] => [
  ...ruleFaults(resource),
  ...policyFaults(resource, stack),
  ...secretFaults(resource, stack.secrets),
  ...storeFaults(resource),
  ...retentionFaults(resource),
  ...nameFaults(resource, stack.name),
]

const WORLD = ['0.0.0.0/0', '::/0']
const RULE = /^aws_vpc_security_group_(ingress|egress)_rule$/
const GROUPS = ['aws_security_group', 'aws_default_security_group']

interface Rule {
  readonly direction: 'ingress' | 'egress'
  readonly protocol: unknown
  readonly from: unknown
  readonly to: unknown
  readonly addresses: readonly unknown[]
}

/** The rule that a resource is, or those that a group has of its own. */
function rulesOf({ type, values }: Resource): Rule[] {
  const [, direction] = RULE.exec(type) ?? []
  if (direction === 'ingress' || direction === 'egress') {
    const { ip_protocol: protocol, from_port: from, to_port: to, cidr_ipv4, cidr_ipv6 } = values
    return [{ direction, protocol, from, to, addresses: [cidr_ipv4, cidr_ipv6] }]
  }
  if (!GROUPS.includes(type)) return []
  return (['ingress', 'egress'] as const).flatMap((side) =>
    asList(values[side]).map(
      ({ protocol, from_port: from, to_port: to, cidr_blocks: v4, ipv6_cidr_blocks: v6 }) => ({
        direction: side,
        protocol,
        from,
        to,
        addresses: [v4, v6].flat(),
      }),
    ),
  )
}

function ruleFaults(resource: Resource): string[] {
  const { address, type } = resource
  // Its state does not say in one place whom it lets in.
  if (type === 'aws_security_group_rule') return [`${address}: is of a type that this walk does not know`]
  return rulesOf(resource).flatMap(({ direction, protocol, from, to, addresses }) => {
    const faults: string[] = []
    if (protocol !== 'tcp' && protocol !== 'udp') faults.push(`${address}: protocol ${String(protocol)}`)
    if (from !== to) faults.push(`${address}: ports ${String(from)} to ${String(to)}, which is more than one`)
    const isOpen = addresses.some((one) => WORLD.includes(String(one)))
    if (isOpen && direction === 'ingress' && !isFrontDoor(address, from))
      faults.push(`${address}: port ${String(from)} is open to the world`)
    // To the world only by TLS: AWS's services and what Langfuse calls have no addresses that stay.
    if (isOpen && direction === 'egress' && from !== 443)
      faults.push(`${address}: leads to port ${String(from)} of the whole world`)
    return faults
  })
}

/** The load balancer's own group takes HTTPS, and HTTP to redirect it. */
const isFrontDoor = (address: string, port: unknown): boolean =>
  /^aws_(?:vpc_security_group_ingress_rule|security_group)\.load_balancer\b/.test(address) &&
  (port === 443 || port === 80)

function secretFaults({ address, values }: Resource, secrets: readonly string[]): string[] {
  const text = JSON.stringify(values)
  const escaped = (value: string): string => JSON.stringify(value).slice(1, -1)
  // A text within a text, such as the containers of a task definition, is escaped once more.
  const isIn = (secret: string): boolean =>
    text.includes(escaped(secret)) || text.includes(escaped(escaped(secret)))
  return secrets.some((secret) => secret !== '' && isIn(secret))
    ? [`${address}: has the value of a secret`]
    : []
}

/** What keeps data, and how its state says that it is encrypted. */
const STORES: Readonly<Record<string, (values: Resource['values']) => boolean>> = {
  aws_db_instance: ({ storage_encrypted }) => storage_encrypted === true,
  aws_ebs_volume: ({ encrypted }) => encrypted === true,
  aws_efs_file_system: ({ encrypted }) => encrypted === true,
  aws_elasticache_replication_group: ({
    at_rest_encryption_enabled: atRest,
    transit_encryption_enabled: transit,
  }) => String(atRest) === 'true' && transit === true,
  aws_launch_template: ({ block_device_mappings: disks }) =>
    asList(disks).every(({ ebs }) => asList(ebs).every(({ encrypted }) => String(encrypted) === 'true')),
  aws_rds_cluster: ({ storage_encrypted }) => storage_encrypted === true,
}

const asList = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? (value as readonly Readonly<Record<string, unknown>>[]) : []

function storeFaults({ address, type, values }: Resource): string[] {
  return STORES[type]?.(values) === false ? [`${address}: is not encrypted`] : []
}

function retentionFaults({ address, type, values }: Resource): string[] {
  if (type !== 'aws_cloudwatch_log_group') return []
  return Number(values['retention_in_days']) > 0 ? [] : [`${address}: keeps its logs for ever`]
}

const BLOCKS = ['block_public_acls', 'block_public_policy', 'ignore_public_acls', 'restrict_public_buckets']

function bucketFaults(resources: readonly Resource[]): string[] {
  const of = (type: string): readonly Resource[] => resources.filter((one) => one.type === type)
  const has = (type: string, { values }: Resource, wanted: readonly string[] = []): boolean =>
    of(type).some(
      (one) => one.values['bucket'] === values['bucket'] && wanted.every((key) => one.values[key] === true),
    )
  return of('aws_s3_bucket').flatMap((bucket) => {
    const faults: string[] = []
    if (!has('aws_s3_bucket_public_access_block', bucket, BLOCKS)) faults.push('does not block public access')
    if (!has('aws_s3_bucket_server_side_encryption_configuration', bucket)) faults.push('is not encrypted')
    return faults.map((fault) => `${bucket.address}: ${fault}`)
  })
}

/** Attributes that name a thing within its account and region. */
const NAMES: readonly string[] = [
  'name',
  'alarm_name',
  'bucket',
  'cluster_identifier',
  'dashboard_name',
  'db_name',
  'identifier',
  'replication_group_id',
  'role_name',
]

/** Whose name only has to be its own within something that has a name of the stack, or is not ours to choose. */
const INNER = [
  'aws_default_security_group',
  'aws_iam_role_policy',
  'aws_route53_record',
  'aws_service_discovery_service',
]

function nameFaults({ address, type, values }: Resource, name: string): string[] {
  if (INNER.includes(type) || !type.startsWith('aws_')) return []
  const derived = (given: string): boolean =>
    given === name ||
    given.startsWith(`${name}-`) ||
    given.startsWith(`${name}.`) ||
    given.startsWith(`/${name}/`)
  return NAMES.flatMap((attribute) => {
    const given = values[attribute]
    if (typeof given !== 'string' || given === '' || derived(given)) return []
    return [`${address}: its ${attribute} is ${given}, which does not begin with ${name}`]
  })
}
