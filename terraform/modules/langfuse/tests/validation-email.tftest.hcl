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

run "rejects_a_sender_with_a_name" {
  command = plan

  variables {
    email = { from = "Langfuse <langfuse@example.com>", ses = {} }
  }

  expect_failures = [var.email]
}

run "rejects_an_email_without_a_service" {
  command = plan

  variables {
    email = { from = "langfuse@example.com" }
  }

  expect_failures = [var.email]
}

run "rejects_an_email_with_two_services" {
  command = plan

  variables {
    email = { from = "langfuse@example.com", ses = {}, smtp = { url_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/smtp-AAAAAA" } }
  }

  expect_failures = [var.email]
}

run "rejects_an_unknown_region_of_ses" {
  command = plan

  variables {
    email = { from = "langfuse@example.com", ses = { region = "Frankfurt" } }
  }

  expect_failures = [var.email]
}

run "rejects_an_identity_in_another_region" {
  command = plan

  variables {
    email = { from = "langfuse@example.com", ses = { region = "eu-west-1", create_identity = true } }
  }

  expect_failures = [var.email]
}

run "rejects_an_smtp_url_in_clear_text" {
  command = plan

  variables {
    email = { from = "langfuse@example.com", smtp = { url_secret_arn = "smtp://user:password@mail.example.com:587" } }
  }

  expect_failures = [var.email]
}

run "rejects_the_smtp_port_that_aws_blocks" {
  command = plan

  variables {
    email = { from = "langfuse@example.com", smtp = { url_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/smtp-AAAAAA", port = 25 } }
  }

  expect_failures = [var.email]
}

run "rejects_an_smtp_server_without_a_cidr_block" {
  command = plan

  variables {
    email = { from = "langfuse@example.com", smtp = { url_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/smtp-AAAAAA", cidr_blocks = ["mail.example.com"] } }
  }

  expect_failures = [var.email]
}

run "rejects_ses_with_an_old_langfuse" {
  command = plan

  variables {
    email = { from = "langfuse@example.com", ses = {} }
    images = {
      langfuse-web    = "registry.example.com/langfuse:3.175.2@sha256:1111111111111111111111111111111111111111111111111111111111111111"
      langfuse-worker = "registry.example.com/langfuse-worker:3.175.2@sha256:2222222222222222222222222222222222222222222222222222222222222222"
    }
  }

  expect_failures = [var.email]
}

run "rejects_a_port_that_is_opened_twice" {
  command = plan

  variables {
    email    = { from = "langfuse@example.com", smtp = { url_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/smtp-AAAAAA" } }
    langfuse = { first_user = { email = "admin@acme.io" }, egress_ports = [587] }
  }

  expect_failures = [var.langfuse]
}

run "rejects_an_email_variable_that_is_set_twice" {
  command = plan

  variables {
    email    = { from = "langfuse@example.com", ses = {} }
    langfuse = { first_user = { email = "admin@acme.io" }, environment = { EMAIL_FROM_ADDRESS = "other@example.com" } }
  }

  expect_failures = [var.langfuse]
}
