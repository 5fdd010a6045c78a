locals {
  # The queue buffers load peaks of the worker; web has no buffer.
  autoscaled_services = {
    web    = { service = aws_ecs_service.web.name, cpu_percent = 50 }
    worker = { service = aws_ecs_service.worker.name, cpu_percent = 60 }
  }
}

resource "aws_appautoscaling_target" "this" {
  for_each = local.autoscaled_services

  service_namespace  = "ecs"
  resource_id        = "service/${aws_ecs_cluster.this.name}/${each.value.service}"
  scalable_dimension = "ecs:service:DesiredCount"
  min_capacity       = local.size[each.key].min
  max_capacity       = local.size[each.key].max

  tags = local.tags
}

resource "aws_appautoscaling_policy" "cpu" {
  for_each = { for component, service in local.autoscaled_services : component => service if !local.is_tiny }

  name               = "${var.name}-${each.key}-cpu"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.this[each.key].service_namespace
  resource_id        = aws_appautoscaling_target.this[each.key].resource_id
  scalable_dimension = aws_appautoscaling_target.this[each.key].scalable_dimension

  target_tracking_scaling_policy_configuration {
    target_value       = each.value.cpu_percent
    scale_out_cooldown = 60
    scale_in_cooldown  = 300

    predefined_metric_specification {
      predefined_metric_type = "ECSServiceAverageCPUUtilization"
    }
  }
}
