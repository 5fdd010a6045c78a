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

run "rejects_an_unknown_provider" {
  command = plan

  variables {
    sso = { provider = "saml", client_id = "id", client_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/sso-AAAAAA" }
  }

  expect_failures = [var.sso]
}

run "rejects_an_empty_client_id" {
  command = plan

  variables {
    sso = { provider = "github", client_id = "", client_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/sso-AAAAAA", role = "NONE" }
  }

  expect_failures = [var.sso]
}

run "rejects_a_client_secret_in_clear_text" {
  command = plan

  variables {
    sso = { provider = "github", client_id = "id", client_secret_arn = "s3cr3t" }
  }

  expect_failures = [var.sso]
}

run "rejects_a_provider_without_its_issuer" {
  command = plan

  variables {
    sso = { provider = "okta", client_id = "id", client_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/sso-AAAAAA" }
  }

  expect_failures = [var.sso]
}

run "rejects_an_issuer_that_the_provider_does_not_use" {
  command = plan

  variables {
    sso = { provider = "google", client_id = "id", client_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/sso-AAAAAA", allowed_domains = ["acme.io"], issuer = "https://accounts.google.com" }
  }

  expect_failures = [var.sso]
}

run "rejects_an_issuer_with_the_discovery_document" {
  command = plan

  variables {
    sso = { provider = "oidc", client_id = "id", client_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/sso-AAAAAA", issuer = "https://login.acme.io/.well-known/openid-configuration" }
  }

  expect_failures = [var.sso]
}

run "rejects_an_issuer_with_a_trailing_slash" {
  command = plan

  variables {
    sso = { provider = "oidc", client_id = "id", client_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/sso-AAAAAA", issuer = "https://login.acme.io/" }
  }

  expect_failures = [var.sso]
}

run "rejects_an_issuer_without_tls" {
  command = plan

  variables {
    sso = { provider = "oidc", client_id = "id", client_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/sso-AAAAAA", issuer = "http://login.acme.io" }
  }

  expect_failures = [var.sso]
}

run "rejects_an_issuer_of_authentik_without_the_application" {
  command = plan

  variables {
    sso = { provider = "authentik", client_id = "id", client_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/sso-AAAAAA", issuer = "https://login.acme.io" }
  }

  expect_failures = [var.sso]
}

run "rejects_entra_id_without_a_tenant" {
  command = plan

  variables {
    sso = { provider = "entra-id", client_id = "id", client_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/sso-AAAAAA" }
  }

  expect_failures = [var.sso]
}

run "rejects_every_tenant_of_entra_id" {
  command = plan

  variables {
    sso = { provider = "entra-id", client_id = "id", client_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/sso-AAAAAA", tenant_id = "common" }
  }

  expect_failures = [var.sso]
}

run "rejects_google_without_domains" {
  command = plan

  variables {
    sso = { provider = "google", client_id = "id", client_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/sso-AAAAAA" }
  }

  expect_failures = [var.sso]
}

run "rejects_a_domain_with_an_at_sign" {
  command = plan

  variables {
    sso = { provider = "google", client_id = "id", client_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/sso-AAAAAA", allowed_domains = ["@acme.io"] }
  }

  expect_failures = [var.sso]
}

run "rejects_a_button_name_that_the_provider_does_not_use" {
  command = plan

  variables {
    sso = { provider = "okta", client_id = "id", client_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/sso-AAAAAA", issuer = "https://acme.okta.com", button_name = "Acme" }
  }

  expect_failures = [var.sso]
}

run "rejects_a_scope_that_the_provider_does_not_use" {
  command = plan

  variables {
    sso = { provider = "okta", client_id = "id", client_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/sso-AAAAAA", issuer = "https://acme.okta.com", scope = "openid" }
  }

  expect_failures = [var.sso]
}

run "rejects_an_unknown_role" {
  command = plan

  variables {
    sso = { provider = "okta", client_id = "id", client_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/sso-AAAAAA", issuer = "https://acme.okta.com", role = "viewer" }
  }

  expect_failures = [var.sso]
}

run "rejects_a_role_for_everyone_on_github" {
  command = plan

  variables {
    sso = { provider = "github", client_id = "id", client_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/sso-AAAAAA", role = "VIEWER" }
  }

  expect_failures = [var.sso]
}

run "rejects_a_variable_that_sso_sets" {
  command = plan

  variables {
    sso      = { provider = "okta", client_id = "id", client_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/sso-AAAAAA", issuer = "https://acme.okta.com" }
    langfuse = { first_user = { email = "admin@acme.io" }, environment = { AUTH_OKTA_ISSUER = "https://other.okta.com" } }
  }

  expect_failures = [var.langfuse]
}
