# Plans pull requests. Anyone who can push a branch can run code as this role, through a workflow, an external data source
# or a provider. It can therefore only read configuration and states, and write locks and plan records.
#
# The read actions are in policy-read.tf, shared with the deploy role.
resource "aws_iam_role" "plan" {
  name                 = "${var.name}-plan"
  description          = "Plans ${var.repository} on pull requests: reads configuration, no data and no secrets"
  assume_role_policy   = local.trust_policies["plan"]
  max_session_duration = 3600
}

locals {
  plan_policies = {
    read = local.read_policy

    records = {
      Version = "2012-10-17"
      Statement = [
        # S3. Without s3:GetObject, a pull request cannot read the plans of another one.
        {
          Sid      = "WritePlanRecords"
          Effect   = "Allow"
          Action   = "s3:PutObject"
          Resource = local.plan_record_arns
        },
        # An explicit deny also overrides policies that are attached later, such as ReadOnlyAccess.
        {
          Sid    = "DenySecretsAndData"
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
          Sid         = "DenyPrivateParameters"
          Effect      = "Deny"
          Action      = ["ssm:GetParameter*"]
          NotResource = concat(["arn:${local.partition}:ssm:${var.region}::parameter/aws/service/*"], local.boundary_parameter_arns)
        },
        {
          Sid         = "DenyObjectsExceptStates"
          Effect      = "Deny"
          Action      = ["s3:GetObject*"]
          NotResource = concat(local.state_arns, local.state_lock_arns)
        },
      ]
    }
  }
}

resource "aws_iam_policy" "plan" {
  for_each = local.plan_policies

  name        = "${var.name}-plan-${each.key}"
  description = "Policy of the role ${var.name}-plan"
  policy      = jsonencode(each.value)
}

resource "aws_iam_role_policy_attachment" "plan" {
  for_each = local.plan_policies

  role       = aws_iam_role.plan.name
  policy_arn = aws_iam_policy.plan[each.key].arn
}
