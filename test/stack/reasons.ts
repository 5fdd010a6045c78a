import type { Reasons } from './policy'

const ACCOUNT_WIDE = 'knows no resources: IAM takes only * for it'

/** Every `*` that the policies of terraform/langfuse may have. */
export const WILDCARDS: Reasons = {
  'ecr:GetAuthorizationToken': ACCOUNT_WIDE,
  'ecs:DiscoverPollEndpoint': ACCOUNT_WIDE,
  'ec2:DescribeInstances': ACCOUNT_WIDE,
  'ec2:DescribeVolumes': ACCOUNT_WIDE,
  'ec2:DescribeSnapshots': ACCOUNT_WIDE,
  'cloudwatch:PutMetricData': `${ACCOUNT_WIDE}; a condition holds it to the stack's namespace`,
  'ec2:AttachVolume instance/*':
    'the id of an instance is new each time; a condition holds it to the tag of the stack',
  'ec2:CreateSnapshot snapshot/*': 'a snapshot has no id before it is there; the volume is named',
  'ec2:CreateTags snapshot/*': 'a condition holds it to snapshots that the same call makes',
  'ec2:DeleteSnapshot snapshot/*': 'a condition holds it to the tag of the stack',
  // The endpoint's policy is AWS's default; what may be done through it is for the tasks' roles to say.
  '*': 'the default policy of the S3 gateway endpoint',
}
