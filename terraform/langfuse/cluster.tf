resource "aws_ecs_cluster" "this" {
  name = var.name

  # The metrics of the services are free; those of containers cost by the metric.
  setting {
    name  = "containerInsights"
    value = "disabled"
  }
}

locals {
  # What opens connections to the stores, for the rules in the files of what they reach.
  security_group_ids = {
    web       = aws_security_group.web.id
    worker    = aws_security_group.worker.id
    migration = aws_security_group.migration.id
  }
}
