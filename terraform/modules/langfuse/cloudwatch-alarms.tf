locals {
  troubleshooting = "See docs/troubleshooting.md, section Alarms."

  metric_namespace = "${var.name}/clickhouse"

  service_tasks = merge(
    { web = local.size.web.min, worker = local.size.worker.min },
    { for key in local.with_clickhouse : "clickhouse" => 1 },
    { for key in local.with_grafana : "grafana" => 1 },
    { for name in keys(local.tiny_services) : name => 1 },
  )

  # 90 % of the hard limit. ECS measures in percent of the soft limit if a container has one.
  # https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service_utilization.html
  memory_thresholds = { for component in keys(local.service_tasks) : component => (
    local.is_tiny ? floor(90 * local.tiny_memory[component].limit / local.tiny_memory[component].reservation) : 90
  ) if component != "clickhouse" }

  load_balancer_suffix = try(local.load_balancer.arn_suffix, null)
  target_group_suffix  = one(aws_lb_target_group.web[*].arn_suffix)

  valkey_nodes = !local.has_elasticache ? [] : [for number in range(1, 2 + local.size.valkey.replicas) : format("%s-valkey-%03d", var.name, number)]

  # Aurora allows about 225 connections per ACU, and at most 2000 if the minimum capacity is below 1 ACU.
  # https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html
  postgres_connections = min(local.size.postgres.max_acu * 225, local.size.postgres.min_acu < 1 ? 2000 : 5000)

  # `missing` is notBreaching for metrics that exist only under load.
  alarm_rules = merge(
    {
      # ECS sends one sample per running task and minute.
      for component, tasks in local.service_tasks : "${component}-tasks" => {
        description = "The service ${component} runs fewer tasks than its minimum."
        namespace   = "AWS/ECS", metric = "CPUUtilization", statistic = "SampleCount", below = tasks, period = 60, periods = 10, missing = "breaching"
        dimensions  = { ClusterName = [var.name], ServiceName = ["${var.name}-${component}"] }
      }
    },
    {
      # Maximum: the task with the highest use.
      for component, threshold in local.memory_thresholds : "${component}-memory" => {
        description = "A task of the service ${component} uses 90 % of its memory. The kernel kills it at 100 %."
        namespace   = "AWS/ECS", metric = "MemoryUtilization", statistic = "Maximum", above = threshold, period = 60, periods = 5, missing = "notBreaching"
        dimensions  = { ClusterName = [var.name], ServiceName = ["${var.name}-${component}"] }
      }
    },
    {
      traces-lost = {
        description = "The worker dropped events that ClickHouse did not accept."
        namespace   = local.metric_namespace, metric = "DroppedRows", statistic = "Sum", above = 0, period = 300, periods = 1, missing = "notBreaching"
        dimensions  = {}
      }
    },
    # The size tiny has none of these services, and others may be external.
    { for name, rule in {
      load-balancer-errors = {
        description = "The load balancer returns 5xx errors: no task accepts the request, or none responds in time."
        namespace   = "AWS/ApplicationELB", metric = "HTTPCode_ELB_5XX_Count", statistic = "Sum", above = 10, period = 300, periods = 2, missing = "notBreaching"
        dimensions  = { LoadBalancer = [local.load_balancer_suffix] }
      }
      web-errors = {
        description = "Langfuse returns 5xx errors."
        namespace   = "AWS/ApplicationELB", metric = "HTTPCode_Target_5XX_Count", statistic = "Sum", above = 10, period = 300, periods = 2, missing = "notBreaching"
        dimensions  = { LoadBalancer = [local.load_balancer_suffix], TargetGroup = [local.target_group_suffix] }
      }
      web-unhealthy = {
        description = "Web tasks fail the load balancer's health check."
        namespace   = "AWS/ApplicationELB", metric = "UnHealthyHostCount", statistic = "Maximum", above = 0, period = 60, periods = 10, missing = "notBreaching"
        dimensions  = { LoadBalancer = [local.load_balancer_suffix], TargetGroup = [local.target_group_suffix] }
      }
      web-latency = {
        description = "The 95th percentile of the response time exceeds the threshold in seconds."
        namespace   = "AWS/ApplicationELB", metric = "TargetResponseTime", statistic = "p95", above = 10, period = 300, periods = 3, missing = "notBreaching"
        dimensions  = { LoadBalancer = [local.load_balancer_suffix], TargetGroup = [local.target_group_suffix] }
      }
    } : name => rule if !local.is_tiny },
    { for name, rule in {
      postgres-capacity = {
        description = "PostgreSQL is near its maximum capacity. Increase postgres.max_acu."
        namespace   = "AWS/RDS", metric = "ACUUtilization", statistic = "Average", above = 90, period = 300, periods = 3, missing = "breaching"
        dimensions  = { DBClusterIdentifier = [local.postgres_cluster_id] }
      }
      postgres-cpu = {
        description = "PostgreSQL uses nearly all of its CPU."
        namespace   = "AWS/RDS", metric = "CPUUtilization", statistic = "Average", above = 90, period = 300, periods = 3, missing = "breaching"
        dimensions  = { DBClusterIdentifier = [local.postgres_cluster_id] }
      }
      postgres-connections = {
        description = "PostgreSQL is near its maximum number of connections."
        namespace   = "AWS/RDS", metric = "DatabaseConnections", statistic = "Maximum", above = floor(local.postgres_connections * 0.8), period = 300, periods = 2, missing = "breaching"
        dimensions  = { DBClusterIdentifier = [local.postgres_cluster_id] }
      }
      postgres-memory = {
        description = "PostgreSQL is short of memory at its maximum capacity. Increase postgres.max_acu."
        namespace   = "AWS/RDS", metric = "FreeableMemory", statistic = "Minimum", below = 268435456, period = 300, periods = 3, missing = "breaching"
        dimensions  = { DBClusterIdentifier = [local.postgres_cluster_id] }
      }
    } : name => rule if local.has_aurora },
    { for name, rule in {
      valkey-memory = {
        description = "Valkey's memory fills up: jobs arrive faster than the worker processes them. When it is full, Langfuse rejects new events."
        namespace   = "AWS/ElastiCache", metric = "DatabaseMemoryUsagePercentage", statistic = "Maximum", above = 75, period = 300, periods = 2, missing = "breaching"
        dimensions  = { CacheClusterId = local.valkey_nodes }
      }
      valkey-evictions = {
        description = "Valkey evicts keys in spite of the policy noeviction. Jobs are lost."
        namespace   = "AWS/ElastiCache", metric = "Evictions", statistic = "Sum", above = 0, period = 300, periods = 1, missing = "notBreaching"
        dimensions  = { CacheClusterId = local.valkey_nodes }
      }
      valkey-cpu = {
        description = "Valkey's engine thread uses nearly all of its CPU. Choose a larger valkey.node_type."
        namespace   = "AWS/ElastiCache", metric = "EngineCPUUtilization", statistic = "Average", above = 85, period = 300, periods = 3, missing = "breaching"
        dimensions  = { CacheClusterId = local.valkey_nodes }
      }
    } : name => rule if local.has_elasticache },
    { for name, rule in {
      valkey-eviction-policy = {
        description = "The policy of the external Valkey is not maxmemory-policy noeviction: it can evict jobs, which loses events."
        namespace   = local.metric_namespace, metric = "EvictionPolicyWarnings", statistic = "Sum", above = 0, period = 3600, periods = 1, missing = "notBreaching"
        dimensions  = {}
      }
    } : name => rule if var.valkey_external != null },
    { for name, rule in {
      clickhouse-disk = {
        description = "ClickHouse's volume is nearly full. Increase clickhouse.volume_gib; this needs no restart."
        namespace   = local.metric_namespace, metric = "DiskUsed", statistic = "Maximum", above = 80, period = 300, periods = 3, missing = "breaching"
        dimensions  = {}
      }
      # At 85 % (config.xml), ClickHouse rejects queries and inserts.
      clickhouse-memory = {
        description = "ClickHouse uses 80 % of its container's memory. It may use 85 %, and then rejects queries. Choose a larger clickhouse.instance_type."
        namespace   = "AWS/ECS", metric = "MemoryUtilization", statistic = "Average", above = 80, period = 300, periods = 3, missing = "notBreaching"
        dimensions  = { ClusterName = [var.name], ServiceName = ["${var.name}-clickhouse"] }
      }
      # In ALARM state until the first scheduled backup.
      backup-missed = {
        description = "No ClickHouse backup completed in 26 hours. See the log group /${var.name}/backup."
        namespace   = local.metric_namespace, metric = "BackupsCreated", statistic = "Sum", below = 1, period = 3600, periods = 26, missing = "breaching"
        dimensions  = {}
      }
    } : name => rule if length(local.with_clickhouse) > 0 },
    local.tiny_alarm_rules,
    # ACM renews 60 days before the end. https://docs.aws.amazon.com/acm/latest/userguide/managed-renewal.html
    { for name in var.domain == null || var.load_balancer_external != null ? [] : ["certificate-expiry"] : name => {
      description = "The certificate of the domain expires within 20 days and was not renewed."
      namespace   = "AWS/CertificateManager", metric = "DaysToExpiry", statistic = "Minimum", below = 20, period = 86400, periods = 1, missing = "notBreaching"
      dimensions  = { CertificateArn = [local.certificate_arn] }
    } },
    { for name in var.langfuse.publish_metrics ? ["rows-dropped"] : [] : name => {
      description = "The worker dropped rows that ClickHouse did not accept."
      namespace   = "Langfuse", metric = "langfuse.queue.clickhouse_writer.rows_dropped", statistic = "Maximum", above = 0, period = 300, periods = 1, missing = "notBreaching"
      dimensions  = {}
    } },
    # The metrics do not contain the stack name, so only one stack per region can publish them.
    # Both queues are sharded, also with one shard, so their names contain the shard.
    { for queue in var.langfuse.publish_metrics ? ["ingestion", "otel_ingestion"] : [] : "queue-${replace(queue, "_", "-")}" => {
      description = "Events wait in the queue ${queue}. Increase worker.max or the size of ClickHouse."
      namespace   = "Langfuse", metric = "langfuse.queue.${queue}.depth.shard_all.type_waiting", statistic = "Maximum", above = 10000, period = 300, periods = 3, missing = "notBreaching"
      dimensions  = {}
    } },
  )

  alarms = merge([
    for name, rule in local.alarm_rules : {
      for index, node in flatten([lookup(rule.dimensions, "CacheClusterId", [""])]) :
      (index == 0 ? name : "${name}-${index + 1}") => merge(rule, {
        description = "${rule.description} ${local.troubleshooting}"
        threshold   = lookup(var.alarm_thresholds, name, can(rule.above) ? rule.above : rule.below)
        comparison  = can(rule.above) ? "GreaterThanThreshold" : "LessThanThreshold"
        dimensions  = { for dimension, values in rule.dimensions : dimension => dimension == "CacheClusterId" ? node : values[0] }
      })
    }
  ]...)
}

resource "aws_sns_topic" "alarms" {
  #checkov:skip=CKV_AWS_26:kms_key_arn is optional. Alarms cannot publish to a topic with the key of AWS, and contain no user data.

  name              = "${var.name}-alarms"
  kms_master_key_id = var.kms_key_arn

  tags = local.tags
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

resource "aws_cloudwatch_log_metric_filter" "backups" {
  for_each = local.with_clickhouse

  name           = "${var.name}-backups"
  log_group_name = module.backup[each.key].log_group
  pattern        = "{ $.event = \"backup_created\" }"

  metric_transformation {
    namespace = local.metric_namespace
    name      = "BackupsCreated"
    value     = "1"
  }
}

# Langfuse logs "Max attempts reached, dropped N … record(s)".
resource "aws_cloudwatch_log_metric_filter" "dropped_rows" {
  name           = "${var.name}-dropped-rows"
  log_group_name = module.worker.log_group
  pattern        = "\"Max attempts reached\""

  metric_transformation {
    namespace = local.metric_namespace
    name      = "DroppedRows"
    value     = "1"
  }
}

# BullMQ warns when it connects: "IMPORTANT! Eviction policy is … It should be "noeviction"".
resource "aws_cloudwatch_log_metric_filter" "eviction_policy" {
  for_each = toset(var.valkey_external == null ? [] : ["this"])

  name           = "${var.name}-eviction-policy"
  log_group_name = module.worker.log_group
  pattern        = "\"Eviction policy is\""

  metric_transformation {
    namespace = local.metric_namespace
    name      = "EvictionPolicyWarnings"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "this" {
  for_each = local.alarms

  alarm_name        = "${var.name}-${each.key}"
  alarm_description = each.value.description
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

  tags = local.tags

  # Without metrics, `breaching` alarms would fire.
  depends_on = [aws_ecs_service.web, aws_ecs_service.worker, aws_ecs_service.clickhouse, aws_ecs_service.grafana, aws_ecs_service.tiny]
}
