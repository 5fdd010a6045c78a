locals {
  ecs_dimensions = { for component in keys(local.service_tasks) : component => ["ClusterName", var.name, "ServiceName", "${var.name}-${component}"] }

  dashboard_graphs = concat(
    [for graph in [
      { title = "Requests", stat = "Sum", metrics = [
        ["AWS/ApplicationELB", "RequestCount", "LoadBalancer", local.load_balancer_suffix],
        ["AWS/ApplicationELB", "HTTPCode_Target_4XX_Count", "LoadBalancer", local.load_balancer_suffix],
        ["AWS/ApplicationELB", "HTTPCode_Target_5XX_Count", "LoadBalancer", local.load_balancer_suffix],
        ["AWS/ApplicationELB", "HTTPCode_ELB_5XX_Count", "LoadBalancer", local.load_balancer_suffix],
      ] },
      { title = "Web: response time p95 in seconds", stat = "p95", metrics = [
        ["AWS/ApplicationELB", "TargetResponseTime", "LoadBalancer", local.load_balancer_suffix, "TargetGroup", local.target_group_suffix],
      ] },
    ] : graph if !local.is_tiny],
    [
      { title = "Running tasks", stat = "SampleCount", period = 60, metrics = [
        for component in sort(keys(local.service_tasks)) : concat(["AWS/ECS", "CPUUtilization"], local.ecs_dimensions[component])
      ] },
      { title = "Task CPU in percent", stat = "Average", metrics = [
        for component in sort(keys(local.service_tasks)) : concat(["AWS/ECS", "CPUUtilization"], local.ecs_dimensions[component])
      ] },
      { title = "Task memory in percent", stat = "Maximum", metrics = [
        for component in sort(keys(local.service_tasks)) : concat(["AWS/ECS", "MemoryUtilization"], local.ecs_dimensions[component])
      ] },
    ],
    [for graph in [
      { title = "PostgreSQL: capacity and CPU in percent", stat = "Average", metrics = [
        for metric in ["ACUUtilization", "CPUUtilization"] : ["AWS/RDS", metric, "DBClusterIdentifier", local.postgres_cluster_id]
      ] },
      { title = "PostgreSQL: connections", stat = "Maximum", metrics = [
        ["AWS/RDS", "DatabaseConnections", "DBClusterIdentifier", local.postgres_cluster_id],
      ] },
    ] : graph if local.has_aurora],
    [for graph in [
      { title = "Valkey: memory and CPU in percent", stat = "Maximum", metrics = [
        for pair in setproduct(["DatabaseMemoryUsagePercentage", "EngineCPUUtilization"], local.valkey_nodes) : ["AWS/ElastiCache", pair[0], "CacheClusterId", pair[1]]
      ] },
      { title = "Valkey: items", stat = "Maximum", metrics = [
        for node in local.valkey_nodes : ["AWS/ElastiCache", "CurrItems", "CacheClusterId", node]
      ] },
    ] : graph if local.has_elasticache],
    [for graph in [
      { title = "ClickHouse: disk in percent", stat = "Maximum", metrics = [[local.metric_namespace, "DiskUsed"]] },
      { title = "ClickHouse: backups per day", stat = "Sum", period = 86400, metrics = [[local.metric_namespace, "BackupsCreated"]] },
    ] : graph if length(local.with_clickhouse) > 0],
  )
}

resource "aws_cloudwatch_dashboard" "this" {
  dashboard_name = var.name

  dashboard_body = jsonencode({
    widgets = [for index, graph in local.dashboard_graphs : {
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
        metrics = graph.metrics
      }
    }]
  })
}
