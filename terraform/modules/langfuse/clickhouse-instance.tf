# The memory and CPU of the first type; the alternatives have the same.
data "aws_ec2_instance_type" "clickhouse" {
  for_each = local.with_clickhouse

  instance_type = local.size.clickhouse.instance_types[0]

  lifecycle {
    postcondition {
      condition     = contains(self.supported_architectures, "arm64")
      error_message = "The instance type ${local.size.clickhouse.instance_types[0]} does not support ARM64. Choose a Graviton type for clickhouse.instance_type."
    }

    # The ECS agent and the operating system need about 1 GiB, and ECS does not place a task that does not fit.
    postcondition {
      condition     = local.is_tiny ? local.tiny_memory_total <= self.memory_size - 1024 : local.size.clickhouse.memory_mib <= self.memory_size - 768
      error_message = "clickhouse.memory_mib is ${local.size.clickhouse.memory_mib}, but ${local.size.clickhouse.instance_types[0]} has ${self.memory_size} MiB. Set it to ${self.memory_size - 1024} or less."
    }
  }
}

# A new subnet in an existing VPC must not move the volume, so the zone is chosen once.
resource "terraform_data" "clickhouse_zone" {
  for_each = var.network.existing == null ? toset([]) : local.with_clickhouse

  input            = coalesce(local.size.clickhouse.zone, local.network.zones[0])
  triggers_replace = [local.size.clickhouse.zone]

  lifecycle {
    ignore_changes = [input]
  }
}

locals {
  # An EBS volume and its instance share an Availability Zone.
  clickhouse_zone = one(concat(
    [for zone in terraform_data.clickhouse_zone : zone.output],
    var.network.existing == null ? [coalesce(local.size.clickhouse.zone, local.network.zones[0])] : [],
  ))

  # Without NAT, the instance of the size tiny needs a public address. Nothing but CloudFront can reach it.
  clickhouse_subnet_id = try([
    for index, zone in local.network.zones : (local.is_tiny ? local.network.public_subnet_ids : local.network.private_subnet_ids)[index] if zone == local.clickhouse_zone
  ][0], "")

  # clickhouse/ecs.conf and the task definition contain the same path.
  clickhouse_mount_point = "/mnt/clickhouse"

  clickhouse_formatted_tag = "clickhouse-formatted"

  # default_tags do not apply to resources that a launch template creates.
  # Without var.tags: a new tag would create a template version, which replaces the instance. The Auto Scaling group adds them.
  clickhouse_instance_tags = { stack = var.name, managed-by = "langfuse-deploy", Name = "${var.name}-clickhouse" }

  clickhouse_instance_files = merge(local.tiny_instance_files, {
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
  })

  clickhouse_user_data = join("\n", ["#cloud-config", jsonencode({
    write_files = [for path in sort(keys(local.clickhouse_instance_files)) : {
      path        = path
      permissions = local.clickhouse_instance_files[path].mode
      content     = local.clickhouse_instance_files[path].content
    }]
    # --no-block prevents a deadlock: both units start after cloud-init.
    runcmd = [
      ["systemctl", "daemon-reload"],
      concat(["systemctl", "enable", "--now", "--no-block", "clickhouse-volume.service", "clickhouse-disk.timer"], local.is_tiny ? ["postgres-upload.timer"] : []),
    ]
  }), ""])
}

resource "aws_security_group" "clickhouse_instance" {
  for_each = local.with_clickhouse

  name        = "${var.name}-clickhouse-instance"
  description = "${var.name}: ClickHouse instance (the task has its own security group)"
  vpc_id      = local.network.vpc_id

  tags = merge(local.tags, { Name = "${var.name}-clickhouse-instance" })
}

resource "aws_vpc_security_group_egress_rule" "clickhouse_instance" {
  for_each = local.with_clickhouse

  security_group_id = aws_security_group.clickhouse_instance[each.key].id
  description       = "AWS APIs, packages"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443

  tags = local.tags
}

resource "aws_launch_template" "clickhouse" {
  #checkov:skip=CKV_AWS_88:Only the size tiny, which has no NAT gateway. Its security group accepts CloudFront's VPC origin only.

  for_each = local.with_clickhouse

  name = "${var.name}-clickhouse"
  # EC2 resolves the parameter at launch, so a new AMI causes no change in the plan.
  image_id               = "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended/image_id"
  instance_type          = local.size.clickhouse.instance_types[0]
  user_data              = base64encode(local.clickhouse_user_data)
  vpc_security_group_ids = local.is_tiny ? null : [aws_security_group.clickhouse_instance[each.key].id]

  iam_instance_profile {
    arn = aws_iam_instance_profile.clickhouse[each.key].arn
  }

  dynamic "network_interfaces" {
    for_each = local.is_tiny ? [aws_security_group.clickhouse_instance[each.key].id] : []

    content {
      associate_public_ip_address = true
      security_groups             = [network_interfaces.value]
    }
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
      kms_key_id            = var.kms_key_arn
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

  # Without var.tags: a change of tags creates a version, which replaces the instance.
  tags = { stack = var.name, managed-by = "langfuse-deploy" }
}

resource "aws_autoscaling_group" "clickhouse" {
  for_each = local.with_clickhouse_group

  name                      = "${var.name}-clickhouse"
  min_size                  = 1
  max_size                  = 1
  desired_capacity          = 1
  vpc_zone_identifier       = [local.clickhouse_subnet_id]
  health_check_type         = "EC2"
  health_check_grace_period = 300

  # New AMIs contain security updates of the kernel, Docker and the ECS agent.
  max_instance_lifetime = 30 * 24 * 3600

  # EC2 tries the types in this order if it has no capacity.
  mixed_instances_policy {
    instances_distribution {
      on_demand_allocation_strategy            = "prioritized"
      on_demand_base_capacity                  = 1
      on_demand_percentage_above_base_capacity = 100
    }

    launch_template {
      launch_template_specification {
        launch_template_id = aws_launch_template.clickhouse[each.key].id
        version            = aws_launch_template.clickhouse[each.key].latest_version
      }

      dynamic "override" {
        for_each = local.size.clickhouse.instance_types

        content {
          instance_type = override.value
        }
      }
    }
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
    # ECS adds AmazonECSManaged when the group gets a capacity provider.
    for_each = merge(local.tags, { Name = "${var.name}-clickhouse", AmazonECSManaged = "" })

    content {
      key                 = tag.key
      value               = tag.value
      propagate_at_launch = true
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
    aws_vpc_endpoint.interface,
    aws_vpc_endpoint.s3,
    # A replacement of the instance stops ClickHouse.
    terraform_data.worker_pause,
  ]
}

# Stops the ClickHouse task cleanly before an instance is terminated. Without it, Docker kills the server after seconds.
resource "aws_ecs_capacity_provider" "clickhouse" {
  for_each = local.with_clickhouse_group

  name = "${var.name}-clickhouse"

  auto_scaling_group_provider {
    auto_scaling_group_arn = aws_autoscaling_group.clickhouse[each.key].arn
    managed_draining       = "ENABLED"

    # The group always has one instance.
    managed_scaling {
      status = "DISABLED"
    }
  }

  tags = local.tags
}

resource "aws_ecs_cluster_capacity_providers" "clickhouse" {
  for_each = local.with_clickhouse_group

  cluster_name       = aws_ecs_cluster.this.name
  capacity_providers = [aws_ecs_capacity_provider.clickhouse[each.key].name]
}

# ECS counts a task that it cannot place as failed, and rolls back after three.
resource "terraform_data" "clickhouse_instance_ready" {
  for_each = local.with_clickhouse_group

  triggers_replace = {
    group    = aws_autoscaling_group.clickhouse[each.key].id
    template = "${aws_launch_template.clickhouse[each.key].id} ${aws_launch_template.clickhouse[each.key].latest_version}"
  }

  provisioner "local-exec" {
    command     = "${path.module}/clickhouse/wait-for-instance.sh"
    interpreter = ["bash"]

    environment = {
      AWS_REGION              = local.region
      CLUSTER                 = aws_ecs_cluster.this.name
      GROUP                   = aws_autoscaling_group.clickhouse[each.key].name
      LAUNCH_TEMPLATE_VERSION = aws_launch_template.clickhouse[each.key].latest_version
    }
  }

  depends_on = [aws_ecs_cluster_capacity_providers.clickhouse]
}
