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
}

run "each_failure_mode_has_an_alarm" {
  command = plan

  variables {
    alarm_emails = ["on-call@example.com"]
    grafana      = { enabled = true }
  }

  assert {
    condition = toset(keys(aws_cloudwatch_metric_alarm.this)) == toset([
      "backup-missed", "clickhouse-disk", "clickhouse-memory", "clickhouse-tasks", "grafana-memory", "grafana-tasks", "load-balancer-errors",
      "postgres-capacity", "postgres-connections", "postgres-cpu", "postgres-memory", "traces-lost", "valkey-cpu", "valkey-evictions", "valkey-memory",
      "web-errors", "web-latency", "web-memory", "web-tasks", "web-unhealthy", "worker-memory", "worker-tasks",
    ])
    error_message = "The set of alarms differs from the expected one."
  }

  assert {
    condition     = alltrue([for alarm in aws_cloudwatch_metric_alarm.this : alarm.alarm_actions == toset([aws_sns_topic.alarms.arn]) && startswith(alarm.alarm_name, "langfuse-") && contains(["breaching", "notBreaching"], alarm.treat_missing_data)])
    error_message = "An alarm does not notify the topic or lacks an explicit setting for missing data."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.this["clickhouse-memory"].threshold < 100 * tonumber(regex("<max_server_memory_usage_to_ram_ratio>([0-9.]+)<", file("clickhouse/config.xml"))[0])
    error_message = "ClickHouse rejects queries before the alarm of its memory."
  }

  assert {
    condition     = alltrue([for component in ["web", "worker", "grafana"] : aws_cloudwatch_metric_alarm.this["${component}-memory"].threshold == 90 && aws_cloudwatch_metric_alarm.this["${component}-memory"].statistic == "Maximum"])
    error_message = "A task runs out of memory without an alarm."
  }

  assert {
    condition     = aws_sns_topic_subscription.alarms["on-call@example.com"].protocol == "email"
    error_message = "The email subscription is missing."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.this["clickhouse-disk"].threshold == 80 && aws_cloudwatch_metric_alarm.this["clickhouse-disk"].treat_missing_data == "breaching" && strcontains(file("clickhouse/disk.sh"), "--metric-name ${aws_cloudwatch_metric_alarm.this["clickhouse-disk"].metric_name} ")
    error_message = "The disk alarm does not match the metric that the instance sends."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.this["backup-missed"].metric_name == aws_cloudwatch_log_metric_filter.backups["this"].metric_transformation[0].name && aws_cloudwatch_log_metric_filter.backups["this"].pattern == "{ $.event = \"backup_created\" }" && strcontains(file("clickhouse/backup.sh"), "\\\"event\\\":\\\"backup_created\\\"")
    error_message = "The backup alarm does not match the log line that the task writes."
  }

  assert {
    condition     = alltrue([for alarm in aws_cloudwatch_metric_alarm.this : alarm.period * alarm.evaluation_periods <= (alarm.period < 3600 ? 86400 : 604800)])
    error_message = "An evaluation range exceeds one day, or one week for periods of an hour or more."
  }
}

run "a_dropped_row_raises_an_alarm" {
  command = plan

  assert {
    condition = alltrue([
      aws_cloudwatch_metric_alarm.this["traces-lost"].metric_name == aws_cloudwatch_log_metric_filter.dropped_rows.metric_transformation[0].name,
      aws_cloudwatch_metric_alarm.this["traces-lost"].namespace == aws_cloudwatch_log_metric_filter.dropped_rows.metric_transformation[0].namespace,
      aws_cloudwatch_log_metric_filter.dropped_rows.pattern == "\"Max attempts reached\"" && aws_cloudwatch_log_metric_filter.dropped_rows.log_group_name == "/langfuse/worker",
      aws_cloudwatch_metric_alarm.this["traces-lost"].threshold == 0,
    ])
    error_message = "The alarm does not count the worker's log lines about dropped rows."
  }
}

run "a_stack_without_recipients_warns" {
  command = plan

  variables {
    alarm_emails = []
  }

  expect_failures = [check.alarm_recipients]
}

run "each_valkey_node_has_alarms" {
  command = plan

  variables {
    size             = "medium"
    alarm_thresholds = { valkey-memory = 60, web-tasks = 1 }
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.this["valkey-memory"].dimensions["CacheClusterId"] == "langfuse-valkey-001" && aws_cloudwatch_metric_alarm.this["valkey-memory-2"].dimensions["CacheClusterId"] == "langfuse-valkey-002"
    error_message = "The alarms do not cover both nodes."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.this["valkey-memory"].threshold == 60 && aws_cloudwatch_metric_alarm.this["valkey-memory-2"].threshold == 60 && aws_cloudwatch_metric_alarm.this["web-tasks"].threshold == 1 && aws_cloudwatch_metric_alarm.this["worker-tasks"].threshold == 2
    error_message = "The custom thresholds are not applied to all nodes."
  }
}

run "queue_alarms_exist_if_langfuse_publishes_metrics" {
  command = plan

  variables {
    langfuse = { first_user = { email = "admin@acme.io" }, publish_metrics = true }
  }

  assert {
    condition = alltrue([for alarm, queue in { queue-ingestion = "ingestion", queue-otel-ingestion = "otel_ingestion" } :
      aws_cloudwatch_metric_alarm.this[alarm].namespace == "Langfuse" && aws_cloudwatch_metric_alarm.this[alarm].metric_name == join(".", concat(
        # Langfuse's rule: langfuse.queue.<queue>.<metric>, then the tags without `unit`, sorted, as <tag>_<value>.
        ["langfuse", "queue", queue, "depth"], sort(["shard_all", "type_waiting"]),
      ))
    ]) && aws_cloudwatch_metric_alarm.this["rows-dropped"].metric_name == "langfuse.queue.clickhouse_writer.rows_dropped"
    error_message = "The queue alarms do not use the metric names of Langfuse."
  }
}

run "the_dashboard_contains_all_widgets" {
  command = plan

  assert {
    condition     = aws_cloudwatch_dashboard.this.dashboard_name == "langfuse" && length(jsondecode(aws_cloudwatch_dashboard.this.dashboard_body).widgets) == 11
    error_message = "The dashboard does not have 11 widgets."
  }
}
