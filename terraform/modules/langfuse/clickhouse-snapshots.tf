# Recovers from the loss of a zone.
resource "aws_dlm_lifecycle_policy" "clickhouse" {
  for_each = local.with_clickhouse

  description        = "${var.name} ClickHouse volume"
  execution_role_arn = aws_iam_role.snapshots[each.key].arn
  state              = "ENABLED"

  policy_details {
    resource_types = ["VOLUME"]
    target_tags    = { snapshots = "${var.name}-clickhouse" }

    schedule {
      name      = "daily"
      copy_tags = true

      create_rule {
        interval      = 24
        interval_unit = "HOURS"
        times         = ["15:00"]
      }

      retain_rule {
        count = var.backup.snapshots
      }
    }
  }

  tags = local.tags
}

resource "aws_iam_role" "snapshots" {
  for_each = local.with_clickhouse

  name                 = "${var.name}-snapshots"
  permissions_boundary = local.permissions_boundary

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "dlm.amazonaws.com" }
      Condition = { StringEquals = { "aws:SourceAccount" = local.account_id } }
    }]
  })

  tags = local.tags
}

resource "aws_iam_role_policy" "snapshots" {
  for_each = local.with_clickhouse

  name = "snapshots"
  role = aws_iam_role.snapshots[each.key].id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(local.kms_statements.volumes, [
      {
        # Snapshot ARNs contain no account ID.
        Sid      = "Create"
        Effect   = "Allow"
        Action   = ["ec2:CreateSnapshot"]
        Resource = [aws_ebs_volume.clickhouse[each.key].arn, "arn:${local.partition}:ec2:${local.region}::snapshot/*"]
      },
      {
        Sid      = "Tag"
        Effect   = "Allow"
        Action   = ["ec2:CreateTags"]
        Resource = ["arn:${local.partition}:ec2:${local.region}::snapshot/*"]
      },
      {
        Sid       = "Expire"
        Effect    = "Allow"
        Action    = ["ec2:DeleteSnapshot"]
        Resource  = ["arn:${local.partition}:ec2:${local.region}::snapshot/*"]
        Condition = { StringEquals = { "aws:ResourceTag/snapshots" = "${var.name}-clickhouse" } }
      },
      {
        # Have no resource-level permissions.
        Sid      = "Describe"
        Effect   = "Allow"
        Action   = ["ec2:DescribeInstances", "ec2:DescribeSnapshots", "ec2:DescribeVolumes"]
        Resource = ["*"]
      },
    ])
  })
}
