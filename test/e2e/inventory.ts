import type { StackEnvironment } from '../../testkit/runner/stack-environment'

/** Resource types of the stack with the AWS CLI calls that list them. */
const LISTS: readonly (readonly [service: string, operation: string, query: string])[] = [
  ['acm', 'list-certificates', 'CertificateSummaryList[].CertificateArn'],
  [
    'application-autoscaling',
    'describe-scalable-targets --service-namespace ecs',
    'ScalableTargets[].ResourceId',
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
  ['ec2', 'describe-snapshots --owner-ids self', 'Snapshots[].VolumeId'],
  ['ec2', 'describe-subnets', 'Subnets[].SubnetId'],
  ['ec2', 'describe-volumes', 'Volumes[].VolumeId'],
  ['ec2', 'describe-vpcs', 'Vpcs[].VpcId'],
  ['ec2', 'describe-vpc-endpoints', "VpcEndpoints[?State!='deleted'].VpcEndpointId"],
  ['ecs', 'list-clusters', 'clusterArns'],
  ['ecs', 'list-task-definitions --status ACTIVE', 'taskDefinitionArns'],
  ['elasticache', 'describe-cache-parameter-groups', 'CacheParameterGroups[].CacheParameterGroupName'],
  ['elasticache', 'describe-replication-groups', 'ReplicationGroups[].ReplicationGroupId'],
  ['elasticache', 'describe-snapshots', 'Snapshots[].SnapshotName'],
  ['elasticache', 'describe-users', 'Users[].UserId'],
  ['elasticache', 'describe-user-groups', 'UserGroups[].UserGroupId'],
  ['elbv2', 'describe-load-balancers', 'LoadBalancers[].LoadBalancerName'],
  ['elbv2', 'describe-target-groups', 'TargetGroups[].TargetGroupName'],
  ['iam', 'list-instance-profiles', 'InstanceProfiles[].InstanceProfileName'],
  ['iam', 'list-policies --scope Local', 'Policies[].PolicyName'],
  ['iam', 'list-roles', 'Roles[].RoleName'],
  ['logs', 'describe-log-groups', 'logGroups[].logGroupName'],
  ['rds', 'describe-db-cluster-parameter-groups', 'DBClusterParameterGroups[].DBClusterParameterGroupName'],
  ['rds', 'describe-db-clusters', 'DBClusters[].DBClusterIdentifier'],
  [
    'rds',
    'describe-db-cluster-snapshots --snapshot-type manual',
    'DBClusterSnapshots[].DBClusterSnapshotIdentifier',
  ],
  ['rds', 'describe-db-instances', 'DBInstances[].DBInstanceIdentifier'],
  ['rds', 'describe-db-subnet-groups', 'DBSubnetGroups[].DBSubnetGroupName'],
  ['s3api', 'list-buckets', 'Buckets[].Name'],
  ['scheduler', 'list-schedules', 'Schedules[].Name'],
  ['secretsmanager', 'list-secrets', 'SecretList[].Name'],
  ['servicediscovery', 'list-namespaces', 'Namespaces[].Name'],
  ['sns', 'list-topics', 'Topics[].TopicArn'],
  ['ssm', 'describe-parameters', 'Parameters[].Name'],
]

const AT_ONCE = 4

/** Lists all resources of the account, one per line. */
export async function inventory(environment: StackEnvironment): Promise<string[]> {
  const lines: string[] = []
  const left = [...LISTS]
  const work = async (): Promise<void> => {
    for (let list = left.pop(); list !== undefined; list = left.pop()) {
      const [service, operation, query] = list
      const found = await environment.aws(service, ...operation.split(' '), '--query', query)
      for (const one of Array.isArray(found) ? found : [])
        lines.push(
          `${service} ${operation.split(' ')[0] ?? ''}: ${typeof one === 'string' ? one : JSON.stringify(one)}`,
        )
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return lines.sort()
}

/** All secret values in Secrets Manager. */
export async function secretValues(environment: StackEnvironment): Promise<string[]> {
  const names = (await environment.aws(
    'secretsmanager',
    'list-secrets',
    '--query',
    'SecretList[].ARN',
  )) as string[]
  const texts = await Promise.all(
    names.map(async (name) => {
      const args = ['get-secret-value', '--secret-id', name, '--query', 'SecretString'] as const
      return String(await environment.aws('secretsmanager', ...args))
    }),
  )
  return texts.flatMap((text) => {
    if (!text.startsWith('{')) return [text]
    const { password, secret_key } = JSON.parse(text) as { password?: string; secret_key?: string }
    return [password, secret_key].filter((value) => value !== undefined)
  })
}
