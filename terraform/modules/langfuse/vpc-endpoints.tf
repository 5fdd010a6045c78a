variable "vpc_endpoints" {
  description = "Whether a new VPC has interface endpoints for the AWS services that the stack uses, so that this traffic does not leave AWS's network. Required by nat = none."
  type        = bool
  default     = false
  nullable    = false

  validation {
    condition     = !var.vpc_endpoints || var.network.existing == null
    error_message = "vpc_endpoints creates endpoints in a new VPC. Create those of an existing VPC there: docs/access.md lists the services."
  }
}

locals {
  # web, worker and the other tasks on Fargate: images, logs, secrets, metrics. The ClickHouse instance: ECS agent, volume, metrics.
  # Task roles need no STS, and the launch template resolves its AMI outside of the VPC.
  endpoint_services = toset(!var.vpc_endpoints ? [] : concat(
    ["ecr.api", "ecr.dkr", "ec2", "ecs", "ecs-agent", "ecs-telemetry", "logs", "monitoring", "secretsmanager"],
    length(var.bedrock_models) == 0 ? [] : ["bedrock-runtime"],
  ))

  with_endpoints = toset(length(local.endpoint_services) == 0 ? [] : ["this"])

  needs_internet = compact([
    var.sso == null && !local.environment_has_sso ? "" : "single sign-on",
    var.email == null ? "" : "email",
    var.grafana.enabled ? "Grafana's plugin" : "",
    var.clickhouse_external == null || length(local.private_link) > 0 ? "" : "clickhouse_external",
  ])
}

resource "aws_security_group" "endpoints" {
  #checkov:skip=CKV2_AWS_5:The interface endpoints have it.

  for_each = local.with_endpoints

  name        = "${var.name}-endpoints"
  description = "${var.name}: VPC endpoints"
  vpc_id      = local.network.vpc_id

  tags = merge(local.tags, { Name = "${var.name}-endpoints" })
}

resource "aws_vpc_security_group_ingress_rule" "endpoints" {
  for_each = local.with_endpoints

  security_group_id = aws_security_group.endpoints[each.key].id
  description       = "VPC"
  cidr_ipv4         = var.network.cidr_block
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443

  tags = local.tags
}

resource "aws_vpc_endpoint" "interface" {
  for_each = local.endpoint_services

  vpc_id              = local.network.vpc_id
  service_name        = "com.amazonaws.${local.region}.${each.key}"
  vpc_endpoint_type   = "Interface"
  subnet_ids          = local.network.private_subnet_ids
  security_group_ids  = [aws_security_group.endpoints["this"].id]
  private_dns_enabled = true

  tags = merge(local.tags, { Name = "${var.name}-${each.key}" })

  depends_on = [aws_vpc_security_group_ingress_rule.endpoints]
}

check "internet" {
  assert {
    condition     = local.size.nat != "none" || var.network.existing != null || length(local.needs_internet) == 0
    error_message = "Without a NAT gateway, the stack has no route to the internet for ${join(", ", local.needs_internet)}. Remove nat = none, or add a route of your own to the private subnets."
  }
}
