mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

run "rejects_an_id_that_is_invalid_in_a_url" {
  command = plan

  variables {
    langfuse = { project = { id = "my project" } }
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
      environment = { SMTP_CONNECTION_URL = "smtps://mail.example.com" }
      secrets     = { SMTP_CONNECTION_URL = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:smtp-AAAAAA" }
    }
  }

  expect_failures = [var.langfuse]
}

run "rejects_a_variable_that_the_stack_sets" {
  command = plan

  variables {
    langfuse = { environment = { SALT = "mine" } }
  }

  expect_failures = [var.langfuse]
}

run "rejects_a_secret_in_plain_text" {
  command = plan

  variables {
    langfuse = { secrets = { AUTH_GOOGLE_CLIENT_SECRET = "hunter2" } }
  }

  expect_failures = [var.langfuse]
}

run "rejects_an_unknown_write_mode" {
  command = plan

  variables {
    langfuse = { v4 = { write_mode = "both" } }
  }

  expect_failures = [var.langfuse]
}

run "rejects_direct_otel_writes_in_legacy_mode" {
  command = plan

  variables {
    langfuse = { v4 = { write_mode = "legacy", native_otel_behaviour = "direct" } }
  }

  expect_failures = [var.langfuse]
}

run "rejects_events_only_without_preview_opt_in" {
  command = plan

  variables {
    langfuse = { v4 = { allow_preview_opt_in = false } }
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
