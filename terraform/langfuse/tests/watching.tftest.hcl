mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

run "everything_that_can_fail_is_watched" {
  command = plan

  variables {
    alarm_emails = ["on-call@example.com"]
  }

  assert {
    condition = toset(keys(aws_cloudwatch_metric_alarm.this)) == toset([
      "backup-missed", "clickhouse-disk", "clickhouse-memory", "clickhouse-tasks", "grafana-tasks", "load-balancer-errors",
      "postgres-capacity", "postgres-connections", "postgres-cpu", "postgres-memory", "valkey-cpu", "valkey-evictions", "valkey-memory",
      "web-errors", "web-latency", "web-tasks", "web-unhealthy", "worker-tasks",
    ])
    error_message = "One alarm for each thing that can fail."
  }

  assert {
    condition     = alltrue([for alarm in aws_cloudwatch_metric_alarm.this : alarm.alarm_actions == toset([aws_sns_topic.alarms.arn]) && startswith(alarm.alarm_name, "langfuse-") && contains(["breaching", "notBreaching"], alarm.treat_missing_data)])
    error_message = "Every alarm tells the topic, and knows what silence means."
  }

  assert {
    condition     = aws_sns_topic_subscription.alarms["on-call@example.com"].protocol == "email"
    error_message = "Mails go to whom they should."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.this["clickhouse-disk"].threshold == 80 && aws_cloudwatch_metric_alarm.this["clickhouse-disk"].treat_missing_data == "breaching" && strcontains(file("clickhouse/disk.sh"), "--metric-name ${aws_cloudwatch_metric_alarm.this["clickhouse-disk"].metric_name} ")
    error_message = "A disk that is full or silent is told, by the metric that the instance sends."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.this["backup-missed"].metric_name == aws_cloudwatch_log_metric_filter.backups["this"].metric_transformation[0].name && aws_cloudwatch_log_metric_filter.backups["this"].pattern == "{ $.event = \"backup_created\" }" && strcontains(file("clickhouse/backup.sh"), "\\\"event\\\":\\\"backup_created\\\"")
    error_message = "A night without a backup is told, by the line that the task writes."
  }

  assert {
    condition     = alltrue([for alarm in aws_cloudwatch_metric_alarm.this : alarm.period * alarm.evaluation_periods <= (alarm.period < 3600 ? 86400 : 604800)])
    error_message = "CloudWatch looks back a day, or a week in steps of an hour."
  }
}

run "each_node_of_valkey_is_watched" {
  command = plan

  variables {
    size             = "medium"
    alarm_thresholds = { valkey-memory = 60, web-tasks = 1 }
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.this["valkey-memory"].dimensions["CacheClusterId"] == "langfuse-valkey-001" && aws_cloudwatch_metric_alarm.this["valkey-memory-2"].dimensions["CacheClusterId"] == "langfuse-valkey-002"
    error_message = "Either node may become the primary."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.this["valkey-memory"].threshold == 60 && aws_cloudwatch_metric_alarm.this["valkey-memory-2"].threshold == 60 && aws_cloudwatch_metric_alarm.this["web-tasks"].threshold == 1 && aws_cloudwatch_metric_alarm.this["worker-tasks"].threshold == 2
    error_message = "A threshold can be set, and holds for all nodes."
  }
}

run "queues_are_watched_where_langfuse_tells_of_them" {
  command = plan

  variables {
    langfuse = { publish_metrics = true }
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.this["queue-ingestion"].metric_name == "langfuse.queue.ingestion.depth.type_waiting" && aws_cloudwatch_metric_alarm.this["queue-otel-ingestion"].namespace == "Langfuse"
    error_message = "The names are those that Langfuse gives."
  }
}

run "the_dashboard_shows_what_there_is" {
  command = plan

  assert {
    condition     = aws_cloudwatch_dashboard.this.dashboard_name == "langfuse" && length(jsondecode(aws_cloudwatch_dashboard.this.dashboard_body).widgets) == 11
    error_message = "One dashboard for all of it."
  }
}
