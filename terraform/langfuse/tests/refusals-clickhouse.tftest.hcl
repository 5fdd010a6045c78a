mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

variables {
  password = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:clickhouse-AAAAAA"
}

run "refuses_an_external_host_with_a_scheme" {
  command = plan

  variables {
    grafana             = { enabled = false }
    clickhouse_external = { host = "https://abc123.clickhouse.cloud", password_secret_arn = var.password }
  }

  expect_failures = [var.clickhouse_external]
}

run "refuses_an_external_password_in_clear" {
  command = plan

  variables {
    grafana             = { enabled = false }
    clickhouse_external = { host = "abc123.clickhouse.cloud", password_secret_arn = "hunter2" }
  }

  expect_failures = [var.clickhouse_external]
}

run "refuses_an_external_clickhouse_without_a_reader_for_grafana" {
  command = plan

  variables {
    clickhouse_external = { host = "abc123.clickhouse.cloud", password_secret_arn = var.password }
  }

  expect_failures = [var.clickhouse_external]
}

run "refuses_an_external_address_range_that_is_none" {
  command = plan

  variables {
    grafana             = { enabled = false }
    clickhouse_external = { host = "abc123.clickhouse.cloud", password_secret_arn = var.password, cidr_blocks = ["everywhere"] }
  }

  expect_failures = [var.clickhouse_external]
}

run "refuses_a_snapshot_that_is_none" {
  command = plan

  variables {
    clickhouse_snapshot_id = "vol-0123456789abcdef0"
  }

  expect_failures = [var.clickhouse_snapshot_id]
}

run "refuses_a_snapshot_for_an_external_clickhouse" {
  command = plan

  variables {
    grafana                = { enabled = false }
    clickhouse_external    = { host = "abc123.clickhouse.cloud", password_secret_arn = var.password }
    clickhouse_snapshot_id = "snap-0123456789abcdef0"
  }

  expect_failures = [var.clickhouse_snapshot_id]
}

run "refuses_a_schedule_that_is_none" {
  command = plan

  variables {
    backup = { schedule = "every night" }
  }

  expect_failures = [var.backup]
}

run "refuses_backups_that_are_not_kept" {
  command = plan

  variables {
    backup = { retention_days = 0 }
  }

  expect_failures = [var.backup]
}

run "refuses_no_snapshots" {
  command = plan

  variables {
    backup = { snapshots = 0 }
  }

  expect_failures = [var.backup]
}

run "refuses_an_address_that_is_none" {
  command = plan

  variables {
    alarm_emails = ["on-call"]
  }

  expect_failures = [var.alarm_emails]
}

run "refuses_a_threshold_for_an_alarm_that_is_not_there" {
  command = plan

  variables {
    alarm_thresholds = { disk = 90 }
  }

  expect_failures = [var.alarm_thresholds]
}
