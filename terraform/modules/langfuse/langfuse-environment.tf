locals {
  environment_databases = merge(
    {
      DATABASE_HOST              = local.postgres.host
      DATABASE_NAME              = local.postgres.database
      DATABASE_ARGS              = local.postgres.args
      CLICKHOUSE_URL             = local.clickhouse.url
      CLICKHOUSE_MIGRATION_URL   = local.clickhouse.migration_url
      CLICKHOUSE_USER            = local.clickhouse.user
      CLICKHOUSE_CLUSTER_ENABLED = tostring(local.clickhouse_cluster != null)
    },
    var.postgres_external == null ? {} : { DATABASE_USERNAME = var.postgres_external.user },
    local.clickhouse_cluster == null ? {} : { CLICKHOUSE_CLUSTER_NAME = local.clickhouse_cluster },
    local.clickhouse.secure ? { CLICKHOUSE_MIGRATION_SSL = "true" } : {},
  )

  # Langfuse's default of 32 GB exceeds the memory of most servers: ClickHouse would abort large aggregations instead of using the disk.
  environment_clickhouse = local.clickhouse_own_server != "active" ? {} : {
    CLICKHOUSE_MAX_BYTES_BEFORE_EXTERNAL_GROUP_BY = tostring(local.size.clickhouse.memory_mib * 1024 * 1024 / 2)
  }

  secrets_databases = merge(
    var.postgres_external != null ? { DATABASE_PASSWORD = var.postgres_external.password_secret_arn } : {
      DATABASE_USERNAME                                 = "${local.secrets.postgres_langfuse}:username::"
      DATABASE_PASSWORD                                 = "${local.secrets.postgres_langfuse}:password::"
    },
    { CLICKHOUSE_PASSWORD = local.clickhouse.password_secret_arn },
  )

  # Langfuse 3 and 4 have different defaults.
  environment_v4 = coalesce(local.langfuse_major, 4) < 4 ? {} : {
    LANGFUSE_MIGRATION_V4_WRITE_MODE                          = var.langfuse.v4.write_mode
    LANGFUSE_MIGRATION_V4_NATIVE_OTEL_BEHAVIOUR               = var.langfuse.v4.native_otel_behaviour
    LANGFUSE_MIGRATION_V4_ALLOW_PREVIEW_OPT_IN                = tostring(var.langfuse.v4.allow_preview_opt_in)
    LANGFUSE_BACKGROUND_MIGRATION_V4_ENABLE_HISTORIC_BACKFILL = tostring(var.langfuse.v4.historic_backfill)
  }

  # Langfuse's default region `auto` is invalid for S3.
  environment_blobs = {
    LANGFUSE_S3_EVENT_UPLOAD_BUCKET  = local.blob_bucket
    LANGFUSE_S3_EVENT_UPLOAD_PREFIX  = local.blob_prefixes.events
    LANGFUSE_S3_EVENT_UPLOAD_REGION  = local.region
    LANGFUSE_S3_MEDIA_UPLOAD_BUCKET  = local.blob_bucket
    LANGFUSE_S3_MEDIA_UPLOAD_PREFIX  = local.blob_prefixes.media
    LANGFUSE_S3_MEDIA_UPLOAD_REGION  = local.region
    LANGFUSE_S3_BATCH_EXPORT_ENABLED = "true"
    LANGFUSE_S3_BATCH_EXPORT_BUCKET  = local.blob_bucket
    LANGFUSE_S3_BATCH_EXPORT_PREFIX  = local.blob_prefixes.exports
    LANGFUSE_S3_BATCH_EXPORT_REGION  = local.region
  }

  environment_services = merge(
    local.environment_databases,
    local.environment_clickhouse,
    local.environment_blobs,
    local.environment_v4,
    {
      NEXTAUTH_URL = local.url
      # Fargate sets HOSTNAME to the task name, and Next.js listens on HOSTNAME only.
      HOSTNAME            = "0.0.0.0"
      REDIS_HOST          = local.valkey.host
      REDIS_PORT          = tostring(local.valkey.port)
      REDIS_TLS_ENABLED   = tostring(local.valkey.tls)
      LANGFUSE_LOG_FORMAT = "json"
      TELEMETRY_ENABLED   = tostring(var.langfuse.telemetry)
    },
    local.valkey_environment,
    local.email_environment,
    var.langfuse.publish_metrics ? { ENABLE_AWS_CLOUDWATCH_METRIC_PUBLISHING = "true" } : {},
    var.langfuse.environment,
  )

  secrets_services = merge(
    local.secrets_databases,
    {
      SALT           = local.secrets.salt
      ENCRYPTION_KEY = local.secrets.encryption_key
    },
    # Langfuse sends a password in any case; a server without one ignores it.
    local.valkey_password_secret_arn == null ? {} : { REDIS_AUTH = local.valkey_password_secret_arn },
    local.email_secrets,
    local.license_secrets,
    var.langfuse.secrets,
  )

  # The command line of langfuse-deploy leaves these to their owners.
  external_stores = compact([
    local.clickhouse_own_server == "active" ? "" : "clickhouse",
    var.postgres_external == null ? "" : "postgres",
    var.valkey_external == null ? "" : "valkey",
  ])

  # Langfuse reads ClickHouse's version only at its start, and adapts its queries to it.
  service_labels = merge(
    local.clickhouse_own_server != "active" ? {} : { "langfuse-deploy.clickhouse" = split("@", local.images.clickhouse)[1] },
    length(local.external_stores) == 0 ? {} : { "langfuse-deploy.external" = join(",", local.external_stores) },
  )

  # MiB that the sidecars leave in a task.
  langfuse_memory = { for component in ["web", "worker"] : component =>
    local.size[component].memory - sum(concat([0], [for sidecar in values(var.sidecars) : sidecar.memory if contains(sidecar.components, component)]))
  }

  # Node.js collects garbage before the task runs out of memory.
  node_options = { for component, memory in local.langfuse_memory : component => "--max-old-space-size=${floor(memory * 0.75)}" }

  # Literals, because a validation cannot use unknown values.
  reserved_environment = toset([
    "AUTH_DISABLE_SIGNUP", "CLICKHOUSE_CLUSTER_ENABLED", "CLICKHOUSE_CLUSTER_NAME", "CLICKHOUSE_MIGRATION_SSL", "CLICKHOUSE_MIGRATION_URL", "CLICKHOUSE_PASSWORD",
    "CLICKHOUSE_URL", "CLICKHOUSE_USER", "DATABASE_ARGS", "DATABASE_HOST", "DATABASE_NAME", "DATABASE_PASSWORD", "DATABASE_URL",
    "DATABASE_USERNAME", "DIRECT_URL", "ENABLE_AWS_CLOUDWATCH_METRIC_PUBLISHING", "ENCRYPTION_KEY", "HOSTNAME",
    "LANGFUSE_AUTO_CLICKHOUSE_MIGRATION_DISABLED", "LANGFUSE_AUTO_POSTGRES_MIGRATION_DISABLED",
    "LANGFUSE_BACKGROUND_MIGRATION_V4_ENABLE_HISTORIC_BACKFILL", "LANGFUSE_INIT_ORG_ID", "LANGFUSE_INIT_ORG_NAME", "LANGFUSE_INIT_PROJECT_ID",
    "LANGFUSE_INIT_PROJECT_NAME", "LANGFUSE_INIT_PROJECT_PUBLIC_KEY", "LANGFUSE_INIT_PROJECT_SECRET_KEY", "LANGFUSE_INIT_USER_EMAIL",
    "LANGFUSE_INIT_USER_NAME", "LANGFUSE_INIT_USER_PASSWORD", "LANGFUSE_MIGRATION_V4_ALLOW_PREVIEW_OPT_IN",
    "LANGFUSE_MIGRATION_V4_NATIVE_OTEL_BEHAVIOUR", "LANGFUSE_MIGRATION_V4_WRITE_MODE", "LANGFUSE_S3_BATCH_EXPORT_BUCKET",
    "LANGFUSE_S3_BATCH_EXPORT_ENABLED", "LANGFUSE_S3_BATCH_EXPORT_PREFIX", "LANGFUSE_S3_BATCH_EXPORT_REGION", "LANGFUSE_S3_EVENT_UPLOAD_BUCKET",
    "LANGFUSE_S3_EVENT_UPLOAD_PREFIX", "LANGFUSE_S3_EVENT_UPLOAD_REGION", "LANGFUSE_S3_MEDIA_UPLOAD_BUCKET", "LANGFUSE_S3_MEDIA_UPLOAD_PREFIX",
    "LANGFUSE_S3_MEDIA_UPLOAD_REGION", "NEXTAUTH_SECRET", "NEXTAUTH_URL", "NODE_OPTIONS", "PORT", "REDIS_AUTH", "REDIS_CLUSTER_ENABLED",
    "REDIS_CLUSTER_NODES", "REDIS_CONNECTION_STRING", "REDIS_HOST", "REDIS_KEY_PREFIX", "REDIS_PORT", "REDIS_TLS_ENABLED", "REDIS_USERNAME", "SALT", "TELEMETRY_ENABLED",
  ])

  license_secrets = var.license_key_secret_arn == null ? {} : { LANGFUSE_EE_LICENSE_KEY = var.license_key_secret_arn }

  # Variables that depend on other variables of the module.
  feature_environment = setunion(local.sso_names, keys(local.email_environment), keys(local.email_secrets), keys(local.license_secrets))

  # For services that do not use port 443.
  extra_egress = { for pair in setproduct(local.is_tiny ? ["web"] : ["web", "worker"], var.langfuse.egress_ports) : "${pair[0]} ${pair[1]}" => {
    security_group_id = local.is_tiny ? one(values(aws_security_group.clickhouse_instance)).id : local.database_client_security_group_ids[pair[0]]
    port              = tonumber(pair[1])
  } }

  reserved_statement_ids = ["Bedrock", "BlobKey", "BlobList", "Blobs", "Kms", "Metrics", "SendEmail"]

  # Statements of both task roles.
  services_permissions = merge(local.metrics_permission, local.kms_permissions.objects, local.blob_key_permissions, local.optional_permissions)

  metrics_permission = var.langfuse.publish_metrics ? {
    # Has no resource-level permissions.
    Metrics = {
      actions    = ["cloudwatch:PutMetricData"]
      resources  = ["*"]
      conditions = { StringEquals = { "cloudwatch:namespace" = "Langfuse" } }
    }
  } : {}
}

resource "aws_vpc_security_group_egress_rule" "https" {
  for_each = local.database_client_security_group_ids

  security_group_id = each.value
  description       = "AWS APIs, model providers, webhooks"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443

  tags = local.tags
}

resource "aws_vpc_security_group_egress_rule" "extra" {
  for_each = local.extra_egress

  security_group_id = each.value.security_group_id
  description       = "langfuse.egress_ports"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = each.value.port
  to_port           = each.value.port

  tags = local.tags
}
