locals {
  # What tells how things are: logs, alarms, dashboards, and what happens by the clock.
  deploy_watching = {
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "Logs"
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
        Resource = "${local.in_region["logs"]}:log-group:/${var.name}*"
      },
      # The last words of a migration that failed.
      {
        Sid      = "LogsOfMigrations"
        Effect   = "Allow"
        Action   = ["logs:DescribeLogStreams", "logs:FilterLogEvents", "logs:GetLogEvents"]
        Resource = "${local.in_region["logs"]}:log-group:/${var.name}*/migration*"
      },
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
        Resource = "${local.in_region["cloudwatch"]}:alarm:${var.name}*"
      },
      {
        Sid      = "Dashboards"
        Effect   = "Allow"
        Action   = ["cloudwatch:DeleteDashboards", "cloudwatch:PutDashboard"]
        Resource = "arn:${local.partition}:cloudwatch::${local.account_id}:dashboard/${var.name}*"
      },
      {
        Sid    = "Topics"
        Effect = "Allow"
        Action = [
          "sns:CreateTopic",
          "sns:DeleteTopic",
          "sns:SetTopicAttributes",
          "sns:Subscribe",
          "sns:TagResource",
          "sns:UntagResource",
        ]
        Resource = "${local.in_region["sns"]}:${var.name}*"
      },
      # Of a subscription only the topic is known before it is looked at.
      {
        Sid      = "Subscriptions"
        Effect   = "Allow"
        Action   = ["sns:SetSubscriptionAttributes", "sns:Unsubscribe"]
        Resource = "${local.in_region["sns"]}:${var.name}*"
      },
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
          "${local.in_region["scheduler"]}:schedule/*/${var.name}*",
          "${local.in_region["scheduler"]}:schedule-group/${var.name}*",
        ]
      },
      {
        Sid       = "NewSnapshotPolicies"
        Effect    = "Allow"
        Action    = ["dlm:CreateLifecyclePolicy", "dlm:TagResource"]
        Resource  = "*"
        Condition = { StringEquals = { "aws:RequestedRegion" = var.region } }
      },
      {
        Sid       = "SnapshotPolicies"
        Effect    = "Allow"
        Action    = ["dlm:DeleteLifecyclePolicy", "dlm:UntagResource", "dlm:UpdateLifecyclePolicy"]
        Resource  = "*"
        Condition = local.of_a_stack
      },
    ]
  }
}
