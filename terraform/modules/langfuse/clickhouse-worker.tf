locals {
  # Everything that stops ClickHouse in an apply.
  clickhouse_replacement = {
    for key in local.with_clickhouse : key => {
      task     = aws_ecs_task_definition.clickhouse[key].arn
      template = "${aws_launch_template.clickhouse[key].id} ${aws_launch_template.clickhouse[key].latest_version}"
      volume   = aws_ebs_volume.clickhouse[key].id
    }
  }

  worker_pause_environment = {
    AWS_REGION = local.region
    CLUSTER    = aws_ecs_cluster.this.name
    WORKER     = "${var.name}-worker"
    CLICKHOUSE = "${var.name}-clickhouse"
    MIN        = local.size.worker.min
    MAX        = local.size.worker.max
  }
}

# While ClickHouse is replaced, jobs wait in Valkey instead of in the memory of the worker.
resource "terraform_data" "worker_pause" {
  for_each = local.with_clickhouse

  triggers_replace = local.clickhouse_replacement[each.key]

  provisioner "local-exec" {
    command     = "${path.module}/clickhouse/worker.sh"
    interpreter = ["bash"]
    environment = merge(local.worker_pause_environment, { COMMAND = "pause" })
  }
}

# If the apply fails before this, Application Auto Scaling starts the worker after an hour.
resource "terraform_data" "worker_resume" {
  for_each = local.with_clickhouse

  triggers_replace = local.clickhouse_replacement[each.key]

  provisioner "local-exec" {
    command     = "${path.module}/clickhouse/worker.sh"
    interpreter = ["bash"]
    environment = merge(local.worker_pause_environment, { COMMAND = "resume" })
  }

  depends_on = [aws_ecs_service.clickhouse]
}
