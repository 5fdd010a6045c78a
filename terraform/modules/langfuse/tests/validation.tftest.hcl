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

run "rejects_an_uppercase_name" {
  command = plan

  variables {
    name = "Langfuse"
  }

  expect_failures = [var.name]
}

run "rejects_tags_that_the_stack_sets" {
  command = plan

  variables {
    tags = { managed-by = "us" }
  }

  expect_failures = [var.tags]
}

run "rejects_a_boundary_that_is_not_a_policy" {
  command = plan

  variables {
    permissions_boundary = "arn:aws:iam::123456789012:role/langfuse"
  }

  expect_failures = [var.permissions_boundary]
}

run "rejects_an_unsupported_log_retention" {
  command = plan

  variables {
    log_retention_days = 8
  }

  expect_failures = [var.log_retention_days]
}

run "rejects_a_cidr_block_that_is_too_small" {
  command = plan

  variables {
    network = { cidr_block = "10.0.0.0/24" }
  }

  expect_failures = [var.network]
}

run "rejects_an_existing_vpc_with_one_private_subnet" {
  command = plan

  variables {
    network = { existing = { vpc_id = "vpc-1", private_subnet_ids = ["subnet-1"] } }
  }

  expect_failures = [var.network]
}

run "rejects_a_domain_without_public_subnets" {
  command = plan

  variables {
    domain  = { name = "langfuse.example.com", zone_name = "example.com" }
    network = { existing = { vpc_id = "vpc-1", private_subnet_ids = ["subnet-1", "subnet-2"] } }
  }

  expect_failures = [var.network]
}

run "rejects_a_domain_with_a_scheme" {
  command = plan

  variables {
    domain = { name = "https://langfuse.example.com", zone_id = "Z1" }
  }

  expect_failures = [var.domain]
}

run "rejects_a_domain_outside_its_hosted_zone" {
  command = plan

  variables {
    domain = { name = "langfuse.example.org", zone_name = "example.com" }
  }

  expect_failures = [var.domain]
}

run "rejects_an_address_instead_of_a_cidr_block" {
  command = plan

  variables {
    domain              = { name = "langfuse.example.com", zone_name = "example.com" }
    allowed_cidr_blocks = ["203.0.113.7"]
  }

  expect_failures = [var.allowed_cidr_blocks]
}

run "rejects_a_missing_images_file" {
  command = plan

  variables {
    images_file = "missing.yaml"
    images      = {}
  }

  expect_failures = [var.images_file]
}

run "rejects_different_versions_of_web_and_worker" {
  command = plan

  variables {
    images_file = "tests/mocks/mixed-versions.yaml"
  }

  expect_failures = [var.images_file]
}

run "rejects_a_prefix_with_a_trailing_slash" {
  command = plan

  variables {
    registry = { prefix = "langfuse/" }
  }

  expect_failures = [var.registry]
}

run "rejects_an_unknown_image" {
  command = plan

  variables {
    images = { redis = "registry.example.com/redis@sha256:1111111111111111111111111111111111111111111111111111111111111111" }
  }

  expect_failures = [var.images]
}

run "rejects_an_image_without_a_digest" {
  command = plan

  variables {
    images = { grafana = "registry.example.com/grafana:12" }
  }

  expect_failures = [var.images]
}

run "rejects_a_regional_web_acl_for_cloudfront" {
  command = plan

  variables {
    web_acl = { arn = "arn:aws:wafv2:eu-central-1:123456789012:regional/webacl/company/1" }
  }

  expect_failures = [var.web_acl]
}

run "rejects_an_access_log_retention_of_zero" {
  command = plan

  variables {
    access_logs = { retention_days = 0 }
  }

  expect_failures = [var.access_logs]
}
