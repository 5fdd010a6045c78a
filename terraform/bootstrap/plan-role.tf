# For pull requests: whoever can push a branch can run code as this role (a workflow, an external data source, a provider).
# So it can read settings and states, write locks and records, and nothing else.
resource "aws_iam_role" "plan" {
  name                 = "${var.name}-plan"
  description          = "Plans ${var.repository} on pull requests: reads settings, no data and no secrets"
  assume_role_policy   = local.trust_policies["plan"]
  max_session_duration = 3600
}

locals {
  plan_policies = {
    reading = local.reading

    recording = {
      Version = "2012-10-17"
      Statement = [
        # Written and never read: what one pull request planned is no business of another.
        {
          Sid      = "Records"
          Effect   = "Allow"
          Action   = "s3:PutObject"
          Resource = local.records
        },
        # A refusal outlives every policy that somebody attaches to this role later, ReadOnlyAccess first of all.
        {
          Sid    = "NoSecretsAndNoData"
          Effect = "Deny"
          Action = [
            "dynamodb:*Item*",
            "dynamodb:Query",
            "dynamodb:Scan",
            "ec2:DescribeInstanceAttribute",
            "ec2:GetConsole*",
            "ec2:GetPasswordData",
            "ecr:BatchGetImage",
            "ecr:GetAuthorizationToken",
            "ecr:GetDownloadUrlForLayer",
            "ecs:ExecuteCommand",
            "ecs:RunTask",
            "kms:Decrypt",
            "kms:GenerateDataKey*",
            "kms:ReEncrypt*",
            "lambda:GetFunction*",
            "lambda:InvokeFunction",
            "logs:FilterLogEvents",
            "logs:Get*",
            "logs:StartLiveTail",
            "logs:StartQuery",
            "logs:Unmask",
            "rds-data:*",
            "rds:DownloadDBLogFilePortion",
            "secretsmanager:BatchGetSecretValue",
            "secretsmanager:GetSecretValue",
            "sqs:ReceiveMessage",
            "ssm:StartSession",
            "ssm:SendCommand",
            "sts:AssumeRole*",
          ]
          Resource = "*"
        },
        {
          Sid         = "NoParametersButThePublicOnes"
          Effect      = "Deny"
          Action      = ["ssm:GetParameter*"]
          NotResource = "arn:${local.partition}:ssm:${var.region}::parameter/aws/service/*"
        },
        {
          Sid         = "NoObjectsButStates"
          Effect      = "Deny"
          Action      = ["s3:GetObject*"]
          NotResource = concat(local.states, local.locks)
        },
      ]
    }
  }
}

resource "aws_iam_policy" "plan" {
  for_each = local.plan_policies

  name        = "${var.name}-plan-${each.key}"
  description = "Of the role ${var.name}-plan"
  policy      = jsonencode(each.value)
}

resource "aws_iam_role_policy_attachment" "plan" {
  for_each = local.plan_policies

  role       = aws_iam_role.plan.name
  policy_arn = aws_iam_policy.plan[each.key].arn
}
