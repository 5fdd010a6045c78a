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

run "rejects_a_domain_with_two_zones" {
  command = plan

  variables {
    domain = { name = "langfuse.example.com", zone_name = "example.com", zone_id = "Z0123456789" }
  }

  expect_failures = [var.domain]
}

run "rejects_a_certificate_that_is_not_in_acm" {
  command = plan

  variables {
    domain = { name = "langfuse.example.com", certificate_arn = "arn:aws:iam::123456789012:server-certificate/own" }
  }

  expect_failures = [var.domain]
}

run "rejects_a_certificate_of_a_zone_that_is_not_awaited" {
  command = plan

  variables {
    domain = { name = "langfuse.example.com", zone_name = "example.com", wait_for_certificate = false }
  }

  expect_failures = [var.domain]
}

run "rejects_more_blocks_than_a_function_can_hold" {
  command = plan

  variables {
    allowed_cidr_blocks = [for number in range(301) : cidrsubnet("10.0.0.0/8", 16, number)]
  }

  expect_failures = [var.allowed_cidr_blocks]
}

run "rejects_more_blocks_than_a_listener_rule_can_hold" {
  command = plan

  variables {
    domain              = { name = "langfuse.example.com", zone_name = "example.com" }
    public_api          = true
    allowed_cidr_blocks = [for number in range(5) : cidrsubnet("10.0.0.0/8", 16, number)]
  }

  expect_failures = [var.public_api]
}

run "rejects_a_certificate_of_another_region" {
  command = plan

  variables {
    domain = { name = "langfuse.example.com", certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/own" }
  }

  expect_failures = [var.domain]
}
