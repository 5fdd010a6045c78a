terraform {
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100.0, < 7.0.0"
    }
  }
}

variable "stack" {
  description = "Name of the stack."
  type        = string
  nullable    = false
}

variable "permissions_boundary" {
  description = "ARN of the permissions boundary. Null looks it up."
  type        = string
  default     = null
}

# Returns an empty list, not an error, if the account has no bootstrap.
data "aws_ssm_parameters_by_path" "bootstrap" {
  for_each = toset(var.permissions_boundary == null ? ["/langfuse-deploy/permissions-boundary"] : [])

  path = each.key
}

locals {
  # By `name` of terraform/bootstrap. The values are ARNs, which are not secret.
  registered = merge([for found in data.aws_ssm_parameters_by_path.bootstrap : {
    for index, name in found.names : basename(name) => nonsensitive(found.values)[index]
  }]...)

  # Bootstrap `langfuse` covers the stacks langfuse and langfuse-*. The longest matching name is the most specific one.
  matches = sort([for name in keys(local.registered) : name if var.stack == name || startswith(var.stack, "${name}-")])
  found   = length(local.matches) == 0 ? null : local.registered[reverse(local.matches)[0]]

  arn = var.permissions_boundary != null ? var.permissions_boundary : local.found
}

# Remembers that the stack has a boundary, so that a plan which does not find it fails instead of removing it.
resource "terraform_data" "this" {
  input = local.arn

  lifecycle {
    ignore_changes = [input]

    postcondition {
      condition     = self.output == null || local.arn != null
      error_message = "This plan would remove the permissions boundary ${coalesce(try(tostring(self.output), null), "-")} from all roles of ${var.stack}. Apply terraform/bootstrap again, which registers the boundary in Parameter Store, or set permissions_boundary."
    }
  }
}

output "arn" {
  description = "ARN of the permissions boundary. Null if the account has none for this stack."
  value       = local.arn

  # No role may change before the check.
  depends_on = [terraform_data.this]
}

output "bootstrap_arn" {
  description = "ARN of the boundary that terraform/bootstrap registered. Null without one, or if permissions_boundary is set."
  value       = var.permissions_boundary == null ? local.found : null
}
