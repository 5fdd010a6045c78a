# Everything on one instance (size = "tiny"). Containers use Docker's bridge network, because an instance of this size has
# two network interfaces, and a task with its own interface needs one.

locals {
  with_tiny = toset(local.is_tiny ? ["this"] : [])

  launch_type = local.is_tiny ? "EC2" : "FARGATE"

  # Docker's bridge: containers reach the published ports of the others at the address of the host.
  tiny_host = "172.17.0.1"

  # MiB. ECS places tasks by their reservation; a container that exceeds its limit is killed.
  # Langfuse: Node.js with 75 % of the limit as heap. PostgreSQL: shared_buffers of 128 and about 10 for each connection.
  # Valkey: 192 for data, doubled while it rewrites its log. Migration and backup run for minutes.
  tiny_memory = {
    web        = { reservation = 1024, limit = 1280 }
    worker     = { reservation = 1024, limit = 1536 }
    postgres   = { reservation = 384, limit = 640 }
    valkey     = { reservation = 256, limit = 448 }
    migration  = { reservation = 512, limit = 1024 }
    backup     = { reservation = 128, limit = 512 }
    pg_backup  = { reservation = 128, limit = 512 }
    clickhouse = { reservation = 2560, limit = 2560 }
  }

  # Of all tasks at the same time. A check compares it with the memory of the instance.
  tiny_memory_total = sum([for memory in values(local.tiny_memory) : memory.reservation])

  # CPU units of all tasks at the same time: at most 1024, which is one vCPU. Containers use idle shares of the others.
  tiny_cpu = { web = 256, worker = 224, clickhouse = 256, postgres = 128, valkey = 64, migration = 32, backup = 16, pg_backup = 16 }

  tiny_postgres = {
    host     = local.tiny_host
    database = "langfuse"
    # The connection does not leave the instance.
    args = "sslmode=disable"
  }

  tiny_valkey = { host = local.tiny_host, port = 6379, tls = false }

  tiny_services = {
    for name, service in {
      postgres = {
        port        = 5432
        mount       = "/var/lib/postgresql/data"
        entry_point = ["/bin/bash", "-c"]
        command     = [file("${path.module}/tiny/postgres.sh")]
        environment = { POSTGRES_DB = "langfuse", PGDATA = "/var/lib/postgresql/data/pgdata", ROLE_SQL = file("${path.module}/migrations/role.sql") }
        secrets = {
          LANGFUSE_USERNAME = "${local.secrets.postgres_langfuse}:username::"
          LANGFUSE_PASSWORD = "${local.secrets.postgres_langfuse}:password::"
        }
        health = ["CMD-SHELL", "pg_isready --quiet --host 127.0.0.1 --dbname langfuse"]
      }
      valkey = {
        port        = 6379
        mount       = "/data"
        entry_point = ["/bin/sh", "-c"]
        command     = [file("${path.module}/tiny/valkey.sh")]
        environment = { MAX_MEMORY = "192mb" }
        secrets     = { VALKEY_PASSWORD = local.secrets.valkey }
        health      = ["CMD-SHELL", "REDISCLI_AUTH=\"$VALKEY_PASSWORD\" valkey-cli ping | grep -q PONG"]
      }
    } : name => service if local.is_tiny
  }

  tiny_alarm_rules = { for name, rule in {
    instance-status = {
      description = "The instance fails a status check of EC2, which then restarts it."
      namespace   = "AWS/EC2", metric = "StatusCheckFailed", statistic = "Maximum", above = 0, period = 60, periods = 5, missing = "breaching"
      dimensions  = { InstanceId = [for instance in aws_instance.tiny : instance.id] }
    }
    instance-cpu = {
      description = "The instance uses nearly all of its CPU. Grow to size small."
      namespace   = "AWS/EC2", metric = "CPUUtilization", statistic = "Average", above = 90, period = 300, periods = 6, missing = "breaching"
      dimensions  = { InstanceId = [for instance in aws_instance.tiny : instance.id] }
    }
    # In ALARM state until the first scheduled backup.
    postgres-backup-missed = {
      description = "No PostgreSQL backup completed in 26 hours. See the log group /${var.name}/postgres-backup."
      namespace   = local.metric_namespace, metric = "PostgresBackupsCreated", statistic = "Sum", below = 1, period = 3600, periods = 26, missing = "breaching"
      dimensions  = {}
    }
  } : name => rule if local.is_tiny }
}

# A fixed instance instead of an Auto Scaling group: CloudFront's VPC origin names it. EC2 restarts it on other hardware
# after a failure, with the same ID.
resource "aws_instance" "tiny" {
  #checkov:skip=CKV_AWS_88:Without NAT, it needs a public address. Its security group admits CloudFront only.
  #checkov:skip=CKV_AWS_126:Detailed monitoring has a price.
  #checkov:skip=CKV_AWS_135:Optimized for EBS by default.
  #checkov:skip=CKV_AWS_8:The launch template encrypts the root volume.
  #checkov:skip=CKV_AWS_79:The launch template requires IMDSv2.
  #checkov:skip=CKV2_AWS_41:The launch template has the role.

  for_each = local.with_tiny

  subnet_id = local.clickhouse_subnet_id

  launch_template {
    id      = aws_launch_template.clickhouse[each.key].id
    version = aws_launch_template.clickhouse[each.key].latest_version
  }

  tags = merge(local.tags, { Name = "${var.name}-clickhouse" })

  lifecycle {
    # AWS does not delete an attached volume.
    replace_triggered_by = [aws_ebs_volume.clickhouse[each.key].id]
    # The launch template has it. The provider stores its hash, hashes that again in each plan, and would stop the instance to
    # set it. A new version of the template replaces the instance.
    ignore_changes = [user_data]
  }

  depends_on = [
    aws_iam_role_policy.clickhouse_instance,
    aws_vpc_security_group_egress_rule.clickhouse_instance,
    aws_ecs_cluster.this,
    aws_route.public,
    aws_route_table_association.public,
    aws_vpc_endpoint.s3,
    # A replacement of the instance stops ClickHouse.
    terraform_data.worker_pause,
  ]
}

# See terraform_data.clickhouse_instance_ready.
resource "terraform_data" "tiny_instance_ready" {
  for_each = local.with_tiny

  triggers_replace = [aws_instance.tiny[each.key].id]

  provisioner "local-exec" {
    command     = "${path.module}/clickhouse/wait-for-instance.sh"
    interpreter = ["bash"]

    environment = {
      AWS_REGION = local.region
      CLUSTER    = aws_ecs_cluster.this.name
      INSTANCE   = aws_instance.tiny[each.key].id
    }
  }
}

resource "aws_cloudfront_vpc_origin" "tiny" {
  for_each = local.with_tiny

  vpc_origin_endpoint_config {
    name                   = "${var.name}-instance"
    arn                    = aws_instance.tiny[each.key].arn
    http_port              = 3000
    https_port             = 443
    origin_protocol_policy = "http-only"

    # Required by the API, but unused with http-only.
    origin_ssl_protocols {
      items    = ["TLSv1.2"]
      quantity = 1
    }
  }

  tags = local.tags

  # See aws_cloudfront_vpc_origin.load_balancer.
  timeouts {
    create = "30m"
    update = "30m"
    delete = "60m"
  }
}

module "tiny" {
  source   = "./modules/task"
  for_each = local.tiny_services

  stack                = var.name
  tags                 = local.tags
  partition            = local.partition
  region               = local.region
  component            = each.key
  image                = local.images[each.key]
  cpu                  = local.tiny_cpu[each.key]
  memory               = local.tiny_memory[each.key].limit
  on_instance          = local.tiny_memory[each.key]
  host_volume          = { host_path = "${local.clickhouse_mount_point}/${each.key}", container_path = each.value.mount }
  port                 = each.value.port
  entry_point          = each.value.entry_point
  command              = each.value.command
  environment          = each.value.environment
  secrets              = each.value.secrets
  health_check         = { command = each.value.health }
  permissions_boundary = local.permissions_boundary
  log_retention_days   = var.log_retention_days
}

resource "aws_ecs_service" "tiny" {
  for_each = local.tiny_services

  name            = "${var.name}-${each.key}"
  cluster         = aws_ecs_cluster.this.arn
  task_definition = module.tiny[each.key].arn
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

  tags = local.tags

  lifecycle {
    # See aws_ecs_service.web.
    postcondition {
      condition     = self.task_definition == module.tiny[each.key].arn
      error_message = "ECS rolled back the service ${var.name}-${each.key} to ${self.task_definition}, because the new task did not become healthy. See the log group ${module.tiny[each.key].log_group}."
    }
  }

  depends_on = [terraform_data.tiny_instance_ready]
}
