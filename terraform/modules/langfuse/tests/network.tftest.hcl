mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

mock_provider "terraform" {
  source          = "./tests/mocks/terraform"
  override_during = plan
}

variables {
  images_file  = "tests/mocks/images.yaml"
  langfuse     = { first_user = { email = "admin@acme.io" } }
  alarm_emails = ["on-call@acme.io"]
}

run "a_small_stack_creates_a_vpc_with_one_nat_gateway" {
  command = plan

  assert {
    condition     = { for zone, subnet in aws_subnet.public : zone => subnet.cidr_block } == { a = "10.64.0.0/20", b = "10.64.16.0/20" }
    error_message = "Public subnets do not use the first /20 blocks."
  }

  assert {
    condition     = { for zone, subnet in aws_subnet.private : zone => subnet.cidr_block } == { a = "10.64.128.0/20", b = "10.64.144.0/20" }
    error_message = "Private subnets do not start in the middle of the CIDR block."
  }

  assert {
    condition     = keys(aws_nat_gateway.this) == ["a"] && keys(aws_route.private) == ["a", "b"]
    error_message = "The private subnets do not share one NAT gateway."
  }

  assert {
    condition     = local.network.zones == ["eu-central-1a", "eu-central-1b"]
    error_message = "The zones are not in the order of the private subnets."
  }

  assert {
    condition     = aws_vpc_endpoint.s3["this"].service_name == "com.amazonaws.eu-central-1.s3"
    error_message = "The S3 gateway endpoint is missing."
  }
}

run "nat_overrides_the_size" {
  command = plan

  variables {
    nat = "per_zone"
  }

  assert {
    condition     = keys(aws_nat_gateway.this) == ["a", "b"]
    error_message = "There is not one NAT gateway per zone."
  }
}

run "security_groups_allow_only_required_ports" {
  command = plan

  assert {
    condition = alltrue([
      for rule in concat(
        values(aws_vpc_security_group_ingress_rule.postgres), values(aws_vpc_security_group_ingress_rule.valkey),
        values(aws_vpc_security_group_ingress_rule.web), values(aws_vpc_security_group_ingress_rule.cloudfront),
      ) : rule.ip_protocol == "tcp" && rule.from_port == rule.to_port && rule.cidr_ipv4 == null
    ])
    error_message = "A rule allows a CIDR block, another protocol or more than one port."
  }

  assert {
    condition     = length(aws_vpc_security_group_ingress_rule.load_balancer) == 0
    error_message = "Without a domain, the load balancer allows a CIDR block."
  }

  assert {
    condition     = keys(aws_vpc_security_group_ingress_rule.valkey) == ["web", "worker"] && keys(aws_vpc_security_group_ingress_rule.postgres) == ["migration", "web", "worker"]
    error_message = "The migration cannot access PostgreSQL, or can access Valkey."
  }
}
