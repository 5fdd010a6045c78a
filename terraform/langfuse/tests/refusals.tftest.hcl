mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

run "refuses_a_name_with_capitals" {
  command = plan

  variables {
    name = "Langfuse"
  }

  expect_failures = [var.name]
}

run "refuses_tags_that_the_stack_sets" {
  command = plan

  variables {
    tags = { managed-by = "us" }
  }

  expect_failures = [var.tags]
}

run "refuses_a_boundary_that_is_no_policy" {
  command = plan

  variables {
    permissions_boundary = "arn:aws:iam::123456789012:role/langfuse"
  }

  expect_failures = [var.permissions_boundary]
}

run "refuses_a_retention_that_cloudwatch_does_not_offer" {
  command = plan

  variables {
    log_retention_days = 8
  }

  expect_failures = [var.log_retention_days]
}

run "refuses_a_network_too_small_for_the_subnets" {
  command = plan

  variables {
    network = { cidr_block = "10.0.0.0/24" }
  }

  expect_failures = [var.network]
}

run "refuses_an_existing_network_in_one_zone" {
  command = plan

  variables {
    network = { existing = { vpc_id = "vpc-1", private_subnet_ids = ["subnet-1"] } }
  }

  expect_failures = [var.network]
}

run "refuses_an_existing_network_without_public_subnets_for_a_domain" {
  command = plan

  variables {
    domain  = { name = "langfuse.example.com", zone_name = "example.com" }
    network = { existing = { vpc_id = "vpc-1", private_subnet_ids = ["subnet-1", "subnet-2"] } }
  }

  expect_failures = [var.network]
}

run "refuses_a_domain_with_a_scheme" {
  command = plan

  variables {
    domain = { name = "https://langfuse.example.com", zone_id = "Z1" }
  }

  expect_failures = [var.domain]
}

run "refuses_a_domain_without_a_zone" {
  command = plan

  variables {
    domain = { name = "langfuse.example.com" }
  }

  expect_failures = [var.domain]
}

run "refuses_a_domain_outside_of_its_zone" {
  command = plan

  variables {
    domain = { name = "langfuse.example.org", zone_name = "example.com" }
  }

  expect_failures = [var.domain]
}

run "refuses_an_address_for_a_range" {
  command = plan

  variables {
    domain              = { name = "langfuse.example.com", zone_name = "example.com" }
    allowed_cidr_blocks = ["203.0.113.7"]
  }

  expect_failures = [var.allowed_cidr_blocks]
}

run "refuses_ranges_without_a_domain" {
  command = plan

  variables {
    allowed_cidr_blocks = ["203.0.113.0/24"]
  }

  expect_failures = [var.allowed_cidr_blocks]
}

run "refuses_a_file_of_images_that_is_not_there" {
  command = plan

  variables {
    images_file = "nowhere.yaml"
    images      = {}
  }

  expect_failures = [var.images_file]
}

run "refuses_a_web_and_a_worker_of_two_versions" {
  command = plan

  variables {
    images_file = "tests/mocks/two-versions.yaml"
  }

  expect_failures = [var.images_file]
}

run "refuses_a_prefix_with_a_slash_at_its_end" {
  command = plan

  variables {
    registry = { prefix = "langfuse/" }
  }

  expect_failures = [var.registry]
}

run "refuses_an_unknown_image" {
  command = plan

  variables {
    images = { valkey = "registry.example.com/valkey@sha256:1111111111111111111111111111111111111111111111111111111111111111" }
  }

  expect_failures = [var.images]
}

run "refuses_an_image_by_its_tag" {
  command = plan

  variables {
    images = { grafana = "registry.example.com/grafana:12" }
  }

  expect_failures = [var.images]
}
