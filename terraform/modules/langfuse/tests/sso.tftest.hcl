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

run "google_admits_the_domains_of_a_workspace" {
  command = plan

  variables {
    sso = { provider = "google", client_id = "id", client_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/sso-AAAAAA", allowed_domains = ["acme.io", "acme.com"] }
  }

  assert {
    condition = { for entry in module.web.container_definition.environment : entry.name => entry.value if can(regex("^(AUTH|LANGFUSE_DEFAULT)_", entry.name)) } == {
      AUTH_GOOGLE_ALLOW_ACCOUNT_LINKING = "true"
      AUTH_GOOGLE_CLIENT_ID             = "id"
      AUTH_GOOGLE_ALLOWED_DOMAINS       = "acme.com,acme.io"
      AUTH_DISABLE_SIGNUP               = "false"
      AUTH_DISABLE_USERNAME_PASSWORD    = "true"
      LANGFUSE_DEFAULT_ORG_ID           = "default"
      LANGFUSE_DEFAULT_ORG_ROLE         = "VIEWER"
    }
    error_message = "The environment of web differs from the one that Langfuse needs."
  }

  assert {
    condition     = { for entry in module.web.container_definition.secrets : entry.name => entry.valueFrom if startswith(entry.name, "AUTH_") } == { AUTH_GOOGLE_CLIENT_SECRET = var.sso.client_secret_arn } && output.sso_callback_url == "https://d111111abcdef8.cloudfront.net/api/auth/callback/google"
    error_message = "The client secret is not from Secrets Manager, or the callback URL is wrong."
  }

  assert {
    condition     = length([for entry in concat(module.worker.container_definition.environment, module.worker.container_definition.secrets) : entry.name if startswith(entry.name, "AUTH_")]) == 0
    error_message = "The worker gets settings of the log-in."
  }

  assert {
    condition     = anytrue([for statement in module.web.execution_policy : contains(statement.Resource, var.sso.client_secret_arn)])
    error_message = "The execution role of web cannot read the client secret."
  }
}

run "entra_id_admits_a_tenant" {
  command = plan

  variables {
    sso = { provider = "entra-id", client_id = "id", client_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/sso-AAAAAA", tenant_id = "0a1b2c3d-1111-2222-3333-444455556666", role = "MEMBER" }
  }

  assert {
    condition = { for entry in module.web.container_definition.environment : entry.name => entry.value if can(regex("^(AUTH|LANGFUSE_DEFAULT)_", entry.name)) } == {
      AUTH_AZURE_AD_ALLOW_ACCOUNT_LINKING = "true"
      AUTH_AZURE_AD_CLIENT_ID             = "id"
      AUTH_AZURE_AD_TENANT_ID             = "0a1b2c3d-1111-2222-3333-444455556666"
      AUTH_DISABLE_SIGNUP                 = "false"
      AUTH_DISABLE_USERNAME_PASSWORD      = "true"
      LANGFUSE_DEFAULT_ORG_ID             = "default"
      LANGFUSE_DEFAULT_ORG_ROLE           = "MEMBER"
    }
    error_message = "The environment of web differs from the one that Langfuse needs."
  }

  assert {
    condition     = { for entry in module.web.container_definition.secrets : entry.name => entry.valueFrom if startswith(entry.name, "AUTH_") } == { AUTH_AZURE_AD_CLIENT_SECRET = var.sso.client_secret_arn } && output.sso_callback_url == "https://d111111abcdef8.cloudfront.net/api/auth/callback/azure-ad"
    error_message = "The client secret is not from Secrets Manager, or the callback URL is wrong."
  }
}

run "okta_needs_an_issuer" {
  command = plan

  variables {
    sso = { provider = "okta", client_id = "id", client_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/sso-AAAAAA", issuer = "https://acme.okta.com" }
  }

  assert {
    condition = { for entry in module.web.container_definition.environment : entry.name => entry.value if can(regex("^(AUTH|LANGFUSE_DEFAULT)_", entry.name)) } == {
      AUTH_OKTA_ALLOW_ACCOUNT_LINKING = "true"
      AUTH_OKTA_CLIENT_ID             = "id"
      AUTH_OKTA_ISSUER                = "https://acme.okta.com"
      AUTH_DISABLE_SIGNUP             = "false"
      AUTH_DISABLE_USERNAME_PASSWORD  = "true"
      LANGFUSE_DEFAULT_ORG_ID         = "default"
      LANGFUSE_DEFAULT_ORG_ROLE       = "VIEWER"
    }
    error_message = "The environment of web differs from the one that Langfuse needs."
  }

  assert {
    condition     = { for entry in module.web.container_definition.secrets : entry.name => entry.valueFrom if startswith(entry.name, "AUTH_") } == { AUTH_OKTA_CLIENT_SECRET = var.sso.client_secret_arn } && output.sso_callback_url == "https://d111111abcdef8.cloudfront.net/api/auth/callback/okta"
    error_message = "The client secret is not from Secrets Manager, or the callback URL is wrong."
  }
}

run "cognito_needs_the_issuer_of_the_pool" {
  command = plan

  variables {
    sso = { provider = "cognito", client_id = "id", client_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/sso-AAAAAA", issuer = "https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_abc" }
  }

  assert {
    condition = { for entry in module.web.container_definition.environment : entry.name => entry.value if can(regex("^(AUTH|LANGFUSE_DEFAULT)_", entry.name)) } == {
      AUTH_COGNITO_ALLOW_ACCOUNT_LINKING = "true"
      AUTH_COGNITO_CLIENT_ID             = "id"
      AUTH_COGNITO_ISSUER                = "https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_abc"
      AUTH_DISABLE_SIGNUP                = "false"
      AUTH_DISABLE_USERNAME_PASSWORD     = "true"
      LANGFUSE_DEFAULT_ORG_ID            = "default"
      LANGFUSE_DEFAULT_ORG_ROLE          = "VIEWER"
    }
    error_message = "The environment of web differs from the one that Langfuse needs."
  }

  assert {
    condition     = { for entry in module.web.container_definition.secrets : entry.name => entry.valueFrom if startswith(entry.name, "AUTH_") } == { AUTH_COGNITO_CLIENT_SECRET = var.sso.client_secret_arn } && output.sso_callback_url == "https://d111111abcdef8.cloudfront.net/api/auth/callback/cognito"
    error_message = "The client secret is not from Secrets Manager, or the callback URL is wrong."
  }
}

run "keycloak_has_a_button_name" {
  command = plan

  variables {
    sso = { provider = "keycloak", client_id = "id", client_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/sso-AAAAAA", issuer = "https://login.acme.io/realms/acme", button_name = "Acme" }
  }

  assert {
    condition = { for entry in module.web.container_definition.environment : entry.name => entry.value if can(regex("^(AUTH|LANGFUSE_DEFAULT)_", entry.name)) } == {
      AUTH_KEYCLOAK_ALLOW_ACCOUNT_LINKING = "true"
      AUTH_KEYCLOAK_CLIENT_ID             = "id"
      AUTH_KEYCLOAK_ISSUER                = "https://login.acme.io/realms/acme"
      AUTH_KEYCLOAK_NAME                  = "Acme"
      AUTH_DISABLE_SIGNUP                 = "false"
      AUTH_DISABLE_USERNAME_PASSWORD      = "true"
      LANGFUSE_DEFAULT_ORG_ID             = "default"
      LANGFUSE_DEFAULT_ORG_ROLE           = "VIEWER"
    }
    error_message = "The environment of web differs from the one that Langfuse needs."
  }

  assert {
    condition     = { for entry in module.web.container_definition.secrets : entry.name => entry.valueFrom if startswith(entry.name, "AUTH_") } == { AUTH_KEYCLOAK_CLIENT_SECRET = var.sso.client_secret_arn } && output.sso_callback_url == "https://d111111abcdef8.cloudfront.net/api/auth/callback/keycloak"
    error_message = "The client secret is not from Secrets Manager, or the callback URL is wrong."
  }
}

run "any_provider_with_openid_connect_works" {
  command = plan

  variables {
    sso = { provider = "oidc", client_id = "id", client_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/sso-AAAAAA", issuer = "https://login.acme.io", scope = "openid email", role = "NONE" }
  }

  assert {
    condition = { for entry in module.web.container_definition.environment : entry.name => entry.value if can(regex("^(AUTH|LANGFUSE_DEFAULT)_", entry.name)) } == {
      AUTH_CUSTOM_ALLOW_ACCOUNT_LINKING = "true"
      AUTH_CUSTOM_CLIENT_ID             = "id"
      AUTH_CUSTOM_ISSUER                = "https://login.acme.io"
      AUTH_CUSTOM_NAME                  = "SSO"
      AUTH_CUSTOM_SCOPE                 = "openid email"
      AUTH_DISABLE_SIGNUP               = "false"
      AUTH_DISABLE_USERNAME_PASSWORD    = "true"
    }
    error_message = "The environment of web differs from the one that Langfuse needs."
  }

  assert {
    condition     = { for entry in module.web.container_definition.secrets : entry.name => entry.valueFrom if startswith(entry.name, "AUTH_") } == { AUTH_CUSTOM_CLIENT_SECRET = var.sso.client_secret_arn } && output.sso_callback_url == "https://d111111abcdef8.cloudfront.net/api/auth/callback/custom"
    error_message = "The client secret is not from Secrets Manager, or the callback URL is wrong."
  }
}

run "a_gitlab_server_names_itself" {
  command = plan

  variables {
    sso = { provider = "gitlab", client_id = "id", client_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/sso-AAAAAA", issuer = "https://git.acme.io", link_accounts = false, role = "ADMIN" }
  }

  assert {
    condition = { for entry in module.web.container_definition.environment : entry.name => entry.value if can(regex("^(AUTH|LANGFUSE_DEFAULT)_", entry.name)) } == {
      AUTH_GITLAB_ALLOW_ACCOUNT_LINKING = "false"
      AUTH_GITLAB_CLIENT_ID             = "id"
      AUTH_GITLAB_URL                   = "https://git.acme.io"
      AUTH_GITLAB_ISSUER                = "https://git.acme.io"
      AUTH_DISABLE_SIGNUP               = "false"
      AUTH_DISABLE_USERNAME_PASSWORD    = "true"
      LANGFUSE_DEFAULT_ORG_ID           = "default"
      LANGFUSE_DEFAULT_ORG_ROLE         = "ADMIN"
    }
    error_message = "The environment of web differs from the one that Langfuse needs."
  }

  assert {
    condition     = { for entry in module.web.container_definition.secrets : entry.name => entry.valueFrom if startswith(entry.name, "AUTH_") } == { AUTH_GITLAB_CLIENT_SECRET = var.sso.client_secret_arn } && output.sso_callback_url == "https://d111111abcdef8.cloudfront.net/api/auth/callback/gitlab"
    error_message = "The client secret is not from Secrets Manager, or the callback URL is wrong."
  }
}

run "without_sso_sign_up_is_closed_and_no_secret_is_added" {
  command = plan

  assert {
    condition     = { for entry in module.web.container_definition.environment : entry.name => entry.value if startswith(entry.name, "AUTH_") } == { AUTH_DISABLE_SIGNUP = "true" } && output.sso_callback_url == ""
    error_message = "Without sso, sign-up is open or a provider is configured."
  }
}

run "warns_about_closed_sign_up_while_passwords_work" {
  command = plan

  variables {
    sso = { provider = "okta", client_id = "id", client_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/sso-AAAAAA", issuer = "https://acme.okta.com", password_login = true }
  }

  expect_failures = [check.single_sign_on]
}

run "warns_about_a_provider_that_everyone_can_use" {
  command = plan

  variables {
    sso = { provider = "github", client_id = "id", client_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/sso-AAAAAA" }
  }

  expect_failures = [check.single_sign_on]
}

run "warns_about_disabled_passwords_without_a_provider" {
  command = plan

  variables {
    langfuse = { first_user = { email = "admin@acme.io" }, environment = { AUTH_DISABLE_USERNAME_PASSWORD = "true" } }
  }

  expect_failures = [check.log_in]
}

run "warns_about_a_stack_without_an_administrator" {
  command = plan

  variables {
    sso = { provider = "okta", client_id = "id", client_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/sso-AAAAAA", issuer = "https://acme.okta.com", link_accounts = false }
  }

  expect_failures = [check.log_in]
}

run "warns_about_a_first_user_outside_the_allowed_domains" {
  command = plan

  variables {
    sso = { provider = "google", client_id = "id", client_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/sso-AAAAAA", allowed_domains = ["acme.com"] }
  }

  expect_failures = [check.log_in]
}
