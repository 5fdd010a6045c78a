# What a plan asks of AWS to compare it with the code: settings, and never what is stored, logged or secret.
# Both roles have it. Actions that only describe know no resources, or would need one rule for each; they are held to the region.
locals {
  reading = {
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "Describe"
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
          "sns:GetSubscriptionAttributes",
          "sns:GetTopicAttributes",
          "sns:ListSubscriptionsByTopic",
          "sns:ListTagsForResource",
        ]
        Resource  = "*"
        Condition = { StringEquals = { "aws:RequestedRegion" = var.region } }
      },
      {
        Sid    = "DescribeWhatIsInNoRegion"
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
        Resource = [for kind in ["role", "instance-profile", "policy"] : "${local.iam}:${kind}/${var.name}*"]
      },
      {
        Sid      = "DescribeStacks"
        Effect   = "Allow"
        Action   = ["cloudformation:DescribeStacks", "cloudformation:GetStackPolicy", "cloudformation:GetTemplate"]
        Resource = "${local.in_region["cloudformation"]}:stack/${var.name}*"
      },
      # Which secrets there are, not what is in them.
      {
        Sid      = "DescribeSecrets"
        Effect   = "Allow"
        Action   = ["secretsmanager:DescribeSecret", "secretsmanager:GetResourcePolicy"]
        Resource = ["${local.in_region["secretsmanager"]}:secret:${var.name}*", "${local.in_region["secretsmanager"]}:secret:rds!cluster-*"]
      },
      # The settings of buckets and the names of objects, not what is in them.
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
        Resource = [local.bucket_arn, "${local.s3}${var.name}-*"]
      },
      # What Amazon publishes for everybody, such as the newest machine image.
      {
        Sid      = "PublicParameters"
        Effect   = "Allow"
        Action   = ["ssm:GetParameter", "ssm:GetParameters"]
        Resource = "arn:${local.partition}:ssm:${var.region}::parameter/aws/service/*"
      },
      {
        Sid      = "State"
        Effect   = "Allow"
        Action   = "s3:GetObject"
        Resource = concat(local.states, local.locks)
      },
      # A lock is only ever made where there is none, so that nobody can take over that of a running apply.
      {
        Sid       = "Lock"
        Effect    = "Allow"
        Action    = "s3:PutObject"
        Resource  = local.locks
        Condition = { Null = { "s3:if-none-match" = "false" } }
      },
      {
        Sid      = "Unlock"
        Effect   = "Allow"
        Action   = "s3:DeleteObject"
        Resource = local.locks
      },
    ]
  }
}
