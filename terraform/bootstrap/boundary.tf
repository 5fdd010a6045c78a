# The most that any role of a stack can do, whatever policies it is given: what Langfuse's own parts need.
# The deploy role can make roles only with this boundary, so that nothing it makes can do more than this.
locals {
  boundary_arn = "${local.iam}:policy/${var.name}-boundary"

  boundary = {
    Version = "2012-10-17"
    Statement = [
      # Pulling images and writing logs: the execution roles. Log groups are those of the stack's names.
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
        Resource = "${local.in_region["ecr"]}:repository/${var.name}/*"
      },
      {
        Sid      = "Logs"
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = "${local.in_region["logs"]}:log-group:/${var.name}*"
      },
      {
        Sid    = "Secrets"
        Effect = "Allow"
        Action = "secretsmanager:GetSecretValue"
        Resource = [
          "${local.in_region["secretsmanager"]}:secret:${var.name}*",
          # The password of the database's master, which RDS makes and names.
          "${local.in_region["secretsmanager"]}:secret:rds!cluster-*",
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
        Resource = "${local.s3}${var.name}-*"
      },
      # Metrics know no resources.
      {
        Sid      = "Metrics"
        Effect   = "Allow"
        Action   = "cloudwatch:PutMetricData"
        Resource = "*"
      },
      # The instance of ClickHouse: its volume, and its membership in the cluster.
      {
        Sid       = "Volume"
        Effect    = "Allow"
        Action    = "ec2:AttachVolume"
        Resource  = [for kind in ["instance", "volume"] : "${local.in_region["ec2"]}:${kind}/*"]
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
        Condition = { StringEquals = { "aws:RequestedRegion" = var.region } }
      },
      # The snapshots of that volume (Data Lifecycle Manager), which carry its tags.
      {
        Sid       = "TakeSnapshots"
        Effect    = "Allow"
        Action    = ["ec2:CreateSnapshot", "ec2:CreateTags"]
        Resource  = "${local.in_region["ec2"]}:volume/*"
        Condition = { StringLike = { "aws:ResourceTag/stack" = "${var.name}*" } }
      },
      {
        Sid      = "MakeSnapshots"
        Effect   = "Allow"
        Action   = ["ec2:CreateSnapshot", "ec2:CreateTags"]
        Resource = "arn:${local.partition}:ec2:${var.region}::snapshot/*"
      },
      {
        Sid       = "DropSnapshots"
        Effect    = "Allow"
        Action    = "ec2:DeleteSnapshot"
        Resource  = "arn:${local.partition}:ec2:${var.region}::snapshot/*"
        Condition = { StringLike = { "aws:ResourceTag/stack" = "${var.name}*" } }
      },
      # The nightly backup is a task that the scheduler starts.
      {
        Sid      = "Schedule"
        Effect   = "Allow"
        Action   = "ecs:RunTask"
        Resource = "${local.in_region["ecs"]}:task-definition/${var.name}*"
      },
      {
        Sid       = "RolesOfScheduledTasks"
        Effect    = "Allow"
        Action    = "iam:PassRole"
        Resource  = "${local.iam}:role/${var.name}*"
        Condition = { StringEquals = { "iam:PassedToService" = "ecs-tasks.amazonaws.com" } }
      },
      {
        Sid      = "NotTheRolesOfTheWorkflows"
        Effect   = "Deny"
        Action   = "iam:*"
        Resource = [for role in ["plan", "deploy"] : "${local.iam}:role/${var.name}-${role}"]
      },
    ]
  }
}

resource "aws_iam_policy" "boundary" {
  name        = "${var.name}-boundary"
  description = "The most that any role of a stack whose name begins with ${var.name} can do"
  policy      = jsonencode(local.boundary)
}
