locals {
  # A volume lives in one zone, and its instance with it. Loss of the zone means a restore from a snapshot in another.
  clickhouse_zone      = local.network.zones[0]
  clickhouse_subnet_id = local.network.private_subnet_ids[0]

  # Also in ecs.conf and in the task definition.
  clickhouse_mount_point = "/mnt/clickhouse"

  # The instance sets it on the volume once it has formatted it.
  clickhouse_formatted_tag = "clickhouse-formatted"

  # What instances and their disks get is up to the launch template, not to the provider's default tags.
  clickhouse_instance_tags = merge(var.tags, { stack = var.name, managed-by = "langfuse-deploy", Name = "${var.name}-clickhouse" })

  clickhouse_instance_files = {
    "/etc/ecs/ecs.config" = {
      mode = "0644"
      # Containers get their own roles, and not the instance's.
      content = "ECS_CLUSTER=${var.name}\nECS_AWSVPC_BLOCK_IMDS=true\n"
    }
    "/etc/clickhouse-volume.env" = {
      mode = "0644"
      content = join("", [for name, value in {
        AWS_DEFAULT_REGION = local.region
        FORMATTED_TAG      = local.clickhouse_formatted_tag
        METRIC_NAMESPACE   = local.metric_namespace
        MOUNT_POINT        = local.clickhouse_mount_point
        VOLUME_ID          = join("", [for volume in aws_ebs_volume.clickhouse : volume.id])
      } : "${name}=${value}\n"])
    }
    "/usr/local/sbin/clickhouse-volume"             = { mode = "0755", content = file("${path.module}/clickhouse/volume.sh") }
    "/usr/local/sbin/clickhouse-disk"               = { mode = "0755", content = file("${path.module}/clickhouse/disk.sh") }
    "/etc/systemd/system/clickhouse-volume.service" = { mode = "0644", content = file("${path.module}/clickhouse/volume.service") }
    "/etc/systemd/system/clickhouse-disk.service"   = { mode = "0644", content = file("${path.module}/clickhouse/disk.service") }
    "/etc/systemd/system/clickhouse-disk.timer"     = { mode = "0644", content = file("${path.module}/clickhouse/disk.timer") }
    "/etc/systemd/system/ecs.service.d/volume.conf" = { mode = "0644", content = file("${path.module}/clickhouse/ecs.conf") }
  }

  # JSON is YAML, and needs no care for indentation.
  clickhouse_user_data = "#cloud-config\n${jsonencode({
    write_files = [for path in sort(keys(local.clickhouse_instance_files)) : {
      path        = path
      permissions = local.clickhouse_instance_files[path].mode
      content     = local.clickhouse_instance_files[path].content
    }]
    # --no-block: both wait for cloud-init to end, so it must not wait for them.
    runcmd = [
      ["systemctl", "daemon-reload"],
      ["systemctl", "enable", "--now", "--no-block", "clickhouse-volume.service", "clickhouse-disk.timer"],
    ]
  })}\n"
}

resource "aws_security_group" "clickhouse_instance" {
  for_each = local.own_clickhouse

  name        = "${var.name}-clickhouse-instance"
  description = "Instance of ClickHouse of ${var.name}; the task on it has a group of its own"
  vpc_id      = local.network.vpc_id

  tags = { Name = "${var.name}-clickhouse-instance" }
}

# AWS's own addresses and Amazon Linux's packages: they change, and not all have a prefix list.
resource "aws_vpc_security_group_egress_rule" "clickhouse_instance" {
  for_each = local.own_clickhouse

  security_group_id = aws_security_group.clickhouse_instance[each.key].id
  description       = "AWS, packages"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}

resource "aws_launch_template" "clickhouse" {
  for_each = local.own_clickhouse

  name = "${var.name}-clickhouse"
  # EC2 looks it up whenever an instance starts: each new one has the latest fixes, and no plan shows a change for it.
  image_id               = "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended/image_id"
  instance_type          = local.size.clickhouse.instance_type
  user_data              = base64encode(local.clickhouse_user_data)
  vpc_security_group_ids = [aws_security_group.clickhouse_instance[each.key].id]

  iam_instance_profile {
    arn = aws_iam_instance_profile.clickhouse[each.key].arn
  }

  # IMDSv2, and out of reach for containers.
  metadata_options {
    http_endpoint               = "enabled"
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
  }

  block_device_mappings {
    device_name = "/dev/xvda"

    ebs {
      volume_type           = "gp3"
      volume_size           = 30
      encrypted             = true
      delete_on_termination = true
    }
  }

  dynamic "tag_specifications" {
    for_each = toset(["instance", "network-interface", "volume"])

    content {
      resource_type = tag_specifications.key
      tags          = local.clickhouse_instance_tags
    }
  }
}

# Always one: an instance that fails is replaced, and the new one takes the volume over.
resource "aws_autoscaling_group" "clickhouse" {
  for_each = local.own_clickhouse

  name                      = "${var.name}-clickhouse"
  min_size                  = 1
  max_size                  = 1
  desired_capacity          = 1
  vpc_zone_identifier       = [local.clickhouse_subnet_id]
  health_check_type         = "EC2"
  health_check_grace_period = 300

  launch_template {
    id      = aws_launch_template.clickhouse[each.key].id
    version = aws_launch_template.clickhouse[each.key].latest_version
  }

  # A new instance waits for the volume until the old one is gone, so the old one goes first.
  instance_maintenance_policy {
    min_healthy_percentage = 0
    max_healthy_percentage = 100
  }

  instance_refresh {
    strategy = "Rolling"

    preferences {
      min_healthy_percentage = 0
      max_healthy_percentage = 100
      instance_warmup        = 60
    }
  }

  dynamic "tag" {
    for_each = merge(var.tags, { stack = var.name, managed-by = "langfuse-deploy", Name = "${var.name}-clickhouse" })

    content {
      key                 = tag.key
      value               = tag.value
      propagate_at_launch = false
    }
  }

  lifecycle {
    # AWS deletes no volume that an instance holds.
    replace_triggered_by = [aws_ebs_volume.clickhouse[each.key].id]
  }

  # The instance has to reach AWS, may do what it does, and joins the cluster.
  depends_on = [
    aws_iam_role_policy.clickhouse_instance,
    aws_vpc_security_group_egress_rule.clickhouse_instance,
    aws_ecs_cluster.this,
    aws_route.private,
    aws_route.public,
    aws_route_table_association.private,
    aws_route_table_association.public,
    aws_vpc_endpoint.s3,
  ]
}
