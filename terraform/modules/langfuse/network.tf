data "aws_availability_zones" "available" {
  #checkov:skip=CKV_AWS_394:The stack uses two zones, whichever AWS adds.

  state = "available"

  # Excludes Local Zones, which do not support Aurora.
  filter {
    name   = "opt-in-status"
    values = ["opt-in-not-required"]
  }

  # Zones without CloudFront VPC origins or Fargate on ARM64. AWS maps zone names to zone IDs differently in each account.
  # https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html
  exclude_zone_ids = ["use1-az3", "usw1-az2", "cac1-az3", "apne1-az3", "apne2-az1"]
}

# Older zones lack newer instance types.
data "aws_ec2_instance_type_offerings" "clickhouse" {
  for_each = local.with_clickhouse

  location_type = "availability-zone"

  filter {
    name   = "instance-type"
    values = [local.size.clickhouse.instance_types[0]]
  }
}

data "aws_vpc" "existing" {
  for_each = local.existing_vpc

  id = each.value

  lifecycle {
    postcondition {
      condition     = self.enable_dns_support && self.enable_dns_hostnames
      error_message = "The VPC ${each.value} does not resolve private host names such as ${local.clickhouse_host}. Enable them: aws ec2 modify-vpc-attribute --vpc-id ${each.value} --enable-dns-hostnames '{\"Value\":true}', and the same with --enable-dns-support."
    }

    postcondition {
      condition     = !startswith(self.cidr_block, "172.17.")
      error_message = "The VPC ${each.value} has the network of Docker's bridge on the ClickHouse instance, ${self.cidr_block}, so the instance would reach no name server. Use another VPC."
    }
  }
}

# Fails if there is none. CloudFront VPC origins and public load balancers require one.
data "aws_internet_gateway" "existing" {
  for_each = { for key, id in local.existing_vpc : key => id if var.domain == null || !local.load_balancer_is_internal }

  filter {
    name   = "attachment.vpc-id"
    values = [each.value]
  }
}

data "aws_subnet" "existing" {
  for_each = var.network.existing == null ? toset([]) : var.network.existing.private_subnet_ids

  id = each.key
}

locals {
  with_vpc = var.network.existing == null ? { this = var.network.cidr_block } : {}

  existing_vpc = var.network.existing == null ? {} : { this = var.network.existing.vpc_id }

  zone_names = var.network.zones != null ? sort(var.network.zones) : [
    for name in data.aws_availability_zones.available.names : name
    if alltrue([for offerings in data.aws_ec2_instance_type_offerings.clickhouse : contains(offerings.locations, name)])
  ]

  # 16 equal blocks leave space for more zones.
  zones = var.network.existing == null ? {
    a = { name = try(local.zone_names[0], ""), public = cidrsubnet(var.network.cidr_block, 4, 0), private = cidrsubnet(var.network.cidr_block, 4, 8) }
    b = { name = try(local.zone_names[1], ""), public = cidrsubnet(var.network.cidr_block, 4, 1), private = cidrsubnet(var.network.cidr_block, 4, 9) }
  } : {}

  nat_zones = { for zone in keys(local.zones) : zone => local.size.nat == "per_zone" ? zone : "a" if local.size.nat != "none" && !local.is_tiny }

  network = var.network.existing == null ? {
    vpc_id             = one(values(aws_vpc.this)).id
    public_subnet_ids  = [for zone in sort(keys(local.zones)) : aws_subnet.public[zone].id]
    private_subnet_ids = [for zone in sort(keys(local.zones)) : aws_subnet.private[zone].id]
    zones              = [for zone in sort(keys(local.zones)) : aws_subnet.private[zone].availability_zone]
    } : {
    vpc_id             = var.network.existing.vpc_id
    public_subnet_ids  = sort(var.network.existing.public_subnet_ids)
    private_subnet_ids = sort(var.network.existing.private_subnet_ids)
    zones              = [for id in sort(var.network.existing.private_subnet_ids) : data.aws_subnet.existing[id].availability_zone]
  }
}

resource "aws_vpc" "this" {
  #checkov:skip=CKV2_AWS_11:Flow logs have a price. Enable them for the account where they are required.

  for_each = local.with_vpc

  cidr_block           = each.value
  enable_dns_support   = true
  enable_dns_hostnames = true

  tags = merge(local.tags, { Name = var.name })

  lifecycle {
    precondition {
      condition     = length(local.zone_names) >= 2
      error_message = "Only ${length(local.zone_names)} Availability Zones of ${local.region} offer ${local.size.clickhouse.instance_types[0]} and the services of this stack. Choose another clickhouse.instance_type, or set network.zones."
    }
  }
}

# Removes the default rules, which allow all outbound traffic.
resource "aws_default_security_group" "this" {
  for_each = local.with_vpc

  vpc_id = aws_vpc.this[each.key].id

  tags = merge(local.tags, { Name = "${var.name}-unused" })
}

# CloudFront VPC origins also require an internet gateway.
resource "aws_internet_gateway" "this" {
  for_each = local.with_vpc

  vpc_id = aws_vpc.this[each.key].id

  tags = merge(local.tags, { Name = var.name })
}

resource "aws_subnet" "public" {
  for_each = local.zones

  vpc_id            = aws_vpc.this["this"].id
  cidr_block        = each.value.public
  availability_zone = each.value.name

  tags = merge(local.tags, { Name = "${var.name}-public-${each.key}" })

  # A new zone in the region can change the order of the list.
  lifecycle {
    ignore_changes = [availability_zone]
  }
}

resource "aws_subnet" "private" {
  for_each = local.zones

  vpc_id            = aws_vpc.this["this"].id
  cidr_block        = each.value.private
  availability_zone = each.value.name

  tags = merge(local.tags, { Name = "${var.name}-private-${each.key}" })

  # See aws_subnet.public.
  lifecycle {
    ignore_changes = [availability_zone]
  }
}

resource "aws_eip" "nat" {
  for_each = toset(values(local.nat_zones))

  domain = "vpc"

  tags = merge(local.tags, { Name = "${var.name}-nat-${each.key}" })
}

resource "aws_nat_gateway" "this" {
  for_each = toset(values(local.nat_zones))

  allocation_id = aws_eip.nat[each.key].id
  subnet_id     = aws_subnet.public[each.key].id

  tags = merge(local.tags, { Name = "${var.name}-${each.key}" })

  # The Elastic IP address needs an attached internet gateway.
  depends_on = [aws_internet_gateway.this]
}

resource "aws_route_table" "public" {
  for_each = local.with_vpc

  vpc_id = aws_vpc.this[each.key].id

  tags = merge(local.tags, { Name = "${var.name}-public" })
}

resource "aws_route" "public" {
  for_each = local.with_vpc

  route_table_id         = aws_route_table.public[each.key].id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.this[each.key].id
}

resource "aws_route_table_association" "public" {
  for_each = local.zones

  subnet_id      = aws_subnet.public[each.key].id
  route_table_id = aws_route_table.public["this"].id
}

resource "aws_route_table" "private" {
  for_each = local.zones

  vpc_id = aws_vpc.this["this"].id

  tags = merge(local.tags, { Name = "${var.name}-private-${each.key}" })
}

resource "aws_route" "private" {
  for_each = local.nat_zones

  route_table_id         = aws_route_table.private[each.key].id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.this[each.value].id
}

resource "aws_route_table_association" "private" {
  for_each = local.zones

  subnet_id      = aws_subnet.private[each.key].id
  route_table_id = aws_route_table.private[each.key].id
}

# Avoids NAT gateway charges for events.
resource "aws_vpc_endpoint" "s3" {
  for_each = local.with_vpc

  vpc_id            = aws_vpc.this[each.key].id
  service_name      = "com.amazonaws.${local.region}.s3"
  vpc_endpoint_type = "Gateway"
  route_table_ids   = concat([for zone in sort(keys(local.zones)) : aws_route_table.private[zone].id], local.is_tiny ? [aws_route_table.public[each.key].id] : [])

  tags = merge(local.tags, { Name = "${var.name}-s3" })
}
