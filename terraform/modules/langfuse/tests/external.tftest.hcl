mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan

  mock_data "aws_security_group" {
    defaults = { vpc_id = "vpc-1" }
  }
}

mock_provider "terraform" {
  source          = "./tests/mocks/terraform"
  override_during = plan
}

override_resource {
  target          = terraform_data.clickhouse_zone["this"]
  override_during = plan
  values          = { output = "eu-central-1a" }
}

variables {
  images_file  = "tests/mocks/images.yaml"
  langfuse     = { first_user = { email = "admin@acme.io" } }
  alarm_emails = ["on-call@acme.io"]
  network      = { existing = { vpc_id = "vpc-1", public_subnet_ids = ["subnet-3", "subnet-4"], private_subnet_ids = ["subnet-1", "subnet-2"] } }
}

run "postgres_of_another_owner_replaces_aurora" {
  command = plan

  variables {
    postgres_external = {
      host                = "db.acme.internal"
      port                = 6432
      user                = "langfuse_app"
      password_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/db-AAAAAA:password::"
      arguments           = { connection_limit = "20" }
      security_group_ids  = ["sg-0123456789abcdef0"]
      cidr_blocks         = ["10.1.0.0/16"]
    }
  }

  assert {
    condition = 0 == sum([
      length(aws_rds_cluster.postgres), length(aws_rds_cluster_instance.postgres), length(aws_rds_cluster_parameter_group.postgres),
      length(aws_db_subnet_group.postgres), length(aws_security_group.postgres), length(aws_cloudwatch_log_group.postgres),
      length(aws_vpc_security_group_ingress_rule.postgres), length(aws_vpc_security_group_egress_rule.to_postgres),
    ]) && length(aws_elasticache_replication_group.valkey) == 1
    error_message = "Aurora or a part of it is created, or Valkey is not."
  }

  assert {
    condition = { for entry in module.worker.container_definition.environment : entry.name => entry.value if startswith(entry.name, "DATABASE_") } == {
      DATABASE_HOST     = "db.acme.internal:6432"
      DATABASE_NAME     = "langfuse"
      DATABASE_USERNAME = "langfuse_app"
      DATABASE_ARGS     = "sslmode=require&connection_limit=20"
    }
    error_message = "Langfuse does not get the connection."
  }

  assert {
    condition = alltrue([for definition in [module.web.container_definition, module.worker.container_definition, module.migration.container_definition] :
      { for entry in definition.secrets : entry.name => entry.valueFrom }.DATABASE_PASSWORD == "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/db-AAAAAA:password::"
    ]) && !contains([for entry in module.migration.container_definition.secrets : entry.name], "MASTER_PASSWORD")
    error_message = "A task does not get the password, or the migration asks for a master user that does not exist."
  }

  assert {
    condition     = { for key, rule in aws_vpc_security_group_egress_rule.to_external : key => "${rule.cidr_ipv4}:${rule.from_port}" } == { for client in ["web", "worker", "migration"] : "PostgreSQL ${client} 10.1.0.0/16" => "10.1.0.0/16:6432" }
    error_message = "Web, worker and migration cannot reach the server, or reach more."
  }

  assert {
    condition     = contains(aws_ecs_service.web.network_configuration[0].security_groups, "sg-0123456789abcdef0") && contains(aws_ecs_service.worker.network_configuration[0].security_groups, "sg-0123456789abcdef0") && local.external_security_group_ids.migration == tolist(["sg-0123456789abcdef0"])
    error_message = "The tasks do not have the security group that the server admits."
  }

  assert {
    condition     = length([for name in keys(aws_cloudwatch_metric_alarm.this) : name if startswith(name, "postgres-")]) == 0 && !strcontains(aws_cloudwatch_dashboard.this.dashboard_body, "AWS/RDS") && contains(keys(aws_cloudwatch_metric_alarm.this), "valkey-memory")
    error_message = "Alarms or graphs of Aurora remain."
  }

  assert {
    condition     = terraform_data.migration.triggers_replace.postgres == "db.acme.internal:6432/langfuse"
    error_message = "The migration does not run again for another database."
  }
}

run "valkey_of_another_owner_replaces_elasticache" {
  command = plan

  variables {
    valkey_external = {
      host                = "clustercfg.queue.abc123.euc1.cache.amazonaws.com"
      user                = "langfuse"
      password_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/queue-AAAAAA"
      cluster_mode        = true
      key_prefix          = "langfuse:"
      security_group_ids  = ["sg-0123456789abcdef0"]
    }
  }

  assert {
    condition = 0 == sum([
      length(aws_elasticache_replication_group.valkey), length(aws_elasticache_parameter_group.valkey), length(aws_elasticache_subnet_group.valkey),
      length(aws_security_group.valkey), length(aws_vpc_security_group_ingress_rule.valkey), length(aws_vpc_security_group_egress_rule.to_valkey),
    ]) && length(aws_rds_cluster.postgres) == 1
    error_message = "ElastiCache or a part of it is created, or Aurora is not."
  }

  assert {
    condition = { for entry in module.web.container_definition.environment : entry.name => entry.value if startswith(entry.name, "REDIS_") } == {
      REDIS_HOST            = "clustercfg.queue.abc123.euc1.cache.amazonaws.com"
      REDIS_PORT            = "6379"
      REDIS_TLS_ENABLED     = "true"
      REDIS_USERNAME        = "langfuse"
      REDIS_KEY_PREFIX      = "langfuse:"
      REDIS_CLUSTER_ENABLED = "true"
      REDIS_CLUSTER_NODES   = "clustercfg.queue.abc123.euc1.cache.amazonaws.com:6379"
    }
    error_message = "Langfuse does not get the connection."
  }

  assert {
    condition     = { for entry in module.worker.container_definition.secrets : entry.name => entry.valueFrom }.REDIS_AUTH == "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/queue-AAAAAA"
    error_message = "The worker does not get the password."
  }

  assert {
    condition     = toset([for rule in values(aws_vpc_security_group_egress_rule.to_external) : rule.cidr_ipv4]) == toset(["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"]) && length(aws_vpc_security_group_egress_rule.to_external) == 6
    error_message = "Web and worker must reach private addresses only."
  }

  assert {
    condition     = contains(aws_ecs_service.worker.network_configuration[0].security_groups, "sg-0123456789abcdef0") && length(local.external_security_group_ids.migration) == 0
    error_message = "The worker lacks the security group that the server admits, or the migration has it."
  }

  assert {
    condition     = [for name in sort(keys(aws_cloudwatch_metric_alarm.this)) : name if startswith(name, "valkey-")] == ["valkey-eviction-policy"] && aws_cloudwatch_log_metric_filter.eviction_policy["this"].pattern == "\"Eviction policy is\"" && !strcontains(aws_cloudwatch_dashboard.this.dashboard_body, "AWS/ElastiCache")
    error_message = "Alarms or graphs of ElastiCache remain, or none reports a wrong eviction policy."
  }
}

run "both_can_be_external" {
  command = plan

  variables {
    postgres_external = { host = "db.acme.internal", secure = false, password_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/db-AAAAAA" }
    valkey_external   = { host = "queue.acme.internal", secure = false }
  }

  assert {
    condition     = !contains([for entry in module.worker.container_definition.secrets : entry.name], "REDIS_AUTH") && { for entry in module.worker.container_definition.environment : entry.name => entry.value }.REDIS_TLS_ENABLED == "false"
    error_message = "A server without a password must get none."
  }

  assert {
    condition     = { for entry in module.web.container_definition.environment : entry.name => entry.value }.DATABASE_ARGS == "sslmode=disable" && length(data.aws_security_group.external) == 0
    error_message = "The connection must be without TLS, and no security group is read."
  }
}

run "rejects_a_security_group_of_another_vpc" {
  command = plan

  variables {
    postgres_external = { host = "db.acme.internal", password_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/db-AAAAAA", security_group_ids = ["sg-0123456789abcdef0"] }
  }

  override_data {
    target          = data.aws_security_group.external
    override_during = plan
    values          = { vpc_id = "vpc-2" }
  }

  expect_failures = [data.aws_security_group.external]
}

run "warns_about_secrets_that_the_boundary_denies" {
  command = plan

  variables {
    valkey_external = { host = "queue.acme.internal", password_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:acme/queue-AAAAAA" }
  }

  override_data {
    target          = module.permissions_boundary.data.aws_ssm_parameters_by_path.bootstrap
    override_during = plan
    values          = { names = ["/langfuse-deploy/permissions-boundary/langfuse"], values = ["arn:aws:iam::123456789012:policy/langfuse-boundary"] }
  }

  expect_failures = [check.permissions_boundary]
}

run "a_bucket_of_another_owner_replaces_that_of_the_stack" {
  command = plan

  variables {
    bucket_external = { name = "langfuse-traces", prefix = "langfuse/", kms_key_arn = "arn:aws:kms:eu-central-1:123456789012:key/0a1b2c3d-1111-2222-3333-444455556666" }
  }

  assert {
    condition     = length(aws_s3_bucket.blobs) + length(aws_s3_bucket_policy.blobs) + length(aws_s3_bucket_lifecycle_configuration.blobs) + length(aws_s3_bucket_cors_configuration.blobs) == 0 && length(aws_s3_bucket.backups) == 1 && output.blob_bucket == "langfuse-traces"
    error_message = "The bucket or a setting of it is created, or the bucket of backups is not."
  }

  assert {
    condition = { for entry in module.web.container_definition.environment : entry.name => entry.value if can(regex("^LANGFUSE_S3_.*(BUCKET|PREFIX)$", entry.name)) } == {
      LANGFUSE_S3_EVENT_UPLOAD_BUCKET = "langfuse-traces"
      LANGFUSE_S3_EVENT_UPLOAD_PREFIX = "langfuse/events/"
      LANGFUSE_S3_MEDIA_UPLOAD_BUCKET = "langfuse-traces"
      LANGFUSE_S3_MEDIA_UPLOAD_PREFIX = "langfuse/media/"
      LANGFUSE_S3_BATCH_EXPORT_BUCKET = "langfuse-traces"
      LANGFUSE_S3_BATCH_EXPORT_PREFIX = "langfuse/exports/"
    }
    error_message = "Langfuse does not get the bucket."
  }

  assert {
    condition     = alltrue([for use in ["events", "media", "exports"] : strcontains(jsonencode(module.worker.task_policy), "arn:aws:s3:::langfuse-traces/langfuse/${use}/*")]) && !strcontains(jsonencode(module.web.task_policy), "blobs") && local.services_permissions.BlobKey.resources == ["arn:aws:kms:eu-central-1:123456789012:key/0a1b2c3d-1111-2222-3333-444455556666"]
    error_message = "The roles do not allow exactly these objects and the key."
  }
}

run "warns_about_a_bucket_that_the_boundary_denies" {
  command = plan

  variables {
    bucket_external = { name = "acme-traces" }
  }

  override_data {
    target          = module.permissions_boundary.data.aws_ssm_parameters_by_path.bootstrap
    override_during = plan
    values          = { names = ["/langfuse-deploy/permissions-boundary/langfuse"], values = ["arn:aws:iam::123456789012:policy/langfuse-boundary"] }
  }

  override_data {
    target          = data.aws_iam_policy.boundary
    override_during = plan
    values          = { policy = "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":[\"s3:GetObject\",\"s3:PutObject\"],\"Resource\":\"arn:aws:s3:::langfuse-*\"}]}" }
  }

  expect_failures = [check.permissions_boundary]
}

run "accepts_a_bucket_that_boundary_actions_allow" {
  command = plan

  variables {
    bucket_external = { name = "acme-traces" }
  }

  override_data {
    target          = module.permissions_boundary.data.aws_ssm_parameters_by_path.bootstrap
    override_during = plan
    values          = { names = ["/langfuse-deploy/permissions-boundary/langfuse"], values = ["arn:aws:iam::123456789012:policy/langfuse-boundary"] }
  }

  override_data {
    target          = data.aws_iam_policy.boundary
    override_during = plan
    values          = { policy = "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":[\"s3:GetObject\",\"s3:PutObject\"],\"Resource\":\"*\"}]}" }
  }
}

run "the_stack_has_both_by_default" {
  command = plan

  assert {
    condition     = length(aws_rds_cluster.postgres) == 1 && length(aws_elasticache_replication_group.valkey) == 1 && length(aws_security_group.postgres) == 1 && length(aws_vpc_security_group_egress_rule.to_external) == 0 && !contains(keys(aws_cloudwatch_metric_alarm.this), "valkey-eviction-policy")
    error_message = "Aurora and ElastiCache must be there without the variables."
  }
}
