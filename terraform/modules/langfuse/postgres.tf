resource "aws_db_subnet_group" "postgres" {
  count = local.has_aurora ? 1 : 0

  name       = "${var.name}-postgres"
  subnet_ids = local.network.private_subnet_ids

  tags = local.tags
}

resource "aws_security_group" "postgres" {
  count = local.has_aurora ? 1 : 0

  name        = "${var.name}-postgres"
  description = "${var.name}: PostgreSQL"
  vpc_id      = local.network.vpc_id

  tags = merge(local.tags, { Name = "${var.name}-postgres" })
}

resource "aws_vpc_security_group_ingress_rule" "postgres" {
  for_each = local.postgres_clients

  security_group_id            = aws_security_group.postgres[0].id
  description                  = each.key
  referenced_security_group_id = each.value
  ip_protocol                  = "tcp"
  from_port                    = 5432
  to_port                      = 5432

  tags = local.tags
}

resource "aws_vpc_security_group_egress_rule" "to_postgres" {
  for_each = local.postgres_clients

  security_group_id            = each.value
  description                  = "PostgreSQL"
  referenced_security_group_id = aws_security_group.postgres[0].id
  ip_protocol                  = "tcp"
  from_port                    = 5432
  to_port                      = 5432

  tags = local.tags
}

resource "aws_rds_cluster_parameter_group" "postgres" {
  # The name contains the family, because the old group is in use until a major upgrade is complete.
  count = local.has_aurora ? 1 : 0

  name        = "${var.name}-postgres${local.size.postgres.major_version}"
  family      = "aurora-postgresql${local.size.postgres.major_version}"
  description = "Parameters of ${var.name}-postgres"

  parameter {
    name  = "rds.force_ssl"
    value = "1"
  }

  parameter {
    name  = "timezone"
    value = "UTC"
  }

  tags = local.tags

  lifecycle {
    create_before_destroy = true
  }
}

# RDS would create the log group without retention.
resource "aws_cloudwatch_log_group" "postgres" {
  #checkov:skip=CKV_AWS_158:kms_key_arn is optional.
  #checkov:skip=CKV_AWS_338:log_retention_days sets the time.

  count = local.has_aurora ? 1 : 0

  name              = "/aws/rds/cluster/${var.name}-postgres/postgresql"
  retention_in_days = var.log_retention_days
  kms_key_id        = var.kms_key_arn

  tags = local.tags
}

resource "aws_rds_cluster" "postgres" {
  #checkov:skip=CKV2_AWS_27:Logged statements would contain user data.
  #checkov:skip=CKV2_AWS_8:Aurora keeps continuous backups for 14 days.
  #checkov:skip=CKV_AWS_162:Langfuse connects with a password.
  #checkov:skip=CKV_AWS_327:kms_key_arn is optional.

  count = local.has_aurora ? 1 : 0

  cluster_identifier = "${var.name}-postgres"
  engine             = "aurora-postgresql"
  engine_mode        = "provisioned"
  # AWS upgrades minor versions automatically.
  engine_version              = tostring(local.size.postgres.major_version)
  allow_major_version_upgrade = true
  database_name               = "langfuse"

  # Only the migration task reads the master password.
  master_username               = "postgres"
  manage_master_user_password   = true
  master_user_secret_kms_key_id = var.kms_key_arn

  db_subnet_group_name            = aws_db_subnet_group.postgres[0].name
  vpc_security_group_ids          = [aws_security_group.postgres[0].id]
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.postgres[0].name
  storage_encrypted               = true
  kms_key_id                      = var.kms_key_arn
  backup_retention_period         = 14
  preferred_backup_window         = "02:00-03:00"
  preferred_maintenance_window    = "sun:03:30-sun:04:30"
  copy_tags_to_snapshot           = true
  deletion_protection             = var.deletion_protection
  # Errors and slow queries. log_statement stays off, because statements contain user data.
  enabled_cloudwatch_logs_exports = ["postgresql"]
  # An earlier stack may have left a final snapshot.
  final_snapshot_identifier = "${var.name}-postgres-final-${local.stack_id_prefix}"
  skip_final_snapshot       = false
  apply_immediately         = true

  serverlessv2_scaling_configuration {
    min_capacity = local.size.postgres.min_acu
    max_capacity = local.size.postgres.max_acu
  }

  tags = local.tags

  depends_on = [aws_cloudwatch_log_group.postgres]

  # Would replace the database (check.kms_key).
  lifecycle {
    ignore_changes = [kms_key_id]
  }
}

resource "aws_rds_cluster_instance" "postgres" {
  #checkov:skip=CKV_AWS_118:Enhanced monitoring has a price. Performance Insights are on.
  #checkov:skip=CKV_AWS_354:kms_key_arn is optional.

  for_each = toset([for number in range(1, local.size.postgres.instances + 1) : tostring(number) if local.has_aurora])

  identifier                 = "${var.name}-postgres-${each.key}"
  cluster_identifier         = aws_rds_cluster.postgres[0].id
  engine                     = aws_rds_cluster.postgres[0].engine
  instance_class             = "db.serverless"
  auto_minor_version_upgrade = true
  copy_tags_to_snapshot      = true
  # Seven days are free.
  performance_insights_enabled          = true
  performance_insights_retention_period = 7
  performance_insights_kms_key_id       = var.kms_key_arn
  apply_immediately                     = true

  tags = local.tags

  # See aws_rds_cluster.postgres[0].
  lifecycle {
    ignore_changes = [performance_insights_kms_key_id]
  }
}

locals {
  postgres_clients = local.has_aurora ? local.database_client_security_group_ids : {}

  postgres_external = var.postgres_external == null ? null : {
    host     = "${var.postgres_external.host}:${var.postgres_external.port}"
    database = var.postgres_external.database
    args = join("&", concat(
      [var.postgres_external.secure ? "sslmode=require" : "sslmode=disable"],
      [for name, value in var.postgres_external.arguments : "${name}=${value}"],
    ))
  }

  # RDS rotates the master password, which Langfuse could not follow, so Langfuse has logins of its own (role.sql).
  postgres = local.is_tiny ? local.tiny_postgres : var.postgres_external != null ? local.postgres_external : {
    host     = aws_rds_cluster.postgres[0].endpoint
    database = aws_rds_cluster.postgres[0].database_name
    # Langfuse's arguments of the connection URL.
    args = "sslmode=require"
  }

  postgres_cluster_id = one(aws_rds_cluster.postgres[*].cluster_identifier)
}
