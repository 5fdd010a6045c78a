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

run "rejects_an_id_that_is_invalid_in_a_url" {
  command = plan

  variables {
    langfuse = { first_user = { email = "admin@acme.io" }, project = { id = "my project" } }
  }

  expect_failures = [var.langfuse]
}

run "rejects_an_invalid_email_of_the_first_user" {
  command = plan

  variables {
    langfuse = { first_user = { email = "admin" } }
  }

  expect_failures = [var.langfuse]
}

run "rejects_a_variable_that_is_also_a_secret" {
  command = plan

  variables {
    langfuse = {
      first_user  = { email = "admin@acme.io" }
      environment = { SMTP_CONNECTION_URL = "smtps://mail.example.com" }
      secrets     = { SMTP_CONNECTION_URL = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/smtp-AAAAAA" }
    }
  }

  expect_failures = [var.langfuse]
}

run "rejects_a_variable_that_the_stack_sets" {
  command = plan

  variables {
    langfuse = { first_user = { email = "admin@acme.io" }, environment = { SALT = "mine" } }
  }

  expect_failures = [var.langfuse]
}

run "rejects_a_secret_in_plain_text" {
  command = plan

  variables {
    langfuse = { first_user = { email = "admin@acme.io" }, secrets = { AUTH_GOOGLE_CLIENT_SECRET = "hunter2" } }
  }

  expect_failures = [var.langfuse]
}

run "rejects_an_unknown_write_mode" {
  command = plan

  variables {
    langfuse = { first_user = { email = "admin@acme.io" }, v4 = { write_mode = "both" } }
  }

  expect_failures = [var.langfuse]
}

run "rejects_direct_otel_writes_in_legacy_mode" {
  command = plan

  variables {
    langfuse = { first_user = { email = "admin@acme.io" }, v4 = { write_mode = "legacy", native_otel_behaviour = "direct" } }
  }

  expect_failures = [var.langfuse]
}

run "rejects_events_only_without_preview_opt_in" {
  command = plan

  variables {
    langfuse = { first_user = { email = "admin@acme.io" }, v4 = { allow_preview_opt_in = false } }
  }

  expect_failures = [var.langfuse]
}

run "rejects_an_event_retention_of_zero" {
  command = plan

  variables {
    events_expire_days = 0
  }

  expect_failures = [var.events_expire_days]
}

run "rejects_an_email_with_non_ascii_letters" {
  command = plan

  variables {
    langfuse = { first_user = { email = "jürgen@firma.de" } }
  }

  expect_failures = [var.langfuse]
}

run "rejects_an_email_with_consecutive_dots" {
  command = plan

  variables {
    langfuse = { first_user = { email = "a..b@acme.io" } }
  }

  expect_failures = [var.langfuse]
}

run "rejects_an_email_with_a_leading_dot" {
  command = plan

  variables {
    langfuse = { first_user = { email = ".a@acme.io" } }
  }

  expect_failures = [var.langfuse]
}

run "rejects_an_email_with_an_underscore_in_its_domain" {
  command = plan

  variables {
    langfuse = { first_user = { email = "a@b_c.com" } }
  }

  expect_failures = [var.langfuse]
}

run "rejects_an_email_with_an_ip_address_as_domain" {
  command = plan

  variables {
    langfuse = { first_user = { email = "x@10.0.0.1" } }
  }

  expect_failures = [var.langfuse]
}

run "rejects_an_email_with_an_ampersand" {
  command = plan

  variables {
    langfuse = { first_user = { email = "a&b@acme.io" } }
  }

  expect_failures = [var.langfuse]
}

run "rejects_an_email_with_a_trailing_dot" {
  command = plan

  variables {
    langfuse = { first_user = { email = "a@acme.io." } }
  }

  expect_failures = [var.langfuse]
}

run "rejects_an_email_with_a_top_level_domain_of_one_letter" {
  command = plan

  variables {
    langfuse = { first_user = { email = "root@acme.c" } }
  }

  expect_failures = [var.langfuse]
}

run "rejects_an_unknown_major_version" {
  command = plan

  variables {
    langfuse = { first_user = { email = "admin@acme.io" }, major = 2 }
  }

  expect_failures = [var.langfuse]
}

run "rejects_an_invalid_port" {
  command = plan

  variables {
    langfuse = { first_user = { email = "admin@acme.io" }, egress_ports = [0] }
  }

  expect_failures = [var.langfuse]
}

run "rejects_a_statement_id_that_the_stack_uses" {
  command = plan

  variables {
    langfuse = { first_user = { email = "admin@acme.io" }, permissions = { Blobs = { actions = ["s3:GetObject"], resources = ["*"] } } }
  }

  expect_failures = [var.langfuse]
}
