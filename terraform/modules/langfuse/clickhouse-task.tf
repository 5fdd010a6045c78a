resource "aws_cloudwatch_log_group" "clickhouse" {
  #checkov:skip=CKV_AWS_158:kms_key_arn is optional.
  #checkov:skip=CKV_AWS_338:log_retention_days sets the time.

  for_each = local.with_clickhouse

  name              = "/${var.name}/clickhouse"
  retention_in_days = var.log_retention_days
  kms_key_id        = var.kms_key_arn

  tags = local.tags
}

locals {
  clickhouse_container = {
    name      = "clickhouse"
    image     = local.images.clickhouse
    essential = true
    memory    = local.size.clickhouse.memory_mib
    # Without a reservation, ECS reports CPU in percent of 2 units.
    cpu        = local.is_tiny ? local.tiny_cpu.clickhouse : one([for type in data.aws_ec2_instance_type.clickhouse : type.default_vcpus * 1024 - 128])
    entryPoint = ["/bin/bash", "-c"]
    command    = [file("${path.module}/clickhouse/start.sh")]
    environment = [
      { name = "AWS_REGION", value = local.region },
      { name = "BACKUP_URL", value = local.backup_url },
      # users.xml defines all users.
      { name = "CLICKHOUSE_SKIP_USER_SETUP", value = "1" },
      { name = "CONFIG_XML", value = file("${path.module}/clickhouse/config.xml") },
      { name = "USERS_XML", value = file("${path.module}/clickhouse/users.xml") },
    ]
    secrets = [
      { name = "GRAFANA_PASSWORD", valueFrom = local.clickhouse_own.grafana_secret_arn },
      { name = "LANGFUSE_PASSWORD", valueFrom = local.clickhouse_own.password_secret_arn },
    ]
    mountPoints = [{ sourceVolume = "data", containerPath = "/var/lib/clickhouse", readOnly = false }]
    # HTTP and native protocol.
    portMappings = [for port in [8123, 9000] : { containerPort = port, hostPort = port, protocol = "tcp" }]
    ulimits      = [{ name = "nofile", softLimit = 262144, hardLimit = 262144 }]
    stopTimeout  = 120
    healthCheck = {
      command  = ["CMD", "wget", "-q", "-O", "/dev/null", "http://127.0.0.1:8123/ping"]
      interval = 10
      timeout  = 5
      retries  = 6
      # Loading parts can take minutes.
      startPeriod = 300
    }
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = "/${var.name}/clickhouse"
        awslogs-region        = local.region
        awslogs-stream-prefix = "clickhouse"
        # The default mode blocks while CloudWatch Logs is unavailable.
        mode            = "non-blocking"
        max-buffer-size = "25m"
      }
    }
  }
}

resource "aws_ecs_task_definition" "clickhouse" {
  for_each = local.with_clickhouse

  family                   = "${var.name}-clickhouse"
  requires_compatibilities = ["EC2"]
  network_mode             = local.is_tiny ? "bridge" : "awsvpc"
  execution_role_arn       = aws_iam_role.clickhouse_execution[each.key].arn
  task_role_arn            = aws_iam_role.clickhouse_task[each.key].arn
  container_definitions    = jsonencode([local.clickhouse_container])

  runtime_platform {
    operating_system_family = "LINUX"
    cpu_architecture        = "ARM64"
  }

  # ECS-managed volumes are deleted with the task.
  volume {
    name      = "data"
    host_path = "/mnt/clickhouse/data"
  }

  tags = local.tags

  # A rollback needs the previous revision.
  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_ecs_service" "clickhouse" {
  for_each = local.with_clickhouse

  name            = "${var.name}-clickhouse"
  cluster         = aws_ecs_cluster.this.arn
  task_definition = aws_ecs_task_definition.clickhouse[each.key].arn
  launch_type     = "EC2"
  desired_count   = 1

  # Two servers must not share a data directory.
  deployment_minimum_healthy_percent = 0
  deployment_maximum_percent         = 100
  availability_zone_rebalancing      = "DISABLED"
  enable_ecs_managed_tags            = true
  propagate_tags                     = "SERVICE"
  wait_for_steady_state              = true

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  dynamic "network_configuration" {
    for_each = local.is_tiny ? [] : [aws_security_group.clickhouse[each.key].id]

    content {
      subnets         = [local.clickhouse_subnet_id]
      security_groups = [network_configuration.value]
    }
  }

  dynamic "service_registries" {
    for_each = aws_service_discovery_service.clickhouse

    content {
      registry_arn = service_registries.value.arn
    }
  }

  tags = local.tags

  lifecycle {
    # See aws_ecs_service.web.
    postcondition {
      condition     = self.task_definition == aws_ecs_task_definition.clickhouse[each.key].arn
      error_message = "ECS rolled back the service ${var.name}-clickhouse to ${self.task_definition}, because the new task did not become healthy. See the log group /${var.name}/clickhouse."
    }
  }

  depends_on = [
    terraform_data.clickhouse_instance_ready,
    terraform_data.tiny_instance_ready,
    terraform_data.worker_pause,
    aws_iam_role_policy.clickhouse_execution,
    aws_iam_role_policy.clickhouse_task,
    aws_cloudwatch_log_group.clickhouse,
    aws_vpc_security_group_egress_rule.clickhouse_to_s3,
    aws_vpc_security_group_ingress_rule.clickhouse,
  ]
}
