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

  password = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/clickhouse-AAAAAA"
}

run "rejects_an_external_host_with_a_scheme" {
  command = plan

  variables {
    clickhouse_external = { host = "https://abc123.clickhouse.cloud", password_secret_arn = var.password }
  }

  expect_failures = [var.clickhouse_external]
}

run "rejects_an_external_password_in_plain_text" {
  command = plan

  variables {
    clickhouse_external = { host = "abc123.clickhouse.cloud", password_secret_arn = "hunter2" }
  }

  expect_failures = [var.clickhouse_external]
}

run "rejects_an_external_clickhouse_without_a_grafana_user" {
  command = plan

  variables {
    grafana             = { enabled = true }
    clickhouse_external = { host = "abc123.clickhouse.cloud", password_secret_arn = var.password }
  }

  expect_failures = [var.clickhouse_external]
}

run "rejects_an_invalid_external_cidr_block" {
  command = plan

  variables {
    clickhouse_external = { host = "abc123.clickhouse.cloud", password_secret_arn = var.password, cidr_blocks = ["everywhere"] }
  }

  expect_failures = [var.clickhouse_external]
}

run "rejects_an_invalid_snapshot_id" {
  command = plan

  variables {
    clickhouse_snapshot_id = "vol-0123456789abcdef0"
  }

  expect_failures = [var.clickhouse_snapshot_id]
}

run "rejects_a_snapshot_for_an_external_clickhouse" {
  command = plan

  variables {
    clickhouse_external    = { host = "abc123.clickhouse.cloud", password_secret_arn = var.password }
    clickhouse_snapshot_id = "snap-0123456789abcdef0"
  }

  expect_failures = [var.clickhouse_snapshot_id]
}

run "rejects_an_invalid_backup_schedule" {
  command = plan

  variables {
    backup = { schedule = "every night" }
  }

  expect_failures = [var.backup]
}

run "rejects_a_backup_retention_of_zero" {
  command = plan

  variables {
    backup = { retention_days = 0 }
  }

  expect_failures = [var.backup]
}

run "rejects_a_snapshot_count_of_zero" {
  command = plan

  variables {
    backup = { snapshots = 0 }
  }

  expect_failures = [var.backup]
}

run "rejects_an_invalid_email_address" {
  command = plan

  variables {
    alarm_emails = ["on-call"]
  }

  expect_failures = [var.alarm_emails]
}

run "rejects_a_threshold_for_an_unknown_alarm" {
  command = plan

  variables {
    alarm_thresholds = { disk = 90 }
  }

  expect_failures = [var.alarm_thresholds]
}

run "rejects_a_cluster_name_with_spaces" {
  command = plan

  variables {
    clickhouse_external = { host = "clickhouse.example.org", password_secret_arn = var.password, cluster = "my cluster" }
  }

  expect_failures = [var.clickhouse_external]
}

run "rejects_a_private_link_to_a_public_name" {
  command = plan

  variables {
    clickhouse_external = {
      host                = "abc123.eu-central-1.aws.clickhouse.cloud"
      password_secret_arn = var.password
      private_link        = { service_name = "com.amazonaws.vpce.eu-central-1.vpce-svc-0123456789abcdef0" }
    }
  }

  expect_failures = [var.clickhouse_external]
}

run "rejects_a_private_link_to_a_cluster" {
  command = plan

  variables {
    clickhouse_external = {
      host                = "abc123.eu-central-1.vpce.aws.clickhouse.cloud"
      password_secret_arn = var.password
      cluster             = "default"
      private_link        = { service_name = "com.amazonaws.vpce.eu-central-1.vpce-svc-0123456789abcdef0" }
    }
  }

  expect_failures = [var.clickhouse_external]
}
