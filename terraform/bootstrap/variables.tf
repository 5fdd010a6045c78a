variable "region" {
  description = "AWS Region of the state bucket and of the stacks that the deploy role can deploy, for example eu-central-1."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]{2,4}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "region '${var.region}' is not an AWS Region name. Example: eu-central-1."
  }
}

variable "account_id" {
  description = "ID of the AWS account to deploy to. Terraform fails if the credentials belong to another account; null accepts any account."
  type        = string
  default     = null

  validation {
    condition     = var.account_id == null ? true : can(regex("^[0-9]{12}$", var.account_id))
    error_message = "account_id ${jsonencode(var.account_id)} does not have 12 digits. Quote it, so that leading zeros are kept."
  }
}

variable "name" {
  description = "Prefix of all resource names. The roles can manage only stacks whose name is this prefix, or this prefix followed by a hyphen and a suffix."
  type        = string
  default     = "langfuse"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,19}$", var.name)) && !endswith(var.name, "-") && !strcontains(var.name, "--")
    error_message = "name '${var.name}' must have 2 to 20 lowercase letters, digits and single hyphens, start with a letter and not end with a hyphen."
  }

  # A stack could not have the name: terraform/modules/langfuse.
  validation {
    condition     = !can(regex("^(aws|ecs|fargate|internal-|sg-)", var.name))
    error_message = "name '${var.name}' starts with aws, ecs, fargate, internal- or sg-, which AWS does not allow in names of resources."
  }

  validation {
    condition     = !contains(["plans", "bootstrap", "env"], var.name)
    error_message = "name '${var.name}' is a reserved prefix in the state bucket. Choose another name."
  }
}

variable "repository" {
  description = "GitHub repository whose workflows can assume the roles, as `owner/name`. Case-sensitive: use the spelling that GitHub shows."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+$", var.repository))
    error_message = "repository '${var.repository}' does not have the form owner/name. Example: acme/langfuse-deploy."
  }
}

variable "repository_id" {
  description = "Numeric ID of the GitHub repository, from `gh api repos/OWNER/NAME --jq .id`. Keeps the trust with this repository if its name is reused; null checks the name only."
  type        = number
  default     = null

  validation {
    condition     = var.repository_id == null ? true : var.repository_id > 0 && floor(var.repository_id) == var.repository_id
    error_message = "repository_id must be a positive integer. Read it with: gh api repos/OWNER/NAME --jq .id"
  }
}

variable "owner_id" {
  description = "Numeric ID of the repository owner, from `gh api repos/OWNER/NAME --jq .owner.id`. Null checks the name only."
  type        = number
  default     = null

  validation {
    condition     = var.owner_id == null ? true : var.owner_id > 0 && floor(var.owner_id) == var.owner_id
    error_message = "owner_id must be a positive integer. Read it with: gh api repos/OWNER/NAME --jq .owner.id"
  }
}

variable "branch" {
  description = "Branch that is deployed. No other branch can assume the deploy role."
  type        = string
  default     = "main"
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9][A-Za-z0-9._/-]*$", var.branch)) && !startswith(var.branch, "refs/")
    error_message = "branch '${var.branch}' must be a branch name without refs/heads/. Example: main."
  }
}

variable "environment" {
  description = "GitHub environment of the deploy jobs. The deploy role trusts only jobs with this environment on the branch; null checks the branch only."
  type        = string
  default     = "production"

  validation {
    condition     = var.environment == null ? true : can(regex("^[A-Za-z0-9][A-Za-z0-9._-]*$", var.environment))
    error_message = "environment ${jsonencode(var.environment)} may contain only letters, digits, dots, hyphens and underscores, because GitHub escapes other characters in its tokens."
  }
}

variable "destroy_environment" {
  description = "GitHub environment of destroy.yml. With null, no workflow can use it to destroy a stack. Create the environment with required reviewers first, set this for the destruction, and remove it afterwards."
  type        = string
  default     = null

  validation {
    condition     = var.destroy_environment == null ? true : can(regex("^[A-Za-z0-9][A-Za-z0-9._-]*$", var.destroy_environment)) && var.destroy_environment != var.environment
    error_message = "destroy_environment ${jsonencode(var.destroy_environment)} may contain only letters, digits, dots, hyphens and underscores, and must differ from environment, whose reviewers approve deployments."
  }
}

variable "deploy_workflow" {
  description = "Path of the only workflow that can assume the deploy role, for example .github/workflows/deploy.yml. Null allows every workflow on the branch."
  type        = string
  default     = null

  validation {
    condition     = var.deploy_workflow == null ? true : can(regex("^\\.github/workflows/[A-Za-z0-9._-]+\\.ya?ml$", var.deploy_workflow))
    error_message = "deploy_workflow ${jsonencode(var.deploy_workflow)} is not the path of a workflow file. Example: .github/workflows/deploy.yml."
  }
}

variable "settings_workflows" {
  description = "Versions of the workflows that take only settings from `repository` (examples/settings), as `owner/name@<commit SHA>` or, for immutable releases, `owner/name@refs/tags/v1.2.3`. The roles then trust no other workflow. During an update, list the old and the new version. Empty trusts the workflows of `repository`."
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for source in var.settings_workflows : can(regex("^[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+@([0-9a-f]{40}|refs/tags/v[0-9]+\\.[0-9]+\\.[0-9]+)$", source))])
    error_message = "settings_workflows ${jsonencode(var.settings_workflows)} must have the form owner/name@<commit SHA of 40 digits> or owner/name@refs/tags/v1.2.3. Branches and short tags such as v1 can be moved."
  }

  validation {
    condition     = length(var.settings_workflows) <= 2
    error_message = "settings_workflows has ${length(var.settings_workflows)} versions. The trust policies have space for 2: the old and the new one."
  }

  validation {
    condition     = length(var.settings_workflows) == 0 || var.deploy_workflow == null && var.destroy_environment == null
    error_message = "settings_workflows cannot be combined with deploy_workflow or destroy_environment, which trust workflows of the repository itself."
  }
}

variable "variable_prefix" {
  description = "Prefix of the names of the repository variables, for example STAGING_, if the repository deploys to several environments. It is the input variable-prefix of the workflows."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^([A-Z][A-Z0-9_]*_)?$", var.variable_prefix)) && !startswith(var.variable_prefix, "GITHUB_")
    error_message = "variable_prefix '${var.variable_prefix}' must have uppercase letters, digits and underscores, end with an underscore, and not start with GITHUB_."
  }
}

variable "create_oidc_provider" {
  description = "Whether to create GitHub's OIDC identity provider. Set to false if it exists: an account can have only one."
  type        = bool
  default     = true
  nullable    = false
}

variable "hosted_zone_ids" {
  description = "IDs of the Route 53 hosted zones in which the deploy role can change records. Empty if no stack has a domain."
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for id in var.hosted_zone_ids : can(regex("^Z[A-Z0-9]{1,31}$", id))])
    error_message = "hosted_zone_ids must be IDs such as Z0123456789ABCDEFGHIJ, not names. List them with: aws route53 list-hosted-zones"
  }

  validation {
    condition     = length(var.hosted_zone_ids) <= 20
    error_message = "hosted_zone_ids has ${length(var.hosted_zone_ids)} entries. The deploy role's policy has space for 20."
  }
}

variable "listener_arns" {
  description = "ARNs of the listeners of existing load balancers to which the deploy role can add rules, for `load_balancer_external` of a stack. With a rule, the role can take over the traffic of the listener."
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for arn in var.listener_arns : can(regex("^arn:[a-z-]+:elasticloadbalancing:${var.region}:[0-9]{12}:listener/app/[A-Za-z0-9-]+/[0-9a-f]+/[0-9a-f]+$", arn))])
    error_message = "listener_arns must contain ARNs of listeners of application load balancers in ${var.region}: aws elbv2 describe-listeners --load-balancer-arn ARN --query 'Listeners[].[ListenerArn,Protocol]'"
  }

  validation {
    condition     = length(var.listener_arns) <= 2
    error_message = "listener_arns has ${length(var.listener_arns)} entries. The deploy role's policy has space for 2."
  }
}

variable "boundary_actions" {
  description = "Additional actions that the permissions boundary allows, for `email.ses`, `bedrock_models` and `langfuse.permissions` of a stack. Example: bedrock:InvokeModel, ses:SendEmail, ses:SendRawEmail."
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for action in var.boundary_actions : can(regex("^[a-z0-9-]+:[A-Za-z]+\\*?$", action)) && !can(regex("^(iam|sts|organizations|account):", action))])
    error_message = "boundary_actions must contain actions such as bedrock:InvokeModel*, without those of iam, sts, organizations and account, which could extend the permissions of a role."
  }
}

variable "kms_key_arns" {
  description = "ARNs of the KMS keys that stacks use as `kms_key_arn`. Empty if they use the keys of AWS."
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for arn in var.kms_key_arns : can(regex("^arn:[a-z-]+:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$", arn))])
    error_message = "kms_key_arns must contain ARNs of keys, not aliases: aws kms describe-key --key-id alias/NAME --query KeyMetadata.Arn --output text"
  }

  validation {
    condition     = length(var.kms_key_arns) <= 5
    error_message = "kms_key_arns has ${length(var.kms_key_arns)} entries. The policies have space for 5."
  }
}

variable "retention_days" {
  description = "Days to keep noncurrent state versions (`state`) and records of reviewed plans (`plans`)."
  type        = object({ state = optional(number, 365), plans = optional(number, 90) })
  default     = {}
  nullable    = false

  validation {
    condition     = min(var.retention_days.state, var.retention_days.plans) >= 7
    error_message = "retention_days.state is ${var.retention_days.state} and retention_days.plans is ${var.retention_days.plans}. Both must be at least 7, so that records outlive the review."
  }
}

variable "tags" {
  description = "Tags of all resources that support tags."
  type        = map(string)
  default     = {}
  nullable    = false
}
