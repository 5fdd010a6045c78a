locals {
  log_group = "/${var.stack}/${var.component}"
  name      = "${var.stack}-${var.component}"

  # Without the JSON key, which is not part of the ARN.
  secret_arns = toset([for reference in concat(values(var.secrets), flatten([for sidecar in values(var.sidecars) : values(sidecar.secrets)])) : join(":", slice(split(":", reference), 0, 7))])

  repository_arns = flatten([for image in concat([var.image], [for sidecar in values(var.sidecars) : sidecar.image]) : [
    for parts in regexall("^([0-9]{12})\\.dkr\\.ecr\\.([a-z0-9-]+)\\.amazonaws\\.com[.a-z]*/([^@:]+)", image) :
    "arn:${var.partition}:ecr:${parts[1]}:${parts[0]}:repository/${parts[2]}"
  ]])

  log_configurations = { for container in concat([var.component], keys(var.sidecars)) : container => {
    logDriver = "awslogs"
    options = {
      awslogs-group         = aws_cloudwatch_log_group.this.name
      awslogs-region        = var.region
      awslogs-stream-prefix = container
      # The default mode blocks while CloudWatch Logs is unavailable.
      mode            = "non-blocking"
      max-buffer-size = "25m"
    }
  } }

  sidecars = [for name, sidecar in var.sidecars : merge(
    {
      name             = name
      image            = sidecar.image
      essential        = false
      memory           = sidecar.memory
      environment      = [for key in sort(keys(sidecar.environment)) : { name = key, value = sidecar.environment[key] }]
      secrets          = [for key in sort(keys(sidecar.secrets)) : { name = key, valueFrom = sidecar.secrets[key] }]
      stopTimeout      = var.stop_timeout
      logConfiguration = local.log_configurations[name]
    },
    sidecar.command == null ? {} : { command = sidecar.command },
  )]

  volumes = var.host_volume == null ? [] : [var.host_volume]

  container = merge(
    {
      name             = var.component
      image            = var.image
      essential        = true
      environment      = [for name in sort(keys(var.environment)) : { name = name, value = var.environment[name] }]
      secrets          = [for name in sort(keys(var.secrets)) : { name = name, valueFrom = var.secrets[name] }]
      portMappings     = var.port == null ? [] : [{ containerPort = var.port, hostPort = var.port, protocol = "tcp" }]
      stopTimeout      = var.stop_timeout
      logConfiguration = local.log_configurations[var.component]
    },
    length(var.labels) == 0 ? {} : { dockerLabels = var.labels },
    var.entry_point == null ? {} : { entryPoint = var.entry_point },
    var.command == null ? {} : { command = var.command },
    var.health_check == null ? {} : {
      healthCheck = {
        command     = var.health_check.command
        interval    = 30
        timeout     = 10
        retries     = var.health_check.retries
        startPeriod = 300
      }
    },
    # ECS limits the memory of a Fargate task as a whole.
    [for memory in var.on_instance == null ? [] : [var.on_instance] : {
      cpu               = var.cpu
      memory            = memory.limit
      memoryReservation = memory.reservation
      mountPoints       = [for volume in local.volumes : { sourceVolume = "data", containerPath = volume.container_path, readOnly = false }]
    }]...
  )
}

resource "aws_cloudwatch_log_group" "this" {
  #checkov:skip=CKV_AWS_158:kms_key_arn is optional.
  #checkov:skip=CKV_AWS_338:log_retention_days sets the time.

  name              = local.log_group
  retention_in_days = var.log_retention_days
  kms_key_id        = var.kms_key_arn

  tags = var.tags
}

resource "aws_ecs_task_definition" "this" {
  family                   = local.name
  requires_compatibilities = [var.on_instance == null ? "FARGATE" : "EC2"]
  network_mode             = var.on_instance == null ? "awsvpc" : "bridge"
  cpu                      = var.on_instance == null ? var.cpu : null
  memory                   = var.on_instance == null ? var.memory : null
  execution_role_arn       = aws_iam_role.execution.arn
  task_role_arn            = aws_iam_role.task.arn
  container_definitions    = jsonencode(concat([local.container], local.sidecars))

  runtime_platform {
    operating_system_family = "LINUX"
    cpu_architecture        = "ARM64"
  }

  dynamic "volume" {
    for_each = local.volumes

    content {
      name      = "data"
      host_path = volume.value.host_path
    }
  }

  tags = var.tags

  # A rollback needs the previous revision.
  lifecycle {
    create_before_destroy = true
  }
}
