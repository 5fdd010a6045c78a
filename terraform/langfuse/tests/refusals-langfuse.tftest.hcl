mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

run "refuses_an_id_that_is_no_part_of_a_url" {
  command = plan

  variables {
    langfuse = { project = { id = "my project" } }
  }

  expect_failures = [var.langfuse]
}

run "refuses_a_first_user_without_an_address" {
  command = plan

  variables {
    langfuse = { first_user = { email = "admin" } }
  }

  expect_failures = [var.langfuse]
}

run "refuses_a_name_that_is_environment_and_secret" {
  command = plan

  variables {
    langfuse = {
      environment = { SMTP_CONNECTION_URL = "smtps://mail.example.com" }
      secrets     = { SMTP_CONNECTION_URL = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:smtp-AAAAAA" }
    }
  }

  expect_failures = [var.langfuse]
}

run "refuses_environment_that_the_stack_sets" {
  command = plan

  variables {
    langfuse = { environment = { SALT = "mine" } }
  }

  expect_failures = [var.langfuse]
}

run "refuses_a_secret_by_its_value" {
  command = plan

  variables {
    langfuse = { secrets = { AUTH_GOOGLE_CLIENT_SECRET = "hunter2" } }
  }

  expect_failures = [var.langfuse]
}

run "refuses_an_unknown_write_mode" {
  command = plan

  variables {
    langfuse = { v4 = { write_mode = "both" } }
  }

  expect_failures = [var.langfuse]
}

run "refuses_a_direct_write_to_what_is_not_written" {
  command = plan

  variables {
    langfuse = { v4 = { write_mode = "legacy", native_otel_behaviour = "direct" } }
  }

  expect_failures = [var.langfuse]
}

run "refuses_events_that_nobody_may_read" {
  command = plan

  variables {
    langfuse = { v4 = { allow_preview_opt_in = false } }
  }

  expect_failures = [var.langfuse]
}

run "refuses_events_that_expire_at_once" {
  command = plan

  variables {
    events_expire_days = 0
  }

  expect_failures = [var.events_expire_days]
}
