variable "kms_key_arn" {
  description = "ARN of a KMS key in the Region of the stack that encrypts all data at rest except access logs. Null uses the keys of AWS. Set it before the first apply: Aurora, Valkey and the ClickHouse volume keep the key with which they were created. The key policy and bootstrap's kms_key_arns must allow it."
  type        = string
  default     = null

  validation {
    condition     = var.kms_key_arn == null ? true : can(regex("^arn:[a-z-]+:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$", var.kms_key_arn))
    error_message = "kms_key_arn must be the ARN of a key, not an alias: aws kms describe-key --key-id alias/NAME --query KeyMetadata.Arn --output text"
  }

  validation {
    condition     = var.kms_key_arn == null ? true : split(":", var.kms_key_arn)[3] == local.region
    error_message = "kms_key_arn is a key in ${try(split(":", var.kms_key_arn)[3], "another Region")}, and the stack is in ${local.region}."
  }
}

locals {
  with_kms_key = toset(var.kms_key_arn == null ? [] : ["this"])

  # Statements of roles, by use. `via` is the service that calls KMS for the role.
  kms_permissions = { for use, statement in {
    objects = { via = "s3", actions = ["kms:Decrypt", "kms:GenerateDataKey"] }
    secrets = { via = "secretsmanager", actions = ["kms:Decrypt"] }
    volumes = { via = "ec2", actions = ["kms:CreateGrant", "kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncryptFrom", "kms:ReEncryptTo"] }
    } : use => { for key in local.with_kms_key : "Kms" => {
      actions    = statement.actions
      resources  = [var.kms_key_arn]
      conditions = { StringEquals = { "kms:ViaService" = "${statement.via}.${local.region}.amazonaws.com" } }
  } } }

  kms_statements = { for use, permission in local.kms_permissions : use => [for sid, statement in permission : {
    Sid       = sid
    Effect    = "Allow"
    Action    = statement.actions
    Resource  = statement.resources
    Condition = statement.conditions
  }] }
}

# A change of their key would replace them, so the stack ignores it.
check "kms_key" {
  assert {
    condition     = var.kms_key_arn == null ? true : alltrue([for key in aws_rds_cluster.postgres[*].kms_key_id : key == var.kms_key_arn])
    error_message = "Aurora was created with another key than kms_key_arn, and keeps it. To change the key, restore the data into a new stack."
  }

  assert {
    condition     = var.kms_key_arn == null ? true : alltrue([for key in aws_elasticache_replication_group.valkey[*].kms_key_id : key == var.kms_key_arn])
    error_message = "Valkey was created with another key than kms_key_arn, and keeps it. To change the key, restore the data into a new stack."
  }

  assert {
    condition     = var.kms_key_arn == null ? true : alltrue([for volume in aws_ebs_volume.clickhouse : volume.kms_key_id == var.kms_key_arn])
    error_message = "The ClickHouse volume was created with another key than kms_key_arn, and keeps it. To change the key, restore it from a snapshot (clickhouse_snapshot_id)."
  }
}
