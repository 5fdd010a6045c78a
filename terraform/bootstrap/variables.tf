variable "region" {
  description = "Region of the state bucket and of the stacks that the deploy role may make, as in eu-central-1."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]{2,4}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "region '${var.region}' is not the name of a region; one looks like eu-central-1."
  }
}

variable "account_id" {
  description = "The account to work in; with any other, Terraform stops before it does anything. Null for whichever the credentials lead to."
  type        = string
  default     = null

  validation {
    condition     = var.account_id == null ? true : can(regex("^[0-9]{12}$", var.account_id))
    error_message = "account_id has twelve digits and is given in quotes, since it may begin with 0."
  }
}

variable "name" {
  description = "Every name begins with it: what this root makes, and every stack that the roles may touch. A stack is called this, or this with a hyphen and more."
  type        = string
  default     = "langfuse"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,19}$", var.name)) && !endswith(var.name, "-")
    error_message = "name '${var.name}' must be 2 to 20 lower-case letters, digits and hyphens, begin with a letter and not end with a hyphen."
  }

  validation {
    condition     = !contains(["plans", "bootstrap", "env"], var.name)
    error_message = "name '${var.name}' is also the name of a folder that the state bucket needs for itself."
  }
}

variable "repository" {
  description = "The GitHub repository whose workflows may assume the roles, `owner/name`, in the letters that GitHub shows: capitals count."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+$", var.repository))
    error_message = "repository '${var.repository}' is not of the form owner/name, as in acme/langfuse-deploy."
  }
}

variable "repository_id" {
  description = "GitHub's number of the repository: `gh api repos/OWNER/NAME --jq .id`. Pins the roles to this very repository, whoever gets its name later. Null to go by the name alone."
  type        = number
  default     = null

  validation {
    condition     = var.repository_id == null ? true : var.repository_id > 0 && floor(var.repository_id) == var.repository_id
    error_message = "repository_id is a whole number above 0: gh api repos/OWNER/NAME --jq .id"
  }
}

variable "owner_id" {
  description = "GitHub's number of the repository's owner: `gh api repos/OWNER/NAME --jq .owner.id`. Null to go by the name alone."
  type        = number
  default     = null

  validation {
    condition     = var.owner_id == null ? true : var.owner_id > 0 && floor(var.owner_id) == var.owner_id
    error_message = "owner_id is a whole number above 0: gh api repos/OWNER/NAME --jq .owner.id"
  }
}

variable "branch" {
  description = "The branch that is deployed. No other branch can assume the deploy role."
  type        = string
  default     = "main"
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9][A-Za-z0-9._/-]*$", var.branch)) && !startswith(var.branch, "refs/")
    error_message = "branch '${var.branch}' must be the bare name of a branch, as in main."
  }
}

variable "environment" {
  description = "The GitHub environment that the deploy jobs name, as deploy.yml does. The deploy role is bound to it and to the branch. Null for the branch alone."
  type        = string
  default     = "production"

  validation {
    condition     = var.environment == null ? true : can(regex("^[A-Za-z0-9][A-Za-z0-9._-]*$", var.environment))
    error_message = "environment may have letters, digits, dots, hyphens and underscores: GitHub escapes others in its tokens."
  }
}

variable "deploy_workflow" {
  description = "The only workflow that may assume the deploy role, as in .github/workflows/deploy.yml. Null for every workflow that runs on the branch."
  type        = string
  default     = null

  validation {
    condition     = var.deploy_workflow == null ? true : can(regex("^\\.github/workflows/[A-Za-z0-9._-]+\\.ya?ml$", var.deploy_workflow))
    error_message = "deploy_workflow is the path of a file, as in .github/workflows/deploy.yml."
  }
}

variable "create_oidc_provider" {
  description = "Whether to register GitHub as an identity provider. False where the account has it already: there can be only one."
  type        = bool
  default     = true
  nullable    = false
}

variable "hosted_zone_ids" {
  description = "Route 53 zones that the deploy role may change records in: that of your domain. Empty without a domain."
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for id in var.hosted_zone_ids : can(regex("^Z[A-Z0-9]{1,31}$", id))])
    error_message = "hosted_zone_ids are ids such as Z0123456789ABCDEFGHIJ, not names: aws route53 list-hosted-zones"
  }

  validation {
    condition     = length(var.hosted_zone_ids) <= 20
    error_message = "At most 20 hosted_zone_ids fit into the policy of the deploy role."
  }
}

variable "retention_days" {
  description = "How long a version of a state is kept after a newer one took its place, and the record of a reviewed plan."
  type        = object({ state = optional(number, 365), plans = optional(number, 90) })
  default     = {}
  nullable    = false

  validation {
    condition     = min(var.retention_days.state, var.retention_days.plans) >= 7
    error_message = "retention_days must be at least 7: a plan that is reviewed on Friday is merged on Monday."
  }
}

variable "tags" {
  description = "Tags of everything that can have some."
  type        = map(string)
  default     = {}
  nullable    = false
}
