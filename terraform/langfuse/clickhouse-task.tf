resource "aws_cloudwatch_log_group" "clickhouse" {
  for_each = local.own_clickhouse

  name              = "/${var.name}/clickhouse"
  retention_in_days = var.log_retention_days
}

locals {
  clickhouse_container = {
    name      = "clickhouse"
    image     = local.images.clickhouse
    essential = true
    memory    = local.size.clickhouse.memory_mib
    # The configuration travels in the task definition; start.sh says why.
    entryPoint = ["/bin/bash", "-c"]
    command    = [file("${path.module}/clickhouse/start.sh")]
    environment = [
      { name = "AWS_REGION", value = local.region },
      { name = "BACKUP_URL", value = local.backup_url },
      # The users are those of users.xml, and no others.
      { name = "CLICKHOUSE_SKIP_USER_SETUP", value = "1" },
      { name = "CONFIG_XML", value = file("${path.module}/clickhouse/config.xml") },
      { name = "USERS_XML", value = file("${path.module}/clickhouse/users.xml") },
    ]
    secrets = [
      { name = "GRAFANA_PASSWORD", valueFrom = local.clickhouse.grafana_secret_arn },
      { name = "LANGFUSE_PASSWORD", valueFrom = local.clickhouse.password_secret_arn },
    ]
    mountPoints = [{ sourceVolume = "data", containerPath = "/var/lib/clickhouse", readOnly = false }]
    # The native protocol's port and HTTP's; in the network mode awsvpc both ports of a pair are the same.
    portMappings = [for port in [8123, 9000] : { containerPort = port, hostPort = port, protocol = "tcp" }]
    ulimits      = [{ name = "nofile", softLimit = 262144, hardLimit = 262144 }]
    # It finishes running queries and writes what it holds in memory.
    stopTimeout = 120
    healthCheck = {
      command  = ["CMD", "wget", "-q", "-O", "/dev/null", "http://127.0.0.1:8123/ping"]
      interval = 10
      timeout  = 5
      retries  = 6
      # Many parts take long to load after an unclean stop.
      startPeriod = 300
    }
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = "/${var.name}/clickhouse"
        awslogs-region        = local.region
        awslogs-stream-prefix = "clickhouse"
        # A CloudWatch that does not answer must not stop the database.
        mode            = "non-blocking"
        max-buffer-size = "25m"
      }
    }
  }
}

resource "aws_ecs_task_definition" "clickhouse" {
  for_each = local.own_clickhouse

  family                   = "${var.name}-clickhouse"
  requires_compatibilities = ["EC2"]
  network_mode             = "awsvpc"
  execution_role_arn       = aws_iam_role.clickhouse_execution[each.key].arn
  task_role_arn            = aws_iam_role.clickhouse_task[each.key].arn
  container_definitions    = jsonencode([local.clickhouse_container])

  runtime_platform {
    operating_system_family = "LINUX"
    cpu_architecture        = "ARM64"
  }

  # A folder of the instance, since volumes that ECS makes for a service end with its task.
  volume {
    name      = "data"
    host_path = "/mnt/clickhouse/data"
  }

  # The revision before stays until the service has left it: a rollback needs it.
  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_ecs_service" "clickhouse" {
  for_each = local.own_clickhouse

  name            = "${var.name}-clickhouse"
  cluster         = aws_ecs_cluster.this.arn
  task_definition = aws_ecs_task_definition.clickhouse[each.key].arn
  launch_type     = "EC2"
  desired_count   = 1

  # Stop before start: two servers on one data directory would destroy it, and ClickHouse refuses to be the second.
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

  network_configuration {
    subnets         = [local.clickhouse_subnet_id]
    security_groups = [aws_security_group.clickhouse[each.key].id]
  }

  service_registries {
    registry_arn = aws_service_discovery_service.clickhouse[each.key].arn
  }

  lifecycle {
    # A rollback ends in a steady state too, and would pass for success.
    postcondition {
      condition     = self.task_definition == aws_ecs_task_definition.clickhouse[each.key].arn
      error_message = "ECS has rolled ${var.name}-clickhouse back to ${self.task_definition}: the new task did not become healthy. Its last words are in the log group /${var.name}/clickhouse."
    }
  }

  # The task starts on the one instance, and with what its roles allow.
  depends_on = [
    aws_autoscaling_group.clickhouse,
    aws_iam_role_policy.clickhouse_execution,
    aws_iam_role_policy.clickhouse_task,
    aws_cloudwatch_log_group.clickhouse,
    aws_vpc_security_group_egress_rule.clickhouse_to_s3,
    aws_vpc_security_group_ingress_rule.clickhouse,
  ]
}
