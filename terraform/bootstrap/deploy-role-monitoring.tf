locals {
  deploy_monitoring_policy = {
    Version = "2012-10-17"
    Statement = concat(local.kms_statements, [
      # CloudWatch
      {
        Sid    = "Alarms"
        Effect = "Allow"
        Action = [
          "cloudwatch:DeleteAlarms",
          "cloudwatch:PutCompositeAlarm",
          "cloudwatch:PutMetricAlarm",
          "cloudwatch:TagResource",
          "cloudwatch:UntagResource",
        ]
        Resource = "${local.arn_prefix["cloudwatch"]}:alarm:${var.name}*"
      },
      {
        Sid      = "Dashboards"
        Effect   = "Allow"
        Action   = ["cloudwatch:DeleteDashboards", "cloudwatch:PutDashboard"]
        Resource = "arn:${local.partition}:cloudwatch::${local.account_id}:dashboard/${var.name}*"
      },
      # CloudWatch Logs
      {
        Sid    = "LogGroups"
        Effect = "Allow"
        Action = [
          "logs:CreateLogGroup",
          "logs:DeleteLogGroup",
          "logs:DeleteMetricFilter",
          "logs:DeleteRetentionPolicy",
          "logs:PutMetricFilter",
          "logs:PutRetentionPolicy",
          "logs:TagResource",
          "logs:UntagResource",
        ]
        # RDS chooses the name of PostgreSQL's log group.
        Resource = [for prefix in ["/", "/aws/rds/cluster/"] : "${local.arn_prefix["logs"]}:log-group:${prefix}${var.name}*"]
      },
      # The apply prints the last log lines of a failed task.
      {
        Sid      = "ReadTaskLogs"
        Effect   = "Allow"
        Action   = "logs:GetLogEvents"
        Resource = "${local.arn_prefix["logs"]}:log-group:/${var.name}*"
      },
      # Data Lifecycle Manager
      {
        Sid       = "CreateLifecyclePolicies"
        Effect    = "Allow"
        Action    = ["dlm:CreateLifecyclePolicy", "dlm:TagResource"]
        Resource  = "*"
        Condition = local.in_region
      },
      {
        Sid       = "ManageLifecyclePolicies"
        Effect    = "Allow"
        Action    = ["dlm:DeleteLifecyclePolicy", "dlm:UntagResource", "dlm:UpdateLifecyclePolicy"]
        Resource  = "*"
        Condition = local.tagged_as_stack
      },
      # EventBridge Scheduler
      {
        Sid    = "Schedules"
        Effect = "Allow"
        Action = [
          "scheduler:Create*",
          "scheduler:Delete*",
          "scheduler:TagResource",
          "scheduler:UntagResource",
          "scheduler:Update*",
        ]
        Resource = [
          "${local.arn_prefix["scheduler"]}:schedule/*/${var.name}*",
          "${local.arn_prefix["scheduler"]}:schedule-group/${var.name}*",
        ]
      },
      # SES: the identity of the sender's domain
      {
        Sid       = "CreateEmailIdentities"
        Effect    = "Allow"
        Action    = ["ses:CreateEmailIdentity", "ses:TagResource"]
        Resource  = "${local.arn_prefix["ses"]}:identity/*"
        Condition = local.created_with_stack_tag
      },
      {
        Sid       = "ManageEmailIdentities"
        Effect    = "Allow"
        Action    = ["ses:DeleteEmailIdentity", "ses:TagResource", "ses:UntagResource"]
        Resource  = "${local.arn_prefix["ses"]}:identity/*"
        Condition = local.tagged_as_stack
      },
      # SNS
      {
        Sid    = "Topics"
        Effect = "Allow"
        Action = [
          "sns:CreateTopic",
          "sns:DeleteTopic",
          "sns:SetSubscriptionAttributes",
          "sns:SetTopicAttributes",
          "sns:Subscribe",
          "sns:TagResource",
          "sns:Unsubscribe",
          "sns:UntagResource",
        ]
        Resource = "${local.arn_prefix["sns"]}:${var.name}*"
      },
    ])
  }
}
