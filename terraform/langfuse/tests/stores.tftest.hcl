mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

run "stores_are_encrypted_protected_and_kept" {
  command = plan

  assert {
    condition     = aws_rds_cluster.postgres.storage_encrypted && aws_rds_cluster.postgres.deletion_protection && !aws_rds_cluster.postgres.skip_final_snapshot
    error_message = "PostgreSQL is encrypted, protected, and leaves a snapshot."
  }

  assert {
    condition     = aws_rds_cluster.postgres.final_snapshot_identifier == "langfuse-postgres-final-0a1b2c3d" && aws_elasticache_replication_group.valkey.final_snapshot_identifier == "langfuse-valkey-final-0a1b2c3d"
    error_message = "A final snapshot has a name that the next stack of this name does not need."
  }

  assert {
    condition     = aws_elasticache_replication_group.valkey.transit_encryption_mode == "required" && aws_elasticache_replication_group.valkey.at_rest_encryption_enabled == "true" && aws_elasticache_replication_group.valkey.user_group_ids == toset(["langfuse-valkey"])
    error_message = "Valkey speaks TLS only, and only to those who log in."
  }

  assert {
    condition     = aws_elasticache_parameter_group.valkey.parameter == toset([{ name = "maxmemory-policy", value = "noeviction" }])
    error_message = "Valkey evicts no job."
  }

  assert {
    condition     = !aws_s3_bucket.blobs.force_destroy
    error_message = "A bucket with blobs in it is not destroyed."
  }

  assert {
    condition     = [for rule in aws_s3_bucket_lifecycle_configuration.blobs.rule : rule.filter[0].prefix if length(rule.expiration) > 0] == ["events/", "exports/"]
    error_message = "Events and exports expire, media never."
  }
}

run "stores_can_go_once_that_is_asked_for" {
  command = plan

  variables {
    deletion_protection = false
  }

  assert {
    condition     = !aws_rds_cluster.postgres.deletion_protection && !aws_rds_cluster.postgres.skip_final_snapshot && aws_s3_bucket.blobs.force_destroy
    error_message = "Without protection a destroy works, and still leaves the snapshot."
  }

  assert {
    condition     = alltrue([for id in values(local.secret_logical_ids) : jsondecode(aws_cloudformation_stack.secrets.template_body).Resources[id].DeletionPolicy == "Delete"])
    error_message = "Without protection the secrets go too."
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
    error_message = "The encryption key has 64 hexadecimal digits; any change here makes CloudFormation generate a new one."
  }

  assert {
    condition = alltrue([for id in ["Salt", "Nextauth", "Valkey", "PostgresLangfuse", "ClickhouseAdmin"] :
      jsondecode(aws_cloudformation_stack.secrets.template_body).Resources[id].Properties.GenerateSecretString == { PasswordLength = 64, ExcludePunctuation = true }
    ])
    error_message = "These are alphanumeric, since they end up in URLs; any change here makes CloudFormation generate new ones."
  }

  assert {
    condition     = alltrue([for id in values(local.secret_logical_ids) : jsondecode(aws_cloudformation_stack.secrets.template_body).Resources[id].DeletionPolicy == "RetainExceptOnCreate"])
    error_message = "Whatever becomes of the stack, what data depends on stays."
  }

  assert {
    condition     = jsondecode(aws_cloudformation_stack.secrets.template_body).Resources.ValkeyUser.Properties.Passwords == [{ "Fn::Sub" = "{{resolve:secretsmanager:$${Valkey}}}" }]
    error_message = "The password of Valkey is a reference that CloudFormation resolves."
  }
}

run "the_sizes_reach_the_stores" {
  command = plan

  variables {
    size     = "medium"
    postgres = { max_acu = 16 }
  }

  assert {
    condition     = aws_rds_cluster.postgres.serverlessv2_scaling_configuration[0].max_capacity == 16 && aws_rds_cluster.postgres.serverlessv2_scaling_configuration[0].min_capacity == 1 && length(aws_rds_cluster_instance.postgres) == 2
    error_message = "An override changes what it names, and the size sets the rest."
  }

  assert {
    condition     = aws_elasticache_replication_group.valkey.num_cache_clusters == 2 && aws_elasticache_replication_group.valkey.automatic_failover_enabled
    error_message = "A medium Valkey has a replica that takes over."
  }
}
