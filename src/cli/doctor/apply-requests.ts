/**
 * Changes that the deploy role makes in a stack's first apply and its updates: actions of one service, resource, and context of
 * the request, with STACK, ACCOUNT and REGION for those of the stack. The end-to-end test records them;
 * `UPDATE_REQUESTS=1 npx jest test/stack/deploy-policies.test.ts` writes this file.
 */
export const APPLY_REQUESTS = `
acm:AddTagsToCertificate,RequestCertificate * aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
application-autoscaling:PutScalingPolicy arn:aws:application-autoscaling:REGION:ACCOUNT:scalable-target/0 application-autoscaling:service-namespace=ecs aws:RequestedRegion=REGION
application-autoscaling:RegisterScalableTarget,TagResource arn:aws:application-autoscaling:REGION:ACCOUNT:scalable-target/0 application-autoscaling:service-namespace=ecs aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
autoscaling:CreateAutoScalingGroup,CreateOrUpdateTags arn:aws:autoscaling:REGION:ACCOUNT:autoScalingGroup:0:autoScalingGroupName/STACK-clickhouse aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
autoscaling:UpdateAutoScalingGroup arn:aws:autoscaling:REGION:ACCOUNT:autoScalingGroup:0:autoScalingGroupName/STACK-clickhouse aws:RequestedRegion=REGION
cloudformation:CreateStack,TagResource,UpdateStack arn:aws:cloudformation:REGION:ACCOUNT:stack/STACK-secrets/0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
cloudfront:CreateDistribution,CreateVpcOrigin,TagResource * aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=us-east-1
cloudfront:UpdateDistribution arn:aws:cloudfront::ACCOUNT:distribution/0 aws:RequestedRegion=us-east-1 aws:ResourceTag/managed-by=langfuse-deploy aws:ResourceTag/stack=STACK
cloudwatch:PutDashboard arn:aws:cloudwatch::ACCOUNT:dashboard/STACK aws:RequestedRegion=REGION
cloudwatch:PutMetricAlarm,TagResource arn:aws:cloudwatch:REGION:ACCOUNT:alarm:STACK-backup-missed aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
dlm:CreateLifecyclePolicy,TagResource * aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
ec2:AllocateAddress arn:aws:ec2:REGION:ACCOUNT:elastic-ip/0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
ec2:AssociateRouteTable,CreateRoute arn:aws:ec2:REGION:ACCOUNT:route-table/rtb-0 aws:RequestedRegion=REGION aws:ResourceTag/managed-by=langfuse-deploy aws:ResourceTag/stack=STACK
ec2:AttachInternetGateway arn:aws:ec2:REGION:ACCOUNT:internet-gateway/igw-0 aws:RequestedRegion=REGION aws:ResourceTag/managed-by=langfuse-deploy aws:ResourceTag/stack=STACK
ec2:AuthorizeSecurityGroupEgress,AuthorizeSecurityGroupIngress arn:aws:ec2:REGION:ACCOUNT:security-group/sg-0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION aws:ResourceTag/managed-by=langfuse-deploy aws:ResourceTag/stack=STACK
ec2:CreateInternetGateway arn:aws:ec2:REGION:ACCOUNT:internet-gateway/0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
ec2:CreateLaunchTemplate arn:aws:ec2:REGION:ACCOUNT:launch-template/0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
ec2:CreateNatGateway arn:aws:ec2:REGION:ACCOUNT:elastic-ip/eipalloc-0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION aws:ResourceTag/managed-by=langfuse-deploy aws:ResourceTag/stack=STACK
ec2:CreateNatGateway arn:aws:ec2:REGION:ACCOUNT:natgateway/0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
ec2:CreateRouteTable arn:aws:ec2:REGION:ACCOUNT:route-table/0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
ec2:CreateRouteTable,CreateSecurityGroup,CreateSubnet arn:aws:ec2:REGION:ACCOUNT:vpc/vpc-0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION aws:ResourceTag/managed-by=langfuse-deploy aws:ResourceTag/stack=STACK
ec2:CreateSecurityGroup arn:aws:ec2:REGION:ACCOUNT:security-group/0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
ec2:CreateSnapshot arn:aws:ec2:REGION::snapshot/0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
ec2:CreateSnapshot arn:aws:ec2:REGION:ACCOUNT:volume/vol-0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION aws:ResourceTag/managed-by=langfuse-deploy aws:ResourceTag/stack=STACK
ec2:CreateSubnet arn:aws:ec2:REGION:ACCOUNT:subnet/0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
ec2:CreateTags arn:aws:ec2:REGION::snapshot/0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION ec2:CreateAction=CreateSnapshot
ec2:CreateTags arn:aws:ec2:REGION:ACCOUNT:elastic-ip/0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION ec2:CreateAction=AllocateAddress
ec2:CreateTags arn:aws:ec2:REGION:ACCOUNT:internet-gateway/0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION ec2:CreateAction=CreateInternetGateway
ec2:CreateTags arn:aws:ec2:REGION:ACCOUNT:launch-template/0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION ec2:CreateAction=CreateLaunchTemplate
ec2:CreateTags arn:aws:ec2:REGION:ACCOUNT:natgateway/0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION ec2:CreateAction=CreateNatGateway
ec2:CreateTags arn:aws:ec2:REGION:ACCOUNT:route-table/0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION ec2:CreateAction=CreateRouteTable
ec2:CreateTags arn:aws:ec2:REGION:ACCOUNT:security-group/0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION ec2:CreateAction=CreateSecurityGroup
ec2:CreateTags arn:aws:ec2:REGION:ACCOUNT:security-group/sg-0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
ec2:CreateTags arn:aws:ec2:REGION:ACCOUNT:subnet/0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION ec2:CreateAction=CreateSubnet
ec2:CreateTags arn:aws:ec2:REGION:ACCOUNT:volume/0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION ec2:CreateAction=CreateVolume
ec2:CreateTags arn:aws:ec2:REGION:ACCOUNT:vpc-endpoint/0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION ec2:CreateAction=CreateVpcEndpoint
ec2:CreateTags arn:aws:ec2:REGION:ACCOUNT:vpc/0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION ec2:CreateAction=CreateVpc
ec2:CreateVolume arn:aws:ec2:REGION:ACCOUNT:volume/0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
ec2:CreateVpc arn:aws:ec2:REGION:ACCOUNT:vpc/0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
ec2:CreateVpcEndpoint arn:aws:ec2:REGION:ACCOUNT:route-table/rtb-0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION aws:ResourceTag/managed-by=langfuse-deploy aws:ResourceTag/stack=STACK
ec2:CreateVpcEndpoint arn:aws:ec2:REGION:ACCOUNT:vpc-endpoint/0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
ec2:ModifyVpcAttribute arn:aws:ec2:REGION:ACCOUNT:vpc/vpc-0 aws:RequestedRegion=REGION aws:ResourceTag/managed-by=langfuse-deploy aws:ResourceTag/stack=STACK
ec2:RevokeSecurityGroupEgress,RevokeSecurityGroupIngress arn:aws:ec2:REGION:ACCOUNT:security-group/sg-0 aws:RequestedRegion=REGION aws:ResourceTag/managed-by=langfuse-deploy aws:ResourceTag/stack=STACK
ecs:CreateCapacityProvider,TagResource arn:aws:ecs:REGION:ACCOUNT:capacity-provider/STACK-clickhouse aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
ecs:CreateCluster arn:aws:ecs:REGION:ACCOUNT:cluster/STACK aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
ecs:CreateService arn:aws:ecs:REGION:ACCOUNT:service/STACK/STACK-clickhouse aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
ecs:DeregisterTaskDefinition * aws:RequestedRegion=REGION
ecs:PutClusterCapacityProviders arn:aws:ecs:REGION:ACCOUNT:cluster/STACK aws:RequestedRegion=REGION
ecs:RegisterTaskDefinition arn:aws:ecs:REGION:ACCOUNT:task-definition/STACK-backup:1 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
ecs:RunTask arn:aws:ecs:REGION:ACCOUNT:task-definition/STACK-migration:1 aws:RequestedRegion=REGION
ecs:UpdateService arn:aws:ecs:REGION:ACCOUNT:service/STACK/STACK-clickhouse aws:RequestedRegion=REGION
elasticache:AddTagsToResource,CreateCacheParameterGroup,CreateReplicationGroup arn:aws:elasticache:REGION:ACCOUNT:parametergroup:STACK-valkey8 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
elasticache:CreateCacheSubnetGroup arn:aws:elasticache:REGION:ACCOUNT:subnetgroup:STACK-valkey aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
elasticache:CreateUser arn:aws:elasticache:REGION:ACCOUNT:user:STACK-valkey aws:CalledVia=cloudformation.amazonaws.com aws:RequestedRegion=REGION
elasticache:CreateUserGroup arn:aws:elasticache:REGION:ACCOUNT:usergroup:STACK-valkey aws:CalledVia=cloudformation.amazonaws.com aws:RequestedRegion=REGION
elasticache:ModifyCacheParameterGroup arn:aws:elasticache:REGION:ACCOUNT:parametergroup:STACK-valkey8 aws:RequestedRegion=REGION
elasticloadbalancing:AddTags,CreateRule arn:aws:elasticloadbalancing:REGION:ACCOUNT:listener/app/STACK/0/0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
elasticloadbalancing:CreateListener,CreateLoadBalancer arn:aws:elasticloadbalancing:REGION:ACCOUNT:loadbalancer/app/STACK/0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
elasticloadbalancing:CreateTargetGroup arn:aws:elasticloadbalancing:REGION:ACCOUNT:targetgroup/STACK-grafana/0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
elasticloadbalancing:ModifyListenerAttributes arn:aws:elasticloadbalancing:REGION:ACCOUNT:listener/app/STACK/0/0 aws:RequestedRegion=REGION
elasticloadbalancing:ModifyLoadBalancerAttributes arn:aws:elasticloadbalancing:REGION:ACCOUNT:loadbalancer/app/STACK/0 aws:RequestedRegion=REGION
elasticloadbalancing:ModifyTargetGroupAttributes arn:aws:elasticloadbalancing:REGION:ACCOUNT:targetgroup/STACK-grafana/0 aws:RequestedRegion=REGION
iam:AddRoleToInstanceProfile arn:aws:iam::ACCOUNT:instance-profile/STACK-clickhouse-instance aws:RequestedRegion=us-east-1 iam:PermissionsBoundary=arn:aws:iam::ACCOUNT:policy/STACK-boundary
iam:CreateInstanceProfile arn:aws:iam::ACCOUNT:instance-profile/STACK-clickhouse-instance aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=us-east-1
iam:CreateRole arn:aws:iam::ACCOUNT:role/STACK-backup-execution aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=us-east-1 iam:PermissionsBoundary=arn:aws:iam::ACCOUNT:policy/STACK-boundary
iam:PassRole arn:aws:iam::ACCOUNT:role/STACK-backup-execution aws:RequestedRegion=REGION iam:PassedToService=ecs-tasks.amazonaws.com
iam:PassRole arn:aws:iam::ACCOUNT:role/STACK-backup-schedule aws:RequestedRegion=REGION iam:PassedToService=scheduler.amazonaws.com
iam:PassRole arn:aws:iam::ACCOUNT:role/STACK-snapshots aws:RequestedRegion=REGION iam:PassedToService=dlm.amazonaws.com
iam:PutRolePolicy arn:aws:iam::ACCOUNT:role/STACK-backup-execution aws:RequestedRegion=us-east-1 iam:PermissionsBoundary=arn:aws:iam::ACCOUNT:policy/STACK-boundary
logs:CreateLogGroup,TagResource arn:aws:logs:REGION:ACCOUNT:log-group:/aws/rds/cluster/STACK-postgres/postgresql aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
logs:PutMetricFilter arn:aws:logs:REGION:ACCOUNT:log-group:/STACK/backup aws:RequestedRegion=REGION
logs:PutRetentionPolicy arn:aws:logs:REGION:ACCOUNT:log-group:/aws/rds/cluster/STACK-postgres/postgresql aws:RequestedRegion=REGION
rds:AddTagsToResource,CreateDBCluster,CreateDBClusterParameterGroup arn:aws:rds:REGION:ACCOUNT:cluster-pg:STACK-postgres16 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
rds:CreateDBInstance arn:aws:rds:REGION:ACCOUNT:db:STACK-postgres-1 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
rds:CreateDBSubnetGroup arn:aws:rds:REGION:ACCOUNT:subgrp:STACK-postgres aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
rds:ModifyDBCluster arn:aws:rds:REGION:ACCOUNT:cluster:STACK-postgres aws:RequestedRegion=REGION
rds:ModifyDBClusterParameterGroup arn:aws:rds:REGION:ACCOUNT:cluster-pg:STACK-postgres16 aws:RequestedRegion=REGION
s3:CreateBucket,PutBucketOwnershipControls,PutBucketPolicy,PutBucketPublicAccessBlock,PutBucketTagging,PutBucketVersioning,PutEncryptionConfiguration,PutLifecycleConfiguration arn:aws:s3:::STACK-backups-ACCOUNT-REGION aws:RequestedRegion=REGION
s3:PutBucketCORS arn:aws:s3:::STACK-blobs-ACCOUNT-REGION aws:RequestedRegion=REGION
s3:PutObject arn:aws:s3:::tfstate-STACK-ACCOUNT/STACK/terraform.tfstate.tflock aws:RequestedRegion=REGION s3:if-none-match=*
s3:PutObject arn:aws:s3:::tfstate-STACK-ACCOUNT/applies/1/0/STACK.json aws:RequestedRegion=REGION
scheduler:CreateSchedule arn:aws:scheduler:REGION:ACCOUNT:schedule/default/STACK-backup aws:RequestedRegion=REGION
secretsmanager:CreateSecret,TagResource arn:aws:secretsmanager:REGION:ACCOUNT:secret:STACK/api-keys-000000 aws:CalledVia=cloudformation.amazonaws.com aws:RequestedRegion=REGION
servicediscovery:CreatePrivateDnsNamespace,TagResource * aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
servicediscovery:CreateService arn:aws:servicediscovery:REGION:ACCOUNT:namespace/ns-0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION aws:ResourceTag/managed-by=langfuse-deploy aws:ResourceTag/stack=STACK
sns:CreateTopic,TagResource arn:aws:sns:REGION:ACCOUNT:STACK-alarms aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
sns:SetTopicAttributes,Subscribe arn:aws:sns:REGION:ACCOUNT:STACK-alarms aws:RequestedRegion=REGION
`
