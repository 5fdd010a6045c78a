locals {
  metric_namespace = "${var.name}/clickhouse"

  service_tasks = merge(
    { web = local.size.web.min, worker = local.size.worker.min },
    { for key in local.own_clickhouse : "clickhouse" => 1 },
    { for key in local.own_grafana : "grafana" => 1 },
  )

  valkey_nodes = [for number in range(1, 2 + local.size.valkey.replicas) : format("%s-valkey-%03d", var.name, number)]

  # 2 GiB and with it 225 connections to a unit; below one unit at least, Aurora allows no more than 2000.
  # https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html
  postgres_connections = min(local.size.postgres.max_acu * 225, local.size.postgres.min_acu < 1 ? 2000 : 5000)

  # What goes wrong, by name: metric and threshold. `missing` says what silence means:
  # breaching where only something broken is silent, notBreaching where nobody has to come by.
  alarm_rules = merge(
    {
      # ECS reports each running task once a minute, so the number of samples is the number of tasks.
      for thing, tasks in local.service_tasks : "${thing}-tasks" => {
        text       = "Fewer tasks of ${thing} run than should."
        namespace  = "AWS/ECS", metric = "CPUUtilization", statistic = "SampleCount", below = tasks, period = 60, periods = 10, missing = "breaching"
        dimensions = { ClusterName = [var.name], ServiceName = ["${var.name}-${thing}"] }
      }
    },
    {
      load-balancer-errors = {
        text       = "The load balancer answers with errors of its own: no task takes the request, or none answers in time."
        namespace  = "AWS/ApplicationELB", metric = "HTTPCode_ELB_5XX_Count", statistic = "Sum", above = 10, period = 300, periods = 2, missing = "notBreaching"
        dimensions = { LoadBalancer = [aws_lb.entry.arn_suffix] }
      }
      web-errors = {
        text       = "Langfuse answers with errors."
        namespace  = "AWS/ApplicationELB", metric = "HTTPCode_Target_5XX_Count", statistic = "Sum", above = 10, period = 300, periods = 2, missing = "notBreaching"
        dimensions = { LoadBalancer = [aws_lb.entry.arn_suffix], TargetGroup = [aws_lb_target_group.web.arn_suffix] }
      }
      web-unhealthy = {
        text       = "Tasks of web fail the health check of the load balancer."
        namespace  = "AWS/ApplicationELB", metric = "UnHealthyHostCount", statistic = "Maximum", above = 0, period = 60, periods = 10, missing = "notBreaching"
        dimensions = { LoadBalancer = [aws_lb.entry.arn_suffix], TargetGroup = [aws_lb_target_group.web.arn_suffix] }
      }
      web-latency = {
        text       = "One request in twenty takes longer than this many seconds."
        namespace  = "AWS/ApplicationELB", metric = "TargetResponseTime", statistic = "p95", above = 10, period = 300, periods = 3, missing = "notBreaching"
        dimensions = { LoadBalancer = [aws_lb.entry.arn_suffix], TargetGroup = [aws_lb_target_group.web.arn_suffix] }
      }
      postgres-capacity = {
        text       = "PostgreSQL is close to the most capacity it may take: raise postgres.max_acu."
        namespace  = "AWS/RDS", metric = "ACUUtilization", statistic = "Average", above = 90, period = 300, periods = 3, missing = "breaching"
        dimensions = { DBClusterIdentifier = [aws_rds_cluster.postgres.cluster_identifier] }
      }
      postgres-cpu = {
        text       = "PostgreSQL has no CPU to spare."
        namespace  = "AWS/RDS", metric = "CPUUtilization", statistic = "Average", above = 90, period = 300, periods = 3, missing = "breaching"
        dimensions = { DBClusterIdentifier = [aws_rds_cluster.postgres.cluster_identifier] }
      }
      postgres-connections = {
        text       = "PostgreSQL runs out of connections."
        namespace  = "AWS/RDS", metric = "DatabaseConnections", statistic = "Maximum", above = floor(local.postgres_connections * 0.8), period = 300, periods = 2, missing = "breaching"
        dimensions = { DBClusterIdentifier = [aws_rds_cluster.postgres.cluster_identifier] }
      }
      postgres-memory = {
        text       = "PostgreSQL runs out of memory, at the most capacity it may take: raise postgres.max_acu."
        namespace  = "AWS/RDS", metric = "FreeableMemory", statistic = "Minimum", below = 268435456, period = 300, periods = 3, missing = "breaching"
        dimensions = { DBClusterIdentifier = [aws_rds_cluster.postgres.cluster_identifier] }
      }
      valkey-memory = {
        text       = "Valkey fills up: jobs come in faster than the worker does them. When it is full, Langfuse takes nothing any more."
        namespace  = "AWS/ElastiCache", metric = "DatabaseMemoryUsagePercentage", statistic = "Maximum", above = 75, period = 300, periods = 2, missing = "breaching"
        dimensions = { CacheClusterId = local.valkey_nodes }
      }
      valkey-evictions = {
        text       = "Valkey throws keys away, which the policy noeviction should prevent: jobs are lost."
        namespace  = "AWS/ElastiCache", metric = "Evictions", statistic = "Sum", above = 0, period = 300, periods = 1, missing = "notBreaching"
        dimensions = { CacheClusterId = local.valkey_nodes }
      }
      valkey-cpu = {
        text       = "Valkey's one thread has no time to spare: take a larger node."
        namespace  = "AWS/ElastiCache", metric = "EngineCPUUtilization", statistic = "Average", above = 85, period = 300, periods = 3, missing = "breaching"
        dimensions = { CacheClusterId = local.valkey_nodes }
      }
    },
    { for name, rule in {
      clickhouse-disk = {
        text       = "ClickHouse's volume is nearly full: raise clickhouse.volume_gib, which takes effect without a restart."
        namespace  = local.metric_namespace, metric = "DiskUsed", statistic = "Maximum", above = 80, period = 300, periods = 3, missing = "breaching"
        dimensions = {}
      }
      clickhouse-memory = {
        text       = "ClickHouse takes nearly all of its container's memory: take a larger instance."
        namespace  = "AWS/ECS", metric = "MemoryUtilization", statistic = "Average", above = 95, period = 300, periods = 3, missing = "notBreaching"
        dimensions = { ClusterName = [var.name], ServiceName = ["${var.name}-clickhouse"] }
      }
      # On from the first day until the first night, truly: there is no backup yet.
      backup-missed = {
        text       = "No backup of ClickHouse was made for 26 hours. The log group /${var.name}/backup says why."
        namespace  = local.metric_namespace, metric = "BackupsCreated", statistic = "Sum", below = 1, period = 3600, periods = 26, missing = "breaching"
        dimensions = {}
      }
    } : name => rule if var.clickhouse_external == null },
    # Only one stack in a region may rely on it: Langfuse gives its metrics no name of a stack.
    { for queue in var.langfuse.publish_metrics ? ["ingestion", "otel_ingestion"] : [] : "queue-${replace(queue, "_", "-")}" => {
      text       = "Events wait in the queue ${queue}: more workers, or a faster ClickHouse."
      namespace  = "Langfuse", metric = "langfuse.queue.${queue}.depth.type_waiting", statistic = "Maximum", above = 10000, period = 300, periods = 3, missing = "notBreaching"
      dimensions = {}
    } },
  )

  # One alarm for each member of what a dimension names more than once.
  alarms = merge([
    for name, rule in local.alarm_rules : {
      for index, node in flatten([lookup(rule.dimensions, "CacheClusterId", [""])]) :
      (index == 0 ? name : "${name}-${index + 1}") => merge(rule, {
        threshold  = lookup(var.alarm_thresholds, name, can(rule.above) ? rule.above : rule.below)
        comparison = can(rule.above) ? "GreaterThanThreshold" : "LessThanThreshold"
        dimensions = { for dimension, values in rule.dimensions : dimension => dimension == "CacheClusterId" ? node : values[0] }
      })
    }
  ]...)
}

resource "aws_sns_topic" "alarms" {
  name = "${var.name}-alarms"
}

resource "aws_sns_topic_policy" "alarms" {
  arn = aws_sns_topic.alarms.arn

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Alarms"
      Effect    = "Allow"
      Principal = { Service = "cloudwatch.amazonaws.com" }
      Action    = "sns:Publish"
      Resource  = aws_sns_topic.alarms.arn
      Condition = { StringEquals = { "aws:SourceAccount" = local.account_id } }
    }]
  })
}

resource "aws_sns_topic_subscription" "alarms" {
  for_each = var.alarm_emails

  topic_arn = aws_sns_topic.alarms.arn
  protocol  = "email"
  endpoint  = each.key
}

# A backup that fails, or never starts, counts nothing.
resource "aws_cloudwatch_log_metric_filter" "backups" {
  for_each = local.own_clickhouse

  name           = "${var.name}-backups"
  log_group_name = module.backup[each.key].log_group
  pattern        = "{ $.event = \"backup_created\" }"

  metric_transformation {
    namespace = local.metric_namespace
    name      = "BackupsCreated"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "this" {
  for_each = local.alarms

  alarm_name        = "${var.name}-${each.key}"
  alarm_description = each.value.text
  alarm_actions     = [aws_sns_topic.alarms.arn]
  ok_actions        = [aws_sns_topic.alarms.arn]

  namespace   = each.value.namespace
  metric_name = each.value.metric
  dimensions  = each.value.dimensions

  statistic          = startswith(each.value.statistic, "p") ? null : each.value.statistic
  extended_statistic = startswith(each.value.statistic, "p") ? each.value.statistic : null

  comparison_operator = each.value.comparison
  threshold           = each.value.threshold
  period              = each.value.period
  evaluation_periods  = each.value.periods
  datapoints_to_alarm = each.value.periods
  treat_missing_data  = each.value.missing

  # What has just been made is silent until it runs.
  depends_on = [aws_ecs_service.web, aws_ecs_service.worker, aws_ecs_service.clickhouse, aws_ecs_service.grafana]
}
