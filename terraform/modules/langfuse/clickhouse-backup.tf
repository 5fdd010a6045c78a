resource "aws_security_group" "backup" {
  #checkov:skip=CKV2_AWS_5:The task gets it when it starts.

  for_each = local.with_clickhouse

  name        = "${var.name}-backup"
  description = "${var.name}: ClickHouse backup task"
  vpc_id      = local.network.vpc_id

  tags = merge(local.tags, { Name = "${var.name}-backup" })
}

resource "aws_vpc_security_group_egress_rule" "backup_https" {
  for_each = local.with_clickhouse

  security_group_id = aws_security_group.backup[each.key].id
  description       = "AWS"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443

  tags = local.tags
}

# ClickHouse writes to S3; this task only sends the BACKUP command.
module "backup" {
  source   = "./modules/task"
  for_each = local.with_clickhouse

  stack                = var.name
  tags                 = local.tags
  partition            = local.partition
  region               = local.region
  component            = "backup"
  image                = local.images.clickhouse
  cpu                  = local.is_tiny ? local.tiny_cpu.backup : 512
  memory               = 1024
  entry_point          = ["/bin/bash", "-c"]
  on_instance          = local.is_tiny ? local.tiny_memory.backup : null
  command              = [file("${path.module}/clickhouse/backup.sh")]
  permissions_boundary = local.permissions_boundary
  kms_key_arn          = var.kms_key_arn
  log_retention_days   = var.log_retention_days

  environment = {
    BACKUP          = ""
    CLICKHOUSE_HOST = local.clickhouse_own.host
    CLICKHOUSE_USER = local.clickhouse_own.user
    COMMAND         = "backup"
  }

  secrets = { CLICKHOUSE_PASSWORD = local.clickhouse_own.password_secret_arn }
}

resource "aws_scheduler_schedule" "backup" {
  #checkov:skip=CKV_AWS_297:Encrypted with the key of EventBridge Scheduler; it contains no data.

  for_each = local.with_clickhouse

  name                = "${var.name}-backup"
  description         = "ClickHouse backup to S3"
  schedule_expression = var.backup.schedule

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = aws_ecs_cluster.this.arn
    role_arn = aws_iam_role.backup_schedule[each.key].arn

    ecs_parameters {
      task_definition_arn = module.backup[each.key].arn
      launch_type         = local.launch_type
      task_count          = 1
      propagate_tags      = "TASK_DEFINITION"

      dynamic "network_configuration" {
        for_each = local.is_tiny ? [] : [aws_security_group.backup[each.key].id]

        content {
          subnets          = local.network.private_subnet_ids
          security_groups  = [network_configuration.value]
          assign_public_ip = false
        }
      }
    }

    retry_policy {
      maximum_event_age_in_seconds = 3600
      maximum_retry_attempts       = 10
    }
  }
}

resource "aws_iam_role" "backup_schedule" {
  for_each = local.with_clickhouse

  name                 = "${var.name}-backup-schedule"
  permissions_boundary = local.permissions_boundary

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "scheduler.amazonaws.com" }
      Condition = { StringEquals = { "aws:SourceAccount" = local.account_id } }
    }]
  })

  tags = local.tags
}

resource "aws_iam_role_policy" "backup_schedule" {
  for_each = local.with_clickhouse

  name = "run-task"
  role = aws_iam_role.backup_schedule[each.key].id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "RunTask"
        Effect    = "Allow"
        Action    = ["ecs:RunTask"]
        Resource  = [for family in concat([module.backup[each.key].family], values(module.postgres_backup)[*].family) : "arn:${local.partition}:ecs:${local.region}:${local.account_id}:task-definition/${family}:*"]
        Condition = { ArnEquals = { "ecs:cluster" = aws_ecs_cluster.this.arn } }
      },
      {
        Sid       = "TagTask"
        Effect    = "Allow"
        Action    = ["ecs:TagResource"]
        Resource  = ["arn:${local.partition}:ecs:${local.region}:${local.account_id}:task/${var.name}/*"]
        Condition = { StringEquals = { "ecs:CreateAction" = "RunTask" } }
      },
      {
        Sid       = "PassRoles"
        Effect    = "Allow"
        Action    = ["iam:PassRole"]
        Resource  = flatten([for task in concat([module.backup[each.key]], values(module.postgres_backup)) : [task.execution_role_arn, task.task_role_arn]])
        Condition = { StringEquals = { "iam:PassedToService" = "ecs-tasks.amazonaws.com" } }
      },
    ]
  })
}
