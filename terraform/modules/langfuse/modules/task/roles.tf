locals {
  trust = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "ecs-tasks.amazonaws.com" }
    }]
  })

  execution_statements = concat(
    [{
      Sid      = "Logs"
      Effect   = "Allow"
      Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource = ["${aws_cloudwatch_log_group.this.arn}:*"]
    }],
    length(local.secret_arns) == 0 ? [] : [{
      Sid      = "Secrets"
      Effect   = "Allow"
      Action   = ["secretsmanager:GetSecretValue"]
      Resource = sort(local.secret_arns)
    }],
    length(local.secret_arns) == 0 || var.kms_key_arn == null ? [] : [{
      Sid       = "Kms"
      Effect    = "Allow"
      Action    = ["kms:Decrypt"]
      Resource  = [var.kms_key_arn]
      Condition = { StringEquals = { "kms:ViaService" = "secretsmanager.${var.region}.amazonaws.com" } }
    }],
    length(local.repository_arns) == 0 ? [] : [
      {
        Sid      = "Pull"
        Effect   = "Allow"
        Action   = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
        Resource = local.repository_arns
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
}

locals {
  task_statements = [for sid in sort(keys(var.permissions)) : merge(
    {
      Sid      = sid
      Effect   = "Allow"
      Action   = var.permissions[sid].actions
      Resource = var.permissions[sid].resources
    },
    length(var.permissions[sid].conditions) == 0 ? {} : { Condition = var.permissions[sid].conditions },
  )]
}

resource "aws_iam_role" "execution" {
  name                 = "${local.name}-execution"
  assume_role_policy   = local.trust
  permissions_boundary = var.permissions_boundary

  tags = var.tags
}

resource "aws_iam_role_policy" "execution" {
  name   = "execution"
  role   = aws_iam_role.execution.id
  policy = jsonencode({ Version = "2012-10-17", Statement = local.execution_statements })
}

resource "aws_iam_role" "task" {
  name                 = "${local.name}-task"
  assume_role_policy   = local.trust
  permissions_boundary = var.permissions_boundary

  tags = var.tags
}

resource "aws_iam_role_policy" "task" {
  for_each = length(var.permissions) == 0 ? toset([]) : toset(["task"])

  name = each.key
  role = aws_iam_role.task.id

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = local.task_statements
  })
}
