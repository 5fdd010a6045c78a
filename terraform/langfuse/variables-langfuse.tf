variable "langfuse" {
  description = "What Langfuse starts with, and further environment of web and worker; secrets are references as ECS takes them, and the v4 part is set on Langfuse 4 only."
  type = object({
    organisation  = optional(object({ id = optional(string, "default"), name = optional(string, "Langfuse") }), {})
    project       = optional(object({ id = optional(string, "default"), name = optional(string, "Default") }), {})
    first_user    = optional(object({ email = optional(string, "admin@example.com"), name = optional(string, "Admin") }), {})
    allow_sign_up = optional(bool, false)
    telemetry     = optional(bool, false)
    # Some hundred custom metrics, which CloudWatch charges for one by one.
    publish_metrics = optional(bool, false)
    environment     = optional(map(string), {})
    secrets         = optional(map(string), {})
    v4 = optional(object({
      write_mode            = optional(string, "events_only")
      native_otel_behaviour = optional(string, "direct")
      allow_preview_opt_in  = optional(bool, true)
      historic_backfill     = optional(bool, true)
    }), {})
  })
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for id in [var.langfuse.organisation.id, var.langfuse.project.id] : can(regex("^[A-Za-z0-9_-]+$", id))])
    error_message = "langfuse.organisation.id and langfuse.project.id are parts of URLs: letters, digits, hyphens and underscores."
  }

  validation {
    condition     = can(regex("^[^@\\s\"\\\\]+@[^@\\s\"\\\\]+\\.[^@\\s\"\\\\]+$", var.langfuse.first_user.email))
    error_message = "langfuse.first_user.email '${var.langfuse.first_user.email}' is not an e-mail address; Langfuse does not start with it."
  }

  validation {
    condition     = length(setintersection(keys(var.langfuse.environment), keys(var.langfuse.secrets))) == 0
    error_message = "langfuse.environment and langfuse.secrets both set ${join(", ", setintersection(keys(var.langfuse.environment), keys(var.langfuse.secrets)))}; ECS takes a name once."
  }

  validation {
    condition     = length(setintersection(concat(keys(var.langfuse.environment), keys(var.langfuse.secrets)), local.reserved_environment)) == 0
    error_message = "langfuse.environment and langfuse.secrets must leave out what the stack sets by itself: ${join(", ", setintersection(concat(keys(var.langfuse.environment), keys(var.langfuse.secrets)), local.reserved_environment))}."
  }

  validation {
    condition     = alltrue([for reference in values(var.langfuse.secrets) : can(regex("^arn:[a-z-]+:secretsmanager:[^:]+:[0-9]{12}:secret:[^:]+(:[^:]*:[^:]*:[^:]*)?$", reference))])
    error_message = "langfuse.secrets takes ARNs of Secrets Manager, each bare or with `:key::` for one key of a JSON secret."
  }

  validation {
    condition     = contains(["legacy", "dual", "events_only"], var.langfuse.v4.write_mode) && contains(["dual_write", "direct"], var.langfuse.v4.native_otel_behaviour)
    error_message = "langfuse.v4.write_mode is one of legacy, dual and events_only, and native_otel_behaviour one of dual_write and direct."
  }

  # The worker checks the same, and does not start otherwise.
  validation {
    condition     = var.langfuse.v4.native_otel_behaviour == "direct" ? var.langfuse.v4.write_mode != "legacy" : var.langfuse.v4.write_mode != "events_only"
    error_message = "langfuse.v4: native_otel_behaviour direct needs write_mode dual or events_only, and dual_write needs legacy or dual."
  }

  validation {
    condition     = var.langfuse.v4.write_mode != "events_only" || var.langfuse.v4.allow_preview_opt_in
    error_message = "langfuse.v4: write_mode events_only needs allow_preview_opt_in, else nothing that is written can be read."
  }
}

variable "events_expire_days" {
  description = "After how many days S3 deletes raw events; Langfuse reads them to bring a late update of a trace together with what came before."
  type        = number
  default     = 30
  nullable    = false

  validation {
    condition     = var.events_expire_days >= 1 && floor(var.events_expire_days) == var.events_expire_days
    error_message = "events_expire_days is ${var.events_expire_days}; it must be a whole number from 1 on."
  }
}
