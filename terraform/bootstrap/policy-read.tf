# Attached to both roles. Grants read access to configuration, not to data or secret values.
# Most describe actions do not support resource-level permissions, so a condition limits them to the region.
locals {
  read_policy = {
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "DescribeRegionalResources"
        Effect = "Allow"
        Action = [
          "acm:DescribeCertificate",
          "acm:ListCertificates",
          "acm:ListTagsForCertificate",
          "application-autoscaling:Describe*",
          "application-autoscaling:ListTagsForResource",
          "autoscaling:Describe*",
          "cloudwatch:DescribeAlarms",
          "cloudwatch:GetDashboard",
          "cloudwatch:ListTagsForResource",
          "dlm:GetLifecyclePolic*",
          "dlm:ListTagsForResource",
          "ec2:Describe*",
          "ec2:GetManagedPrefixListEntries",
          "ecs:Describe*",
          "ecs:List*",
          "elasticache:Describe*",
          "elasticache:ListTagsForResource",
          "elasticloadbalancing:Describe*",
          "kms:DescribeKey",
          "kms:ListAliases",
          "logs:DescribeLogGroups",
          "logs:DescribeMetricFilters",
          "logs:ListTagsForResource",
          "rds:Describe*",
          "rds:ListTagsForResource",
          "scheduler:GetSchedule*",
          "scheduler:ListTagsForResource",
          "servicediscovery:Get*",
          "servicediscovery:List*",
          "servicequotas:GetAWSDefaultServiceQuota",
          "servicequotas:GetServiceQuota",
          "ses:GetEmailIdentity",
          "ses:ListTagsForResource",
          "sns:GetSubscriptionAttributes",
          "sns:GetTopicAttributes",
          "sns:ListSubscriptionsByTopic",
          "sns:ListTagsForResource",
          "wafv2:GetWebACLForResource",
        ]
        Resource  = "*"
        Condition = local.in_region
      },
      {
        Sid    = "DescribeGlobalResources"
        Effect = "Allow"
        Action = [
          "cloudfront:Describe*",
          "cloudfront:Get*",
          "cloudfront:List*",
          "route53:Get*",
          "route53:List*",
        ]
        Resource = "*"
      },
      {
        Sid    = "DescribeRoles"
        Effect = "Allow"
        Action = [
          "iam:GetInstanceProfile",
          "iam:GetPolicy",
          "iam:GetPolicyVersion",
          "iam:GetRole",
          "iam:GetRolePolicy",
          "iam:ListAttachedRolePolicies",
          "iam:ListInstanceProfileTags",
          "iam:ListInstanceProfilesForRole",
          "iam:ListPolicyVersions",
          "iam:ListRolePolicies",
          "iam:ListRoleTags",
        ]
        Resource = [for type in ["role", "instance-profile", "policy"] : "${local.iam_arn_prefix}:${type}/${var.name}*"]
      },
      {
        Sid      = "DescribeStacks"
        Effect   = "Allow"
        Action   = ["cloudformation:DescribeStacks", "cloudformation:GetStackPolicy", "cloudformation:GetTemplate"]
        Resource = "${local.arn_prefix["cloudformation"]}:stack/${var.name}*"
      },
      {
        Sid      = "DescribeSecrets"
        Effect   = "Allow"
        Action   = ["secretsmanager:DescribeSecret", "secretsmanager:GetResourcePolicy"]
        Resource = ["${local.arn_prefix["secretsmanager"]}:secret:${var.name}*", "${local.arn_prefix["secretsmanager"]}:secret:rds!cluster-*"]
      },
      {
        Sid    = "DescribeBuckets"
        Effect = "Allow"
        Action = [
          "s3:GetAccelerateConfiguration",
          "s3:GetBucket*",
          "s3:GetEncryptionConfiguration",
          "s3:GetLifecycleConfiguration",
          "s3:GetReplicationConfiguration",
          "s3:ListBucket",
          "s3:ListTagsForResource",
        ]
        Resource = [local.bucket_arn, "${local.s3_arn_prefix}${var.name}-*"]
      },
      {
        Sid      = "PermissionsBoundaries"
        Effect   = "Allow"
        Action   = "ssm:GetParametersByPath"
        Resource = local.boundary_parameter_arns
      },
      # AWS publishes AMI ids here.
      {
        Sid      = "PublicParameters"
        Effect   = "Allow"
        Action   = ["ssm:GetParameter", "ssm:GetParameters"]
        Resource = "arn:${local.partition}:ssm:${var.region}::parameter/aws/service/*"
      },
      {
        Sid      = "ReadStates"
        Effect   = "Allow"
        Action   = "s3:GetObject"
        Resource = concat(local.state_arns, local.state_lock_arns)
      },
      # A conditional write (If-None-Match) cannot replace the lock of a running apply.
      {
        Sid       = "LockStates"
        Effect    = "Allow"
        Action    = "s3:PutObject"
        Resource  = local.state_lock_arns
        Condition = { Null = { "s3:if-none-match" = "false" } }
      },
      {
        Sid      = "UnlockStates"
        Effect   = "Allow"
        Action   = "s3:DeleteObject"
        Resource = local.state_lock_arns
      },
    ]
  }
}
