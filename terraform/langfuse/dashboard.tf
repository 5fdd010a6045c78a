locals {
  ecs_dimensions = { for thing in keys(local.service_tasks) : thing => ["ClusterName", var.name, "ServiceName", "${var.name}-${thing}"] }

  # Lines by title: each a metric, as CloudWatch writes it.
  graphs = concat(
    [
      { title = "Requests", stat = "Sum", lines = [
        ["AWS/ApplicationELB", "RequestCount", "LoadBalancer", aws_lb.entry.arn_suffix],
        ["AWS/ApplicationELB", "HTTPCode_Target_4XX_Count", "LoadBalancer", aws_lb.entry.arn_suffix],
        ["AWS/ApplicationELB", "HTTPCode_Target_5XX_Count", "LoadBalancer", aws_lb.entry.arn_suffix],
        ["AWS/ApplicationELB", "HTTPCode_ELB_5XX_Count", "LoadBalancer", aws_lb.entry.arn_suffix],
      ] },
      { title = "Latency of web in seconds, p95", stat = "p95", lines = [
        ["AWS/ApplicationELB", "TargetResponseTime", "LoadBalancer", aws_lb.entry.arn_suffix, "TargetGroup", aws_lb_target_group.web.arn_suffix],
      ] },
      { title = "Tasks that run", stat = "SampleCount", period = 60, lines = [
        for thing in sort(keys(local.service_tasks)) : concat(["AWS/ECS", "CPUUtilization"], local.ecs_dimensions[thing])
      ] },
      { title = "CPU of tasks in percent", stat = "Average", lines = [
        for thing in sort(keys(local.service_tasks)) : concat(["AWS/ECS", "CPUUtilization"], local.ecs_dimensions[thing])
      ] },
      { title = "Memory of tasks in percent", stat = "Maximum", lines = [
        for thing in sort(keys(local.service_tasks)) : concat(["AWS/ECS", "MemoryUtilization"], local.ecs_dimensions[thing])
      ] },
      { title = "PostgreSQL: capacity and CPU in percent", stat = "Average", lines = [
        for metric in ["ACUUtilization", "CPUUtilization"] : ["AWS/RDS", metric, "DBClusterIdentifier", aws_rds_cluster.postgres.cluster_identifier]
      ] },
      { title = "PostgreSQL: connections", stat = "Maximum", lines = [
        ["AWS/RDS", "DatabaseConnections", "DBClusterIdentifier", aws_rds_cluster.postgres.cluster_identifier],
      ] },
      { title = "Valkey: memory and CPU in percent", stat = "Maximum", lines = [
        for pair in setproduct(["DatabaseMemoryUsagePercentage", "EngineCPUUtilization"], local.valkey_nodes) : ["AWS/ElastiCache", pair[0], "CacheClusterId", pair[1]]
      ] },
      { title = "Valkey: items", stat = "Maximum", lines = [
        for node in local.valkey_nodes : ["AWS/ElastiCache", "CurrItems", "CacheClusterId", node]
      ] },
    ],
    [for graph in [
      { title = "ClickHouse: disk in percent", stat = "Maximum", lines = [[local.metric_namespace, "DiskUsed"]] },
      { title = "ClickHouse: backups a day", stat = "Sum", period = 86400, lines = [[local.metric_namespace, "BackupsCreated"]] },
    ] : graph if var.clickhouse_external == null],
  )
}

resource "aws_cloudwatch_dashboard" "this" {
  dashboard_name = var.name

  dashboard_body = jsonencode({
    widgets = [for index, graph in local.graphs : {
      type   = "metric"
      x      = index % 3 * 8
      y      = floor(index / 3) * 6
      width  = 8
      height = 6
      properties = {
        title   = graph.title
        region  = local.region
        view    = "timeSeries"
        stat    = graph.stat
        period  = try(graph.period, 300)
        metrics = graph.lines
      }
    }]
  })
}
