# Zone names of the first subnets; the second layer of keys stays the same whatever zones a region gains.
data "aws_availability_zones" "available" {
  state = "available"

  # Local Zones and Wavelength Zones carry neither Aurora nor load balancers.
  filter {
    name   = "opt-in-status"
    values = ["opt-in-not-required"]
  }
}

data "aws_subnet" "existing" {
  for_each = var.network.existing == null ? toset([]) : var.network.existing.private_subnet_ids

  id = each.key
}

locals {
  own_network = var.network.existing == null ? { this = var.network.cidr_block } : {}

  # Room for a third zone and for larger layers: sixteenths of the range, public ones from 0 and private ones from 8 on.
  zones = var.network.existing == null ? {
    a = { name = data.aws_availability_zones.available.names[0], public = cidrsubnet(var.network.cidr_block, 4, 0), private = cidrsubnet(var.network.cidr_block, 4, 8) }
    b = { name = data.aws_availability_zones.available.names[1], public = cidrsubnet(var.network.cidr_block, 4, 1), private = cidrsubnet(var.network.cidr_block, 4, 9) }
  } : {}

  # The zone of the NAT gateway that a private subnet goes out by.
  nat_of = { for zone in keys(local.zones) : zone => local.size.nat == "per_zone" ? zone : "a" }

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
  for_each = local.own_network

  cidr_block           = each.value
  enable_dns_support   = true
  enable_dns_hostnames = true

  tags = { Name = var.name }
}

# AWS lets everything through the default group, so whatever is put into it by mistake gets nothing.
resource "aws_default_security_group" "this" {
  for_each = local.own_network

  vpc_id = aws_vpc.this[each.key].id

  tags = { Name = "${var.name}-unused" }
}

# CloudFront reaches a VPC origin only in a VPC that has an internet gateway, though nothing goes through it.
resource "aws_internet_gateway" "this" {
  for_each = local.own_network

  vpc_id = aws_vpc.this[each.key].id

  tags = { Name = var.name }
}

resource "aws_subnet" "public" {
  for_each = local.zones

  vpc_id            = aws_vpc.this["this"].id
  cidr_block        = each.value.public
  availability_zone = each.value.name

  tags = { Name = "${var.name}-public-${each.key}" }

  # A region that gains a zone may order them anew, and a subnet cannot move.
  lifecycle {
    ignore_changes = [availability_zone]
  }
}

resource "aws_subnet" "private" {
  for_each = local.zones

  vpc_id            = aws_vpc.this["this"].id
  cidr_block        = each.value.private
  availability_zone = each.value.name

  tags = { Name = "${var.name}-private-${each.key}" }

  # As for the public ones.
  lifecycle {
    ignore_changes = [availability_zone]
  }
}

resource "aws_eip" "nat" {
  for_each = toset(values(local.nat_of))

  domain = "vpc"

  tags = { Name = "${var.name}-nat-${each.key}" }
}

resource "aws_nat_gateway" "this" {
  for_each = toset(values(local.nat_of))

  allocation_id = aws_eip.nat[each.key].id
  subnet_id     = aws_subnet.public[each.key].id

  tags = { Name = "${var.name}-${each.key}" }

  # An elastic address works only once the gateway is attached.
  depends_on = [aws_internet_gateway.this]
}

resource "aws_route_table" "public" {
  for_each = local.own_network

  vpc_id = aws_vpc.this[each.key].id

  tags = { Name = "${var.name}-public" }
}

resource "aws_route" "public" {
  for_each = local.own_network

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

  tags = { Name = "${var.name}-private-${each.key}" }
}

resource "aws_route" "private" {
  for_each = local.zones

  route_table_id         = aws_route_table.private[each.key].id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.this[local.nat_of[each.key]].id
}

resource "aws_route_table_association" "private" {
  for_each = local.zones

  subnet_id      = aws_subnet.private[each.key].id
  route_table_id = aws_route_table.private[each.key].id
}

# Every event goes to S3 and comes back; through NAT each GiB would cost.
resource "aws_vpc_endpoint" "s3" {
  for_each = local.own_network

  vpc_id            = aws_vpc.this[each.key].id
  service_name      = "com.amazonaws.${local.region}.s3"
  vpc_endpoint_type = "Gateway"
  route_table_ids   = [for zone in sort(keys(local.zones)) : aws_route_table.private[zone].id]

  tags = { Name = "${var.name}-s3" }
}
