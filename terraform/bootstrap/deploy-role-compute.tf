locals {
  deploy_compute_policy = {
    Version = "2012-10-17"
    Statement = [
      # Application Auto Scaling. The ARN of a scalable target contains an id, so a condition limits the namespace.
      {
        Sid    = "ScalableTargets"
        Effect = "Allow"
        Action = [
          "application-autoscaling:DeleteScalingPolicy",
          "application-autoscaling:DeleteScheduledAction",
          "application-autoscaling:DeregisterScalableTarget",
          "application-autoscaling:PutScalingPolicy",
          # Starts the worker again if an apply ends while it is stopped.
          "application-autoscaling:PutScheduledAction",
          "application-autoscaling:RegisterScalableTarget",
        ]
        Resource  = "${local.arn_prefix["application-autoscaling"]}:scalable-target/*"
        Condition = { StringEquals = { "application-autoscaling:service-namespace" = "ecs" } }
      },
      {
        Sid      = "ScalableTargetTags"
        Effect   = "Allow"
        Action   = ["application-autoscaling:TagResource", "application-autoscaling:UntagResource"]
        Resource = "${local.arn_prefix["application-autoscaling"]}:scalable-target/*"
      },
      # EC2. A new resource has no tags yet, and may be created in an existing VPC without the stack's tags.
      {
        Sid    = "CreateEc2Resources"
        Effect = "Allow"
        Action = [
          "ec2:AllocateAddress",
          "ec2:CreateInternetGateway",
          "ec2:CreateLaunchTemplate",
          "ec2:CreateNatGateway",
          "ec2:CreateNetworkInterface",
          "ec2:CreateRouteTable",
          "ec2:CreateSecurityGroup",
          "ec2:CreateSnapshot",
          "ec2:CreateSubnet",
          "ec2:CreateVolume",
          "ec2:CreateVpc",
          "ec2:CreateVpcEndpoint",
          "ec2:RunInstances",
        ]
        Resource  = "*"
        Condition = local.in_region
      },
      # Tags grant access, so only the call that creates a resource may set its first tags.
      {
        Sid       = "TagOnCreate"
        Effect    = "Allow"
        Action    = "ec2:CreateTags"
        Resource  = "*"
        Condition = { Null = { "ec2:CreateAction" = "false" } }
      },
      {
        Sid    = "ManageEc2Resources"
        Effect = "Allow"
        Action = [
          "ec2:AssociateAddress",
          "ec2:AssociateRouteTable",
          "ec2:AttachInternetGateway",
          "ec2:AttachVolume",
          "ec2:AuthorizeSecurityGroup*",
          "ec2:CreateLaunchTemplateVersion",
          "ec2:CreateRoute",
          "ec2:CreateTags",
          "ec2:Delete*",
          "ec2:DetachInternetGateway",
          "ec2:DetachVolume",
          "ec2:DisassociateRouteTable",
          "ec2:ModifyInstanceAttribute",
          "ec2:ModifyLaunchTemplate",
          "ec2:ModifySecurityGroupRules",
          "ec2:ModifySubnetAttribute",
          "ec2:ModifyVolume",
          "ec2:ModifyVpcAttribute",
          "ec2:ModifyVpcEndpoint",
          "ec2:ReleaseAddress",
          "ec2:ReplaceRoute",
          "ec2:ReplaceRouteTableAssociation",
          "ec2:RevokeSecurityGroup*",
          "ec2:StopInstances",
          "ec2:TerminateInstances",
          "ec2:UpdateSecurityGroupRuleDescriptions*",
        ]
        Resource  = "*"
        Condition = local.tagged_as_stack
      },
      # EC2 also authorizes the network interface of the NAT gateway, which has no tags.
      {
        Sid       = "DisassociateAddresses"
        Effect    = "Allow"
        Action    = "ec2:DisassociateAddress"
        Resource  = "*"
        Condition = local.in_region
      },
      # AWS creates the default security group of a VPC without tags; the stack revokes its rules and tags it.
      {
        Sid       = "DefaultSecurityGroup"
        Effect    = "Allow"
        Action    = ["ec2:CreateTags", "ec2:RevokeSecurityGroup*"]
        Resource  = "${local.arn_prefix["ec2"]}:security-group/*"
        Condition = { Null = { "aws:ResourceTag/stack" = "true" } }
      },
      # EC2 authorizes the rule in addition to its security group; the rule has no tags.
      {
        Sid    = "SecurityGroupRules"
        Effect = "Allow"
        Action = [
          "ec2:AuthorizeSecurityGroup*",
          "ec2:ModifySecurityGroupRules",
          "ec2:RevokeSecurityGroup*",
        ]
        Resource = "${local.arn_prefix["ec2"]}:security-group-rule/*"
      },
      # EC2 Auto Scaling
      {
        Sid    = "AutoScalingGroups"
        Effect = "Allow"
        Action = [
          "autoscaling:CancelInstanceRefresh",
          "autoscaling:CreateAutoScalingGroup",
          "autoscaling:CreateOrUpdateTags",
          "autoscaling:DeleteAutoScalingGroup",
          "autoscaling:DeleteTags",
          "autoscaling:StartInstanceRefresh",
          "autoscaling:TerminateInstanceInAutoScalingGroup",
          "autoscaling:UpdateAutoScalingGroup",
        ]
        Resource = "${local.arn_prefix["autoscaling"]}:autoScalingGroup:*:autoScalingGroupName/${var.name}*"
      },
      # ECS
      {
        Sid    = "Ecs"
        Effect = "Allow"
        Action = [
          "ecs:CreateCapacityProvider",
          "ecs:CreateCluster",
          "ecs:CreateService",
          "ecs:DeleteCapacityProvider",
          "ecs:DeleteCluster",
          "ecs:DeleteService",
          "ecs:DeleteTaskDefinitions",
          "ecs:DeregisterContainerInstance",
          "ecs:PutClusterCapacityProviders",
          "ecs:RegisterTaskDefinition",
          "ecs:RunTask",
          "ecs:StopTask",
          "ecs:TagResource",
          "ecs:UntagResource",
          "ecs:UpdateCapacityProvider",
          "ecs:UpdateCluster",
          "ecs:UpdateClusterSettings",
          "ecs:UpdateContainerInstancesState",
          "ecs:UpdateService",
        ]
        Resource = [for type in ["capacity-provider", "cluster", "container-instance", "service", "task", "task-definition"] :
          "${local.arn_prefix["ecs"]}:${type}/${var.name}*"
        ]
      },
      # ecs:DeregisterTaskDefinition does not support resource-level permissions.
      {
        Sid       = "DeregisterTaskDefinitions"
        Effect    = "Allow"
        Action    = "ecs:DeregisterTaskDefinition"
        Resource  = "*"
        Condition = local.in_region
      },
    ]
  }
}
