mock_provider "aws" {
  source          = "../../../terraform/modules/langfuse/tests/mocks"
  override_during = plan

  mock_data "aws_vpc" {
    defaults = { id = "vpc-1", enable_dns_support = true, enable_dns_hostnames = true }
  }

  mock_data "aws_subnets" {
    defaults = { ids = ["subnet-1", "subnet-2"] }
  }

  mock_data "aws_security_group" {
    defaults = { id = "sg-0123456789abcdef0", vpc_id = "vpc-1" }
  }

  mock_data "aws_secretsmanager_secret" {
    defaults = { arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/company-AAAAAA" }
  }
}

variables {
  email = "admin@acme.io"
}

run "the_example_can_be_planned" {
  command = plan

  assert {
    condition     = output.url == "https://d111111abcdef8.cloudfront.net"
    error_message = "The stack cannot be planned with existing services."
  }
}
