import { type AwsCall, awsCalls } from '../../testkit/aws/calls'
import type { StackEnvironment } from '../../testkit/runner/stack-environment'

/** Resource types of the stack with the calls that list them. */
const LISTS: readonly AwsCall[] = [
  ['acm', 'list-certificates', 'CertificateSummaryList[].CertificateArn'],
  [
    'application-autoscaling',
    'describe-scalable-targets',
    'ScalableTargets[].ResourceId',
    { ServiceNamespace: 'ecs' },
  ],
  ['autoscaling', 'describe-auto-scaling-groups', 'AutoScalingGroups[].AutoScalingGroupName'],
  ['cloudformation', 'list-stacks', "StackSummaries[?StackStatus!='DELETE_COMPLETE'].StackName"],
  ['cloudfront', 'list-distributions', 'DistributionList.Items[].Comment'],
  ['cloudfront', 'list-vpc-origins', 'VpcOriginList.Items[].Id'],
  ['cloudwatch', 'describe-alarms', 'MetricAlarms[].AlarmName'],
  ['cloudwatch', 'list-dashboards', 'DashboardEntries[].DashboardName'],
  ['dlm', 'get-lifecycle-policies', 'Policies[].PolicyId'],
  ['ec2', 'describe-addresses', 'Addresses[].AllocationId'],
  ['ec2', 'describe-launch-templates', 'LaunchTemplates[].LaunchTemplateName'],
  ['ec2', 'describe-nat-gateways', "NatGateways[?State!='deleted'].NatGatewayId"],
  ['ec2', 'describe-security-groups', 'SecurityGroups[].[VpcId,GroupName]'],
  ['ec2', 'describe-snapshots', 'Snapshots[].VolumeId', { OwnerIds: ['self'] }],
  ['ec2', 'describe-subnets', 'Subnets[].SubnetId'],
  ['ec2', 'describe-volumes', 'Volumes[].VolumeId'],
  ['ec2', 'describe-vpcs', 'Vpcs[].VpcId'],
  ['ec2', 'describe-vpc-endpoints', "VpcEndpoints[?State!='deleted'].VpcEndpointId"],
  ['ecs', 'list-clusters', 'clusterArns'],
  ['ecs', 'list-task-definitions', 'taskDefinitionArns', { status: 'ACTIVE' }],
  ['elasticache', 'describe-cache-parameter-groups', 'CacheParameterGroups[].CacheParameterGroupName'],
  ['elasticache', 'describe-replication-groups', 'ReplicationGroups[].ReplicationGroupId'],
  ['elasticache', 'describe-snapshots', 'Snapshots[].SnapshotName'],
  ['elasticache', 'describe-users', 'Users[].UserId'],
  ['elasticache', 'describe-user-groups', 'UserGroups[].UserGroupId'],
  ['elbv2', 'describe-load-balancers', 'LoadBalancers[].LoadBalancerName'],
  ['elbv2', 'describe-target-groups', 'TargetGroups[].TargetGroupName'],
  ['iam', 'list-instance-profiles', 'InstanceProfiles[].InstanceProfileName'],
  ['iam', 'list-policies', 'Policies[].PolicyName', { Scope: 'Local' }],
  ['iam', 'list-roles', 'Roles[].RoleName'],
  ['logs', 'describe-log-groups', 'logGroups[].logGroupName'],
  ['rds', 'describe-db-cluster-parameter-groups', 'DBClusterParameterGroups[].DBClusterParameterGroupName'],
  ['rds', 'describe-db-clusters', 'DBClusters[].DBClusterIdentifier'],
  [
    'rds',
    'describe-db-cluster-snapshots',
    'DBClusterSnapshots[].DBClusterSnapshotIdentifier',
    { SnapshotType: 'manual' },
  ],
  ['rds', 'describe-db-instances', 'DBInstances[].DBInstanceIdentifier'],
  ['rds', 'describe-db-subnet-groups', 'DBSubnetGroups[].DBSubnetGroupName'],
  ['s3', 'list-buckets', 'Buckets[].Name'],
  ['scheduler', 'list-schedules', 'Schedules[].Name'],
  ['secretsmanager', 'list-secrets', 'SecretList[].Name'],
  ['servicediscovery', 'list-namespaces', 'Namespaces[].Name'],
  ['sns', 'list-topics', 'Topics[].TopicArn'],
  ['ssm', 'describe-parameters', 'Parameters[].Name'],
]

/** Lists all resources of the account, one per line. */
export async function inventory({ awsEnv }: StackEnvironment): Promise<string[]> {
  const results = await awsCalls(LISTS, awsEnv)
  return LISTS.flatMap(([service, operation], index) => {
    const found = results[index]
    const all: unknown[] = Array.isArray(found) ? found : []
    return all.map((one) => `${service} ${operation}: ${typeof one === 'string' ? one : JSON.stringify(one)}`)
  }).sort()
}

/** All secret values in Secrets Manager. */
export async function secretValues({ awsEnv }: StackEnvironment): Promise<string[]> {
  const [names] = await awsCalls([['secretsmanager', 'list-secrets', 'SecretList[].ARN']], awsEnv)
  const reads = (names as readonly string[]).map((SecretId): AwsCall => [
    'secretsmanager',
    'get-secret-value',
    'SecretString',
    { SecretId },
  ])
  return (await awsCalls(reads, awsEnv)).map(String).flatMap((text) => {
    if (!text.startsWith('{')) return [text]
    const { password, secret_key } = JSON.parse(text) as { password?: string; secret_key?: string }
    return [password, secret_key].filter((value) => value !== undefined)
  })
}
