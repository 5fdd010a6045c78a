resource "aws_db_subnet_group" "postgres" {
  name       = "${var.name}-postgres"
  subnet_ids = local.network.private_subnet_ids
}

resource "aws_security_group" "postgres" {
  name        = "${var.name}-postgres"
  description = "${var.name}: PostgreSQL"
  vpc_id      = local.network.vpc_id

  tags = { Name = "${var.name}-postgres" }
}

resource "aws_vpc_security_group_ingress_rule" "postgres" {
  for_each = local.database_client_security_group_ids

  security_group_id            = aws_security_group.postgres.id
  description                  = each.key
  referenced_security_group_id = each.value
  ip_protocol                  = "tcp"
  from_port                    = 5432
  to_port                      = 5432
}

resource "aws_vpc_security_group_egress_rule" "to_postgres" {
  for_each = local.database_client_security_group_ids

  security_group_id            = each.value
  description                  = "PostgreSQL"
  referenced_security_group_id = aws_security_group.postgres.id
  ip_protocol                  = "tcp"
  from_port                    = 5432
  to_port                      = 5432
}

resource "aws_rds_cluster_parameter_group" "postgres" {
  name        = "${var.name}-postgres"
  family      = "aurora-postgresql16"
  description = "Parameters of ${var.name}-postgres"

  parameter {
    name  = "rds.force_ssl"
    value = "1"
  }

  parameter {
    name  = "timezone"
    value = "UTC"
  }
}

resource "aws_rds_cluster" "postgres" {
  cluster_identifier = "${var.name}-postgres"
  engine             = "aurora-postgresql"
  engine_mode        = "provisioned"
  # AWS upgrades minor versions automatically.
  engine_version = "16"
  database_name  = "langfuse"

  # Only the migration task reads the master password.
  master_username             = "postgres"
  manage_master_user_password = true

  db_subnet_group_name            = aws_db_subnet_group.postgres.name
  vpc_security_group_ids          = [aws_security_group.postgres.id]
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.postgres.name
  storage_encrypted               = true
  backup_retention_period         = 14
  preferred_backup_window         = "02:00-03:00"
  preferred_maintenance_window    = "sun:03:30-sun:04:30"
  copy_tags_to_snapshot           = true
  deletion_protection             = var.deletion_protection
  # An earlier stack may have left a final snapshot.
  final_snapshot_identifier = "${var.name}-postgres-final-${local.stack_id_prefix}"
  skip_final_snapshot       = false
  apply_immediately         = true

  serverlessv2_scaling_configuration {
    min_capacity = local.size.postgres.min_acu
    max_capacity = local.size.postgres.max_acu
  }
}

resource "aws_rds_cluster_instance" "postgres" {
  for_each = toset([for number in range(1, local.size.postgres.instances + 1) : tostring(number)])

  identifier                 = "${var.name}-postgres-${each.key}"
  cluster_identifier         = aws_rds_cluster.postgres.id
  engine                     = aws_rds_cluster.postgres.engine
  instance_class             = "db.serverless"
  auto_minor_version_upgrade = true
  copy_tags_to_snapshot      = true
  apply_immediately          = true
}

locals {
  postgres = {
    host     = aws_rds_cluster.postgres.endpoint
    database = aws_rds_cluster.postgres.database_name
    # RDS rotates the master password, which Langfuse could not follow.
    role = "langfuse"
  }
}
