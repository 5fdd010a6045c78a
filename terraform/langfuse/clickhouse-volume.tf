resource "aws_ebs_volume" "clickhouse" {
  for_each = local.own_clickhouse

  availability_zone = local.clickhouse_zone
  size              = local.size.clickhouse.volume_gib
  snapshot_id       = var.clickhouse_snapshot_id
  type              = "gp3"
  encrypted         = true
  final_snapshot    = true

  tags = { Name = "${var.name}-clickhouse", snapshots = "${var.name}-clickhouse" }

  lifecycle {
    # local.clickhouse_formatted_tag, which keeps the volume from being formatted again.
    ignore_changes = [tags["clickhouse-formatted"], tags_all["clickhouse-formatted"]]
  }
}

# The stack's own guard does not see a volume that is replaced while all else stays; a new zone or snapshot would do that.
resource "terraform_data" "clickhouse_volume_guard" {
  for_each = local.own_clickhouse

  input            = { volume_id = aws_ebs_volume.clickhouse[each.key].id, deletion_protection = var.deletion_protection }
  triggers_replace = [aws_ebs_volume.clickhouse[each.key].id]

  provisioner "local-exec" {
    when = destroy

    command = (self.input.deletion_protection
      ? "echo 'The volume ${self.input.volume_id} of ClickHouse is protected. Apply deletion_protection = false before what replaces or destroys it.' && exit 1"
      : "exit 0"
    )
  }

  # First to go, so that a refusal leaves the instance running.
  depends_on = [aws_autoscaling_group.clickhouse]
}
