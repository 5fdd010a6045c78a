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

override_resource {
  target          = aws_s3_bucket.backups
  override_during = plan
  values = {
    arn                         = "arn:aws:s3:::langfuse-backups-123456789012-eu-central-1"
    bucket_regional_domain_name = "langfuse-backups-123456789012-eu-central-1.s3.eu-central-1.amazonaws.com"
  }
}

override_resource {
  target          = aws_subnet.private["a"]
  override_during = plan
  values          = { id = "subnet-a" }
}

run "clickhouse_runs_on_one_instance_in_the_zone_of_its_volume" {
  command = plan

  variables {
    grafana = { enabled = true }
  }

  assert {
    condition     = aws_ebs_volume.clickhouse["this"].encrypted && aws_ebs_volume.clickhouse["this"].final_snapshot && aws_ebs_volume.clickhouse["this"].size == 50 && aws_ebs_volume.clickhouse["this"].type == "gp3"
    error_message = "The volume is not an encrypted gp3 volume of the configured size with a final snapshot."
  }

  assert {
    condition     = aws_ebs_volume.clickhouse["this"].availability_zone == aws_subnet.private["a"].availability_zone && aws_autoscaling_group.clickhouse["this"].vpc_zone_identifier == toset(["subnet-a"])
    error_message = "The volume and the instance are in different Availability Zones."
  }

  assert {
    condition     = aws_autoscaling_group.clickhouse["this"].min_size == 1 && aws_autoscaling_group.clickhouse["this"].max_size == 1 && aws_autoscaling_group.clickhouse["this"].instance_refresh[0].preferences[0].min_healthy_percentage == 0
    error_message = "The Auto Scaling group does not replace its single instance by terminating it first."
  }

  assert {
    condition     = startswith(aws_launch_template.clickhouse["this"].image_id, "resolve:ssm:") && endswith(aws_launch_template.clickhouse["this"].image_id, "/arm64/recommended/image_id")
    error_message = "The launch template does not resolve the AMI at launch."
  }

  assert {
    condition     = aws_launch_template.clickhouse["this"].metadata_options[0].http_tokens == "required" && aws_launch_template.clickhouse["this"].metadata_options[0].http_put_response_hop_limit == 1
    error_message = "Containers can read the credentials of the instance role."
  }

  assert {
    condition     = aws_ecs_service.clickhouse["this"].deployment_minimum_healthy_percent == 0 && aws_ecs_service.clickhouse["this"].deployment_maximum_percent == 100 && aws_ecs_service.clickhouse["this"].desired_count == 1
    error_message = "A deployment would run two ClickHouse tasks at the same time."
  }

  assert {
    condition     = toset([for rule in aws_vpc_security_group_ingress_rule.clickhouse : "${rule.description} ${rule.from_port}-${rule.to_port}"]) == toset(["web http 8123-8123", "worker http 8123-8123", "migration http 8123-8123", "migration native 9000-9000", "grafana http 8123-8123", "backup native 9000-9000"])
    error_message = "The security group rules do not match the ports that each client uses."
  }

  assert {
    condition     = local.clickhouse.url == "http://clickhouse.langfuse.internal:8123" && local.clickhouse.migration_url == "clickhouse://clickhouse.langfuse.internal:9000"
    error_message = "The ClickHouse URLs do not use the service discovery name."
  }
}

run "user_data_mounts_the_volume" {
  command = plan

  assert {
    condition     = length(base64decode(aws_launch_template.clickhouse["this"].user_data)) < 16384 && startswith(base64decode(aws_launch_template.clickhouse["this"].user_data), "#cloud-config\n")
    error_message = "The user data is not a cloud-config of less than 16 KiB."
  }

  assert {
    condition = {
      for written in yamldecode(base64decode(aws_launch_template.clickhouse["this"].user_data)).write_files : written.path => written.permissions
      } == {
      "/etc/clickhouse-volume.env"                    = "0644"
      "/etc/ecs/ecs.config"                           = "0644"
      "/etc/systemd/system/clickhouse-disk.service"   = "0644"
      "/etc/systemd/system/clickhouse-disk.timer"     = "0644"
      "/etc/systemd/system/clickhouse-volume.service" = "0644"
      "/etc/systemd/system/ecs.service.d/volume.conf" = "0644"
      "/usr/local/sbin/clickhouse-disk"               = "0755"
      "/usr/local/sbin/clickhouse-volume"             = "0755"
    }
    error_message = "The user data does not write the expected files."
  }

  assert {
    condition     = one([for written in yamldecode(base64decode(aws_launch_template.clickhouse["this"].user_data)).write_files : written.content if written.path == "/etc/clickhouse-volume.env"]) == "AWS_DEFAULT_REGION=eu-central-1\nFORMATTED_TAG=clickhouse-formatted\nMETRIC_NAMESPACE=langfuse/clickhouse\nMOUNT_POINT=/mnt/clickhouse\nVOLUME_ID=vol-0123456789abcdef0\n"
    error_message = "The environment file does not contain the volume ID."
  }

  assert {
    condition     = strcontains(file("clickhouse/ecs.conf"), "ConditionPathIsMountPoint=${local.clickhouse_mount_point}\n") && one(aws_ecs_task_definition.clickhouse["this"].volume).host_path == "${local.clickhouse_mount_point}/data"
    error_message = "ecs.conf and the task definition use different mount points."
  }

  assert {
    condition     = toset(flatten([for statement in jsondecode(aws_iam_role_policy.clickhouse_instance["this"].policy).Statement : statement.Action if statement.Resource == ["*"]])) == toset(["cloudwatch:PutMetricData", "ec2:DescribeVolumes", "ecs:DiscoverPollEndpoint"])
    error_message = "The instance role allows other actions on all resources."
  }
}

run "the_task_definition_contains_the_configuration_without_secrets" {
  command = plan

  assert {
    condition     = [for secret in jsondecode(aws_ecs_task_definition.clickhouse["this"].container_definitions)[0].secrets : secret.name] == ["GRAFANA_PASSWORD", "LANGFUSE_PASSWORD"]
    error_message = "The passwords do not come from Secrets Manager."
  }

  assert {
    condition     = { for entry in jsondecode(aws_ecs_task_definition.clickhouse["this"].container_definitions)[0].environment : entry.name => entry.value }["BACKUP_URL"] == "https://langfuse-backups-123456789012-eu-central-1.s3.eu-central-1.amazonaws.com/clickhouse/"
    error_message = "The backup URL is not the stack's bucket."
  }

  assert {
    condition     = alltrue([for name in keys(aws_ecs_task_definition.clickhouse) : length(aws_ecs_task_definition.clickhouse[name].container_definitions) < 65536])
    error_message = "The container definitions exceed the limit of 64 KiB."
  }

  assert {
    condition     = jsondecode(aws_ecs_task_definition.clickhouse["this"].container_definitions)[0].memory == 6656 && jsondecode(aws_ecs_task_definition.clickhouse["this"].container_definitions)[0].stopTimeout == 120
    error_message = "The container does not have the memory of the size and a stop timeout of 120 s."
  }

  assert {
    condition     = toset(flatten([for statement in jsondecode(aws_iam_role_policy.clickhouse_task["this"].policy).Statement : statement.Resource])) == toset(["arn:aws:s3:::langfuse-backups-123456789012-eu-central-1", "arn:aws:s3:::langfuse-backups-123456789012-eu-central-1/clickhouse/*"])
    error_message = "The task role allows access to other resources than the backups."
  }
}

run "backups_are_scheduled_and_expire" {
  command = plan

  variables {
    backup = { schedule = "cron(30 1 * * ? *)", retention_days = 30, snapshots = 3 }
  }

  assert {
    condition     = aws_scheduler_schedule.backup["this"].schedule_expression == "cron(30 1 * * ? *)" && aws_scheduler_schedule.backup["this"].target[0].ecs_parameters[0].task_definition_arn == module.backup["this"].arn
    error_message = "The schedule does not run the backup task."
  }

  assert {
    condition     = { for rule in aws_s3_bucket_lifecycle_configuration.backups["this"].rule : rule.filter[0].prefix => rule.expiration[0].days if length(rule.expiration) > 0 } == { "clickhouse/full/" = 37, "clickhouse/incremental/" = 30 }
    error_message = "A full backup expires before an incremental backup that needs it."
  }

  assert {
    condition     = aws_dlm_lifecycle_policy.clickhouse["this"].policy_details[0].target_tags["snapshots"] == aws_ebs_volume.clickhouse["this"].tags["snapshots"] && aws_dlm_lifecycle_policy.clickhouse["this"].policy_details[0].schedule[0].retain_rule[0].count == 3
    error_message = "The snapshot policy does not cover the volume."
  }

  assert {
    condition     = !aws_s3_bucket.backups["this"].force_destroy && aws_s3_bucket_public_access_block.backups["this"].restrict_public_buckets
    error_message = "The backup bucket can be destroyed or made public."
  }
}

run "the_volume_is_created_from_a_snapshot" {
  command = plan

  variables {
    clickhouse_snapshot_id = "snap-0123456789abcdef0"
    deletion_protection    = false
  }

  assert {
    condition     = aws_ebs_volume.clickhouse["this"].snapshot_id == "snap-0123456789abcdef0" && !terraform_data.clickhouse_volume_guard["this"].input.deletion_protection
    error_message = "The volume is not created from the snapshot."
  }
}

run "an_external_clickhouse_replaces_the_internal_one" {
  command = plan

  variables {
    grafana = { enabled = true }
    clickhouse_external = {
      host                = "abc123.eu-central-1.aws.clickhouse.cloud"
      password_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/clickhouse-AAAAAA:password::"
      grafana             = { user = "reader", password_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/reader-AAAAAA" }
    }
  }

  assert {
    condition     = local.clickhouse.url == "https://abc123.eu-central-1.aws.clickhouse.cloud:8443" && local.clickhouse.migration_url == "clickhouse://abc123.eu-central-1.aws.clickhouse.cloud:9440" && local.clickhouse.secure
    error_message = "The URLs do not use the external host."
  }

  assert {
    condition = length(concat(
      values(aws_ebs_volume.clickhouse), values(aws_autoscaling_group.clickhouse), values(aws_ecs_service.clickhouse), values(aws_s3_bucket.backups),
      values(aws_scheduler_schedule.backup), values(aws_dlm_lifecycle_policy.clickhouse), values(aws_iam_role.clickhouse_instance), values(aws_security_group.clickhouse),
      values(aws_service_discovery_service.clickhouse), values(aws_vpc_security_group_ingress_rule.clickhouse), values(aws_cloudwatch_log_metric_filter.backups),
    )) == 0
    error_message = "The stack would create resources of an internal ClickHouse."
  }

  assert {
    condition     = output.clickhouse_version == ""
    error_message = "The version of the unused image is shown."
  }

  assert {
    condition     = toset([for rule in aws_vpc_security_group_egress_rule.to_clickhouse_external : rule.from_port]) == toset([8443, 9440]) && alltrue([for name in keys(local.alarms) : !startswith(name, "clickhouse") && name != "backup-missed"])
    error_message = "The egress rules or alarms do not match an external ClickHouse."
  }
}

run "an_external_clickhouse_without_tls" {
  command = plan

  variables {
    clickhouse_external = {
      host                = "10.1.2.3"
      port_http           = 8123
      port_native         = 9000
      secure              = false
      password_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/clickhouse-AAAAAA"
      cidr_blocks         = ["10.1.2.3/32"]
    }
  }

  assert {
    condition     = local.clickhouse.url == "http://10.1.2.3:8123" && toset([for rule in aws_vpc_security_group_egress_rule.to_clickhouse_external : rule.cidr_ipv4]) == toset(["10.1.2.3/32"])
    error_message = "The egress rules allow other destinations than cidr_blocks."
  }
}

run "a_cluster_runs_the_migrations_on_cluster" {
  command = plan

  variables {
    clickhouse_external = {
      host                = "clickhouse.example.org"
      cluster             = "production"
      password_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/clickhouse-AAAAAA"
    }
  }

  assert {
    condition     = local.environment_databases.CLICKHOUSE_CLUSTER_ENABLED == "true" && local.environment_databases.CLICKHOUSE_CLUSTER_NAME == "production"
    error_message = "Langfuse does not use the cluster."
  }
}

run "a_private_link_makes_the_endpoint_with_its_name" {
  command = plan

  variables {
    clickhouse_external = {
      host                = "abc123.eu-central-1.vpce.aws.clickhouse.cloud"
      password_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/clickhouse-AAAAAA"
      private_link        = { service_name = "com.amazonaws.vpce.eu-central-1.vpce-svc-0123456789abcdef0" }
    }
  }

  assert {
    condition     = aws_vpc_endpoint.clickhouse["this"].vpc_endpoint_type == "Interface" && aws_route53_zone.clickhouse_endpoint["this"].name == "abc123.eu-central-1.vpce.aws.clickhouse.cloud"
    error_message = "The stack has no endpoint with a private DNS name."
  }

  assert {
    condition     = length(aws_vpc_security_group_egress_rule.to_clickhouse_external) == 0 && toset([for rule in aws_vpc_security_group_ingress_rule.clickhouse_endpoint : rule.from_port]) == toset([8443, 9440]) && keys(aws_vpc_security_group_egress_rule.to_clickhouse_endpoint) == keys(aws_vpc_security_group_ingress_rule.clickhouse_endpoint)
    error_message = "Traffic to ClickHouse could leave the VPC, or the endpoint does not accept it."
  }

  assert {
    condition     = local.environment_databases.CLICKHOUSE_CLUSTER_ENABLED == "false"
    error_message = "ClickHouse Cloud replicates without ON CLUSTER."
  }
}

run "a_move_prepares_the_copy_and_leaves_langfuse_with_its_own_clickhouse" {
  command = plan

  variables {
    clickhouse_snapshot_id = "snap-0123456789abcdef0"
    clickhouse_external = {
      host                = "clickhouse.example.org"
      cluster             = "production"
      password_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/clickhouse-AAAAAA"
      own_server          = "active"
    }
  }

  assert {
    condition     = local.clickhouse.url == "http://clickhouse.langfuse.internal:8123" && local.environment_databases.CLICKHOUSE_CLUSTER_ENABLED == "false" && contains(keys(local.service_labels), "langfuse-deploy.clickhouse") && length(local.environment_clickhouse) == 1
    error_message = "Langfuse uses the target before its data is there, or its tasks would be replaced."
  }

  assert {
    condition = { for variable in module.move["this"].container_definition.environment : variable.name => variable.value } == {
      CLICKHOUSE_URL  = "http://clickhouse.langfuse.internal:8123"
      CLICKHOUSE_USER = "langfuse"
      TARGET_URL      = "https://clickhouse.example.org:8443"
      TARGET_USER     = "default"
      TARGET_CLUSTER  = "production"
    } && [for secret in module.move["this"].container_definition.secrets : secret.name] == ["CLICKHOUSE_PASSWORD", "TARGET_PASSWORD"]
    error_message = "The task that copies does not know both servers, or has a password in its environment."
  }

  assert {
    condition     = alltrue([for client in ["move", "web", "worker"] : contains(keys(aws_vpc_security_group_egress_rule.to_clickhouse), "${client} http") && contains(keys(aws_vpc_security_group_egress_rule.to_clickhouse_external), "${client} http 0.0.0.0/0")])
    error_message = "A client cannot reach both servers."
  }

  assert {
    condition     = aws_ebs_volume.clickhouse["this"].snapshot_id == "snap-0123456789abcdef0"
    error_message = "The volume whose data moves would be replaced."
  }
}

run "after_the_switch_the_own_clickhouse_is_kept" {
  command = plan

  variables {
    grafana = { enabled = true }
    clickhouse_external = {
      host                = "abc123.eu-central-1.aws.clickhouse.cloud"
      password_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/clickhouse-AAAAAA"
      grafana             = { user = "reader", password_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/reader-AAAAAA" }
      own_server          = "kept"
    }
  }

  assert {
    condition     = local.clickhouse.url == "https://abc123.eu-central-1.aws.clickhouse.cloud:8443" && !contains(keys(local.service_labels), "langfuse-deploy.clickhouse") && local.clickhouse.grafana_user == "reader"
    error_message = "Langfuse or Grafana does not use the external ClickHouse."
  }

  assert {
    condition = alltrue([for kept in [aws_ebs_volume.clickhouse, aws_ecs_service.clickhouse, aws_s3_bucket.backups, aws_scheduler_schedule.backup] : length(kept) == 1]) && length(module.move) == 1 && alltrue([
      for secret in jsondecode(aws_ecs_task_definition.clickhouse["this"].container_definitions)[0].secrets : strcontains(secret.valueFrom, "reader") == false
    ]) && contains(keys(local.alarms), "clickhouse-disk")
    error_message = "The own ClickHouse is not kept as it was."
  }

  assert {
    condition     = length(aws_vpc_security_group_egress_rule.to_clickhouse_external) == length(aws_vpc_security_group_egress_rule.to_clickhouse) - 1
    error_message = "All clients except the backup must reach the external ClickHouse."
  }
}

run "an_unknown_stage_of_the_move_is_rejected" {
  command = plan

  variables {
    clickhouse_external = {
      host                = "clickhouse.example.org"
      password_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/clickhouse-AAAAAA"
      own_server          = "copy"
    }
  }

  expect_failures = [var.clickhouse_external]
}
