# Single sign-on and the sign-up switch. https://langfuse.com/self-hosting/security/authentication-and-sso
locals {
  # Langfuse ignores a provider that lacks one of its variables, without an error. `id` is part of the callback URL.
  sso_providers = {
    auth0             = { id = "auth0", prefix = "AUTH_AUTH0", issuer = "ISSUER" }
    authentik         = { id = "authentik", prefix = "AUTH_AUTHENTIK", issuer = "ISSUER" }
    cognito           = { id = "cognito", prefix = "AUTH_COGNITO", issuer = "ISSUER" }
    entra-id          = { id = "azure-ad", prefix = "AUTH_AZURE_AD", issuer = null }
    github            = { id = "github", prefix = "AUTH_GITHUB", issuer = null }
    github-enterprise = { id = "github-enterprise", prefix = "AUTH_GITHUB_ENTERPRISE", issuer = "BASE_URL" }
    gitlab            = { id = "gitlab", prefix = "AUTH_GITLAB", issuer = null }
    google            = { id = "google", prefix = "AUTH_GOOGLE", issuer = null }
    jumpcloud         = { id = "jumpcloud", prefix = "AUTH_JUMPCLOUD", issuer = "ISSUER" }
    keycloak          = { id = "keycloak", prefix = "AUTH_KEYCLOAK", issuer = "ISSUER" }
    oidc              = { id = "custom", prefix = "AUTH_CUSTOM", issuer = "ISSUER" }
    okta              = { id = "okta", prefix = "AUTH_OKTA", issuer = "ISSUER" }
    onelogin          = { id = "onelogin", prefix = "AUTH_ONELOGIN", issuer = "ISSUER" }
  }

  sso_providers_with_issuer = [for name, provider in local.sso_providers : name if provider.issuer != null]

  # Falls back, so that an unknown provider fails only its own validation.
  sso_provider = lookup(local.sso_providers, try(var.sso.provider, "oidc"), local.sso_providers.oidc)

  # Everyone can create an account with these providers.
  sso_is_public = var.sso == null ? false : var.sso.provider == "github" || (var.sso.provider == "gitlab" && var.sso.issuer == null)

  sso_role = coalesce(try(var.sso.role, null), local.sso_is_public ? "NONE" : "VIEWER")

  # Without passwords, accounts come from the identity provider only.
  sign_up_is_open = var.langfuse.allow_sign_up || (var.sso == null ? false : !var.sso.password_login)

  sso_settings = var.sso == null ? {} : {
    CLIENT_ID             = var.sso.client_id
    ALLOW_ACCOUNT_LINKING = tostring(var.sso.link_accounts)
    TENANT_ID             = var.sso.tenant_id
    ALLOWED_DOMAINS       = length(var.sso.allowed_domains) == 0 ? null : join(",", sort(var.sso.allowed_domains))
    # Required by oidc.
    NAME  = var.sso.provider == "oidc" ? coalesce(var.sso.button_name, "SSO") : var.sso.button_name
    SCOPE = var.sso.scope
    URL   = var.sso.provider == "gitlab" ? var.sso.issuer : null
  }

  sso_environment = var.sso == null ? {} : merge(
    { for name, value in local.sso_settings : "${local.sso_provider.prefix}_${name}" => value if value != null },
    local.sso_provider.issuer == null ? {} : { "${local.sso_provider.prefix}_${local.sso_provider.issuer}" = coalesce(var.sso.issuer, "-") },
    # GitLab's tokens name their own server.
    var.sso.provider == "gitlab" && var.sso.issuer != null ? { AUTH_GITLAB_ISSUER = var.sso.issuer } : {},
    var.sso.password_login ? {} : { AUTH_DISABLE_USERNAME_PASSWORD = "true" },
    local.sso_role == "NONE" ? {} : {
      LANGFUSE_DEFAULT_ORG_ID   = var.langfuse.organisation.id
      LANGFUSE_DEFAULT_ORG_ROLE = local.sso_role
    },
  )

  # Without var.langfuse, whose validation reads them.
  sso_names = var.sso == null ? [] : concat(
    [for name in ["CLIENT_SECRET", "ISSUER"] : "${local.sso_provider.prefix}_${name}"],
    [for name, value in local.sso_settings : "${local.sso_provider.prefix}_${name}" if value != null],
    ["AUTH_DISABLE_USERNAME_PASSWORD", "LANGFUSE_DEFAULT_ORG_ID", "LANGFUSE_DEFAULT_ORG_ROLE"],
  )

  sso_secrets = var.sso == null ? {} : { "${local.sso_provider.prefix}_CLIENT_SECRET" = var.sso.client_secret_arn }

  # https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html
  secret_arn_pattern = "^arn:[a-z-]+:secretsmanager:[^:]+:[0-9]{12}:secret:[^:]+(:[^:]*:[^:]*:[^:]*)?$"

  # Identity providers that langfuse.environment configures.
  environment_has_sso = anytrue([for name in keys(merge(var.langfuse.environment, var.langfuse.secrets)) : can(regex("^AUTH_.+_CLIENT_ID$", name))])

  passwords_are_disabled = var.sso == null ? lookup(var.langfuse.environment, "AUTH_DISABLE_USERNAME_PASSWORD", "false") == "true" : !var.sso.password_login
}

check "single_sign_on" {
  assert {
    condition     = local.sign_up_is_open || !local.environment_has_sso
    error_message = "Single sign-on is configured in langfuse.environment, but langfuse.allow_sign_up is false: Langfuse then rejects everyone without an account, including invited users. Use the variable sso, or set allow_sign_up = true, and AUTH_DISABLE_USERNAME_PASSWORD = \"true\" so that only your identity provider creates accounts."
  }

  assert {
    condition     = local.sign_up_is_open || var.sso == null
    error_message = "Sign-up is closed while sso.password_login is true, so only users with an account can log in. Log in once with single sign-on as the first user, then set sso.password_login = false."
  }

  assert {
    condition     = var.sso == null || !local.sso_is_public
    error_message = "Everyone with an account of ${try(var.sso.provider, "the provider")} can sign up and create organizations, but sees your projects only after an invitation. Restrict the addresses with allowed_cidr_blocks, or use an identity provider of your company."
  }
}

check "log_in" {
  assert {
    condition     = !local.passwords_are_disabled || var.sso != null || local.environment_has_sso
    error_message = "AUTH_DISABLE_USERNAME_PASSWORD is true without an identity provider, so no user can log in. Set sso."
  }

  assert {
    condition     = var.sso == null ? true : !local.passwords_are_disabled || var.sso.link_accounts || contains(["OWNER", "ADMIN"], local.sso_role)
    error_message = "No user can administer Langfuse: passwords are disabled, and the first user, who owns the organization, cannot log in with single sign-on. Set sso.link_accounts = true, or sso.role to ADMIN."
  }

  assert {
    condition     = try(length(var.sso.allowed_domains), 0) == 0 || !local.passwords_are_disabled || contains(["OWNER", "ADMIN"], local.sso_role) ? true : contains(var.sso.allowed_domains, lower(reverse(split("@", var.langfuse.first_user.email))[0]))
    error_message = "langfuse.first_user.email is not in sso.allowed_domains, so the first user, who owns the organization, cannot log in. Add the domain, or set sso.role to ADMIN."
  }
}
