resource "aws_security_group" "web" {
  name        = "${var.name}-web"
  description = "${var.name}: web"
  vpc_id      = local.network.vpc_id

  tags = merge(local.tags, { Name = "${var.name}-web" })
}

resource "aws_vpc_security_group_ingress_rule" "web" {
  for_each = local.load_balancer_security_group_ids

  security_group_id            = aws_security_group.web.id
  description                  = each.key
  referenced_security_group_id = each.value
  ip_protocol                  = "tcp"
  from_port                    = 3000
  to_port                      = 3000

  tags = local.tags
}

resource "aws_vpc_security_group_egress_rule" "load_balancer_to_web" {
  count = local.has_load_balancer ? 1 : 0

  security_group_id            = aws_security_group.load_balancer[0].id
  description                  = "Web"
  referenced_security_group_id = aws_security_group.web.id
  ip_protocol                  = "tcp"
  from_port                    = 3000
  to_port                      = 3000

  tags = local.tags
}

module "web" {
  source = "./modules/task"

  stack                = var.name
  tags                 = local.tags
  partition            = local.partition
  region               = local.region
  component            = "web"
  image                = local.images.langfuse_web
  cpu                  = local.size.web.cpu
  memory               = local.size.web.memory
  port                 = 3000
  on_instance          = local.is_tiny ? local.tiny_memory.web : null
  permissions_boundary = local.permissions_boundary
  kms_key_arn          = var.kms_key_arn
  log_retention_days   = var.log_retention_days
  labels               = local.service_labels
  sidecars             = { for name, sidecar in var.sidecars : name => sidecar if contains(sidecar.components, "web") }

  environment = merge(local.environment_services, local.sso_environment, {
    NODE_OPTIONS               = local.node_options.web
    AUTH_DISABLE_SIGNUP        = tostring(!local.sign_up_is_open)
    LANGFUSE_CSP_ENFORCE_HTTPS = "true"
    # The migration task runs them; concurrent migrations block each other.
    LANGFUSE_AUTO_POSTGRES_MIGRATION_DISABLED   = "true"
    LANGFUSE_AUTO_CLICKHOUSE_MIGRATION_DISABLED = "true"
    LANGFUSE_INIT_ORG_ID                        = var.langfuse.organisation.id
    LANGFUSE_INIT_ORG_NAME                      = var.langfuse.organisation.name
    LANGFUSE_INIT_PROJECT_ID                    = var.langfuse.project.id
    LANGFUSE_INIT_PROJECT_NAME                  = var.langfuse.project.name
    LANGFUSE_INIT_USER_NAME                     = var.langfuse.first_user.name
  })

  secrets = merge(local.secrets_services, local.sso_secrets, {
    NEXTAUTH_SECRET                  = local.secrets.nextauth
    LANGFUSE_INIT_PROJECT_PUBLIC_KEY = "${local.secrets.api_keys}:public_key::"
    LANGFUSE_INIT_PROJECT_SECRET_KEY = "${local.secrets.api_keys}:secret_key::"
    LANGFUSE_INIT_USER_EMAIL         = "${local.secrets.first_user}:email::"
    LANGFUSE_INIT_USER_PASSWORD      = "${local.secrets.first_user}:password::"
  })

  # Does not check the database, so a short outage does not stop all tasks.
  health_check = {
    command = ["CMD", "wget", "-q", "-O", "/dev/null", "http://127.0.0.1:3000/api/public/health"]
  }

  permissions = merge(local.services_permissions, {
    Blobs = {
      actions   = ["s3:GetObject", "s3:PutObject"]
      resources = [for prefix in values(local.blob_prefixes) : "${local.blob_bucket_arn}/${prefix}*"]
    }
    BlobList = {
      actions   = ["s3:ListBucket"]
      resources = [local.blob_bucket_arn]
    }
  })
}

resource "aws_lb_target_group" "web" {
  #checkov:skip=CKV_AWS_378:TLS ends at the load balancer, which is the only source that the security group admits.

  count = local.is_tiny ? 0 : 1

  name        = "${var.name}-web"
  vpc_id      = local.network.vpc_id
  target_type = "ip"
  protocol    = "HTTP"
  port        = 3000

  # Langfuse completes requests for 110 s after SIGTERM.
  deregistration_delay = 100

  health_check {
    path                = "/api/public/health"
    matcher             = "200"
    interval            = 15
    timeout             = 10
    healthy_threshold   = 2
    unhealthy_threshold = 4
  }

  tags = local.tags
}

resource "aws_ecs_service" "web" {
  name            = "${var.name}-web"
  cluster         = aws_ecs_cluster.this.arn
  task_definition = module.web.arn
  launch_type     = local.launch_type
  desired_count   = local.size.web.min

  # The instance of the size tiny has no memory and no port for a second task.
  deployment_minimum_healthy_percent = local.is_tiny ? 0 : 100
  deployment_maximum_percent         = local.is_tiny ? 100 : 200
  availability_zone_rebalancing      = local.is_tiny ? "DISABLED" : "ENABLED"
  health_check_grace_period_seconds  = local.is_tiny ? null : 300
  enable_ecs_managed_tags            = true
  propagate_tags                     = "SERVICE"
  wait_for_steady_state              = true

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  dynamic "network_configuration" {
    for_each = local.is_tiny ? [] : [aws_security_group.web.id]

    content {
      subnets         = local.network.private_subnet_ids
      security_groups = concat([network_configuration.value], local.external_security_group_ids.web)
    }
  }

  dynamic "load_balancer" {
    for_each = aws_lb_target_group.web

    content {
      target_group_arn = load_balancer.value.arn
      container_name   = module.web.container_name
      container_port   = 3000
    }
  }

  tags = local.tags

  lifecycle {
    # Application Auto Scaling manages the count.
    ignore_changes = [desired_count]

    # A rollback also reaches a steady state, which Terraform treats as success.
    postcondition {
      condition     = self.task_definition == module.web.arn
      error_message = "ECS rolled back the service ${var.name}-web to ${self.task_definition}, because the new tasks did not become healthy. See the log group ${module.web.log_group}."
    }
  }

  # Tasks fail if they start before the migration or without network access.
  depends_on = [
    terraform_data.migration,
    terraform_data.tiny_instance_ready,
    aws_lb_listener.forward,
    aws_lb_listener_rule.langfuse,
    aws_vpc_security_group_ingress_rule.web,
    aws_vpc_security_group_egress_rule.https,
    aws_vpc_security_group_egress_rule.smtp,
    aws_vpc_security_group_ingress_rule.valkey,
    aws_vpc_security_group_egress_rule.to_valkey,
    aws_vpc_security_group_egress_rule.to_external,
    aws_s3_bucket_policy.blobs,
  ]
}
