import type { Resource } from '../../test/stack/state'
import { type Json, NO_VALUE } from './conditional'

/** The variables with which bootstrap is planned. Each value occurs nowhere else, so it can be replaced by a parameter. */
export const PLANNED = {
  region: 'eu-central-1',
  name: 'zzname',
  repository: 'zzowner/zzrepository',
  repository_id: 111_111_111,
  owner_id: 222_222_222,
  branch: 'zzbranch',
  environment: 'zzenvironment',
} as const
export const ZONE_ID = 'ZZZZZZZZZZZZZ'
export const KEY_ARN = 'arn:aws:kms:eu-central-1:123456789012:key/zzkey'
export const LISTENER = 'app/zz/0000000000000000/0000000000000000'
export const LISTENER_ARN = `arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener/${LISTENER}`
export const SETTINGS = {
  repository: 'zzsource/zzcode',
  version: 'c'.repeat(40),
  previous: 'd'.repeat(40),
} as const

/** Planned values and what Fn::Sub has in their place; longer ones first. */
const SUBSTITUTIONS: readonly (readonly [string, string])[] = [
  [KEY_ARN, '${KmsKeyArn}'],
  [LISTENER, '${Listener}'],
  [PLANNED.repository, '${Owner}/${RepositoryName}'],
  ['zzowner', '${Owner}'],
  ['zzrepository', '${RepositoryName}'],
  ['arn:aws:', 'arn:${AWS::Partition}:'],
  ['123456789012', '${AWS::AccountId}'],
  [PLANNED.region, '${AWS::Region}'],
  [PLANNED.name, '${Name}'],
  [String(PLANNED.repository_id), '${RepositoryId}'],
  [String(PLANNED.owner_id), '${OwnerId}'],
  [PLANNED.branch, '${Branch}'],
  [PLANNED.environment, '${Environment}'],
  [ZONE_ID, '${HostedZoneId}'],
  [SETTINGS.repository, '${SettingsRepository}'],
  [SETTINGS.version, '${SettingsVersion}'],
  [SETTINGS.previous, '${PreviousSettingsVersion}'],
]

/** Replaces planned values by parameters. */
export function substitute(value: Json): Json {
  if (typeof value === 'string') {
    const replaced = SUBSTITUTIONS.reduce(
      (text, [from, to]) => text.replaceAll(from, to),
      value.replaceAll('${', '${!'),
    )
    const [, only] = /^\$\{([A-Za-z:]+)\}$/.exec(replaced) ?? []
    if (only !== undefined) return { Ref: only }
    const text = replaced === value ? value : { 'Fn::Sub': replaced }
    return value.includes(SETTINGS.previous)
      ? { 'Fn::If': ['HasPreviousSettingsVersion', text, NO_VALUE] }
      : text
  }
  if (Array.isArray(value)) return value.map((element: Json) => substitute(element))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, substitute(inner)]))
}

type Values = Readonly<Record<string, unknown>>
type Template = Record<string, Json>

const pascal = (text: string): string =>
  text
    .replaceAll(/(?:^|[^A-Za-z0-9]+)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
    .replaceAll(/[^A-Za-z0-9]/g, '')

/** Returns the logical ID of a resource: `aws_iam_policy.deploy["data"]` is DeployDataPolicy. */
const logicalId = (address: string, suffix: string): string =>
  `${pascal(keyOf({ address })).replace(/^Small/, '')}${suffix}`

/** Returns what an attachment has in common with its policy: `deploy["data"]`. */
const keyOf = ({ address }: Pick<Resource, 'address'>): string => address.slice(address.indexOf('.') + 1)

const parse = (text: unknown): Json => JSON.parse(String(text)) as Json

const tagsOf = (values: Values): Json =>
  Object.entries((values['tags_all'] ?? {}) as Record<string, string>).map(([Key, Value]) => ({ Key, Value }))

/**
 * Converts the resources of a plan of terraform/bootstrap to those of a CloudFormation template.
 *
 * @throws Error for a type of resource that it does not know
 */
export function convertResources(resources: readonly Resource[]): Readonly<Record<string, Json>> {
  const found: Template = {}
  const ofType = (type: string): readonly Resource[] => resources.filter((one) => one.type === type)
  const unknown = resources.filter(({ type }) => !KNOWN_TYPES.has(type))
  if (unknown.length > 0)
    throw new Error(`no CloudFormation form of ${unknown.map(({ address }) => address).join(', ')}`)

  for (const { address, values } of ofType('aws_iam_policy')) {
    const [attachment] = ofType('aws_iam_role_policy_attachment').filter(
      (one) => keyOf(one) === keyOf({ address }),
    )
    const role = ofType('aws_iam_role').find((one) => one.values['name'] === attachment?.values['role'])
    found[logicalId(address, 'Policy')] = {
      Type: 'AWS::IAM::ManagedPolicy',
      Properties: {
        ManagedPolicyName: String(values['name']),
        Description: String(values['description']),
        PolicyDocument: parse(values['policy']),
        ...(role !== undefined && { Roles: [{ Ref: logicalId(role.address, 'Role') }] }),
      },
    }
  }
  for (const role of ofType('aws_iam_role'))
    found[logicalId(role.address, 'Role')] = convertRole(role, ofType)
  for (const { values } of ofType('aws_iam_openid_connect_provider'))
    found['IdentityProvider'] = {
      Type: 'AWS::IAM::OIDCProvider',
      Condition: 'CreatesIdentityProvider',
      Properties: {
        Url: String(values['url']),
        ClientIdList: values['client_id_list'] as Json,
        Tags: tagsOf(values),
      },
    }
  for (const { values } of ofType('aws_ssm_parameter'))
    found['BoundaryParameter'] = {
      Type: 'AWS::SSM::Parameter',
      // The stack that finds the ARN uses the policy.
      DependsOn: 'BoundaryPolicy',
      Properties: {
        Name: String(values['name']),
        Description: String(values['description']),
        Type: String(values['type']),
        Value: String(values['value']),
        Tags: (values['tags_all'] ?? {}) as Json,
      },
    }
  return { ...found, ...convertBucket((type) => ofType(type)[0]?.values ?? {}) }
}

const KNOWN_TYPES: ReadonlySet<string> = new Set([
  'aws_iam_openid_connect_provider',
  'aws_iam_policy',
  'aws_iam_role',
  'aws_iam_role_policy',
  'aws_iam_role_policy_attachment',
  'aws_s3_bucket',
  'aws_s3_bucket_lifecycle_configuration',
  'aws_s3_bucket_ownership_controls',
  'aws_s3_bucket_policy',
  'aws_s3_bucket_public_access_block',
  'aws_s3_bucket_server_side_encryption_configuration',
  'aws_s3_bucket_versioning',
  'aws_ssm_parameter',
  // An output of the template has the commands.
  'terraform_data',
])

/** Converts a role with its inline policies. */
function convertRole({ values }: Resource, ofType: (type: string) => readonly Resource[]): Json {
  const name = String(values['name'])
  const inline = ofType('aws_iam_role_policy').filter((one) => one.values['role'] === name)
  return {
    Type: 'AWS::IAM::Role',
    Properties: {
      RoleName: name,
      Description: String(values['description']),
      AssumeRolePolicyDocument: parse(values['assume_role_policy']),
      MaxSessionDuration: Number(values['max_session_duration']),
      ...(inline.length > 0 && {
        Policies: inline.map((one) => ({
          PolicyName: String(one.values['name']),
          PolicyDocument: parse(one.values['policy']),
        })),
      }),
      Tags: tagsOf(values),
    },
  }
}

const first = (value: unknown): Values => (Array.isArray(value) ? ((value[0] ?? {}) as Values) : {})

function convertBucket(valuesOf: (type: string) => Values): Template {
  const access = valuesOf('aws_s3_bucket_public_access_block')
  const encryption = first(valuesOf('aws_s3_bucket_server_side_encryption_configuration')['rule'])
  const { rule: rules } = valuesOf('aws_s3_bucket_lifecycle_configuration')
  return {
    StateBucket: {
      Type: 'AWS::S3::Bucket',
      // It contains the states of stacks that outlive this one.
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        BucketName: String(valuesOf('aws_s3_bucket')['bucket']),
        VersioningConfiguration: {
          Status: String(first(valuesOf('aws_s3_bucket_versioning')['versioning_configuration'])['status']),
        },
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [
            {
              ServerSideEncryptionByDefault: {
                SSEAlgorithm: String(
                  first(encryption['apply_server_side_encryption_by_default'])['sse_algorithm'],
                ),
              },
            },
          ],
        },
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: access['block_public_acls'] as Json,
          BlockPublicPolicy: access['block_public_policy'] as Json,
          IgnorePublicAcls: access['ignore_public_acls'] as Json,
          RestrictPublicBuckets: access['restrict_public_buckets'] as Json,
        },
        OwnershipControls: {
          Rules: [
            {
              ObjectOwnership: String(
                first(valuesOf('aws_s3_bucket_ownership_controls')['rule'])['object_ownership'],
              ),
            },
          ],
        },
        LifecycleConfiguration: { Rules: (rules as readonly Values[]).map(convertLifecycleRule) },
        Tags: tagsOf(valuesOf('aws_s3_bucket')),
      },
    },
    StateBucketPolicy: {
      Type: 'AWS::S3::BucketPolicy',
      Properties: {
        Bucket: { Ref: 'StateBucket' },
        PolicyDocument: parse(valuesOf('aws_s3_bucket_policy')['policy']),
      },
    },
  }
}

function convertLifecycleRule(rule: Values): Json {
  const expiration = first(rule['expiration'])
  const abort = first(rule['abort_incomplete_multipart_upload'])
  const { prefix } = first(rule['filter'])
  return {
    Id: String(rule['id']),
    Status: String(rule['status']),
    ...(typeof prefix === 'string' && prefix !== '' && { Prefix: prefix }),
    NoncurrentVersionExpiration: {
      NoncurrentDays: Number(first(rule['noncurrent_version_expiration'])['noncurrent_days']),
    },
    ...(Number(expiration['days'] ?? 0) > 0 && { ExpirationInDays: Number(expiration['days']) }),
    ...(expiration['expired_object_delete_marker'] === true && { ExpiredObjectDeleteMarker: true }),
    ...(abort['days_after_initiation'] !== undefined && {
      AbortIncompleteMultipartUpload: { DaysAfterInitiation: Number(abort['days_after_initiation']) },
    }),
  }
}
