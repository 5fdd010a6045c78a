resource "aws_elasticache_subnet_group" "valkey" {
  count = local.has_elasticache ? 1 : 0

  name       = "${var.name}-valkey"
  subnet_ids = local.network.private_subnet_ids

  tags = local.tags
}

resource "aws_security_group" "valkey" {
  count = local.has_elasticache ? 1 : 0

  name        = "${var.name}-valkey"
  description = "${var.name}: Valkey"
  vpc_id      = local.network.vpc_id

  tags = merge(local.tags, { Name = "${var.name}-valkey" })
}

locals {
  valkey_major = split(".", local.size.valkey.engine_version)[0]

  valkey_clients = { for component, id in local.database_client_security_group_ids : component => id if component != "migration" && local.has_elasticache }
}

resource "aws_vpc_security_group_ingress_rule" "valkey" {
  for_each = local.valkey_clients

  security_group_id            = aws_security_group.valkey[0].id
  description                  = each.key
  referenced_security_group_id = each.value
  ip_protocol                  = "tcp"
  from_port                    = 6379
  to_port                      = 6379

  tags = local.tags
}

resource "aws_vpc_security_group_egress_rule" "to_valkey" {
  for_each = local.valkey_clients

  security_group_id            = each.value
  description                  = "Valkey"
  referenced_security_group_id = aws_security_group.valkey[0].id
  ip_protocol                  = "tcp"
  from_port                    = 6379
  to_port                      = 6379

  tags = local.tags
}

resource "aws_elasticache_parameter_group" "valkey" {
  # The name contains the family, because the old group is in use until a major upgrade is complete.
  count = local.has_elasticache ? 1 : 0

  name        = "${var.name}-valkey${local.valkey_major}"
  family      = "valkey${local.valkey_major}"
  description = "Parameters of ${var.name}-valkey"

  # Eviction would lose queued events.
  parameter {
    name  = "maxmemory-policy"
    value = "noeviction"
  }

  tags = local.tags

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_elasticache_replication_group" "valkey" {
  #checkov:skip=CKV_AWS_191:kms_key_arn is optional.

  count = local.has_elasticache ? 1 : 0

  replication_group_id = "${var.name}-valkey"
  description          = "Queue and cache of ${var.name}"
  engine               = "valkey"
  engine_version       = local.size.valkey.engine_version
  node_type            = local.size.valkey.node_type
  port                 = 6379
  parameter_group_name = aws_elasticache_parameter_group.valkey[0].name

  # Langfuse's queues use multi-key operations, which cluster mode does not support.
  num_cache_clusters         = 1 + local.size.valkey.replicas
  automatic_failover_enabled = local.size.valkey.replicas > 0
  multi_az_enabled           = local.size.valkey.replicas > 0

  subnet_group_name          = aws_elasticache_subnet_group.valkey[0].name
  security_group_ids         = [aws_security_group.valkey[0].id]
  at_rest_encryption_enabled = true
  kms_key_id                 = var.kms_key_arn
  transit_encryption_enabled = true
  transit_encryption_mode    = "required"
  user_group_ids             = [terraform_data.secrets.output["ValkeyUserGroup"]]

  # An automatic minor upgrade would make the next plan replace the queue. AWS applies patch versions in any case.
  auto_minor_version_upgrade = false
  apply_immediately          = true
  maintenance_window         = "sun:04:30-sun:05:30"
  snapshot_window            = "01:00-02:00"
  snapshot_retention_limit   = 7
  # Queued events may exist only in Valkey.
  final_snapshot_identifier = "${var.name}-valkey-final-${local.stack_id_prefix}"

  tags = local.tags

  # See aws_rds_cluster.postgres[0].
  lifecycle {
    ignore_changes = [kms_key_id]
  }
}

locals {
  valkey_external = var.valkey_external == null ? null : {
    host = var.valkey_external.host
    port = var.valkey_external.port
    tls  = var.valkey_external.secure
  }

  # BullMQ uses hash tags in cluster mode, which Langfuse sets by REDIS_CLUSTER_ENABLED.
  valkey_environment = var.valkey_external == null ? {} : merge(
    var.valkey_external.user == null ? {} : { REDIS_USERNAME = var.valkey_external.user },
    var.valkey_external.key_prefix == null ? {} : { REDIS_KEY_PREFIX = var.valkey_external.key_prefix },
    !var.valkey_external.cluster_mode ? {} : {
      REDIS_CLUSTER_ENABLED = "true"
      REDIS_CLUSTER_NODES   = "${var.valkey_external.host}:${var.valkey_external.port}"
    },
  )

  valkey_password_secret_arn = var.valkey_external == null ? local.secrets.valkey : var.valkey_external.password_secret_arn

  valkey = local.is_tiny ? local.tiny_valkey : var.valkey_external != null ? local.valkey_external : {
    host = aws_elasticache_replication_group.valkey[0].primary_endpoint_address
    port = aws_elasticache_replication_group.valkey[0].port
    tls  = true
  }
}
