locals {
  with_grafana = toset(var.grafana.enabled ? ["this"] : [])

  # Downloaded from grafana.com when the task starts.
  grafana_plugin = "grafana-clickhouse-datasource@4.20.0"

  grafana_dashboards = {
    for file in fileset("${path.module}/grafana/dashboards", "*.json") :
    trimsuffix(file, ".json") => jsonencode(jsondecode(file("${path.module}/grafana/dashboards/${file}")))
  }
}

resource "aws_security_group" "grafana" {
  for_each = local.with_grafana

  name        = "${var.name}-grafana"
  description = "${var.name}: Grafana"
  vpc_id      = local.network.vpc_id

  tags = merge(local.tags, { Name = "${var.name}-grafana" })
}

resource "aws_vpc_security_group_ingress_rule" "grafana" {
  for_each = var.grafana.enabled ? local.load_balancer_security_group_ids : {}

  security_group_id            = aws_security_group.grafana["this"].id
  description                  = "Load balancer"
  referenced_security_group_id = each.value
  ip_protocol                  = "tcp"
  from_port                    = 3000
  to_port                      = 3000

  tags = local.tags
}

# AWS rejects a rule that exists, so a new one must not be created before the old one is deleted.
moved {
  from = aws_vpc_security_group_ingress_rule.grafana["this"]
  to   = aws_vpc_security_group_ingress_rule.grafana["load_balancer"]
}

resource "aws_vpc_security_group_egress_rule" "load_balancer_to_grafana" {
  for_each = local.has_load_balancer ? local.with_grafana : toset([])

  security_group_id            = aws_security_group.load_balancer[0].id
  description                  = "Grafana"
  referenced_security_group_id = aws_security_group.grafana[each.key].id
  ip_protocol                  = "tcp"
  from_port                    = 3000
  to_port                      = 3000

  tags = local.tags
}

resource "aws_vpc_security_group_egress_rule" "grafana_https" {
  for_each = local.with_grafana

  security_group_id = aws_security_group.grafana[each.key].id
  description       = "AWS APIs, grafana.com"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443

  tags = local.tags
}

module "grafana" {
  source   = "./modules/task"
  for_each = local.with_grafana

  stack                = var.name
  tags                 = local.tags
  partition            = local.partition
  region               = local.region
  component            = "grafana"
  image                = local.images.grafana
  cpu                  = local.size.grafana.cpu
  memory               = local.size.grafana.memory
  port                 = 3000
  entry_point          = ["/bin/sh", "-c"]
  command              = [file("${path.module}/grafana/start.sh")]
  stop_timeout         = 30
  permissions_boundary = local.permissions_boundary
  kms_key_arn          = var.kms_key_arn
  log_retention_days   = var.log_retention_days

  environment = merge(
    { for name, dashboard in local.grafana_dashboards : "DASHBOARD_${name}" => dashboard },
    {
      CLICKHOUSE_HOST   = local.clickhouse.host
      CLICKHOUSE_PORT   = tostring(local.clickhouse.port_http)
      CLICKHOUSE_SECURE = tostring(local.clickhouse.secure)
      CLICKHOUSE_USER   = local.clickhouse.grafana_user

      DASHBOARDS        = join(" ", sort(keys(local.grafana_dashboards)))
      DASHBOARDS_FOLDER = "/tmp/dashboards"
      DASHBOARDS_YAML   = file("${path.module}/grafana/dashboards.yaml")
      DATASOURCES_YAML  = file("${path.module}/grafana/datasources.yaml")

      GF_PATHS_PROVISIONING      = "/tmp/provisioning"
      GF_PLUGINS_PREINSTALL_SYNC = local.grafana_plugin
      GF_SERVER_ROOT_URL         = "${local.grafana_url}/"

      GF_AUTH_ANONYMOUS_ENABLED                 = "false"
      GF_SECURITY_COOKIE_SECURE                 = "true"
      GF_SECURITY_STRICT_TRANSPORT_SECURITY     = "true"
      GF_SECURITY_DISABLE_GRAVATAR              = "true"
      GF_SNAPSHOTS_EXTERNAL_ENABLED             = "false"
      GF_USERS_ALLOW_SIGN_UP                    = "false"
      GF_ANALYTICS_REPORTING_ENABLED            = "false"
      GF_ANALYTICS_CHECK_FOR_UPDATES            = "false"
      GF_NEWS_NEWS_FEED_ENABLED                 = "false"
      GF_LOG_MODE                               = "console"
      GF_LOG_CONSOLE_FORMAT                     = "json"
      GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH = "/tmp/dashboards/langfuse.json"
    },
  )

  secrets = {
    CLICKHOUSE_PASSWORD        = local.clickhouse.grafana_secret_arn
    GF_SECURITY_ADMIN_PASSWORD = local.secrets.grafana_admin
  }

  health_check = {
    command = ["CMD", "wget", "-q", "-O", "/dev/null", "http://127.0.0.1:3000/api/health"]
  }
}

resource "aws_lb_target_group" "grafana" {
  #checkov:skip=CKV_AWS_378:TLS ends at the load balancer, which is the only source that the security group admits.

  for_each = local.with_grafana

  name        = "${var.name}-grafana"
  vpc_id      = local.network.vpc_id
  target_type = "ip"
  protocol    = "HTTP"
  port        = 3000

  deregistration_delay = 15

  health_check {
    path                = "/api/health"
    matcher             = "200"
    interval            = 15
    timeout             = 10
    healthy_threshold   = 2
    unhealthy_threshold = 4
  }

  tags = local.tags
}

resource "aws_lb_listener_rule" "grafana" {
  for_each = local.with_grafana

  listener_arn = local.listener_arn
  priority     = var.load_balancer_external == null ? 10 : var.load_balancer_external.priority + 4

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.grafana[each.key].arn
  }

  condition {
    host_header {
      values = [local.sites.grafana.host]
    }
  }

  # See aws_lb_listener_rule.langfuse.
  dynamic "condition" {
    for_each = local.addresses_are_limited ? setunion(local.with_listener_filter, local.with_external_listener) : []

    content {
      source_ip {
        values = sort(var.allowed_cidr_blocks)
      }
    }
  }

  tags = merge(local.tags, { Name = "${var.name}-grafana" })
}

resource "aws_ecs_service" "grafana" {
  for_each = local.with_grafana

  name            = "${var.name}-grafana"
  cluster         = aws_ecs_cluster.this.arn
  task_definition = module.grafana[each.key].arn
  launch_type     = "FARGATE"
  # Sessions are stored in the task.
  desired_count = 1

  deployment_minimum_healthy_percent = 100
  deployment_maximum_percent         = 200
  availability_zone_rebalancing      = "ENABLED"
  health_check_grace_period_seconds  = 180
  enable_ecs_managed_tags            = true
  propagate_tags                     = "SERVICE"
  # The plugin comes from grafana.com, whose outage must not fail a deployment of Langfuse. The alarm grafana-tasks reports it.
  wait_for_steady_state = false

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  network_configuration {
    subnets         = local.network.private_subnet_ids
    security_groups = [aws_security_group.grafana[each.key].id]
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.grafana[each.key].arn
    container_name   = module.grafana[each.key].container_name
    container_port   = 3000
  }

  tags = local.tags

  depends_on = [
    aws_lb_listener_rule.grafana,
    aws_vpc_security_group_ingress_rule.grafana,
    aws_vpc_security_group_egress_rule.grafana_https,
    aws_route.private,
    aws_route.public,
    aws_route_table_association.private,
    aws_route_table_association.public,
    aws_vpc_endpoint.interface,
    aws_vpc_endpoint.s3,
  ]
}
