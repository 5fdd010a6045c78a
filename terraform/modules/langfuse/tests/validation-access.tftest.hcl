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

run "rejects_the_name_of_a_response_headers_policy" {
  command = plan

  variables {
    response_headers = { policy_id = "company-headers" }
  }

  expect_failures = [var.response_headers]
}

run "rejects_a_policy_of_cloudfront_with_a_domain" {
  command = plan

  variables {
    domain           = { name = "langfuse.example.com", zone_name = "example.com" }
    response_headers = { policy_id = "0a1b2c3d-1111-2222-3333-444455556666" }
  }

  expect_failures = [var.response_headers]
}

run "rejects_headers_of_the_load_balancer_without_a_domain" {
  command = plan

  variables {
    response_headers = { headers = { X-Frame-Options = "DENY" } }
  }

  expect_failures = [var.response_headers]
}

run "rejects_a_header_that_a_load_balancer_cannot_set" {
  command = plan

  variables {
    domain           = { name = "langfuse.example.com", zone_name = "example.com" }
    response_headers = { headers = { X-Robots-Tag = "noindex" } }
  }

  expect_failures = [var.response_headers]
}

run "rejects_a_frame_option_that_browsers_ignore" {
  command = plan

  variables {
    domain           = { name = "langfuse.example.com", zone_name = "example.com" }
    response_headers = { headers = { X-Frame-Options = "ALLOW-FROM https://acme.io" } }
  }

  expect_failures = [var.response_headers]
}

run "rejects_a_strict_transport_security_without_age" {
  command = plan

  variables {
    domain           = { name = "langfuse.example.com", zone_name = "example.com" }
    response_headers = { headers = { Strict-Transport-Security = "includeSubDomains" } }
  }

  expect_failures = [var.response_headers]
}

run "rejects_an_unknown_content_type_option" {
  command = plan

  variables {
    domain           = { name = "langfuse.example.com", zone_name = "example.com" }
    response_headers = { headers = { X-Content-Type-Options = "sniff" } }
  }

  expect_failures = [var.response_headers]
}

run "rejects_an_empty_header" {
  command = plan

  variables {
    domain           = { name = "langfuse.example.com", zone_name = "example.com" }
    response_headers = { headers = { Content-Security-Policy = "" } }
  }

  expect_failures = [var.response_headers]
}

run "rejects_a_header_with_a_line_break" {
  command = plan

  variables {
    domain           = { name = "langfuse.example.com", zone_name = "example.com" }
    response_headers = { headers = { Content-Security-Policy = "default-src 'self'\nX-Admin: 1" } }
  }

  expect_failures = [var.response_headers]
}

run "rejects_a_header_that_is_not_ascii" {
  command = plan

  variables {
    domain           = { name = "langfuse.example.com", zone_name = "example.com" }
    response_headers = { headers = { Content-Security-Policy = "default-src münchen.de" } }
  }

  expect_failures = [var.response_headers]
}
