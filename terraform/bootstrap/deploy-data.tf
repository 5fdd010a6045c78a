locals {
  # What holds data. The role makes, changes and deletes the stores; it reads nothing that is in them but the API keys.
  deploy_data = {
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "Database"
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
          [for kind in ["cluster", "cluster-pg", "cluster-snapshot", "db", "pg", "subgrp"] : "${local.in_region["rds"]}:${kind}:${var.name}*"],
          # What RDS takes where a stack names none of its own; nobody can change these.
          [for kind in ["cluster-pg", "og", "pg"] : "${local.in_region["rds"]}:${kind}:default*"],
        )
      },
      {
        Sid    = "Cache"
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
          [for kind in ["cluster", "parametergroup", "replicationgroup", "snapshot", "subnetgroup", "user", "usergroup"] :
            "${local.in_region["elasticache"]}:${kind}:${var.name}*"
          ],
          # The user that every group has to have until its own is in place.
          ["${local.in_region["elasticache"]}:user:default"],
        )
      },
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
        Resource = "${local.s3}${var.name}-*"
      },
      # To empty a bucket before it is destroyed, where deletion_protection is off.
      {
        Sid      = "Emptying"
        Effect   = "Allow"
        Action   = ["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:DeleteObjectVersion"]
        Resource = "${local.s3}${var.name}-*/*"
      },
      {
        Sid    = "StackOfSecrets"
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
        Resource = "${local.in_region["cloudformation"]}:stack/${var.name}*"
      },
      # CloudFormation acts with the rights of whoever called it, also where it hands a password on to the cache.
      {
        Sid    = "Secrets"
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
        Resource  = "${local.in_region["secretsmanager"]}:secret:${var.name}*"
        Condition = { "ForAnyValue:StringEquals" = { "aws:CalledVia" = "cloudformation.amazonaws.com" } }
      },
      {
        Sid      = "RandomPasswords"
        Effect   = "Allow"
        Action   = "secretsmanager:GetRandomPassword"
        Resource = "*"
      },
      # With these, the deployment sends a trace and reads it back.
      {
        Sid      = "ApiKeys"
        Effect   = "Allow"
        Action   = "secretsmanager:GetSecretValue"
        Resource = "${local.in_region["secretsmanager"]}:secret:${var.name}*/api-keys-*"
      },
      # RDS makes the master's password in the name of whoever makes the database.
      {
        Sid      = "MasterPassword"
        Effect   = "Allow"
        Action   = ["secretsmanager:CreateSecret", "secretsmanager:TagResource", "secretsmanager:RotateSecret"]
        Resource = "${local.in_region["secretsmanager"]}:secret:rds!cluster-*"
      },
    ]
  }
}
