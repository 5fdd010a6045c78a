resource "aws_security_group" "worker" {
  name        = "${var.name}-worker"
  description = "${var.name}: worker"
  vpc_id      = local.network.vpc_id

  tags = merge(local.tags, { Name = "${var.name}-worker" })
}

module "worker" {
  source = "./modules/task"

  stack                = var.name
  tags                 = local.tags
  partition            = local.partition
  region               = local.region
  component            = "worker"
  image                = local.images.langfuse_worker
  cpu                  = local.size.worker.cpu
  memory               = local.size.worker.memory
  port                 = 3030
  on_instance          = local.is_tiny ? local.tiny_memory.worker : null
  permissions_boundary = local.permissions_boundary
  kms_key_arn          = var.kms_key_arn
  log_retention_days   = var.log_retention_days
  labels               = local.service_labels
  sidecars             = { for name, sidecar in var.sidecars : name => sidecar if contains(sidecar.components, "worker") }

  environment = merge(
    # The default of 3 drops rows after about 3 s without ClickHouse. The worker keeps them in memory instead: about
    # 100 KB a second at 10 events a second. A full batch uses up attempts quickly, so the number is very large.
    { LANGFUSE_INGESTION_CLICKHOUSE_MAX_ATTEMPTS = "1000000" },
    local.environment_services,
    { NODE_OPTIONS = local.node_options.worker },
  )
  secrets = local.secrets_services

  # This endpoint checks PostgreSQL and Valkey; the retries cover a failover of either.
  health_check = {
    command = ["CMD", "wget", "-q", "-O", "/dev/null", "http://127.0.0.1:3030/api/health"]
    retries = 6
  }

  permissions = merge(local.services_permissions, {
    Blobs = {
      actions   = ["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:GetObject", "s3:PutObject"]
      resources = [for prefix in values(local.blob_prefixes) : "${local.blob_bucket_arn}/${prefix}*"]
    }
    BlobList = {
      actions   = ["s3:ListBucket"]
      resources = [local.blob_bucket_arn]
    }
  })
}

resource "aws_ecs_service" "worker" {
  name            = "${var.name}-worker"
  cluster         = aws_ecs_cluster.this.arn
  task_definition = module.worker.arn
  launch_type     = local.launch_type
  desired_count   = local.size.worker.min

  # The instance of the size tiny has no memory and no port for a second task.
  deployment_minimum_healthy_percent = local.is_tiny ? 0 : 100
  deployment_maximum_percent         = local.is_tiny ? 100 : 200
  availability_zone_rebalancing      = local.is_tiny ? "DISABLED" : "ENABLED"
  enable_ecs_managed_tags            = true
  propagate_tags                     = "SERVICE"
  wait_for_steady_state              = true

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  dynamic "network_configuration" {
    for_each = local.is_tiny ? [] : [aws_security_group.worker.id]

    content {
      subnets         = local.network.private_subnet_ids
      security_groups = concat([network_configuration.value], local.external_security_group_ids.worker)
    }
  }

  tags = local.tags

  lifecycle {
    # Application Auto Scaling manages the count.
    ignore_changes = [desired_count]

    # See aws_ecs_service.web.
    postcondition {
      condition     = self.task_definition == module.worker.arn
      error_message = "ECS rolled back the service ${var.name}-worker to ${self.task_definition}, because the new tasks did not become healthy. See the log group ${module.worker.log_group}."
    }
  }

  # See aws_ecs_service.web.
  depends_on = [
    terraform_data.migration,
    terraform_data.tiny_instance_ready,
    terraform_data.worker_resume,
    aws_vpc_security_group_egress_rule.https,
    aws_vpc_security_group_egress_rule.smtp,
    aws_vpc_security_group_ingress_rule.valkey,
    aws_vpc_security_group_egress_rule.to_valkey,
    aws_vpc_security_group_egress_rule.to_external,
    aws_s3_bucket_policy.blobs,
  ]
}
