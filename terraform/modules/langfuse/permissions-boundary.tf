module "permissions_boundary" {
  source = "./modules/permissions-boundary"

  stack                = var.name
  permissions_boundary = var.permissions_boundary
}

locals {
  permissions_boundary = module.permissions_boundary.arn
}

locals {
  # Statements beyond those for which every boundary of terraform/bootstrap is made.
  optional_permissions = merge(local.email_permission, local.bedrock_permission, var.langfuse.permissions)

  optional_actions = toset(flatten([for statement in values(local.optional_permissions) : statement.actions]))

  # A boundary of your own may be unreadable for the plan role.
  boundary_to_check = (length(local.optional_actions) == 0 && var.bucket_external == null) || module.permissions_boundary.bootstrap_arn == null ? {} : { this = module.permissions_boundary.bootstrap_arn }

  boundary_statements = flatten([for policy in data.aws_iam_policy.boundary : jsondecode(policy.policy).Statement])

  boundary_action_patterns = [
    for action in flatten([for statement in local.boundary_statements : statement.Action if statement.Effect == "Allow"]) :
    "^${replace(replace(lower(action), "*", ".*"), "?", ".")}$"
  ]

  actions_beyond_boundary = sort([
    for action in local.optional_actions : action
    if length(local.boundary_to_check) > 0 && !anytrue([for pattern in local.boundary_action_patterns : can(regex(pattern, lower(action)))])
  ])

  # It allows objects of the buckets whose names begin with its `name`, and by boundary_actions those of all buckets.
  bucket_is_beyond_boundary = var.bucket_external == null || length(local.boundary_to_check) == 0 ? false : !startswith(var.bucket_external.name, "${local.secret_prefix}-") && !anytrue([
    for statement in local.boundary_statements : contains(flatten([statement.Action]), "s3:PutObject") if statement.Effect == "Allow" && try(statement.Resource == "*", false)
  ])

  # The boundary of terraform/bootstrap allows the secrets whose names begin with its `name`.
  secret_prefix = module.permissions_boundary.bootstrap_arn == null ? "" : trimsuffix(basename(module.permissions_boundary.bootstrap_arn), "-boundary")

  given_secrets = toset(concat(
    values(var.langfuse.secrets),
    values(local.sso_secrets),
    values(local.email_secrets),
    values(local.license_secrets),
    flatten([for sidecar in values(var.sidecars) : values(sidecar.secrets)]),
    var.clickhouse_external == null ? [] : [var.clickhouse_external.password_secret_arn],
    try([var.clickhouse_external.grafana.password_secret_arn], []),
    try([var.postgres_external.password_secret_arn], []),
    try(compact([var.valkey_external.password_secret_arn]), []),
  ))

  secrets_beyond_boundary = sort([for arn in local.given_secrets : split(":", arn)[6] if !startswith(try(split(":", arn)[6], local.secret_prefix), local.secret_prefix)])
}

data "aws_iam_policy" "boundary" {
  for_each = local.boundary_to_check

  arn = each.value
}

check "permissions_boundary" {
  assert {
    condition     = length(local.actions_beyond_boundary) == 0
    error_message = "The permissions boundary denies ${join(", ", local.actions_beyond_boundary)} to web and worker. Add to terraform/bootstrap and apply it: boundary_actions = ${jsonencode(local.actions_beyond_boundary)}"
  }

  assert {
    condition     = !local.bucket_is_beyond_boundary
    error_message = "The permissions boundary allows only buckets whose names begin with ${local.secret_prefix}-, so web and worker cannot use ${try(var.bucket_external.name, "")}. Add to terraform/bootstrap and apply it: boundary_actions = [\"s3:AbortMultipartUpload\", \"s3:DeleteObject\", \"s3:GetObject\", \"s3:ListBucket\", \"s3:PutObject\"]"
  }

  assert {
    condition     = length(local.secrets_beyond_boundary) == 0
    error_message = "The permissions boundary allows only secrets whose names begin with ${local.secret_prefix}, so the tasks cannot start with ${join(", ", local.secrets_beyond_boundary)}. Create the secrets again with names such as ${local.secret_prefix}/sso."
  }
}
