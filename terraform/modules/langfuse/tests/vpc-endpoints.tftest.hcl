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

run "endpoints_replace_the_nat_gateways" {
  command = plan

  variables {
    nat            = "none"
    vpc_endpoints  = true
    bedrock_models = ["amazon.nova-pro-v1:0"]
  }

  assert {
    condition     = keys(aws_vpc_endpoint.interface) == ["bedrock-runtime", "ec2", "ecr.api", "ecr.dkr", "ecs", "ecs-agent", "ecs-telemetry", "logs", "monitoring", "secretsmanager"] && alltrue([for endpoint in aws_vpc_endpoint.interface : endpoint.private_dns_enabled])
    error_message = "An endpoint that Fargate or the ClickHouse instance needs is missing or lacks private DNS."
  }

  assert {
    condition     = length(aws_nat_gateway.this) + length(aws_eip.nat) + length(aws_route.private) == 0 && length(aws_vpc_endpoint.s3) == 1
    error_message = "There is a route to the internet, or none to S3."
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.endpoints["this"].cidr_ipv4 == "10.64.0.0/16" && aws_vpc_security_group_ingress_rule.endpoints["this"].from_port == 443
    error_message = "Tasks cannot reach the endpoints, or other networks can."
  }
}

run "warns_about_what_needs_the_internet" {
  command = plan

  variables {
    nat           = "none"
    vpc_endpoints = true
    grafana       = { enabled = true }
  }

  expect_failures = [check.internet]
}

run "warns_about_clickhouse_outside_of_the_vpc" {
  command = plan

  variables {
    nat           = "none"
    vpc_endpoints = true
    clickhouse_external = {
      host                = "abc123.eu-central-1.aws.clickhouse.cloud"
      user                = "langfuse"
      password_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/clickhouse-AAAAAA"
    }
  }

  expect_failures = [check.internet]
}

# A failed check would fail the run.
run "clickhouse_over_private_link_needs_no_internet" {
  command = plan

  variables {
    nat           = "none"
    vpc_endpoints = true
    clickhouse_external = {
      host                = "abc123.eu-central-1.vpce.aws.clickhouse.cloud"
      user                = "langfuse"
      password_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/clickhouse-AAAAAA"
      private_link        = { service_name = "com.amazonaws.vpce.eu-central-1.vpce-svc-0123456789abcdef0" }
    }
  }

  assert {
    condition     = length(aws_vpc_endpoint.clickhouse) == 1
    error_message = "There is no endpoint of ClickHouse Cloud."
  }
}

run "rejects_a_network_without_nat_and_endpoints" {
  command = plan

  variables {
    nat = "none"
  }

  expect_failures = [var.nat]
}

run "rejects_endpoints_in_an_existing_network" {
  command = plan

  override_resource {
    target          = terraform_data.clickhouse_zone["this"]
    override_during = plan
    values          = { output = "eu-central-1a" }
  }

  variables {
    vpc_endpoints = true
    network       = { existing = { vpc_id = "vpc-existing", private_subnet_ids = ["subnet-1", "subnet-2"] } }
  }

  expect_failures = [var.vpc_endpoints]
}
