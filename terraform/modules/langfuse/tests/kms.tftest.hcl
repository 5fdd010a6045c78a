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

run "a_key_encrypts_all_data_at_rest" {
  command = plan

  variables {
    kms_key_arn = "arn:aws:kms:eu-central-1:123456789012:key/0a1b2c3d-1111-2222-3333-444455556666"
  }

  assert {
    condition     = aws_rds_cluster.postgres[0].kms_key_id == var.kms_key_arn && aws_rds_cluster.postgres[0].master_user_secret_kms_key_id == var.kms_key_arn && aws_rds_cluster_instance.postgres["1"].performance_insights_kms_key_id == var.kms_key_arn
    error_message = "PostgreSQL, its insights or its master password use another key."
  }

  assert {
    condition     = aws_elasticache_replication_group.valkey[0].kms_key_id == var.kms_key_arn && aws_ebs_volume.clickhouse["this"].kms_key_id == var.kms_key_arn && aws_launch_template.clickhouse["this"].block_device_mappings[0].ebs[0].kms_key_id == var.kms_key_arn
    error_message = "Valkey or a disk of ClickHouse uses another key."
  }

  assert {
    condition = alltrue([for bucket in [aws_s3_bucket_server_side_encryption_configuration.blobs[0], aws_s3_bucket_server_side_encryption_configuration.backups["this"]] :
      alltrue([for rule in bucket.rule : rule.bucket_key_enabled && rule.apply_server_side_encryption_by_default[0].kms_master_key_id == var.kms_key_arn])
    ])
    error_message = "A bucket uses another key."
  }

  # Load balancers cannot write to a bucket with a key.
  assert {
    condition     = one(aws_s3_bucket_server_side_encryption_configuration.logs["this"].rule).apply_server_side_encryption_by_default[0].sse_algorithm == "AES256"
    error_message = "The load balancer cannot write access logs."
  }

  assert {
    condition     = aws_sns_topic.alarms.kms_master_key_id == var.kms_key_arn && aws_cloudwatch_log_group.postgres[0].kms_key_id == var.kms_key_arn && alltrue([for id, resource in local.secret_resources : resource.Properties.KmsKeyId == var.kms_key_arn])
    error_message = "Alarms, logs or secrets use another key."
  }

  assert {
    condition = alltrue([for policy in [module.web.task_policy, module.worker.task_policy, jsondecode(aws_iam_role_policy.clickhouse_task["this"].policy).Statement] :
      anytrue([for statement in policy : try(statement.Condition.StringEquals["kms:ViaService"], "") == "s3.eu-central-1.amazonaws.com" && contains(statement.Action, "kms:GenerateDataKey")])
    ])
    error_message = "Web, worker or ClickHouse cannot use the buckets."
  }

  assert {
    condition = alltrue([for policy in [module.web.execution_policy, module.migration.execution_policy, jsondecode(aws_iam_role_policy.clickhouse_execution["this"].policy).Statement] :
      anytrue([for statement in policy : try(statement.Condition.StringEquals["kms:ViaService"], "") == "secretsmanager.eu-central-1.amazonaws.com"])
    ])
    error_message = "A task cannot read its secrets."
  }

  assert {
    condition     = alltrue([for policy in [aws_iam_role_policy.clickhouse_instance["this"].policy, aws_iam_role_policy.snapshots["this"].policy] : strcontains(policy, "kms:CreateGrant")])
    error_message = "The instance cannot attach the volume, or snapshots fail."
  }
}

run "rejects_an_alias" {
  command = plan

  variables {
    kms_key_arn = "arn:aws:kms:eu-central-1:123456789012:alias/langfuse"
  }

  expect_failures = [var.kms_key_arn]
}

run "rejects_a_key_of_another_region" {
  command = plan

  variables {
    kms_key_arn = "arn:aws:kms:us-east-1:123456789012:key/0a1b2c3d-1111-2222-3333-444455556666"
  }

  expect_failures = [var.kms_key_arn]
}
