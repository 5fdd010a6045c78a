resource "aws_iam_instance_profile" "clickhouse" {
  for_each = local.with_clickhouse

  name = "${var.name}-clickhouse-instance"
  role = aws_iam_role.clickhouse_instance[each.key].name

  tags = local.tags
}

resource "aws_iam_role" "clickhouse_instance" {
  for_each = local.with_clickhouse

  name                 = "${var.name}-clickhouse-instance"
  permissions_boundary = local.permissions_boundary

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "ec2.amazonaws.com" }
    }]
  })

  tags = local.tags
}

# Narrower than AmazonEC2ContainerServiceforEC2Role, which covers all clusters, repositories and log groups.
resource "aws_iam_role_policy" "clickhouse_instance" {
  for_each = local.with_clickhouse

  name = "instance"
  role = aws_iam_role.clickhouse_instance[each.key].id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(local.kms_statements.volumes, local.tiny_instance_statements, [
      {
        Sid      = "JoinCluster"
        Effect   = "Allow"
        Action   = ["ecs:DeregisterContainerInstance", "ecs:RegisterContainerInstance", "ecs:SubmitAttachmentStateChanges", "ecs:SubmitContainerStateChange", "ecs:SubmitTaskStateChange"]
        Resource = [aws_ecs_cluster.this.arn]
      },
      {
        Sid       = "Agent"
        Effect    = "Allow"
        Action    = ["ecs:Poll", "ecs:StartTelemetrySession", "ecs:UpdateContainerInstancesState"]
        Resource  = ["arn:${local.partition}:ecs:${local.region}:${local.account_id}:container-instance/${var.name}/*"]
        Condition = { ArnEquals = { "ecs:cluster" = aws_ecs_cluster.this.arn } }
      },
      {
        # Has no resource-level permissions.
        Sid      = "FindEndpoint"
        Effect   = "Allow"
        Action   = ["ecs:DiscoverPollEndpoint"]
        Resource = ["*"]
      },
      {
        Sid      = "AttachVolume"
        Effect   = "Allow"
        Action   = ["ec2:AttachVolume"]
        Resource = [aws_ebs_volume.clickhouse[each.key].arn]
      },
      {
        # The instance ID is unknown before launch.
        Sid       = "AttachToItself"
        Effect    = "Allow"
        Action    = ["ec2:AttachVolume"]
        Resource  = ["arn:${local.partition}:ec2:${local.region}:${local.account_id}:instance/*"]
        Condition = { StringEquals = { "aws:ResourceTag/Name" = "${var.name}-clickhouse" } }
      },
      {
        Sid       = "TagFormattedVolume"
        Effect    = "Allow"
        Action    = ["ec2:CreateTags"]
        Resource  = [aws_ebs_volume.clickhouse[each.key].arn]
        Condition = { "ForAllValues:StringEquals" = { "aws:TagKeys" = [local.clickhouse_formatted_tag] } }
      },
      {
        # Has no resource-level permissions.
        Sid      = "FindVolume"
        Effect   = "Allow"
        Action   = ["ec2:DescribeVolumes"]
        Resource = ["*"]
      },
      {
        # Has no resource-level permissions.
        Sid       = "Metrics"
        Effect    = "Allow"
        Action    = ["cloudwatch:PutMetricData"]
        Resource  = ["*"]
        Condition = { StringEquals = { "cloudwatch:namespace" = local.metric_namespace } }
      },
    ])
  })
}
