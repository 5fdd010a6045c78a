locals {
  # for_each set of all ClickHouse resources.
  with_clickhouse = toset(local.clickhouse_own_server == "removed" ? [] : ["this"])

  # Langfuse uses it while it is active. See clickhouse-move.tf.
  clickhouse_own_server = try(var.clickhouse_external.own_server, "active")

  # ClickHouse has an instance and an Auto Scaling group of its own.
  with_clickhouse_group = local.is_tiny ? toset([]) : local.with_clickhouse

  clickhouse_host = local.is_tiny ? local.tiny_host : "clickhouse.${var.name}.internal"

  clickhouse = local.clickhouse_own_server == "active" ? local.clickhouse_own : local.clickhouse_target

  clickhouse_own = {
    host                = local.clickhouse_host
    port_http           = 8123
    port_native         = 9000
    secure              = false
    url                 = "http://${local.clickhouse_host}:8123"
    migration_url       = "clickhouse://${local.clickhouse_host}:9000"
    user                = "langfuse"
    password_secret_arn = local.secrets.clickhouse_admin
    grafana_user        = "grafana"
    grafana_secret_arn  = local.secrets.clickhouse_grafana
  }

  clickhouse_target = var.clickhouse_external == null ? local.clickhouse_own : {
    host                = var.clickhouse_external.host
    port_http           = var.clickhouse_external.port_http
    port_native         = var.clickhouse_external.port_native
    secure              = var.clickhouse_external.secure
    url                 = "${var.clickhouse_external.secure ? "https" : "http"}://${var.clickhouse_external.host}:${var.clickhouse_external.port_http}"
    migration_url       = "clickhouse://${var.clickhouse_external.host}:${var.clickhouse_external.port_native}"
    user                = var.clickhouse_external.user
    password_secret_arn = var.clickhouse_external.password_secret_arn
    grafana_user        = try(var.clickhouse_external.grafana.user, "")
    grafana_secret_arn  = try(var.clickhouse_external.grafana.password_secret_arn, "")
  }

  clickhouse_clients = local.is_tiny ? {} : merge(
    {
      web       = { security_group_id = aws_security_group.web.id, ports = ["http"] }
      worker    = { security_group_id = aws_security_group.worker.id, ports = ["http"] }
      migration = { security_group_id = aws_security_group.migration.id, ports = ["http", "native"] }
    },
    { for key, group in aws_security_group.grafana : "grafana" => { security_group_id = group.id, ports = ["http"] } },
    { for key, group in aws_security_group.move : "move" => { security_group_id = group.id, ports = ["http"] } },
  )

  clickhouse_backup_clients = local.is_tiny ? {} : { for key, group in aws_security_group.backup : "backup" => { security_group_id = group.id, ports = ["native"] } }

  clickhouse_cluster = local.clickhouse_own_server == "active" ? null : try(var.clickhouse_external.cluster, null)

  clickhouse_connections = { for server, connection in {
    own    = { clients = merge(local.clickhouse_clients, local.clickhouse_backup_clients), ports = { http = local.clickhouse_own.port_http, native = local.clickhouse_own.port_native } }
    target = { clients = local.clickhouse_clients, ports = { http = local.clickhouse_target.port_http, native = local.clickhouse_target.port_native } }
    } : server => merge([
      for name, client in connection.clients : {
        for port in client.ports : "${name} ${port}" => { security_group_id = client.security_group_id, port = connection.ports[port] }
      }
  ]...) }

  # While data moves, clients can reach both servers, so that the switch changes no rule.
  clickhouse_own_connections = length(local.with_clickhouse) == 0 ? {} : local.clickhouse_connections.own

  clickhouse_external_connections = var.clickhouse_external == null ? {} : {
    for pair in setproduct(keys(local.clickhouse_connections.target), var.clickhouse_external.cidr_blocks) : "${pair[0]} ${pair[1]}" => merge(local.clickhouse_connections.target[pair[0]], { cidr_block = pair[1] })
    # The HTTPS egress rules already allow this connection.
    if !(pair[1] == "0.0.0.0/0" && local.clickhouse_connections.target[pair[0]].port == 443) && var.clickhouse_external.private_link == null
  }
}

resource "aws_security_group" "clickhouse" {
  for_each = local.with_clickhouse

  name        = "${var.name}-clickhouse"
  description = "${var.name}: ClickHouse task"
  vpc_id      = local.network.vpc_id

  tags = merge(local.tags, { Name = "${var.name}-clickhouse" })
}

resource "aws_vpc_security_group_ingress_rule" "clickhouse" {
  for_each = local.clickhouse_own_connections

  security_group_id            = aws_security_group.clickhouse["this"].id
  description                  = each.key
  referenced_security_group_id = each.value.security_group_id
  ip_protocol                  = "tcp"
  from_port                    = each.value.port
  to_port                      = each.value.port

  tags = local.tags
}

resource "aws_vpc_security_group_egress_rule" "to_clickhouse" {
  for_each = local.clickhouse_own_connections

  security_group_id            = each.value.security_group_id
  description                  = "ClickHouse ${each.key}"
  referenced_security_group_id = aws_security_group.clickhouse["this"].id
  ip_protocol                  = "tcp"
  from_port                    = each.value.port
  to_port                      = each.value.port

  tags = local.tags
}

resource "aws_vpc_security_group_egress_rule" "to_clickhouse_external" {
  for_each = local.clickhouse_external_connections

  security_group_id = each.value.security_group_id
  description       = "ClickHouse ${each.key}"
  cidr_ipv4         = each.value.cidr_block
  ip_protocol       = "tcp"
  from_port         = each.value.port
  to_port           = each.value.port

  tags = local.tags
}

data "aws_ec2_managed_prefix_list" "s3" {
  for_each = local.with_clickhouse_group

  name = "com.amazonaws.${local.region}.s3"
}

resource "aws_vpc_security_group_egress_rule" "clickhouse_to_s3" {
  for_each = local.with_clickhouse_group

  security_group_id = aws_security_group.clickhouse[each.key].id
  description       = "S3"
  prefix_list_id    = data.aws_ec2_managed_prefix_list.s3[each.key].id
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443

  tags = local.tags
}

resource "aws_service_discovery_private_dns_namespace" "this" {
  for_each = local.with_clickhouse_group

  name        = "${var.name}.internal"
  description = "Private DNS namespace of ${var.name}"
  vpc         = local.network.vpc_id

  tags = local.tags
}

resource "aws_service_discovery_service" "clickhouse" {
  for_each = local.with_clickhouse_group

  name          = "clickhouse"
  force_destroy = true

  dns_config {
    namespace_id   = aws_service_discovery_private_dns_namespace.this[each.key].id
    routing_policy = "MULTIVALUE"

    dns_records {
      type = "A"
      ttl  = 10
    }
  }

  tags = local.tags
}
