mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

mock_provider "terraform" {
  source          = "./tests/mocks/terraform"
  override_during = plan
}

variables {
  images_file  = "tests/mocks/images.yaml"
  langfuse     = { first_user = { email = "admin@acme.io" } }
  alarm_emails = ["on-call@acme.io"]

  # Fixed versions, so that updates of images.yaml do not affect these tests.
  images = {
    langfuse-web    = "registry.example.com:5000/langfuse:3.225.11@sha256:1111111111111111111111111111111111111111111111111111111111111111"
    langfuse-worker = "registry.example.com:5000/langfuse-worker:3.225.11@sha256:2222222222222222222222222222222222222222222222222222222222222222"
  }
}

run "web_has_the_environment_of_langfuse_3" {
  command = plan

  assert {
    condition = { for entry in module.web.container_definition.environment : entry.name => entry.value } == {
      AUTH_DISABLE_SIGNUP        = "true"
      CLICKHOUSE_CLUSTER_ENABLED = "false"
      # Half of the 6656 MiB of the size small.
      CLICKHOUSE_MAX_BYTES_BEFORE_EXTERNAL_GROUP_BY = "3489660928"
      CLICKHOUSE_MIGRATION_URL                      = local.clickhouse.migration_url
      CLICKHOUSE_URL                                = local.clickhouse.url
      CLICKHOUSE_USER                               = local.clickhouse.user
      DATABASE_ARGS                                 = "sslmode=require"
      DATABASE_HOST                                 = "langfuse-postgres.cluster-abc.eu-central-1.rds.amazonaws.com"
      DATABASE_NAME                                 = "langfuse"
      HOSTNAME                                      = "0.0.0.0"
      LANGFUSE_AUTO_CLICKHOUSE_MIGRATION_DISABLED   = "true"
      LANGFUSE_AUTO_POSTGRES_MIGRATION_DISABLED     = "true"
      LANGFUSE_CSP_ENFORCE_HTTPS                    = "true"
      LANGFUSE_INIT_ORG_ID                          = "default"
      LANGFUSE_INIT_ORG_NAME                        = "Langfuse"
      LANGFUSE_INIT_PROJECT_ID                      = "default"
      LANGFUSE_INIT_PROJECT_NAME                    = "Default"
      LANGFUSE_INIT_USER_NAME                       = "Admin"
      LANGFUSE_LOG_FORMAT                           = "json"
      LANGFUSE_S3_BATCH_EXPORT_BUCKET               = "langfuse-blobs-123456789012-eu-central-1"
      LANGFUSE_S3_BATCH_EXPORT_ENABLED              = "true"
      LANGFUSE_S3_BATCH_EXPORT_PREFIX               = "exports/"
      LANGFUSE_S3_BATCH_EXPORT_REGION               = "eu-central-1"
      LANGFUSE_S3_EVENT_UPLOAD_BUCKET               = "langfuse-blobs-123456789012-eu-central-1"
      LANGFUSE_S3_EVENT_UPLOAD_PREFIX               = "events/"
      LANGFUSE_S3_EVENT_UPLOAD_REGION               = "eu-central-1"
      LANGFUSE_S3_MEDIA_UPLOAD_BUCKET               = "langfuse-blobs-123456789012-eu-central-1"
      LANGFUSE_S3_MEDIA_UPLOAD_PREFIX               = "media/"
      LANGFUSE_S3_MEDIA_UPLOAD_REGION               = "eu-central-1"
      NEXTAUTH_URL                                  = "https://d111111abcdef8.cloudfront.net"
      NODE_OPTIONS                                  = "--max-old-space-size=1536"
      REDIS_HOST                                    = "master.langfuse-valkey.abc.euc1.cache.amazonaws.com"
      REDIS_PORT                                    = "6379"
      REDIS_TLS_ENABLED                             = "true"
      TELEMETRY_ENABLED                             = "false"
    }
    error_message = "The environment of web differs from the expected one."
  }

  assert {
    condition = { for entry in module.web.container_definition.secrets : entry.name => entry.valueFrom } == {
      CLICKHOUSE_PASSWORD              = local.clickhouse.password_secret_arn
      DATABASE_PASSWORD                = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/postgres-langfuse-AAAAAA:password::"
      DATABASE_USERNAME                = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/postgres-langfuse-AAAAAA:username::"
      ENCRYPTION_KEY                   = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/encryption-key-AAAAAA"
      LANGFUSE_INIT_PROJECT_PUBLIC_KEY = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/api-keys-AAAAAA:public_key::"
      LANGFUSE_INIT_PROJECT_SECRET_KEY = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/api-keys-AAAAAA:secret_key::"
      LANGFUSE_INIT_USER_EMAIL         = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/first-user-AAAAAA:email::"
      LANGFUSE_INIT_USER_PASSWORD      = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/first-user-AAAAAA:password::"
      NEXTAUTH_SECRET                  = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/nextauth-AAAAAA"
      REDIS_AUTH                       = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/valkey-AAAAAA"
      SALT                             = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/salt-AAAAAA"
    }
    error_message = "The secrets of web differ from the expected references."
  }

  assert {
    condition     = module.web.container_definition.stopTimeout == 120 && module.web.container_definition.healthCheck.command[0] == "CMD" && aws_ecs_service.web.health_check_grace_period_seconds >= 300
    error_message = "Web has the wrong stop timeout, health check or grace period."
  }

  assert {
    condition     = aws_ecs_service.web.deployment_circuit_breaker[0].rollback && aws_ecs_service.worker.deployment_circuit_breaker[0].rollback
    error_message = "A failed deployment is not rolled back."
  }
}

run "worker_has_the_environment_of_langfuse_3" {
  command = plan

  assert {
    condition = (
      { for entry in module.worker.container_definition.environment : entry.name => entry.value if !contains(["LANGFUSE_INGESTION_CLICKHOUSE_MAX_ATTEMPTS", "NODE_OPTIONS"], entry.name) } ==
      { for name, value in { for entry in module.web.container_definition.environment : entry.name => entry.value } : name => value
      if !startswith(name, "LANGFUSE_INIT_") && !startswith(name, "LANGFUSE_AUTO_") && !contains(["AUTH_DISABLE_SIGNUP", "LANGFUSE_CSP_ENFORCE_HTTPS", "NODE_OPTIONS"], name) }
    )
    error_message = "The worker's environment is not that of web without the variables that only web reads."
  }

  assert {
    condition     = { for entry in module.worker.container_definition.environment : entry.name => entry.value }["LANGFUSE_INGESTION_CLICKHOUSE_MAX_ATTEMPTS"] == "1000000" && { for entry in module.worker.container_definition.environment : entry.name => entry.value }["NODE_OPTIONS"] == "--max-old-space-size=3072"
    error_message = "The worker gives up rows while ClickHouse is unavailable, or its heap does not fit its memory."
  }

  assert {
    condition     = sort([for entry in module.worker.container_definition.secrets : entry.name]) == tolist(["CLICKHOUSE_PASSWORD", "DATABASE_PASSWORD", "DATABASE_USERNAME", "ENCRYPTION_KEY", "REDIS_AUTH", "SALT"])
    error_message = "The secrets of the worker differ from the expected ones."
  }
}

run "web_and_worker_have_the_flags_of_langfuse_4" {
  command = plan

  variables {
    images = {
      langfuse-web    = "registry.example.com:5000/langfuse:4.16.0@sha256:1111111111111111111111111111111111111111111111111111111111111111"
      langfuse-worker = "registry.example.com:5000/langfuse-worker:4.16.0@sha256:2222222222222222222222222222222222222222222222222222222222222222"
    }
    langfuse = { first_user = { email = "admin@acme.io" }, v4 = { write_mode = "dual", native_otel_behaviour = "dual_write", historic_backfill = false } }
  }

  assert {
    condition = alltrue([for definition in [module.web.container_definition, module.worker.container_definition] :
      { for entry in definition.environment : entry.name => entry.value if strcontains(entry.name, "MIGRATION_V4") } == {
        LANGFUSE_MIGRATION_V4_WRITE_MODE                          = "dual"
        LANGFUSE_MIGRATION_V4_NATIVE_OTEL_BEHAVIOUR               = "dual_write"
        LANGFUSE_MIGRATION_V4_ALLOW_PREVIEW_OPT_IN                = "true"
        LANGFUSE_BACKGROUND_MIGRATION_V4_ENABLE_HISTORIC_BACKFILL = "false"
      }
    ])
    error_message = "The Langfuse 4 flags of web and worker differ from the configured ones."
  }

  assert {
    condition     = strcontains(aws_ec2_tag.deployed_versions.value, "langfuse-data=3")
    error_message = "A later plan would reject a return to Langfuse 3, which can read the data of the mode dual."
  }

  assert {
    condition     = output.langfuse_version == "4.16.0"
    error_message = "The version is not that of the custom image."
  }
}

run "additional_environment_and_sign_up" {
  command = plan

  variables {
    langfuse = {
      first_user    = { email = "admin@acme.io" }
      allow_sign_up = true
      environment   = { AUTH_GOOGLE_CLIENT_ID = "id" }
      secrets       = { AUTH_GOOGLE_CLIENT_SECRET = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/google-BBBBBB:secret::" }
    }
  }

  assert {
    condition = alltrue([for definition in [module.web.container_definition, module.worker.container_definition] :
      contains(definition.environment[*].name, "AUTH_GOOGLE_CLIENT_ID") && contains(definition.secrets[*].name, "AUTH_GOOGLE_CLIENT_SECRET")
    ]) && contains(module.web.container_definition.environment, { name = "AUTH_DISABLE_SIGNUP", value = "false" })
    error_message = "The additional variables are missing in web or worker."
  }
}

run "autoscaling_uses_the_limits_of_the_size" {
  command = plan

  variables {
    size   = "medium"
    worker = { max = 9 }
  }

  assert {
    condition     = { for component, target in aws_appautoscaling_target.this : component => [target.min_capacity, target.max_capacity] } == { web = [2, 6], worker = [2, 9] }
    error_message = "The limits do not match the size and its overrides."
  }
}

run "web_and_worker_have_additional_permissions_and_ports" {
  command = plan

  variables {
    langfuse = {
      first_user   = { email = "admin@acme.io" }
      environment  = { SMTP_CONNECTION_URL = "ses://eu-central-1", EMAIL_FROM_ADDRESS = "langfuse@acme.io" }
      egress_ports = [587]
      permissions = {
        Mail = { actions = ["ses:SendEmail", "ses:SendRawEmail"], resources = ["arn:aws:ses:eu-central-1:123456789012:identity/acme.io"] }
      }
    }
  }

  assert {
    condition = alltrue([for policy in [module.web.task_policy, module.worker.task_policy] :
      anytrue([for statement in policy : statement.Sid == "Mail" && statement.Action == tolist(["ses:SendEmail", "ses:SendRawEmail"])])
    ])
    error_message = "Web or worker cannot send mail."
  }

  assert {
    condition     = { for key, rule in aws_vpc_security_group_egress_rule.extra : key => rule.from_port } == { "web 587" = 587, "worker 587" = 587 }
    error_message = "Web and worker cannot reach an SMTP server."
  }
}

run "a_new_clickhouse_restarts_web_and_worker" {
  command = plan

  variables {
    images = {
      langfuse-web    = "registry.example.com:5000/langfuse:4.16.0@sha256:1111111111111111111111111111111111111111111111111111111111111111"
      langfuse-worker = "registry.example.com:5000/langfuse-worker:4.16.0@sha256:2222222222222222222222222222222222222222222222222222222222222222"
      clickhouse      = "registry.example.com:5000/clickhouse-server:26.3@sha256:3333333333333333333333333333333333333333333333333333333333333333"
    }
  }

  assert {
    condition = alltrue([for definition in [module.web.container_definition, module.worker.container_definition] :
      definition.dockerLabels == tomap({ "langfuse-deploy.clickhouse" = "sha256:3333333333333333333333333333333333333333333333333333333333333333" })
    ])
    error_message = "Web and worker keep the version of the previous ClickHouse."
  }
}
