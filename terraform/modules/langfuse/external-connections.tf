# Connections to an existing PostgreSQL and Valkey.
locals {
  has_aurora      = !local.is_tiny && var.postgres_external == null
  has_elasticache = !local.is_tiny && var.valkey_external == null

  external_servers = merge(
    var.postgres_external == null ? {} : { PostgreSQL = { server = var.postgres_external, clients = ["web", "worker", "migration"] } },
    var.valkey_external == null ? {} : { Valkey = { server = var.valkey_external, clients = ["web", "worker"] } },
  )

  external_connections = merge(flatten([for name, external in local.external_servers : [
    for pair in setproduct(external.clients, external.server.cidr_blocks) : {
      "${name} ${pair[0]} ${pair[1]}" = { client = pair[0], cidr_block = pair[1], port = external.server.port }
    } if !local.is_tiny
  ]])...)

  # Security groups that the servers admit, by component.
  external_security_group_ids = { for component in ["web", "worker", "migration"] : component => sort(setunion([], [
    for external in values(local.external_servers) : external.server.security_group_ids if contains(external.clients, component)
  ]...)) }
}

data "aws_security_group" "external" {
  for_each = setunion([], values(local.external_security_group_ids)...)

  id = each.key

  lifecycle {
    postcondition {
      condition     = self.vpc_id == try(var.network.existing.vpc_id, "")
      error_message = "The security group ${each.key} belongs to ${self.vpc_id}, and the tasks run in ${try(var.network.existing.vpc_id, "a new VPC")}. Use a group of that VPC, or cidr_blocks."
    }
  }
}

resource "aws_vpc_security_group_egress_rule" "to_external" {
  for_each = local.external_connections

  security_group_id = local.database_client_security_group_ids[each.value.client]
  description       = each.key
  cidr_ipv4         = each.value.cidr_block
  ip_protocol       = "tcp"
  from_port         = each.value.port
  to_port           = each.value.port

  tags = local.tags
}
