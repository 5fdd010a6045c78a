variable "sso" {
  description = "Single sign-on: sets Langfuse's variables of one identity provider, opens sign-up through it, and disables passwords unless password_login is true. Register the output sso_callback_url with the provider. Null for passwords only."
  type = object({
    # google, entra-id, okta, cognito, keycloak, oidc, auth0, authentik, onelogin, jumpcloud, github, github-enterprise or gitlab.
    provider          = string
    client_id         = string
    client_secret_arn = string
    # The URL before /.well-known/openid-configuration. For github-enterprise and gitlab, the URL of the server.
    issuer = optional(string)
    # Entra ID: tenant ID.
    tenant_id = optional(string)
    # Google: the domains of your Workspace.
    allowed_domains = optional(set(string), [])
    # oidc and keycloak: text of the button.
    button_name = optional(string)
    scope       = optional(string)
    # Role of new users in langfuse.organisation. NONE adds invited users only.
    role = optional(string)
    # An identity takes over the account with its email address, for example that of the first user.
    link_accounts  = optional(bool, true)
    password_login = optional(bool, false)
  })
  default = null

  validation {
    condition     = var.sso == null ? true : contains(keys(local.sso_providers), var.sso.provider)
    error_message = "sso.provider '${try(var.sso.provider, "")}' must be one of ${join(", ", keys(local.sso_providers))}. Use oidc for any other provider with OpenID Connect."
  }

  validation {
    condition     = var.sso == null ? true : trimspace(var.sso.client_id) == var.sso.client_id && var.sso.client_id != ""
    error_message = "sso.client_id is empty or has spaces around it. It is the ID of the application that you registered with the identity provider."
  }

  validation {
    condition     = var.sso == null ? true : can(regex(local.secret_arn_pattern, var.sso.client_secret_arn))
    error_message = "sso.client_secret_arn must be a Secrets Manager ARN, not the secret itself. Append `:key::` to select a key of a JSON secret."
  }

  validation {
    condition     = var.sso == null ? true : !contains(local.sso_providers_with_issuer, var.sso.provider) || var.sso.issuer != null
    error_message = "sso.issuer is missing. The provider ${try(var.sso.provider, "")} needs ${try(var.sso.provider, "") == "github-enterprise" ? "the URL of the server" : "the URL before /.well-known/openid-configuration"}."
  }

  validation {
    condition     = var.sso == null ? true : var.sso.issuer == null ? true : contains(concat(local.sso_providers_with_issuer, ["gitlab"]), var.sso.provider)
    error_message = "sso.issuer is not used by the provider ${try(var.sso.provider, "")}. Remove it."
  }

  validation {
    condition     = try(var.sso.issuer, null) == null ? true : can(regex("^https://[^/\\s]+(/[^\\s]*[^/\\s])?$", var.sso.issuer)) && !strcontains(var.sso.issuer, "/.well-known/")
    error_message = "sso.issuer '${coalesce(try(var.sso.issuer, null), "-")}' must begin with https:// and end without a slash and without /.well-known/openid-configuration. Example: https://login.example.com/realms/acme."
  }

  validation {
    condition     = try(var.sso.provider, "") != "authentik" || can(regex("/application/o/[^/]+$", var.sso.issuer))
    error_message = "sso.issuer of Authentik must end with /application/o/SLUG. Langfuse would not start."
  }

  validation {
    condition     = var.sso == null ? true : (var.sso.provider == "entra-id") == (var.sso.tenant_id != null)
    error_message = "sso.tenant_id is required by the provider entra-id and not used by others. It is the Directory (tenant) ID."
  }

  validation {
    condition     = try(var.sso.tenant_id, null) == null ? true : !contains(["common", "organizations", "consumers"], var.sso.tenant_id)
    error_message = "sso.tenant_id '${coalesce(try(var.sso.tenant_id, null), "-")}' would admit every Microsoft account. Set the ID of your own tenant."
  }

  validation {
    condition     = var.sso == null ? true : (var.sso.provider == "google") == (length(var.sso.allowed_domains) > 0)
    error_message = "sso.allowed_domains is required by the provider google, which would otherwise admit every Google account, and not used by others. Example: [\"example.com\"]."
  }

  validation {
    condition     = var.sso == null ? true : alltrue([for domain in var.sso.allowed_domains : can(regex("^([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}$", domain))])
    error_message = "sso.allowed_domains must contain lowercase domains without @. Example: [\"example.com\"]."
  }

  validation {
    condition     = var.sso == null ? true : var.sso.button_name == null ? true : contains(["oidc", "keycloak"], var.sso.provider)
    error_message = "sso.button_name is not used by the provider ${try(var.sso.provider, "")}. Remove it."
  }

  validation {
    condition     = var.sso == null ? true : var.sso.scope == null ? true : contains(["oidc", "keycloak", "jumpcloud"], var.sso.provider)
    error_message = "sso.scope is not used by the provider ${try(var.sso.provider, "")}. Remove it."
  }

  validation {
    condition     = var.sso == null ? true : var.sso.role == null ? true : contains(["OWNER", "ADMIN", "MEMBER", "VIEWER", "NONE"], var.sso.role)
    error_message = "sso.role '${coalesce(try(var.sso.role, null), "-")}' must be OWNER, ADMIN, MEMBER, VIEWER or NONE."
  }

  validation {
    condition     = var.sso == null ? true : !(var.sso.provider == "github" || (var.sso.provider == "gitlab" && var.sso.issuer == null)) || coalesce(var.sso.role, "NONE") == "NONE"
    error_message = "sso.role must be NONE with the provider ${try(var.sso.provider, "")}: everyone can create an account there and would see all traces. Invite users to the organization instead."
  }
}
