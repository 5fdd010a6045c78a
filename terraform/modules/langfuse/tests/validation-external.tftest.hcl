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

  password = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/database-AAAAAA"
}

run "rejects_a_postgres_host_with_a_port" {
  command = plan

  variables {
    postgres_external = { host = "db.acme.internal:5432", password_secret_arn = var.password }
  }

  expect_failures = [var.postgres_external]
}

run "rejects_a_postgres_url" {
  command = plan

  variables {
    postgres_external = { host = "postgresql://db.acme.internal", password_secret_arn = var.password }
  }

  expect_failures = [var.postgres_external]
}

run "rejects_a_postgres_port_of_zero" {
  command = plan

  variables {
    postgres_external = { host = "db.acme.internal", password_secret_arn = var.password, port = 0 }
  }

  expect_failures = [var.postgres_external]
}

run "rejects_a_postgres_user_that_a_url_cannot_contain" {
  command = plan

  variables {
    postgres_external = { host = "db.acme.internal", password_secret_arn = var.password, user = "langfuse@acme" }
  }

  expect_failures = [var.postgres_external]
}

run "rejects_a_postgres_password_in_plain_text" {
  command = plan

  variables {
    postgres_external = { host = "db.acme.internal", password_secret_arn = "hunter2" }
  }

  expect_failures = [var.postgres_external]
}

run "rejects_a_postgres_schema" {
  command = plan

  variables {
    postgres_external = { host = "db.acme.internal", password_secret_arn = var.password, arguments = { schema = "langfuse" } }
  }

  expect_failures = [var.postgres_external]
}

run "rejects_a_postgres_argument_that_ends_the_value" {
  command = plan

  variables {
    postgres_external = { host = "db.acme.internal", password_secret_arn = var.password, arguments = { connection_limit = "20&sslmode=disable" } }
  }

  expect_failures = [var.postgres_external]
}

run "rejects_a_postgres_security_group_name" {
  command = plan

  variables {
    postgres_external = { host = "db.acme.internal", password_secret_arn = var.password, security_group_ids = ["database-clients"] }
  }

  expect_failures = [var.postgres_external]
}

run "rejects_a_postgres_security_group_without_its_vpc" {
  command = plan

  variables {
    postgres_external = { host = "db.acme.internal", password_secret_arn = var.password, security_group_ids = ["sg-0123456789abcdef0"] }
  }

  expect_failures = [var.postgres_external]
}

run "rejects_a_postgres_destination_that_is_no_block" {
  command = plan

  variables {
    postgres_external = { host = "db.acme.internal", password_secret_arn = var.password, cidr_blocks = ["everywhere"] }
  }

  expect_failures = [var.postgres_external]
}

run "rejects_a_size_of_aurora_with_an_external_postgres" {
  command = plan

  variables {
    postgres_external = { host = "db.acme.internal", password_secret_arn = var.password }
    postgres          = { max_acu = 8 }
  }

  expect_failures = [var.postgres_external]
}

run "rejects_a_valkey_host_with_a_scheme" {
  command = plan

  variables {
    valkey_external = { host = "rediss://queue.acme.internal" }
  }

  expect_failures = [var.valkey_external]
}

run "rejects_a_valkey_port_above_the_range" {
  command = plan

  variables {
    valkey_external = { host = "queue.acme.internal", port = 65536 }
  }

  expect_failures = [var.valkey_external]
}

run "rejects_elasticache_serverless" {
  command = plan

  variables {
    valkey_external = { host = "queue-abc123.serverless.euc1.cache.amazonaws.com" }
  }

  expect_failures = [var.valkey_external]
}

run "rejects_a_configuration_endpoint_without_cluster_mode" {
  command = plan

  variables {
    valkey_external = { host = "clustercfg.queue.abc123.euc1.cache.amazonaws.com" }
  }

  expect_failures = [var.valkey_external]
}

run "rejects_a_primary_endpoint_with_cluster_mode" {
  command = plan

  variables {
    valkey_external = { host = "master.queue.abc123.euc1.cache.amazonaws.com", cluster_mode = true }
  }

  expect_failures = [var.valkey_external]
}

run "rejects_a_valkey_password_in_plain_text" {
  command = plan

  variables {
    valkey_external = { host = "queue.acme.internal", password_secret_arn = "hunter2" }
  }

  expect_failures = [var.valkey_external]
}

run "rejects_a_valkey_user_without_a_password" {
  command = plan

  variables {
    valkey_external = { host = "queue.acme.internal", user = "langfuse" }
  }

  expect_failures = [var.valkey_external]
}

run "rejects_a_key_prefix_without_a_colon" {
  command = plan

  variables {
    valkey_external = { host = "queue.acme.internal", key_prefix = "langfuse" }
  }

  expect_failures = [var.valkey_external]
}

run "rejects_a_valkey_security_group_name" {
  command = plan

  variables {
    valkey_external = { host = "queue.acme.internal", security_group_ids = ["queue-clients"] }
  }

  expect_failures = [var.valkey_external]
}

run "rejects_a_valkey_security_group_without_its_vpc" {
  command = plan

  variables {
    valkey_external = { host = "queue.acme.internal", security_group_ids = ["sg-0123456789abcdef0"] }
  }

  expect_failures = [var.valkey_external]
}

run "rejects_a_valkey_destination_that_is_no_block" {
  command = plan

  variables {
    valkey_external = { host = "queue.acme.internal", cidr_blocks = ["fd00::/8"] }
  }

  expect_failures = [var.valkey_external]
}

run "rejects_a_size_of_elasticache_with_an_external_valkey" {
  command = plan

  variables {
    valkey_external = { host = "queue.acme.internal" }
    valkey          = { replicas = 1 }
  }

  expect_failures = [var.valkey_external]
}

run "rejects_a_bucket_url" {
  command = plan

  variables {
    bucket_external = { name = "s3://acme-traces/langfuse" }
  }

  expect_failures = [var.bucket_external]
}

run "rejects_a_bucket_prefix_without_a_slash" {
  command = plan

  variables {
    bucket_external = { name = "acme-traces", prefix = "langfuse" }
  }

  expect_failures = [var.bucket_external]
}

run "rejects_a_bucket_key_alias" {
  command = plan

  variables {
    bucket_external = { name = "acme-traces", kms_key_arn = "alias/traces" }
  }

  expect_failures = [var.bucket_external]
}

run "rejects_an_expiration_of_a_bucket_of_another_owner" {
  command = plan

  variables {
    bucket_external    = { name = "acme-traces" }
    events_expire_days = 60
  }

  expect_failures = [var.bucket_external]
}

run "rejects_external_servers_in_size_tiny" {
  command = plan

  variables {
    size              = "tiny"
    images_file       = "tests/mocks/tiny.yaml"
    postgres_external = { host = "db.acme.internal", password_secret_arn = var.password }
    valkey_external   = { host = "queue.acme.internal" }
  }

  expect_failures = [var.postgres_external, var.valkey_external]
}

run "rejects_variables_that_the_connection_sets" {
  command = plan

  variables {
    langfuse = { first_user = { email = "admin@acme.io" }, environment = { REDIS_CLUSTER_ENABLED = "true" } }
  }

  expect_failures = [var.langfuse]
}
