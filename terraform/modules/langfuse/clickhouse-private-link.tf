# Connects to ClickHouse Cloud without the internet. ClickHouse Cloud accepts the endpoint once its ID is in the allow list of the
# service, so the first apply ends before the connection works, and the migration waits for it.
locals {
  private_link = try(var.clickhouse_external.private_link, null) == null ? {} : { this = var.clickhouse_external.private_link }

  private_link_connections = length(local.private_link) == 0 ? {} : local.clickhouse_connections.target
}

resource "aws_security_group" "clickhouse_endpoint" {
  for_each = local.private_link

  name        = "${var.name}-clickhouse-endpoint"
  description = "${var.name}: endpoint of ClickHouse Cloud"
  vpc_id      = local.network.vpc_id

  tags = merge(local.tags, { Name = "${var.name}-clickhouse-endpoint" })
}

resource "aws_vpc_security_group_ingress_rule" "clickhouse_endpoint" {
  for_each = local.private_link_connections

  security_group_id            = aws_security_group.clickhouse_endpoint["this"].id
  description                  = each.key
  referenced_security_group_id = each.value.security_group_id
  ip_protocol                  = "tcp"
  from_port                    = each.value.port
  to_port                      = each.value.port

  tags = local.tags
}

resource "aws_vpc_security_group_egress_rule" "to_clickhouse_endpoint" {
  for_each = local.private_link_connections

  security_group_id            = each.value.security_group_id
  description                  = "ClickHouse ${each.key}"
  referenced_security_group_id = aws_security_group.clickhouse_endpoint["this"].id
  ip_protocol                  = "tcp"
  from_port                    = each.value.port
  to_port                      = each.value.port

  tags = local.tags
}

resource "aws_vpc_endpoint" "clickhouse" {
  for_each = local.private_link

  vpc_id             = local.network.vpc_id
  service_name       = each.value.service_name
  vpc_endpoint_type  = "Interface"
  subnet_ids         = local.network.private_subnet_ids
  security_group_ids = [aws_security_group.clickhouse_endpoint[each.key].id]
  # The name is in the zone below: AWS offers private names only for services that registered them.
  private_dns_enabled = false

  tags = merge(local.tags, { Name = "${var.name}-clickhouse" })
}

# A zone for this host alone, so that other names of ClickHouse Cloud resolve as before.
resource "aws_route53_zone" "clickhouse_endpoint" {
  for_each = local.private_link

  name          = var.clickhouse_external.host
  comment       = "${var.name}: endpoint of ClickHouse Cloud"
  force_destroy = false

  vpc {
    vpc_id = local.network.vpc_id
  }

  tags = local.tags
}

resource "aws_route53_record" "clickhouse_endpoint" {
  for_each = local.private_link

  zone_id = aws_route53_zone.clickhouse_endpoint[each.key].zone_id
  name    = var.clickhouse_external.host
  type    = "A"

  alias {
    name                   = aws_vpc_endpoint.clickhouse[each.key].dns_entry[0].dns_name
    zone_id                = aws_vpc_endpoint.clickhouse[each.key].dns_entry[0].hosted_zone_id
    evaluate_target_health = false
  }
}
