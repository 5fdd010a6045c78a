# A tag records what has written the data, so that a plan rejects versions and sizes that cannot use it. The state cannot tell:
# a plan does not know the earlier value of an attribute that it changes.
module "deployed_versions" {
  source = "./modules/deployed-versions"

  stack          = var.name
  region         = local.region
  langfuse_major = coalesce(local.langfuse_major, 4)

  wanted = {
    # In the modes legacy and dual, Langfuse 4 also writes what version 3 reads.
    langfuse-data = coalesce(local.langfuse_major, 4) > 3 && var.langfuse.v4.write_mode != "events_only" ? 3 : coalesce(local.langfuse_major, 4)
    clickhouse    = local.clickhouse_own_server != "active" ? null : try(join(".", regex("^v?([0-9]+)\\.([0-9]+)", local.clickhouse_version)), null)
    postgres      = local.has_aurora ? local.size.postgres.major_version : null
    valkey        = local.has_elasticache ? local.size.valkey.engine_version : null
    tiny-postgres = !local.is_tiny ? null : try(regex("^[0-9]+", local.image_parts["postgres"].tag), null)
    tiny-valkey   = !local.is_tiny ? null : try(regex("^[0-9]+\\.[0-9]+", local.image_parts["valkey"].tag), null)
    volume-gib    = length(local.with_clickhouse) == 0 ? null : local.size.clickhouse.volume_gib
    size          = var.size
  }
}

resource "aws_ec2_tag" "deployed_versions" {
  resource_id = aws_security_group.migration.id
  key         = module.deployed_versions.record.key
  value       = module.deployed_versions.record.value

  lifecycle {
    precondition {
      condition     = length(module.deployed_versions.rejections) == 0
      error_message = join("\n", module.deployed_versions.rejections)
    }
  }

  # Only what has run is recorded.
  depends_on = [terraform_data.migration, aws_ecs_service.clickhouse, aws_ecs_service.tiny, aws_elasticache_replication_group.valkey]
}
