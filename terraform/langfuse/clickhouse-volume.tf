resource "aws_ebs_volume" "clickhouse" {
  for_each = local.with_clickhouse

  availability_zone = local.clickhouse_zone
  size              = local.size.clickhouse.volume_gib
  snapshot_id       = var.clickhouse_snapshot_id
  type              = "gp3"
  encrypted         = true
  final_snapshot    = true

  tags = { Name = "${var.name}-clickhouse", snapshots = "${var.name}-clickhouse" }

  lifecycle {
    # Set by the instance (local.clickhouse_formatted_tag). Prevents a second format.
    ignore_changes = [tags["clickhouse-formatted"], tags_all["clickhouse-formatted"]]
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
  depends_on = [aws_autoscaling_group.clickhouse]
}
