# Moves the data of the stack's own ClickHouse to clickhouse_external, with the command `langfuse-deploy move clickhouse`.
# The task exists while both servers do.
locals {
  with_move = toset(contains(["active", "kept"], try(var.clickhouse_external.own_server, "")) ? ["this"] : [])
}

resource "aws_security_group" "move" {
  #checkov:skip=CKV2_AWS_5:The task gets it when it starts.

  for_each = local.with_move

  name        = "${var.name}-move"
  description = "${var.name}: task that moves ClickHouse's data"
  vpc_id      = local.network.vpc_id

  tags = merge(local.tags, { Name = "${var.name}-move" })
}

resource "aws_vpc_security_group_egress_rule" "move_https" {
  for_each = local.with_move

  security_group_id = aws_security_group.move[each.key].id
  description       = "AWS"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443

  tags = local.tags
}

# Both passwords come from Secrets Manager. The command passes the program, which contains none.
module "move" {
  source   = "./modules/task"
  for_each = local.with_move

  stack                = var.name
  tags                 = local.tags
  partition            = local.partition
  region               = local.region
  component            = "move"
  image                = local.images.langfuse_worker
  cpu                  = 2048
  memory               = 4096
  permissions_boundary = local.permissions_boundary
  kms_key_arn          = var.kms_key_arn
  log_retention_days   = var.log_retention_days

  environment = {
    CLICKHOUSE_URL  = local.clickhouse_own.url
    CLICKHOUSE_USER = local.clickhouse_own.user
    TARGET_URL      = local.clickhouse_target.url
    TARGET_USER     = local.clickhouse_target.user
    TARGET_CLUSTER  = try(coalesce(var.clickhouse_external.cluster), "")
  }

  secrets = {
    CLICKHOUSE_PASSWORD = local.clickhouse_own.password_secret_arn
    TARGET_PASSWORD     = local.clickhouse_target.password_secret_arn
  }
}
