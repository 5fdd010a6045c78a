mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
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

run "one_instance_one_volume_one_zone" {
  command = plan

  assert {
    condition     = aws_ebs_volume.clickhouse["this"].encrypted && aws_ebs_volume.clickhouse["this"].final_snapshot && aws_ebs_volume.clickhouse["this"].size == 50 && aws_ebs_volume.clickhouse["this"].type == "gp3"
    error_message = "The volume is encrypted, of the size that was asked for, and leaves a snapshot."
  }

  assert {
    condition     = aws_ebs_volume.clickhouse["this"].availability_zone == aws_subnet.private["a"].availability_zone && aws_autoscaling_group.clickhouse["this"].vpc_zone_identifier == toset(["subnet-a"])
    error_message = "Volume and instance share a zone."
  }

  assert {
    condition     = aws_autoscaling_group.clickhouse["this"].min_size == 1 && aws_autoscaling_group.clickhouse["this"].max_size == 1 && aws_autoscaling_group.clickhouse["this"].instance_refresh[0].preferences[0].min_healthy_percentage == 0
    error_message = "There is one instance, and it goes before the next one comes."
  }

  assert {
    condition     = startswith(aws_launch_template.clickhouse["this"].image_id, "resolve:ssm:") && endswith(aws_launch_template.clickhouse["this"].image_id, "/arm64/recommended/image_id")
    error_message = "EC2 itself looks the image up, so that a new one shows in no plan."
  }

  assert {
    condition     = aws_launch_template.clickhouse["this"].metadata_options[0].http_tokens == "required" && aws_launch_template.clickhouse["this"].metadata_options[0].http_put_response_hop_limit == 1
    error_message = "The instance's role is out of reach for containers."
  }

  assert {
    condition     = aws_ecs_service.clickhouse["this"].deployment_minimum_healthy_percent == 0 && aws_ecs_service.clickhouse["this"].deployment_maximum_percent == 100 && aws_ecs_service.clickhouse["this"].desired_count == 1
    error_message = "The old task stops before the new one starts."
  }

  assert {
    condition     = toset([for rule in aws_vpc_security_group_ingress_rule.clickhouse : "${rule.description} ${rule.from_port}-${rule.to_port}"]) == toset(["web http 8123-8123", "worker http 8123-8123", "migration http 8123-8123", "migration native 9000-9000", "grafana http 8123-8123", "backup native 9000-9000"])
    error_message = "Each client reaches the port that it uses and no other."
  }

  assert {
    condition     = local.clickhouse.url == "http://clickhouse.langfuse.internal:8123" && local.clickhouse.migration_url == "clickhouse://clickhouse.langfuse.internal:9000"
    error_message = "Langfuse finds ClickHouse by the name that ECS keeps."
  }
}

run "the_instance_takes_the_volume_over_by_itself" {
  command = plan

  assert {
    condition     = length(base64decode(aws_launch_template.clickhouse["this"].user_data)) < 16384 && startswith(base64decode(aws_launch_template.clickhouse["this"].user_data), "#cloud-config\n")
    error_message = "EC2 takes 16 KiB of user data."
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
    error_message = "The instance gets the scripts and what starts them."
  }

  assert {
    condition     = one([for written in yamldecode(base64decode(aws_launch_template.clickhouse["this"].user_data)).write_files : written.content if written.path == "/etc/clickhouse-volume.env"]) == "AWS_DEFAULT_REGION=eu-central-1\nFORMATTED_TAG=clickhouse-formatted\nMETRIC_NAMESPACE=langfuse/clickhouse\nMOUNT_POINT=/mnt/clickhouse\nVOLUME_ID=vol-0123456789abcdef0\n"
    error_message = "The script knows which volume."
  }

  assert {
    condition     = strcontains(file("clickhouse/ecs.conf"), "ConditionPathIsMountPoint=${local.clickhouse_mount_point}\n") && one(aws_ecs_task_definition.clickhouse["this"].volume).host_path == "${local.clickhouse_mount_point}/data"
    error_message = "The agent waits for the place that the task stores its data in."
  }

  assert {
    condition     = toset(flatten([for statement in jsondecode(aws_iam_role_policy.clickhouse_instance["this"].policy).Statement : statement.Action if statement.Resource == ["*"]])) == toset(["cloudwatch:PutMetricData", "ec2:DescribeVolumes", "ecs:DiscoverPollEndpoint"])
    error_message = "Only actions that know no resource are allowed on all."
  }
}

run "the_task_carries_its_configuration_and_no_secret" {
  command = plan

  assert {
    condition     = [for secret in jsondecode(aws_ecs_task_definition.clickhouse["this"].container_definitions)[0].secrets : secret.name] == ["GRAFANA_PASSWORD", "LANGFUSE_PASSWORD"]
    error_message = "Passwords come from Secrets Manager."
  }

  assert {
    condition     = { for entry in jsondecode(aws_ecs_task_definition.clickhouse["this"].container_definitions)[0].environment : entry.name => entry.value }["BACKUP_URL"] == "https://langfuse-backups-123456789012-eu-central-1.s3.eu-central-1.amazonaws.com/clickhouse/"
    error_message = "Backups go to the bucket of the stack."
  }

  assert {
    condition     = alltrue([for name in keys(aws_ecs_task_definition.clickhouse) : length(aws_ecs_task_definition.clickhouse[name].container_definitions) < 65536])
    error_message = "ECS takes 64 KiB of a task definition."
  }

  assert {
    condition     = jsondecode(aws_ecs_task_definition.clickhouse["this"].container_definitions)[0].memory == 6656 && jsondecode(aws_ecs_task_definition.clickhouse["this"].container_definitions)[0].stopTimeout == 120
    error_message = "The container gets the memory of the size, and time to stop."
  }

  assert {
    condition     = toset(flatten([for statement in jsondecode(aws_iam_role_policy.clickhouse_task["this"].policy).Statement : statement.Resource])) == toset(["arn:aws:s3:::langfuse-backups-123456789012-eu-central-1", "arn:aws:s3:::langfuse-backups-123456789012-eu-central-1/clickhouse/*"])
    error_message = "ClickHouse reaches its backups and nothing else of AWS."
  }
}

run "backups_are_made_nightly_and_expire" {
  command = plan

  variables {
    backup = { schedule = "cron(30 1 * * ? *)", retention_days = 30, snapshots = 3 }
  }

  assert {
    condition     = aws_scheduler_schedule.backup["this"].schedule_expression == "cron(30 1 * * ? *)" && aws_scheduler_schedule.backup["this"].target[0].ecs_parameters[0].task_definition_arn == module.backup["this"].arn
    error_message = "The schedule runs the backup task."
  }

  assert {
    condition     = { for rule in aws_s3_bucket_lifecycle_configuration.backups["this"].rule : rule.filter[0].prefix => rule.expiration[0].days if length(rule.expiration) > 0 } == { "clickhouse/full/" = 37, "clickhouse/incremental/" = 30 }
    error_message = "A full backup outlives every incremental one that needs it."
  }

  assert {
    condition     = aws_dlm_lifecycle_policy.clickhouse["this"].policy_details[0].target_tags["snapshots"] == aws_ebs_volume.clickhouse["this"].tags["snapshots"] && aws_dlm_lifecycle_policy.clickhouse["this"].policy_details[0].schedule[0].retain_rule[0].count == 3
    error_message = "Snapshots are made of this volume."
  }

  assert {
    condition     = !aws_s3_bucket.backups["this"].force_destroy && aws_s3_bucket_public_access_block.backups["this"].restrict_public_buckets
    error_message = "Backups are not destroyed in passing, and not public."
  }
}

run "a_snapshot_becomes_the_volume" {
  command = plan

  variables {
    clickhouse_snapshot_id = "snap-0123456789abcdef0"
    deletion_protection    = false
  }

  assert {
    condition     = aws_ebs_volume.clickhouse["this"].snapshot_id == "snap-0123456789abcdef0" && !terraform_data.clickhouse_volume_guard["this"].input.deletion_protection
    error_message = "The volume is made from the snapshot."
  }
}

run "an_external_clickhouse_takes_its_place" {
  command = plan

  variables {
    clickhouse_external = {
      host                = "abc123.eu-central-1.aws.clickhouse.cloud"
      password_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:clickhouse-AAAAAA:password::"
      grafana             = { user = "reader", password_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:reader-AAAAAA" }
    }
  }

  assert {
    condition     = local.clickhouse.url == "https://abc123.eu-central-1.aws.clickhouse.cloud:8443" && local.clickhouse.migration_url == "clickhouse://abc123.eu-central-1.aws.clickhouse.cloud:9440" && local.clickhouse.secure
    error_message = "Langfuse is told of the external one."
  }

  assert {
    condition = length(concat(
      values(aws_ebs_volume.clickhouse), values(aws_autoscaling_group.clickhouse), values(aws_ecs_service.clickhouse), values(aws_s3_bucket.backups),
      values(aws_scheduler_schedule.backup), values(aws_dlm_lifecycle_policy.clickhouse), values(aws_iam_role.clickhouse_instance), values(aws_security_group.clickhouse),
      values(aws_service_discovery_service.clickhouse), values(aws_vpc_security_group_ingress_rule.clickhouse), values(aws_cloudwatch_log_metric_filter.backups),
    )) == 0
    error_message = "Nothing of the own one is made."
  }

  assert {
    condition     = toset([for rule in aws_vpc_security_group_egress_rule.to_clickhouse_external : rule.from_port]) == toset([8443, 9440]) && alltrue([for name in keys(local.alarms) : !startswith(name, "clickhouse") && name != "backup-missed"])
    error_message = "The tasks may reach it, and no alarm waits for what is not there."
  }
}

run "an_external_one_on_plain_ports" {
  command = plan

  variables {
    grafana = { enabled = false }
    clickhouse_external = {
      host                = "10.1.2.3"
      port_http           = 8123
      port_native         = 9000
      secure              = false
      password_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:clickhouse-AAAAAA"
      cidr_blocks         = ["10.1.2.3/32"]
    }
  }

  assert {
    condition     = local.clickhouse.url == "http://10.1.2.3:8123" && toset([for rule in aws_vpc_security_group_egress_rule.to_clickhouse_external : rule.cidr_ipv4]) == toset(["10.1.2.3/32"])
    error_message = "An address range bounds where the tasks go."
  }
}
