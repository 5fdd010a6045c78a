mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

mock_provider "terraform" {
  source          = "./tests/mocks/terraform"
  override_during = plan
}

variables {
  size         = "tiny"
  images_file  = "tests/mocks/tiny.yaml"
  langfuse     = { first_user = { email = "admin@acme.io" } }
  alarm_emails = ["on-call@acme.io"]
}

run "has_one_instance_and_no_service_with_an_hourly_price" {
  command = plan

  assert {
    condition     = length(aws_instance.tiny) == 1 && length(aws_autoscaling_group.clickhouse) == 0
    error_message = "There must be one instance, without an Auto Scaling group."
  }

  assert {
    condition = 0 == sum([
      length(aws_rds_cluster.postgres), length(aws_rds_cluster_instance.postgres), length(aws_db_subnet_group.postgres),
      length(aws_elasticache_replication_group.valkey), length(aws_elasticache_subnet_group.valkey),
      length(aws_lb.this), length(aws_lb_listener.forward), length(aws_lb_listener.redirect), length(aws_lb_target_group.web),
      length(aws_nat_gateway.this), length(aws_eip.nat), length(aws_route.private),
      length(aws_service_discovery_private_dns_namespace.this), length(aws_cloudfront_vpc_origin.load_balancer),
      length(aws_appautoscaling_policy.cpu), length(aws_ecs_service.grafana),
    ])
    error_message = "Size tiny must not create Aurora, ElastiCache, a load balancer, NAT or Cloud Map."
  }

  assert {
    condition     = alltrue([for service in concat([aws_ecs_service.web, aws_ecs_service.worker], values(aws_ecs_service.clickhouse), values(aws_ecs_service.tiny)) : service.launch_type == "EC2" && service.deployment_maximum_percent == 100 && length(service.network_configuration) == 0])
    error_message = "All services must run on the instance, with one task at a time and without a network interface of their own."
  }

  assert {
    condition     = toset(keys(aws_ecs_service.tiny)) == toset(["postgres", "valkey"])
    error_message = "PostgreSQL and Valkey must run as services."
  }
}

run "admits_only_cloudfront" {
  command = plan

  assert {
    condition     = aws_vpc_security_group_ingress_rule.cloudfront["this"].from_port == 3000
    error_message = "CloudFront must reach port 3000 of the instance."
  }

  assert {
    condition     = length(aws_vpc_security_group_ingress_rule.clickhouse) + length(aws_vpc_security_group_ingress_rule.postgres) + length(aws_vpc_security_group_ingress_rule.valkey) + length(aws_vpc_security_group_ingress_rule.load_balancer) == 0
    error_message = "No other port may be open."
  }

  assert {
    condition     = aws_cloudfront_vpc_origin.tiny["this"].vpc_origin_endpoint_config[0].http_port == 3000
    error_message = "The VPC origin must use the port of web."
  }

  assert {
    condition     = aws_launch_template.clickhouse["this"].network_interfaces[0].associate_public_ip_address == "true"
    error_message = "Without NAT, the instance needs a public address."
  }
}

run "containers_fit_into_the_instance" {
  command = plan

  assert {
    condition     = local.tiny_memory_total <= 8192 - 1024 && sum(values(local.tiny_cpu)) <= 1024
    error_message = "The tasks must fit into 8 GiB, of which the system needs 1, and one vCPU."
  }

  # The backups may wait, the migration of an update may not.
  assert {
    condition     = sum([for name in ["web", "worker", "postgres", "valkey", "clickhouse", "migration"] : local.tiny_memory[name].limit]) <= 8192 - 512
    error_message = "The limits of the services and the migration must leave memory to the system."
  }

  assert {
    condition     = module.web.container_definition.memory == 1280 && module.web.container_definition.memoryReservation == 1024 && length(base64decode(aws_launch_template.clickhouse["this"].user_data)) < 16384
    error_message = "The containers must have a limit and a reservation."
  }

  assert {
    condition     = { for entry in module.worker.container_definition.environment : entry.name => entry.value }.NODE_OPTIONS == "--max-old-space-size=1152"
    error_message = "Node.js must collect garbage before the container reaches its limit."
  }
}

run "connects_containers_through_the_host" {
  command = plan

  assert {
    condition = { for entry in module.web.container_definition.environment : entry.name => entry.value if contains(["DATABASE_HOST", "DATABASE_ARGS", "REDIS_HOST", "REDIS_TLS_ENABLED", "CLICKHOUSE_URL"], entry.name) } == {
      DATABASE_HOST     = "172.17.0.1"
      DATABASE_ARGS     = "sslmode=disable"
      REDIS_HOST        = "172.17.0.1"
      REDIS_TLS_ENABLED = "false"
      CLICKHOUSE_URL    = "http://172.17.0.1:8123"
    }
    error_message = "Langfuse must find the databases at the address of Docker's bridge."
  }

  assert {
    condition     = !contains([for entry in module.migration.container_definition.secrets : entry.name], "MASTER_PASSWORD")
    error_message = "There is no master user in size tiny."
  }
}

run "backs_up_both_databases_and_watches_it" {
  command = plan

  assert {
    condition     = aws_scheduler_schedule.backup["this"].target[0].ecs_parameters[0].launch_type == "EC2" && aws_scheduler_schedule.tiny_backup["this"].target[0].ecs_parameters[0].launch_type == "EC2"
    error_message = "Both databases must have a nightly backup on the instance."
  }

  assert {
    condition     = length(aws_dlm_lifecycle_policy.clickhouse) == 1
    error_message = "The volume must have snapshots."
  }

  assert {
    condition     = aws_ec2_tag.deployed_versions.value == "clickhouse=25.12 langfuse-data=3 size=tiny tiny-postgres=16 tiny-valkey=8.1 volume-gib=30"
    error_message = "A later plan cannot reject versions that do not fit the data."
  }

  assert {
    condition     = alltrue([for name in ["web-tasks", "worker-tasks", "clickhouse-tasks", "postgres-tasks", "valkey-tasks", "web-memory", "worker-memory", "postgres-memory", "valkey-memory", "clickhouse-disk", "clickhouse-memory", "backup-missed", "postgres-backup-missed", "instance-cpu", "instance-status", "traces-lost"] : contains(keys(aws_cloudwatch_metric_alarm.this), name)])
    error_message = "The alarms that apply must exist."
  }

  assert {
    condition     = alltrue([for name in keys(aws_cloudwatch_metric_alarm.this) : !contains(["load-balancer-errors", "postgres-cpu", "valkey-cpu"], name)])
    error_message = "Alarms of services that do not exist must not exist."
  }

  # ECS measures in percent of the reservation.
  assert {
    condition = alltrue([for component in ["web", "worker", "postgres", "valkey"] :
      aws_cloudwatch_metric_alarm.this["${component}-memory"].threshold * local.tiny_memory[component].reservation <= 90 * local.tiny_memory[component].limit
      && aws_cloudwatch_metric_alarm.this["${component}-memory"].threshold >= 90 && aws_cloudwatch_metric_alarm.this["${component}-memory"].namespace == "AWS/ECS"
    ])
    error_message = "A container reaches its limit before its alarm, or the alarm fires in normal operation."
  }

  assert {
    condition     = strcontains(aws_iam_role_policy.backup_schedule["this"].policy, "langfuse-postgres-backup")
    error_message = "The schedule must be able to start the backup of PostgreSQL."
  }
}

run "keeps_the_worker_paused_while_clickhouse_is_replaced" {
  command = plan

  assert {
    condition     = length(terraform_data.worker_pause) == 1 && aws_appautoscaling_target.this["worker"].max_capacity == 1
    error_message = "The pause of the worker needs its scalable target."
  }
}

run "rejects_a_domain" {
  command = plan

  variables {
    domain = { name = "langfuse.acme.io", zone_name = "acme.io" }
  }

  expect_failures = [var.domain]
}

run "rejects_an_existing_vpc" {
  command = plan

  variables {
    network = { existing = { vpc_id = "vpc-1", private_subnet_ids = ["subnet-1", "subnet-2"] } }
  }

  expect_failures = [var.network]
}

run "rejects_settings_of_services_that_it_does_not_have" {
  command = plan

  variables {
    nat        = "single"
    grafana    = { enabled = true }
    web        = { max = 2 }
    worker     = { cpu = 1024 }
    postgres   = { max_acu = 8 }
    valkey     = { replicas = 1 }
    clickhouse = { instance_type = "r7g.large", memory_mib = 14336 }
  }

  expect_failures = [var.nat, var.grafana, var.web, var.worker, var.postgres, var.valkey, var.clickhouse]
}

run "rejects_an_external_clickhouse" {
  command = plan

  variables {
    clickhouse_external = { host = "abc.clickhouse.cloud", password_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:clickhouse-AAAAAA" }
  }

  expect_failures = [var.clickhouse_external]
}

run "rejects_an_images_file_without_its_images" {
  command = plan

  variables {
    images_file = "tests/mocks/images.yaml"
  }

  expect_failures = [var.images_file]
}

run "larger_sizes_have_none_of_it" {
  command = plan

  variables {
    size = "small"
  }

  assert {
    condition     = length(aws_instance.tiny) + length(aws_ecs_service.tiny) + length(module.postgres_backup) + length(aws_cloudfront_vpc_origin.tiny) == 0
    error_message = "Other sizes must not have the resources of size tiny."
  }
}
