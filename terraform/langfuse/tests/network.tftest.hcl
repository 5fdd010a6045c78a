mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

run "own_network_of_a_small_stack" {
  command = plan

  assert {
    condition     = { for zone, subnet in aws_subnet.public : zone => subnet.cidr_block } == { a = "10.64.0.0/20", b = "10.64.16.0/20" }
    error_message = "Public subnets take the first sixteenths of the range."
  }

  assert {
    condition     = { for zone, subnet in aws_subnet.private : zone => subnet.cidr_block } == { a = "10.64.128.0/20", b = "10.64.144.0/20" }
    error_message = "Private subnets begin at the middle of the range."
  }

  assert {
    condition     = keys(aws_nat_gateway.this) == ["a"] && keys(aws_route.private) == ["a", "b"]
    error_message = "Both private subnets of a small stack go out by one NAT gateway."
  }

  assert {
    condition     = local.network.zones == ["eu-central-1a", "eu-central-1b"]
    error_message = "The zones come in the order of the private subnets."
  }

  assert {
    condition     = aws_vpc_endpoint.s3["this"].service_name == "com.amazonaws.eu-central-1.s3"
    error_message = "Events go to S3 past the NAT gateway."
  }
}

run "nat_of_every_zone_on_request" {
  command = plan

  variables {
    nat = "per_zone"
  }

  assert {
    condition     = keys(aws_nat_gateway.this) == ["a", "b"]
    error_message = "nat overrides what the size says."
  }
}

run "no_group_lets_more_in_than_its_port" {
  command = plan

  assert {
    condition = alltrue([
      for rule in concat(
        values(aws_vpc_security_group_ingress_rule.postgres), values(aws_vpc_security_group_ingress_rule.valkey),
        values(aws_vpc_security_group_ingress_rule.web), values(aws_vpc_security_group_ingress_rule.cloudfront),
      ) : rule.ip_protocol == "tcp" && rule.from_port == rule.to_port && rule.cidr_ipv4 == null
    ])
    error_message = "What is inside lets in groups and CloudFront's list, one port each."
  }

  assert {
    condition     = length(aws_vpc_security_group_ingress_rule.load_balancer) == 0
    error_message = "Without a domain, the load balancer is open to no address."
  }

  assert {
    condition     = keys(aws_vpc_security_group_ingress_rule.valkey) == ["web", "worker"] && keys(aws_vpc_security_group_ingress_rule.postgres) == ["migration", "web", "worker"]
    error_message = "The migration reaches PostgreSQL, not Valkey."
  }
}
