# Limits every role of a stack to the permissions that the stack's components need.
# The deploy role can create roles only with this boundary.
locals {
  boundary_parameter_path = "/langfuse-deploy/permissions-boundary"

  boundary_arn = "${local.iam_arn_prefix}:policy/${var.name}-boundary"

  boundary = {
    Version = "2012-10-17"
    Statement = concat([
      # Task execution roles
      {
        Sid      = "RegistryLogin"
        Effect   = "Allow"
        Action   = "ecr:GetAuthorizationToken"
        Resource = "*"
      },
      {
        Sid      = "Images"
        Effect   = "Allow"
        Action   = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
        Resource = "${local.arn_prefix["ecr"]}:repository/${var.name}/*"
      },
      {
        Sid      = "Logs"
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = "${local.arn_prefix["logs"]}:log-group:/${var.name}*"
      },
      {
        Sid    = "Secrets"
        Effect = "Allow"
        Action = "secretsmanager:GetSecretValue"
        Resource = [
          "${local.arn_prefix["secretsmanager"]}:secret:${var.name}*",
          # RDS creates the master user's secret and chooses this name.
          "${local.arn_prefix["secretsmanager"]}:secret:rds!cluster-*",
        ]
      },
      {
        Sid    = "Objects"
        Effect = "Allow"
        Action = [
          "s3:AbortMultipartUpload",
          "s3:DeleteObject",
          "s3:GetObject",
          "s3:ListBucket",
          "s3:PutObject",
        ]
        Resource = "${local.s3_arn_prefix}${var.name}-*"
      },
      # cloudwatch:PutMetricData does not support resource-level permissions.
      {
        Sid      = "Metrics"
        Effect   = "Allow"
        Action   = "cloudwatch:PutMetricData"
        Resource = "*"
      },
      # ClickHouse instance role
      {
        Sid       = "Volume"
        Effect    = "Allow"
        Action    = "ec2:AttachVolume"
        Resource  = [for type in ["instance", "volume"] : "${local.arn_prefix["ec2"]}:${type}/*"]
        Condition = { StringLike = { "aws:ResourceTag/stack" = "${var.name}*" } }
      },
      {
        Sid    = "Instance"
        Effect = "Allow"
        Action = [
          "ec2:DescribeInstances",
          "ec2:DescribeSnapshots",
          "ec2:DescribeVolumes",
          "ecs:DeregisterContainerInstance",
          "ecs:DiscoverPollEndpoint",
          "ecs:Poll",
          "ecs:RegisterContainerInstance",
          "ecs:StartTelemetrySession",
          "ecs:Submit*",
          "ecs:TagResource",
          "ecs:UpdateContainerInstancesState",
        ]
        Resource  = "*"
        Condition = local.in_region
      },
      # Data Lifecycle Manager role. Snapshots inherit the tags of the volume.
      {
        Sid       = "SnapshotVolumes"
        Effect    = "Allow"
        Action    = ["ec2:CreateSnapshot", "ec2:CreateTags"]
        Resource  = "${local.arn_prefix["ec2"]}:volume/*"
        Condition = { StringLike = { "aws:ResourceTag/stack" = "${var.name}*" } }
      },
      {
        Sid      = "CreateSnapshots"
        Effect   = "Allow"
        Action   = ["ec2:CreateSnapshot", "ec2:CreateTags"]
        Resource = "arn:${local.partition}:ec2:${var.region}::snapshot/*"
      },
      {
        Sid       = "DeleteSnapshots"
        Effect    = "Allow"
        Action    = "ec2:DeleteSnapshot"
        Resource  = "arn:${local.partition}:ec2:${var.region}::snapshot/*"
        Condition = { StringLike = { "aws:ResourceTag/stack" = "${var.name}*" } }
      },
      # EventBridge Scheduler role of the backup task
      {
        Sid      = "RunBackupTask"
        Effect   = "Allow"
        Action   = "ecs:RunTask"
        Resource = "${local.arn_prefix["ecs"]}:task-definition/${var.name}*"
      },
      {
        Sid       = "PassTaskRoles"
        Effect    = "Allow"
        Action    = "iam:PassRole"
        Resource  = "${local.iam_arn_prefix}:role/${var.name}*"
        Condition = { StringEquals = { "iam:PassedToService" = "ecs-tasks.amazonaws.com" } }
      },
      # Actions of web and worker that var.boundary_actions adds
      ], length(var.boundary_actions) == 0 ? [] : [{
        Sid      = "Additional"
        Effect   = "Allow"
        Action   = sort(var.boundary_actions)
        Resource = "*"
      }], local.kms_statements, [
      {
        Sid      = "DenyWorkflowRoles"
        Effect   = "Deny"
        Action   = "iam:*"
        Resource = [for role in local.workflow_roles : "${local.iam_arn_prefix}:role/${var.name}-${role}"]
      },
    ])
  }
}

# The stack finds its boundary here, so that no command needs it as a variable and none can forget it.
resource "aws_ssm_parameter" "boundary" {
  #checkov:skip=CKV2_AWS_34:The ARN of a policy is not secret.

  name        = "${local.boundary_parameter_path}/${var.name}"
  description = "ARN of the permissions boundary of the stack ${var.name} and of the stacks ${var.name}-*"
  type        = "String"
  value       = local.boundary_arn

  # A stack that finds the ARN uses the policy.
  depends_on = [aws_iam_policy.boundary]
}

resource "aws_iam_policy" "boundary" {
  name        = "${var.name}-boundary"
  description = "Permissions boundary for the roles of stacks whose name begins with ${var.name}"
  policy      = jsonencode(local.boundary)
}
