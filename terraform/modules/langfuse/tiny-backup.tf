# Nightly dumps of PostgreSQL in the size tiny: a task writes them to the volume, and the instance copies them to S3.

locals {
  dump_prefix = "postgres/"
  dump_url    = join("", [for bucket in aws_s3_bucket.backups : "s3://${bucket.bucket}/${local.dump_prefix}"])

  tiny_instance_files = { for path, file in {
    "/etc/postgres-upload.env" = {
      mode    = "0644"
      content = "DUMP_URL=${local.dump_url}\n"
    }
    "/usr/local/sbin/postgres-upload"             = { mode = "0755", content = file("${path.module}/tiny/upload.sh") }
    "/etc/systemd/system/postgres-upload.service" = { mode = "0644", content = file("${path.module}/tiny/upload.service") }
    "/etc/systemd/system/postgres-upload.timer"   = { mode = "0644", content = file("${path.module}/tiny/upload.timer") }
  } : path => file if local.is_tiny }

  tiny_instance_statements = [for bucket in aws_s3_bucket.backups : {
    Sid      = "Dumps"
    Effect   = "Allow"
    Action   = ["s3:AbortMultipartUpload", "s3:PutObject"]
    Resource = ["${bucket.arn}/${local.dump_prefix}*"]
  } if local.is_tiny]
}

module "postgres_backup" {
  source   = "./modules/task"
  for_each = local.with_tiny

  stack                = var.name
  tags                 = local.tags
  partition            = local.partition
  region               = local.region
  component            = "postgres-backup"
  image                = local.images.postgres
  cpu                  = local.tiny_cpu.pg_backup
  memory               = local.tiny_memory.pg_backup.limit
  on_instance          = local.tiny_memory.pg_backup
  host_volume          = { host_path = "${local.clickhouse_mount_point}/dumps", container_path = "/dumps" }
  entry_point          = ["/bin/bash", "-c"]
  command              = [file("${path.module}/tiny/postgres-backup.sh")]
  permissions_boundary = local.permissions_boundary
  log_retention_days   = var.log_retention_days

  environment = {
    DUMPS      = "/dumps"
    PGDATABASE = local.tiny_postgres.database
    PGHOST     = local.tiny_postgres.host
  }

  secrets = {
    PGUSER     = "${local.secrets.postgres_langfuse}:username::"
    PGPASSWORD = "${local.secrets.postgres_langfuse}:password::"
  }
}

resource "aws_scheduler_schedule" "tiny_backup" {
  #checkov:skip=CKV_AWS_297:Encrypted with the key of EventBridge Scheduler; it contains no data.

  for_each = local.with_tiny

  name                = "${var.name}-postgres-backup"
  description         = "PostgreSQL dump to S3"
  schedule_expression = var.backup.schedule

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = aws_ecs_cluster.this.arn
    role_arn = aws_iam_role.backup_schedule[each.key].arn

    ecs_parameters {
      task_definition_arn = module.postgres_backup[each.key].arn
      launch_type         = "EC2"
      task_count          = 1
      propagate_tags      = "TASK_DEFINITION"
    }

    retry_policy {
      maximum_event_age_in_seconds = 3600
      maximum_retry_attempts       = 10
    }
  }
}
