locals {
  deploy_data_policy = {
    Version = "2012-10-17"
    Statement = [
      # CloudFormation
      {
        Sid    = "CloudFormationStacks"
        Effect = "Allow"
        Action = [
          "cloudformation:CreateStack",
          "cloudformation:DeleteStack",
          "cloudformation:DescribeStackEvents",
          "cloudformation:SetStackPolicy",
          "cloudformation:TagResource",
          "cloudformation:UntagResource",
          "cloudformation:UpdateStack",
          "cloudformation:UpdateTerminationProtection",
        ]
        Resource = "${local.arn_prefix["cloudformation"]}:stack/${var.name}*"
      },
      # ECR. Neither action supports resource-level permissions.
      {
        Sid      = "RegistryLogin"
        Effect   = "Allow"
        Action   = ["ecr:GetAuthorizationToken", "ecr:GetAccountSetting"]
        Resource = "*"
      },
      {
        Sid    = "Repositories"
        Effect = "Allow"
        Action = [
          "ecr:BatchCheckLayerAvailability",
          "ecr:BatchGetImage",
          "ecr:CompleteLayerUpload",
          "ecr:CreateRepository",
          "ecr:DescribeImageScanFindings",
          "ecr:DescribeImages",
          "ecr:DescribeRepositories",
          "ecr:GetDownloadUrlForLayer",
          "ecr:InitiateLayerUpload",
          "ecr:PutImage",
          "ecr:PutLifecyclePolicy",
          "ecr:TagResource",
          "ecr:UploadLayerPart",
        ]
        Resource = "${local.arn_prefix["ecr"]}:repository/${var.name}/*"
      },
      # ElastiCache
      {
        Sid    = "ElastiCache"
        Effect = "Allow"
        Action = [
          "elasticache:AddTagsToResource",
          "elasticache:CreateCache*",
          "elasticache:CreateReplicationGroup",
          "elasticache:CreateSnapshot",
          "elasticache:CreateUser*",
          "elasticache:DecreaseReplicaCount",
          "elasticache:Delete*",
          "elasticache:IncreaseReplicaCount",
          "elasticache:Modify*",
          "elasticache:RemoveTagsFromResource",
          "elasticache:ResetCacheParameterGroup",
        ]
        Resource = concat(
          [for type in ["cluster", "parametergroup", "replicationgroup", "snapshot", "subnetgroup", "user", "usergroup"] :
            "${local.arn_prefix["elasticache"]}:${type}:${var.name}*"
          ],
          # A user group must contain the default user until the stack's own user exists.
          ["${local.arn_prefix["elasticache"]}:user:default"],
        )
      },
      # RDS
      {
        Sid    = "Rds"
        Effect = "Allow"
        Action = [
          "rds:AddTagsToResource",
          "rds:CreateDBCluster*",
          "rds:CreateDBInstance",
          "rds:CreateDBSubnetGroup",
          "rds:DeleteDBCluster*",
          "rds:DeleteDBInstance",
          "rds:DeleteDBSubnetGroup",
          "rds:ModifyDBCluster*",
          "rds:ModifyDBInstance",
          "rds:ModifyDBSubnetGroup",
          "rds:RebootDBInstance",
          "rds:RemoveTagsFromResource",
          "rds:ResetDBClusterParameterGroup",
          "rds:RestoreDBCluster*",
        ]
        Resource = concat(
          [for type in ["cluster", "cluster-pg", "cluster-snapshot", "db", "pg", "subgrp"] : "${local.arn_prefix["rds"]}:${type}:${var.name}*"],
          # RDS uses its default groups, which are read-only, for groups that the stack does not define.
          [for type in ["cluster-pg", "og", "pg"] : "${local.arn_prefix["rds"]}:${type}:default*"],
        )
      },
      # S3: buckets of the stacks
      {
        Sid    = "Buckets"
        Effect = "Allow"
        Action = [
          "s3:CreateBucket",
          "s3:DeleteBucket",
          "s3:DeleteBucketPolicy",
          "s3:ListBucketMultipartUploads",
          "s3:ListBucketVersions",
          "s3:PutBucket*",
          "s3:PutEncryptionConfiguration",
          "s3:PutLifecycleConfiguration",
          "s3:TagResource",
          "s3:UntagResource",
        ]
        Resource = "${local.s3_arn_prefix}${var.name}-*"
      },
      # force_destroy empties a bucket when deletion_protection is off.
      {
        Sid      = "EmptyBuckets"
        Effect   = "Allow"
        Action   = ["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:DeleteObjectVersion"]
        Resource = "${local.s3_arn_prefix}${var.name}-*/*"
      },
      # S3: state bucket
      {
        Sid      = "WriteStates"
        Effect   = "Allow"
        Action   = "s3:PutObject"
        Resource = local.state_arns
      },
      {
        Sid      = "ReadPlanRecords"
        Effect   = "Allow"
        Action   = "s3:GetObject"
        Resource = local.plan_record_arns
      },
      # Lets a re-run continue a failed apply. The plan role must not write these records.
      {
        Sid      = "ApplyRecords"
        Effect   = "Allow"
        Action   = ["s3:GetObject", "s3:PutObject"]
        Resource = local.apply_record_arns
      },
      # Secrets Manager. CloudFormation uses the caller's permissions to create the secrets and the ElastiCache user.
      {
        Sid    = "SecretsThroughCloudFormation"
        Effect = "Allow"
        Action = [
          "secretsmanager:CreateSecret",
          "secretsmanager:DeleteSecret",
          "secretsmanager:GetSecretValue",
          "secretsmanager:PutSecretValue",
          "secretsmanager:TagResource",
          "secretsmanager:UntagResource",
          "secretsmanager:UpdateSecret",
        ]
        Resource  = "${local.arn_prefix["secretsmanager"]}:secret:${var.name}*"
        Condition = { "ForAnyValue:StringEquals" = { "aws:CalledVia" = "cloudformation.amazonaws.com" } }
      },
      {
        Sid      = "RandomPasswords"
        Effect   = "Allow"
        Action   = "secretsmanager:GetRandomPassword"
        Resource = "*"
      },
      # The verify command sends a trace with these keys.
      {
        Sid      = "ReadApiKeys"
        Effect   = "Allow"
        Action   = "secretsmanager:GetSecretValue"
        Resource = "${local.arn_prefix["secretsmanager"]}:secret:${var.name}*/api-keys-*"
      },
      # RDS uses the caller's permissions to create the master user's secret.
      {
        Sid      = "MasterUserSecret"
        Effect   = "Allow"
        Action   = ["secretsmanager:CreateSecret", "secretsmanager:TagResource", "secretsmanager:RotateSecret"]
        Resource = "${local.arn_prefix["secretsmanager"]}:secret:rds!cluster-*"
      },
    ]
  }
}
