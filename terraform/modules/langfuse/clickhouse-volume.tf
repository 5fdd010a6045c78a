resource "aws_ebs_volume" "clickhouse" {
  #checkov:skip=CKV_AWS_189:kms_key_arn is optional.

  for_each = local.with_clickhouse

  availability_zone = local.clickhouse_zone
  size              = local.size.clickhouse.volume_gib
  snapshot_id       = var.clickhouse_snapshot_id
  type              = "gp3"
  iops              = local.size.clickhouse.volume_iops
  throughput        = local.size.clickhouse.volume_throughput
  encrypted         = true
  kms_key_id        = var.kms_key_arn
  final_snapshot    = true

  tags = merge(local.tags, { Name = "${var.name}-clickhouse", snapshots = "${var.name}-clickhouse" })

  # The final snapshot of a large volume takes longer than the default of 10 minutes.
  timeouts {
    delete = "60m"
  }

  lifecycle {
    precondition {
      condition     = contains(local.network.zones, local.clickhouse_zone)
      error_message = "clickhouse.zone ${jsonencode(local.clickhouse_zone)} is not a zone of the private subnets: ${join(", ", local.network.zones)}."
    }

    # The tag is set by the instance (local.clickhouse_formatted_tag) and prevents a second format. Another key would replace the volume.
    ignore_changes = [kms_key_id, tags["clickhouse-formatted"], tags_all["clickhouse-formatted"]]
  }
}

# terraform_data.deletion_guard does not cover a replacement of the volume.
resource "terraform_data" "clickhouse_volume_guard" {
  for_each = local.with_clickhouse

  input            = { volume_id = aws_ebs_volume.clickhouse[each.key].id, deletion_protection = var.deletion_protection }
  triggers_replace = [aws_ebs_volume.clickhouse[each.key].id]

  provisioner "local-exec" {
    when = destroy

    command = (self.input.deletion_protection
      ? "echo 'The ClickHouse volume ${self.input.volume_id} is protected from deletion. Apply deletion_protection = false first.' && exit 1"
      : "exit 0"
    )
  }

  # A failed guard must leave the instance running.
  depends_on = [aws_autoscaling_group.clickhouse, aws_instance.tiny]
}
