import type { WildcardReasons } from './policy-wildcards'

const NO_RESOURCE_LEVEL = 'does not support resource-level permissions'

/** All wildcards that the policies of terraform/langfuse may contain. */
export const WILDCARD_REASONS: WildcardReasons = {
  'ecr:GetAuthorizationToken': NO_RESOURCE_LEVEL,
  'ecs:DiscoverPollEndpoint': NO_RESOURCE_LEVEL,
  'ec2:DescribeInstances': NO_RESOURCE_LEVEL,
  'ec2:DescribeVolumes': NO_RESOURCE_LEVEL,
  'ec2:DescribeSnapshots': NO_RESOURCE_LEVEL,
  'cloudwatch:PutMetricData': `${NO_RESOURCE_LEVEL}; a condition limits the namespace`,
  'ec2:AttachVolume instance/*':
    'the instance ID is unknown before launch; a condition requires the Name tag of the stack',
  'ec2:CreateSnapshot snapshot/*': 'the snapshot ID is unknown before creation; the policy names the volume',
  'ec2:CreateTags snapshot/*': 'snapshots are tagged on creation, and their IDs are unknown before',
  'ec2:DeleteSnapshot snapshot/*': 'a condition requires the tag of the stack',
  // The task roles limit access through the endpoint.
  '*': 'default policy of the S3 gateway endpoint',
}
