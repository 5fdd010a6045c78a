resource "aws_security_group" "migration" {
  #checkov:skip=CKV2_AWS_5:The task gets it when it starts.

  name        = "${var.name}-migration"
  description = "${var.name}: migration task"
  vpc_id      = local.network.vpc_id

  tags = merge(local.tags, { Name = "${var.name}-migration" })

  # Set by aws_ec2_tag.deployed_versions.
  lifecycle {
    ignore_changes = [tags["deployed-versions"], tags_all["deployed-versions"]]
  }
}

module "migration" {
  source = "./modules/task"

  stack                = var.name
  tags                 = local.tags
  partition            = local.partition
  region               = local.region
  component            = "migration"
  image                = local.images.langfuse_web
  cpu                  = local.is_tiny ? local.tiny_cpu.migration : 1024
  memory               = 2048
  entry_point          = ["/bin/sh", "-c"]
  on_instance          = local.is_tiny ? local.tiny_memory.migration : null
  command              = [file("${path.module}/migrations/migrate.sh")]
  permissions_boundary = local.permissions_boundary
  kms_key_arn          = var.kms_key_arn
  log_retention_days   = var.log_retention_days

  environment = merge(local.environment_databases, {
    ROLE_SQL = file("${path.module}/migrations/role.sql")
  })

  # In the size tiny, the container of PostgreSQL creates Langfuse's role. An external PostgreSQL has it.
  secrets = merge(local.secrets_databases, [for cluster in aws_rds_cluster.postgres : {
    MASTER_USERNAME = "${cluster.master_user_secret[0].secret_arn}:username::"
    MASTER_PASSWORD = "${cluster.master_user_secret[0].secret_arn}:password::"
  }]...)
}

# Runs for each release and for each new database.
resource "terraform_data" "migration" {
  triggers_replace = {
    image      = local.images.langfuse_web
    postgres   = local.is_tiny ? join("", values(aws_ebs_volume.clickhouse)[*].id) : local.has_aurora ? aws_rds_cluster.postgres[0].cluster_resource_id : "${local.postgres.host}/${local.postgres.database}"
    clickhouse = local.clickhouse.migration_url
    script     = sha256(join("", [for name in ["migrate.sh", "role.sql"] : file("${path.module}/migrations/${name}")]))
  }

  provisioner "local-exec" {
    command     = "${path.module}/migrations/run-task.sh"
    interpreter = ["bash"]

    environment = {
      AWS_REGION      = local.region
      CLUSTER         = aws_ecs_cluster.this.name
      TASK_DEFINITION = module.migration.arn
      FAMILY          = module.migration.family
      CONTAINER       = module.migration.container_name
      LAUNCH_TYPE     = local.launch_type
      SUBNETS         = join(",", local.network.private_subnet_ids)
      SECURITY_GROUP  = join(",", concat([aws_security_group.migration.id], local.external_security_group_ids.migration))
      LOG_GROUP       = module.migration.log_group
    }
  }

  depends_on = [
    aws_rds_cluster_instance.postgres,
    aws_ecs_service.clickhouse,
    aws_route53_record.clickhouse_endpoint,
    aws_vpc_security_group_egress_rule.to_clickhouse_endpoint,
    aws_vpc_security_group_ingress_rule.clickhouse_endpoint,
    aws_ecs_service.tiny,
    aws_vpc_security_group_ingress_rule.postgres,
    aws_vpc_security_group_egress_rule.to_postgres,
    aws_vpc_security_group_egress_rule.to_external,
    data.aws_security_group.external,
    aws_vpc_security_group_egress_rule.https,
    aws_route.private,
    aws_route.public,
    aws_route_table_association.private,
    aws_route_table_association.public,
    aws_vpc_endpoint.interface,
    aws_vpc_endpoint.s3,
  ]
}
