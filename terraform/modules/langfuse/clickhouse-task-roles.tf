locals {
  ecs_tasks_trust = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "ecs-tasks.amazonaws.com" }
    }]
  })

  # Only private ECR images need permissions.
  clickhouse_repository_arns = [
    for parts in regexall("^([0-9]{12})\\.dkr\\.ecr\\.([a-z0-9-]+)\\.amazonaws\\.com[.a-z]*/([^@:]+)", local.images.clickhouse) :
    "arn:${local.partition}:ecr:${parts[1]}:${parts[0]}:repository/${parts[2]}"
  ]
}

resource "aws_iam_role" "clickhouse_execution" {
  for_each = local.with_clickhouse

  name                 = "${var.name}-clickhouse-execution"
  assume_role_policy   = local.ecs_tasks_trust
  permissions_boundary = local.permissions_boundary

  tags = local.tags
}

resource "aws_iam_role_policy" "clickhouse_execution" {
  for_each = local.with_clickhouse

  name = "execution"
  role = aws_iam_role.clickhouse_execution[each.key].id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [
        {
          Sid      = "Logs"
          Effect   = "Allow"
          Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
          Resource = ["${aws_cloudwatch_log_group.clickhouse[each.key].arn}:*"]
        },
        {
          Sid      = "Secrets"
          Effect   = "Allow"
          Action   = ["secretsmanager:GetSecretValue"]
          Resource = [local.clickhouse_own.grafana_secret_arn, local.clickhouse_own.password_secret_arn]
        },
      ],
      local.kms_statements.secrets,
      length(local.clickhouse_repository_arns) == 0 ? [] : [
        {
          Sid      = "Pull"
          Effect   = "Allow"
          Action   = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
          Resource = local.clickhouse_repository_arns
        },
        {
          # Has no resource-level permissions.
          Sid      = "PullToken"
          Effect   = "Allow"
          Action   = ["ecr:GetAuthorizationToken"]
          Resource = ["*"]
        },
      ],
    )
  })
}

resource "aws_iam_role" "clickhouse_task" {
  for_each = local.with_clickhouse

  name                 = "${var.name}-clickhouse-task"
  assume_role_policy   = local.ecs_tasks_trust
  permissions_boundary = local.permissions_boundary

  tags = local.tags
}

resource "aws_iam_role_policy" "clickhouse_task" {
  for_each = local.with_clickhouse

  name = "task"
  role = aws_iam_role.clickhouse_task[each.key].id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(local.kms_statements.objects, [
      {
        # ClickHouse deletes lock files and failed backups.
        Sid      = "Backups"
        Effect   = "Allow"
        Action   = ["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:GetObject", "s3:PutObject"]
        Resource = ["${aws_s3_bucket.backups[each.key].arn}/${local.backup_prefix}*"]
      },
      {
        Sid       = "BackupList"
        Effect    = "Allow"
        Action    = ["s3:ListBucket"]
        Resource  = [aws_s3_bucket.backups[each.key].arn]
        Condition = { StringLike = { "s3:prefix" = "${local.backup_prefix}*" } }
      },
    ])
  })
}
