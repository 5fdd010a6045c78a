import type { RecordedCall } from './recorded-call'

/** IAM prefixes that differ from the name in the signature. */
const PREFIXES: Readonly<Record<string, string>> = { monitoring: 'cloudwatch' }

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html
const S3: Readonly<Record<string, string>> = {
  'DELETE bucket': 'DeleteBucket',
  'DELETE bucket cors': 'PutBucketCORS',
  'DELETE bucket encryption': 'PutEncryptionConfiguration',
  'DELETE bucket lifecycle': 'PutLifecycleConfiguration',
  'DELETE bucket ownershipControls': 'PutBucketOwnershipControls',
  'DELETE bucket policy': 'DeleteBucketPolicy',
  'DELETE bucket publicAccessBlock': 'PutBucketPublicAccessBlock',
  'DELETE bucket tagging': 'PutBucketTagging',
  'DELETE object': 'DeleteObject',
  'DELETE object versionId': 'DeleteObjectVersion',
  'GET bucket': 'ListBucket',
  'GET bucket accelerate': 'GetAccelerateConfiguration',
  'GET bucket acl': 'GetBucketAcl',
  'GET bucket cors': 'GetBucketCORS',
  'GET bucket encryption': 'GetEncryptionConfiguration',
  'GET bucket lifecycle': 'GetLifecycleConfiguration',
  'GET bucket list-type': 'ListBucket',
  'GET bucket location': 'GetBucketLocation',
  'GET bucket logging': 'GetBucketLogging',
  'GET bucket object-lock': 'GetBucketObjectLockConfiguration',
  'GET bucket ownershipControls': 'GetBucketOwnershipControls',
  'GET bucket policy': 'GetBucketPolicy',
  'GET bucket publicAccessBlock': 'GetBucketPublicAccessBlock',
  'GET bucket replication': 'GetReplicationConfiguration',
  'GET bucket requestPayment': 'GetBucketRequestPayment',
  'GET bucket tagging': 'GetBucketTagging',
  'GET bucket versioning': 'GetBucketVersioning',
  'GET bucket versions': 'ListBucketVersions',
  'GET bucket website': 'GetBucketWebsite',
  'GET object': 'GetObject',
  'HEAD bucket': 'ListBucket',
  'HEAD object': 'GetObject',
  'POST bucket delete': 'DeleteObject',
  'PUT bucket': 'CreateBucket',
  'PUT bucket acl': 'PutBucketAcl',
  'PUT bucket cors': 'PutBucketCORS',
  'PUT bucket encryption': 'PutEncryptionConfiguration',
  'PUT bucket lifecycle': 'PutLifecycleConfiguration',
  'PUT bucket ownershipControls': 'PutBucketOwnershipControls',
  'PUT bucket policy': 'PutBucketPolicy',
  'PUT bucket publicAccessBlock': 'PutBucketPublicAccessBlock',
  'PUT bucket tagging': 'PutBucketTagging',
  'PUT bucket versioning': 'PutBucketVersioning',
  'PUT object': 'PutObject',
}

const RENAMED: Readonly<Record<string, string>> = {
  'cloudfront:CreateDistributionWithTags': 'CreateDistribution',
}

/** Action that AWS also authorizes if a call creates a resource with tags. */
const TAGGING: Readonly<Record<string, string>> = {
  acm: 'AddTagsToCertificate',
  'application-autoscaling': 'TagResource',
  autoscaling: 'CreateOrUpdateTags',
  cloudformation: 'TagResource',
  cloudfront: 'TagResource',
  cloudwatch: 'TagResource',
  dlm: 'TagResource',
  ec2: 'CreateTags',
  ecs: 'TagResource',
  elasticache: 'AddTagsToResource',
  elasticloadbalancing: 'AddTags',
  logs: 'TagResource',
  rds: 'AddTagsToResource',
  scheduler: 'TagResource',
  servicediscovery: 'TagResource',
  sns: 'TagResource',
}

/** Returns the tags that a call sets. */
export function requestTags({ params }: RecordedCall): Readonly<Record<string, string>> {
  const pairs: [string, string][] = []
  const visit = (value: unknown, depth: number): void => {
    if (depth > 4 || typeof value !== 'object' || value === null) return
    for (const [name, item] of Object.entries(value)) {
      if (/^tags$/i.test(name)) pairs.push(...asPairs(item))
      else if (!/^(?:LaunchTemplateData|PolicyDetails)$/.test(name)) visit(item, depth + 1)
    }
  }
  visit(params, 0)
  return Object.fromEntries(pairs)
}

function asPairs(tags: unknown): [string, string][] {
  if (typeof tags !== 'object' || tags === null) return []
  if ('Items' in tags) return asPairs(tags.Items)
  if (!Array.isArray(tags)) return Object.entries(tags).map(([key, value]) => [key, String(value)])
  return tags.map((tag: Record<string, unknown>) => [
    String(tag['Key'] ?? tag['key']),
    String(tag['Value'] ?? tag['value']),
  ])
}

/** Returns the IAM actions that AWS authorizes for a call. */
export function actionsOf(call: RecordedCall): string[] {
  const service = PREFIXES[call.service] ?? call.service
  if (service === 's3') {
    const action = S3[call.operation]
    if (action === undefined)
      throw new Error(`test/stack/calls/actions.ts has no action for S3's ${call.operation}`)
    return [`s3:${action}`]
  }
  // Returns the identity of any caller.
  if (service === 'sts') return []
  const name = RENAMED[`${service}:${call.operation}`] ?? call.operation
  const creates = /^(?:Allocate|Create|Put|Register|Request|Run)/.test(name) && !/Tags$/.test(name)
  const tag = creates && Object.keys(requestTags(call)).length > 0 ? TAGGING[service] : undefined
  return [`${service}:${name}`, ...(tag === undefined ? [] : [`${service}:${tag}`])]
}
