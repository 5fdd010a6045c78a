mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

mock_provider "terraform" {
  source          = "./tests/mocks/terraform"
  override_during = plan
}

variables {
  images_file  = "tests/mocks/images.yaml"
  langfuse     = { first_user = { email = "admin@acme.io" } }
  alarm_emails = ["on-call@acme.io"]
}

run "data_stores_are_encrypted_and_protected" {
  command = plan

  assert {
    condition     = aws_rds_cluster.postgres[0].storage_encrypted && aws_rds_cluster.postgres[0].deletion_protection && !aws_rds_cluster.postgres[0].skip_final_snapshot
    error_message = "PostgreSQL is not encrypted, not protected, or has no final snapshot."
  }

  assert {
    condition     = aws_rds_cluster.postgres[0].final_snapshot_identifier == "langfuse-postgres-final-0a1b2c3d" && aws_elasticache_replication_group.valkey[0].final_snapshot_identifier == "langfuse-valkey-final-0a1b2c3d"
    error_message = "The names of the final snapshots are not unique to this deployment."
  }

  assert {
    condition     = aws_elasticache_replication_group.valkey[0].transit_encryption_mode == "required" && aws_elasticache_replication_group.valkey[0].at_rest_encryption_enabled == "true" && aws_elasticache_replication_group.valkey[0].user_group_ids == toset(["langfuse-valkey"])
    error_message = "Valkey does not require TLS, encryption at rest and a login."
  }

  assert {
    condition     = aws_elasticache_parameter_group.valkey[0].parameter == toset([{ name = "maxmemory-policy", value = "noeviction" }])
    error_message = "Valkey can evict jobs."
  }

  assert {
    condition     = !aws_s3_bucket.blobs[0].force_destroy
    error_message = "A destroy would delete a bucket that contains objects."
  }

  assert {
    condition     = [for rule in aws_s3_bucket_lifecycle_configuration.blobs[0].rule : rule.filter[0].prefix if length(rule.expiration) > 0] == ["events/", "exports/"]
    error_message = "The expiration rules do not cover exactly events and exports."
  }
}

run "data_stores_can_be_destroyed_without_deletion_protection" {
  command = plan

  variables {
    deletion_protection = false
  }

  assert {
    condition     = !aws_rds_cluster.postgres[0].deletion_protection && !aws_rds_cluster.postgres[0].skip_final_snapshot && aws_s3_bucket.blobs[0].force_destroy
    error_message = "PostgreSQL or the bucket cannot be destroyed, or there is no final snapshot."
  }

  assert {
    condition     = alltrue([for id in values(local.secret_logical_ids) : jsondecode(aws_cloudformation_stack.secrets.template_body).Resources[id].DeletionPolicy == "Delete"])
    error_message = "The secrets would be retained."
  }
}

run "secrets_are_generated_by_cloudformation" {
  command = plan

  assert {
    condition = jsondecode(aws_cloudformation_stack.secrets.template_body).Resources.EncryptionKey.Properties.GenerateSecretString == {
      PasswordLength          = 64
      ExcludePunctuation      = true
      ExcludeUppercase        = true
      ExcludeCharacters       = "ghijklmnopqrstuvwxyz"
      RequireEachIncludedType = false
    }
    error_message = "The encryption key does not have 64 hexadecimal digits. A change of these parameters generates a new key."
  }

  assert {
    condition = alltrue([for id in ["Salt", "Nextauth", "Valkey", "ClickhouseAdmin"] :
      jsondecode(aws_cloudformation_stack.secrets.template_body).Resources[id].Properties.GenerateSecretString == { PasswordLength = 64, ExcludePunctuation = true }
    ])
    error_message = "The generation parameters changed. The values must be alphanumeric, and a change generates new ones."
  }

  assert {
    condition = jsondecode(aws_cloudformation_stack.secrets.template_body).Resources.PostgresLangfuse.Properties.GenerateSecretString == {
      PasswordLength       = 64
      ExcludePunctuation   = true
      SecretStringTemplate = jsonencode({ username = "langfuse" })
      GenerateStringKey    = "password"
    }
    error_message = "The first login of PostgreSQL is not langfuse with an alphanumeric password. A change of these parameters generates a new one."
  }

  assert {
    condition     = alltrue([for id in values(local.secret_logical_ids) : jsondecode(aws_cloudformation_stack.secrets.template_body).Resources[id].DeletionPolicy == "RetainExceptOnCreate"])
    error_message = "The secrets would be deleted with the stack."
  }

  assert {
    condition     = jsondecode(aws_cloudformation_stack.secrets.template_body).Resources.ValkeyUser.Properties.Passwords == [{ "Fn::Sub" = "{{resolve:secretsmanager:$${Valkey}}}" }]
    error_message = "Valkey's password is not a dynamic reference."
  }
}

run "sizes_configure_the_data_stores" {
  command = plan

  variables {
    size     = "medium"
    postgres = { max_acu = 16 }
  }

  assert {
    condition     = aws_rds_cluster.postgres[0].serverlessv2_scaling_configuration[0].max_capacity == 16 && aws_rds_cluster.postgres[0].serverlessv2_scaling_configuration[0].min_capacity == 1 && length(aws_rds_cluster_instance.postgres) == 2
    error_message = "PostgreSQL does not combine the override with the size."
  }

  assert {
    condition     = aws_elasticache_replication_group.valkey[0].num_cache_clusters == 2 && aws_elasticache_replication_group.valkey[0].automatic_failover_enabled
    error_message = "The medium size of Valkey does not have a replica with automatic failover."
  }
}
