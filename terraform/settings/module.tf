# Generated from the variables of the module: npm run settings-root
locals {
  setting_names = [
    "access_logs",
    "alarm_emails",
    "alarm_thresholds",
    "allowed_cidr_blocks",
    "backup",
    "bedrock_models",
    "bucket_external",
    "clickhouse",
    "clickhouse_external",
    "clickhouse_snapshot_id",
    "deletion_protection",
    "domain",
    "email",
    "events_expire_days",
    "grafana",
    "images",
    "kms_key_arn",
    "langfuse",
    "license_key_secret_arn",
    "load_balancer_external",
    "log_retention_days",
    "name",
    "nat",
    "network",
    "permissions_boundary",
    "postgres",
    "postgres_external",
    "public_api",
    "quota_checks",
    "registry",
    "response_headers",
    "sidecars",
    "size",
    "sso",
    "tags",
    "valkey",
    "valkey_external",
    "vpc_endpoints",
    "web",
    "web_acl",
    "worker",
  ]
}

module "langfuse" {
  source = "../modules/langfuse"

  images_file            = var.images_file
  access_logs            = try(local.settings.access_logs, null)
  alarm_emails           = try(local.settings.alarm_emails, null)
  alarm_thresholds       = try(local.settings.alarm_thresholds, null)
  allowed_cidr_blocks    = try(local.settings.allowed_cidr_blocks, null)
  backup                 = try(local.settings.backup, null)
  bedrock_models         = try(local.settings.bedrock_models, null)
  bucket_external        = try(local.settings.bucket_external, null)
  clickhouse             = try(local.settings.clickhouse, null)
  clickhouse_external    = try(local.settings.clickhouse_external, null)
  clickhouse_snapshot_id = try(local.settings.clickhouse_snapshot_id, null)
  deletion_protection    = try(local.settings.deletion_protection, null)
  domain                 = try(local.settings.domain, null)
  email                  = try(local.settings.email, null)
  events_expire_days     = try(local.settings.events_expire_days, null)
  grafana                = try(local.settings.grafana, null)
  images                 = try(local.settings.images, null)
  kms_key_arn            = try(local.settings.kms_key_arn, null)
  langfuse               = try(local.settings.langfuse, null)
  license_key_secret_arn = try(local.settings.license_key_secret_arn, null)
  load_balancer_external = try(local.settings.load_balancer_external, null)
  log_retention_days     = try(local.settings.log_retention_days, null)
  name                   = try(local.settings.name, null)
  nat                    = try(local.settings.nat, null)
  network                = try(local.settings.network, null)
  permissions_boundary   = try(local.settings.permissions_boundary, null)
  postgres               = try(local.settings.postgres, null)
  postgres_external      = try(local.settings.postgres_external, null)
  public_api             = try(local.settings.public_api, null)
  quota_checks           = try(local.settings.quota_checks, null)
  registry               = try(local.settings.registry, null)
  response_headers       = try(local.settings.response_headers, null)
  sidecars               = try(local.settings.sidecars, null)
  size                   = try(local.settings.size, null)
  sso                    = try(local.settings.sso, null)
  tags                   = try(local.settings.tags, null)
  valkey                 = try(local.settings.valkey, null)
  valkey_external        = try(local.settings.valkey_external, null)
  vpc_endpoints          = try(local.settings.vpc_endpoints, null)
  web                    = try(local.settings.web, null)
  web_acl                = try(local.settings.web_acl, null)
  worker                 = try(local.settings.worker, null)
}
