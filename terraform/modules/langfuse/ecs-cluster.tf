resource "aws_ecs_cluster" "this" {
  #checkov:skip=CKV_AWS_65:Container Insights have a price per metric.

  name = var.name

  # Container Insights charges per metric; service metrics are free.
  setting {
    name  = "containerInsights"
    value = "disabled"
  }

  tags = local.tags
}

locals {
  # Containers of the size tiny use the security group of their instance.
  database_client_security_group_ids = local.is_tiny ? {} : {
    web       = aws_security_group.web.id
    worker    = aws_security_group.worker.id
    migration = aws_security_group.migration.id
  }
}
