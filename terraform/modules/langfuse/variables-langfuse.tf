variable "langfuse" {
  description = "Langfuse settings: initial organization, project and user; environment variables, secrets, IAM permissions (actions that terraform/bootstrap allows by `boundary_actions`) and outbound ports of web and worker. Langfuse reads first_user only at its first start. The attribute v4 applies to Langfuse 4 only."
  type = object({
    organisation = optional(object({ id = optional(string, "default"), name = optional(string, "Langfuse") }), {})
    project      = optional(object({ id = optional(string, "default"), name = optional(string, "Default") }), {})
    first_user   = object({ email = string, name = optional(string, "Admin") })
    # Overrides the major version of the image, which otherwise comes from its tag.
    major         = optional(number)
    allow_sign_up = optional(bool, false)
    telemetry     = optional(bool, false)
    # Publishes about 100 custom metrics, which CloudWatch charges individually.
    publish_metrics = optional(bool, false)
    environment     = optional(map(string), {})
    secrets         = optional(map(string), {})
    egress_ports    = optional(set(number), [])
    # By statement ID.
    permissions = optional(map(object({
      actions    = list(string)
      resources  = list(string)
      conditions = optional(map(map(string)), {})
    })), {})
    v4 = optional(object({
      write_mode            = optional(string, "events_only")
      native_otel_behaviour = optional(string, "direct")
      allow_preview_opt_in  = optional(bool, true)
      historic_backfill     = optional(bool, true)
    }), {})
  })
  nullable = false

  validation {
    condition     = var.langfuse.major != null || local.image_major != null
    error_message = "The version of Langfuse cannot be read from the tag of the image langfuse-web. Set langfuse.major to 3 or 4: each major version loses traces with the settings of the other."
  }

  validation {
    condition     = var.langfuse.major == null ? true : contains([3, 4], var.langfuse.major)
    error_message = "langfuse.major must be 3 or 4."
  }

  validation {
    condition     = alltrue([for port in var.langfuse.egress_ports : port >= 1 && port <= 65535 && floor(port) == port])
    error_message = "langfuse.egress_ports must contain TCP ports. Example: [5432]."
  }

  validation {
    condition     = !contains(var.langfuse.egress_ports, 443)
    error_message = "langfuse.egress_ports contains 443, which is open in any case. Remove it."
  }

  validation {
    condition     = !contains(var.langfuse.egress_ports, try(var.email.smtp.port, 0))
    error_message = "langfuse.egress_ports contains ${try(var.email.smtp.port, 0)}, which email.smtp opens. Remove it there."
  }

  validation {
    condition     = alltrue([for sid in keys(var.langfuse.permissions) : can(regex("^[A-Za-z0-9]+$", sid)) && !contains(local.reserved_statement_ids, sid)])
    error_message = "The keys of langfuse.permissions are statement IDs: letters and digits, except ${join(", ", local.reserved_statement_ids)}."
  }

  validation {
    condition     = alltrue([for id in [var.langfuse.organisation.id, var.langfuse.project.id] : can(regex("^[A-Za-z0-9_-]+$", id))])
    error_message = "langfuse.organisation.id '${var.langfuse.organisation.id}' and langfuse.project.id '${var.langfuse.project.id}' may contain only letters, digits, hyphens and underscores, because they are parts of URLs."
  }

  validation {
    # The rules of Langfuse's schema (zod's email expression), which RE2 cannot express in one pattern.
    condition = (
      can(regex("^[A-Za-z0-9_'+.-]*[A-Za-z0-9_+-]@([A-Za-z0-9][A-Za-z0-9-]*\\.)+[A-Za-z]{2,}$", var.langfuse.first_user.email))
      && !startswith(var.langfuse.first_user.email, ".") && !strcontains(var.langfuse.first_user.email, "..")
    )
    error_message = "langfuse.first_user.email '${var.langfuse.first_user.email}' is not an email address that Langfuse accepts. Langfuse would not start."
  }

  validation {
    condition     = alltrue([for name in concat(keys(var.langfuse.environment), keys(var.langfuse.secrets)) : can(regex("^[A-Za-z_][A-Za-z0-9_]*$", name))])
    error_message = "The keys of langfuse.environment and langfuse.secrets are names of environment variables: letters, digits and underscores."
  }

  validation {
    condition     = alltrue([for value in values(var.langfuse.environment) : value != null])
    error_message = "langfuse.environment contains null: ${join(", ", [for name, value in var.langfuse.environment : name if value == null])}. Remove it, or set an empty string."
  }

  validation {
    condition     = alltrue([for value in values(var.langfuse.environment) : !can(regex("^arn:[a-z-]+:(secretsmanager|ssm):", value))])
    error_message = "langfuse.environment contains the ARN of a secret: ${join(", ", [for name, value in var.langfuse.environment : name if can(regex("^arn:[a-z-]+:(secretsmanager|ssm):", value))])}. Langfuse would get the ARN itself. Use langfuse.secrets."
  }

  validation {
    condition     = length(setintersection(keys(var.langfuse.environment), keys(var.langfuse.secrets))) == 0
    error_message = "langfuse.environment and langfuse.secrets both define ${join(", ", setintersection(keys(var.langfuse.environment), keys(var.langfuse.secrets)))}. Remove it from one of them."
  }

  validation {
    condition     = length(setintersection(concat(keys(var.langfuse.environment), keys(var.langfuse.secrets)), setunion(local.reserved_environment, local.feature_environment))) == 0
    error_message = "langfuse.environment and langfuse.secrets must not define variables that the stack sets. Remove ${join(", ", setintersection(concat(keys(var.langfuse.environment), keys(var.langfuse.secrets)), setunion(local.reserved_environment, local.feature_environment)))}."
  }

  validation {
    condition     = alltrue([for reference in values(var.langfuse.secrets) : can(regex("^arn:[a-z-]+:secretsmanager:[^:]+:[0-9]{12}:secret:[^:]+(:[^:]*:[^:]*:[^:]*)?$", reference))])
    error_message = "langfuse.secrets must contain Secrets Manager ARNs. Append `:key::` to select a key of a JSON secret."
  }

  validation {
    condition     = contains(["legacy", "dual", "events_only"], var.langfuse.v4.write_mode) && contains(["dual_write", "direct"], var.langfuse.v4.native_otel_behaviour)
    error_message = "langfuse.v4.write_mode '${var.langfuse.v4.write_mode}' must be legacy, dual or events_only, and langfuse.v4.native_otel_behaviour '${var.langfuse.v4.native_otel_behaviour}' must be dual_write or direct."
  }

  # The worker refuses to start with other combinations.
  validation {
    condition     = var.langfuse.v4.native_otel_behaviour == "direct" ? var.langfuse.v4.write_mode != "legacy" : var.langfuse.v4.write_mode != "events_only"
    error_message = "langfuse.v4.native_otel_behaviour '${var.langfuse.v4.native_otel_behaviour}' does not support write_mode '${var.langfuse.v4.write_mode}'. Use direct with dual or events_only, and dual_write with legacy or dual."
  }

  validation {
    condition     = var.langfuse.v4.write_mode != "events_only" || var.langfuse.v4.allow_preview_opt_in
    error_message = "langfuse.v4.write_mode events_only requires allow_preview_opt_in = true. Without it, Langfuse cannot read the events it writes."
  }
}

variable "events_expire_days" {
  description = "Days after which S3 deletes raw events. Langfuse needs them to merge later updates into a trace."
  type        = number
  default     = 30
  nullable    = false

  validation {
    condition     = var.events_expire_days >= 1 && floor(var.events_expire_days) == var.events_expire_days
    error_message = "events_expire_days is ${var.events_expire_days}. It must be a positive integer."
  }
}

variable "license_key_secret_arn" {
  description = "ARN of the secret with Langfuse's Enterprise license key. Null for the open source features."
  type        = string
  default     = null

  validation {
    condition     = var.license_key_secret_arn == null ? true : can(regex(local.secret_arn_pattern, var.license_key_secret_arn))
    error_message = "license_key_secret_arn must be a Secrets Manager ARN, not the key itself. Append `:key::` to select a key of a JSON secret."
  }
}

variable "sidecars" {
  description = "Containers that run next to web and worker in each of their tasks, by name, such as an OpenTelemetry collector. They share the CPU and memory of the task, and localhost."
  type = map(object({
    image       = string
    command     = optional(list(string))
    environment = optional(map(string), {})
    secrets     = optional(map(string), {})
    # Hard limit in MiB. Increase web.memory and worker.memory by it.
    memory     = optional(number, 256)
    components = optional(set(string), ["web", "worker"])
  }))
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for name in keys(var.sidecars) : can(regex("^[a-z][a-z0-9-]{0,30}$", name)) && !contains(["web", "worker"], name)])
    error_message = "The keys of sidecars are container names: lowercase letters, digits and hyphens, except web and worker."
  }

  validation {
    condition     = alltrue([for sidecar in values(var.sidecars) : can(regex("^[^@\\s]+@sha256:[0-9a-f]{64}$", sidecar.image))])
    error_message = "sidecars.*.image must end with a digest, because a tag can change between plan and apply. Mirror the image: add it to images.yaml."
  }

  validation {
    condition     = alltrue([for sidecar in values(var.sidecars) : length(sidecar.components) > 0 && length(setsubtract(sidecar.components, ["web", "worker"])) == 0])
    error_message = "sidecars.*.components must contain web, worker or both."
  }

  validation {
    condition     = alltrue([for sidecar in values(var.sidecars) : sidecar.memory >= 6 && sidecar.memory <= 4096 && floor(sidecar.memory) == sidecar.memory])
    error_message = "sidecars.*.memory must be an integer between 6 and 4096."
  }

  validation {
    condition = length(var.sidecars) == 0 || alltrue([for component in ["web", "worker"] :
      local.size[component].memory - sum(concat([0], [for sidecar in values(var.sidecars) : sidecar.memory if contains(sidecar.components, component)])) >= 1024
    ])
    error_message = "The sidecars leave less than 1024 MiB for Langfuse in the task of web or worker. Increase web.memory and worker.memory by the memory of the sidecars."
  }

  validation {
    condition     = length(var.sidecars) == 0 || !local.is_tiny
    error_message = "sidecars is set, but size tiny has no memory for them. Remove sidecars, or use size = \"small\"."
  }

  validation {
    condition = alltrue(flatten([for sidecar in values(var.sidecars) : [
      [for name in concat(keys(sidecar.environment), keys(sidecar.secrets)) : can(regex("^[A-Za-z_][A-Za-z0-9_]*$", name))],
      [for value in values(sidecar.environment) : value != null && !can(regex("^arn:[a-z-]+:(secretsmanager|ssm):", value))],
    ]]))
    error_message = "sidecars.*.environment and secrets need names of letters, digits and underscores. environment contains values, neither null nor ARNs of secrets, which belong into secrets."
  }

  validation {
    condition     = alltrue(flatten([for sidecar in values(var.sidecars) : [for arn in values(sidecar.secrets) : can(regex(local.secret_arn_pattern, arn))]]))
    error_message = "sidecars.*.secrets must contain Secrets Manager ARNs. Append `:key::` to select a key of a JSON secret."
  }
}
