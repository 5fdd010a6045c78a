import { findPolicyViolations, type WildcardReasons } from './policy-wildcards'
import type { Resource } from './state'

export interface AppliedStack {
  readonly resources: readonly Resource[]
  /** Name of the stack: `var.name`. */
  readonly name: string
  /** Secret values that must not appear in the state. */
  readonly secrets: readonly string[]
  /** Reasons for the allowed wildcards in IAM policies. */
  readonly wildcards: WildcardReasons
}

/**
 * Checks an applied stack for open ports, wide policies, secrets in the state, missing encryption and foreign names.
 *
 * @returns one message per violation
 */
export function checkStack(stack: AppliedStack): string[] {
  return [
    ...stack.resources.flatMap((resource) => checkResource(resource, stack)),
    ...checkBuckets(stack.resources),
  ]
}

const checkResource = (resource: Resource, stack: AppliedStack): string[] => [
  ...checkSecurityGroupRules(resource),
  ...findPolicyViolations(resource, stack),
  ...checkSecrets(resource, stack.secrets),
  ...checkEncryption(resource),
  ...checkLogRetention(resource),
  ...checkNames(resource, stack.name),
]

const ANY_ADDRESS = ['0.0.0.0/0', '::/0']
const RULE = /^aws_vpc_security_group_(ingress|egress)_rule$/
const GROUPS = ['aws_security_group', 'aws_default_security_group']

interface Rule {
  readonly direction: 'ingress' | 'egress'
  readonly protocol: unknown
  readonly from: unknown
  readonly to: unknown
  readonly addresses: readonly unknown[]
}

/** Returns the rule of a rule resource, or the inline rules of a security group. */
function listRules({ type, values }: Resource): Rule[] {
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

function checkSecurityGroupRules(resource: Resource): string[] {
  const { address, type } = resource
  if (type === 'aws_security_group_rule')
    return [`${address}: aws_security_group_rule is not supported; use aws_vpc_security_group_ingress_rule`]
  return listRules(resource).flatMap(({ direction, protocol, from, to, addresses }) => {
    const violations: string[] = []
    if (protocol !== 'tcp' && protocol !== 'udp')
      violations.push(`${address}: allows protocol ${String(protocol)}`)
    if (from !== to)
      violations.push(`${address}: allows ports ${String(from)} to ${String(to)} instead of one port`)
    const isOpen = addresses.some((one) => ANY_ADDRESS.includes(String(one)))
    if (isOpen && direction === 'ingress' && !isPublicListener(address, from))
      violations.push(`${address}: port ${String(from)} is open to the internet`)
    // AWS APIs and the services that Langfuse calls have no fixed addresses, so only TLS is open.
    if (isOpen && direction === 'egress' && from !== 443)
      violations.push(`${address}: allows outbound traffic to port ${String(from)} of any address`)
    return violations
  })
}

/** The load balancer accepts HTTPS, and HTTP for a redirect. */
const isPublicListener = (address: string, port: unknown): boolean =>
  /(?:^|\.)aws_(?:vpc_security_group_ingress_rule|security_group)\.load_balancer\b/.test(address) &&
  (port === 443 || port === 80)

function checkSecrets({ address, values }: Resource, secrets: readonly string[]): string[] {
  const text = JSON.stringify(values)
  const escaped = (value: string): string => JSON.stringify(value).slice(1, -1)
  // JSON inside JSON, such as container definitions, is escaped twice.
  const containsSecret = (secret: string): boolean =>
    text.includes(escaped(secret)) || text.includes(escaped(escaped(secret)))
  return secrets.some((secret) => secret !== '' && containsSecret(secret))
    ? [`${address}: contains a secret value`]
    : []
}

/** Encryption checks by type of data store. */
const IS_ENCRYPTED: Readonly<Record<string, (values: Resource['values']) => boolean>> = {
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

function checkEncryption({ address, type, values }: Resource): string[] {
  return IS_ENCRYPTED[type]?.(values) === false ? [`${address}: is not encrypted`] : []
}

function checkLogRetention({ address, type, values }: Resource): string[] {
  if (type !== 'aws_cloudwatch_log_group') return []
  return Number(values['retention_in_days']) > 0 ? [] : [`${address}: has no log retention`]
}

const PUBLIC_ACCESS_BLOCKS = [
  'block_public_acls',
  'block_public_policy',
  'ignore_public_acls',
  'restrict_public_buckets',
]

function checkBuckets(resources: readonly Resource[]): string[] {
  const ofType = (type: string): readonly Resource[] => resources.filter((one) => one.type === type)
  const has = (type: string, { values }: Resource, wanted: readonly string[] = []): boolean =>
    ofType(type).some(
      (one) => one.values['bucket'] === values['bucket'] && wanted.every((key) => one.values[key] === true),
    )
  return ofType('aws_s3_bucket').flatMap((bucket) => {
    const violations: string[] = []
    if (!has('aws_s3_bucket_public_access_block', bucket, PUBLIC_ACCESS_BLOCKS))
      violations.push('does not block public access')
    if (!has('aws_s3_bucket_server_side_encryption_configuration', bucket))
      violations.push('is not encrypted')
    return violations.map((violation) => `${bucket.address}: ${violation}`)
  })
}

/** Attributes that must be unique in an account and region. */
const NAME_ATTRIBUTES: readonly string[] = [
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

/** Types whose names are scoped to another resource or chosen by AWS. */
const SCOPED_TYPES = [
  'aws_default_security_group',
  'aws_iam_role_policy',
  'aws_route53_record',
  'aws_service_discovery_service',
]

function checkNames({ address, type, values }: Resource, name: string): string[] {
  if (SCOPED_TYPES.includes(type) || !type.startsWith('aws_')) return []
  const isDerived = (value: string): boolean =>
    value === name ||
    value.startsWith(`${name}-`) ||
    value.startsWith(`${name}.`) ||
    value.startsWith(`/${name}/`) ||
    // RDS chooses the names of its log groups.
    value.startsWith(`/aws/rds/cluster/${name}-`)
  return NAME_ATTRIBUTES.flatMap((attribute) => {
    const value = values[attribute]
    if (typeof value !== 'string' || value === '' || isDerived(value)) return []
    return [`${address}: ${attribute} ${value} does not start with ${name}`]
  })
}
