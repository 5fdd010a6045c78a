locals {
  # An EBS volume and its instance share an Availability Zone.
  clickhouse_zone      = local.network.zones[0]
  clickhouse_subnet_id = local.network.private_subnet_ids[0]

  # clickhouse/ecs.conf and the task definition contain the same path.
  clickhouse_mount_point = "/mnt/clickhouse"

  clickhouse_formatted_tag = "clickhouse-formatted"

  # default_tags do not apply to resources that a launch template creates.
  clickhouse_instance_tags = merge(var.tags, { stack = var.name, managed-by = "langfuse-deploy", Name = "${var.name}-clickhouse" })

  clickhouse_instance_files = {
    "/etc/ecs/ecs.config" = {
      mode = "0644"
      # Prevents containers from using the instance role.
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

  clickhouse_user_data = join("\n", ["#cloud-config", jsonencode({
    write_files = [for path in sort(keys(local.clickhouse_instance_files)) : {
      path        = path
      permissions = local.clickhouse_instance_files[path].mode
      content     = local.clickhouse_instance_files[path].content
    }]
    # --no-block prevents a deadlock: both units start after cloud-init.
    runcmd = [
      ["systemctl", "daemon-reload"],
      ["systemctl", "enable", "--now", "--no-block", "clickhouse-volume.service", "clickhouse-disk.timer"],
    ]
  }), ""])
}

resource "aws_security_group" "clickhouse_instance" {
  for_each = local.with_clickhouse

  name        = "${var.name}-clickhouse-instance"
  description = "${var.name}: ClickHouse instance (the task has its own security group)"
  vpc_id      = local.network.vpc_id

  tags = { Name = "${var.name}-clickhouse-instance" }
}

resource "aws_vpc_security_group_egress_rule" "clickhouse_instance" {
  for_each = local.with_clickhouse

  security_group_id = aws_security_group.clickhouse_instance[each.key].id
  description       = "AWS APIs, packages"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}

resource "aws_launch_template" "clickhouse" {
  for_each = local.with_clickhouse

  name = "${var.name}-clickhouse"
  # EC2 resolves the parameter at launch, so a new AMI causes no change in the plan.
  image_id               = "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended/image_id"
  instance_type          = local.size.clickhouse.instance_type
  user_data              = base64encode(local.clickhouse_user_data)
  vpc_security_group_ids = [aws_security_group.clickhouse_instance[each.key].id]

  iam_instance_profile {
    arn = aws_iam_instance_profile.clickhouse[each.key].arn
  }

  # Requires IMDSv2. A hop limit of 1 blocks access from containers.
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

resource "aws_autoscaling_group" "clickhouse" {
  for_each = local.with_clickhouse

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

  # The volume attaches to one instance only.
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
    # AWS does not delete an attached volume.
    replace_triggered_by = [aws_ebs_volume.clickhouse[each.key].id]
  }

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
