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

run "clickhouse_is_replaced_cleanly" {
  command = plan

  variables {
    tags = { team = "data" }
  }

  assert {
    condition     = aws_autoscaling_group.clickhouse["this"].max_instance_lifetime == 2592000 && aws_ecs_capacity_provider.clickhouse["this"].auto_scaling_group_provider[0].managed_draining == "ENABLED"
    error_message = "The host is never patched, or ECS does not stop ClickHouse before the instance is terminated."
  }

  assert {
    condition     = [for override in aws_autoscaling_group.clickhouse["this"].mixed_instances_policy[0].launch_template[0].override : override.instance_type] == ["m7g.large", "m6g.large", "m8g.large"]
    error_message = "A lack of capacity for one instance type stops ClickHouse."
  }

  assert {
    condition     = alltrue([for specification in aws_launch_template.clickhouse["this"].tag_specifications : specification.tags == tomap({ stack = "langfuse", managed-by = "langfuse-deploy", Name = "langfuse-clickhouse" })])
    error_message = "A new tag creates a launch template version, which replaces the instance."
  }

  assert {
    condition     = contains([for tag in aws_autoscaling_group.clickhouse["this"].tag : "${tag.key}=${tag.value} ${tag.propagate_at_launch}"], "team=data true") && contains([for tag in aws_autoscaling_group.clickhouse["this"].tag : tag.key], "AmazonECSManaged")
    error_message = "The instance does not get the tags of the stack, or a plan would remove the tag that ECS adds."
  }

  assert {
    condition     = jsondecode(aws_ecs_task_definition.clickhouse["this"].container_definitions)[0].cpu == 1920
    error_message = "The container does not reserve the vCPUs of its instance."
  }

  assert {
    condition     = aws_ebs_volume.clickhouse["this"].timeouts.delete == "60m"
    error_message = "The final snapshot of a large volume would time out."
  }
}

run "the_worker_stops_while_clickhouse_is_replaced" {
  command = plan

  assert {
    condition     = alltrue([for command in [terraform_data.worker_pause, terraform_data.worker_resume] : keys(command["this"].triggers_replace) == ["task", "template", "volume"]])
    error_message = "Not everything that stops ClickHouse stops the worker first."
  }

  assert {
    condition     = terraform_data.worker_pause["this"].triggers_replace.task == aws_ecs_task_definition.clickhouse["this"].arn
    error_message = "A new task definition does not stop the worker."
  }
}

run "a_large_volume_is_faster" {
  command = plan

  variables {
    size       = "large"
    clickhouse = { volume_throughput = 1000 }
  }

  assert {
    condition     = aws_ebs_volume.clickhouse["this"].iops == 6000 && aws_ebs_volume.clickhouse["this"].throughput == 1000
    error_message = "IOPS and throughput are not those of the size and its overrides."
  }
}

run "databases_can_be_upgraded_to_a_new_major_version" {
  command = plan

  variables {
    postgres = { major_version = 17 }
    valkey   = { engine_version = "9.0" }
  }

  assert {
    condition     = aws_rds_cluster.postgres[0].engine_version == "17" && aws_rds_cluster.postgres[0].allow_major_version_upgrade && aws_rds_cluster.postgres[0].db_cluster_parameter_group_name == "langfuse-postgres17" && aws_rds_cluster_parameter_group.postgres[0].family == "aurora-postgresql17"
    error_message = "PostgreSQL cannot be upgraded, or its parameter group keeps the name of one in use."
  }

  assert {
    condition     = aws_elasticache_replication_group.valkey[0].engine_version == "9.0" && aws_elasticache_replication_group.valkey[0].parameter_group_name == "langfuse-valkey9" && aws_elasticache_parameter_group.valkey[0].family == "valkey9"
    error_message = "Valkey cannot be upgraded, or its parameter group keeps the name of one in use."
  }

  assert {
    condition     = aws_elasticache_replication_group.valkey[0].auto_minor_version_upgrade == "false"
    error_message = "AWS could raise Valkey's minor version, and the next plan would replace the queue."
  }
}

run "postgres_exports_its_log" {
  command = plan

  assert {
    condition     = aws_rds_cluster.postgres[0].enabled_cloudwatch_logs_exports == toset(["postgresql"]) && aws_cloudwatch_log_group.postgres[0].name == "/aws/rds/cluster/langfuse-postgres/postgresql" && aws_cloudwatch_log_group.postgres[0].retention_in_days == 30
    error_message = "PostgreSQL's log is not exported, or is kept permanently."
  }

  assert {
    condition     = aws_rds_cluster_instance.postgres["1"].performance_insights_enabled && aws_rds_cluster_instance.postgres["1"].performance_insights_retention_period == 7
    error_message = "Slow queries cannot be looked up, or their history has a price."
  }

  assert {
    condition     = !contains([for parameter in aws_rds_cluster_parameter_group.postgres[0].parameter : parameter.name], "log_statement")
    error_message = "The log contains statements, which contain user data."
  }
}

run "secrets_keep_their_arns_during_an_update_of_their_stack" {
  command = plan

  assert {
    condition     = terraform_data.secrets.triggers_replace == keys(local.generated_secrets) && local.secrets.salt == terraform_data.secrets.output.Salt
    error_message = "An update of the CloudFormation stack would replace all task definitions."
  }

  assert {
    condition     = strcontains(aws_cloudformation_stack.secrets.template_body, "on ~* \\u0026* +@all")
    error_message = "Valkey's user cannot use channels."
  }
}

run "all_resources_have_the_tags_of_the_stack" {
  command = plan

  variables {
    tags = { team = "data" }
  }

  assert {
    condition = alltrue([for tags in [
      aws_ecs_cluster.this.tags, aws_lb.this[0].tags, aws_s3_bucket.blobs[0].tags, aws_rds_cluster.postgres[0].tags, aws_cloudformation_stack.secrets.tags,
      aws_ecs_service.web.tags, aws_cloudfront_distribution.site["langfuse"].tags, aws_vpc.this["this"].tags, aws_security_group.web.tags,
    ] : tags["stack"] == "langfuse" && tags["managed-by"] == "langfuse-deploy" && tags["team"] == "data"])
    error_message = "A resource lacks the tags that the deploy role's permissions require."
  }
}
