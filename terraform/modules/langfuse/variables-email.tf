variable "email" {
  description = "Outgoing email of Langfuse, for password resets, invitations and notifications: Amazon SES with the task role, or an SMTP server. Null for none."
  type = object({
    from = string
    ses = optional(object({
      # Null for the Region of the stack.
      region = optional(string)
      # Creates the identity of the sender's domain. False if it exists.
      create_identity = optional(bool, false)
    }))
    smtp = optional(object({
      # Secret with the whole URL: smtp://USER:PASSWORD@HOST:587, or smtps://USER:PASSWORD@HOST:465.
      url_secret_arn = string
      port           = optional(number, 587)
      # Destinations that the security groups allow on the port.
      cidr_blocks = optional(set(string), ["0.0.0.0/0"])
    }))
  })
  default = null

  validation {
    condition     = var.email == null ? true : can(regex("^[^@\\s<>]+@([A-Za-z0-9][A-Za-z0-9-]*\\.)+[A-Za-z]{2,}$", var.email.from))
    error_message = "email.from '${try(var.email.from, "")}' must be an email address without a name. Example: langfuse@example.com."
  }

  validation {
    condition     = var.email == null ? true : (var.email.ses == null) != (var.email.smtp == null)
    error_message = "email must contain exactly one of ses and smtp. Example: ses = {}."
  }

  validation {
    condition     = try(var.email.ses.region, null) == null ? true : can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.email.ses.region))
    error_message = "email.ses.region '${coalesce(try(var.email.ses.region, null), "-")}' is not an AWS Region name. Example: eu-central-1."
  }

  validation {
    condition     = try(var.email.ses.create_identity, false) ? var.email.ses.region == null : true
    error_message = "email.ses.create_identity creates the identity in the Region of the stack. Remove email.ses.region, or create the identity there yourself."
  }

  validation {
    condition     = try(var.email.ses, null) == null || local.langfuse_sends_with_ses
    error_message = "email.ses needs Langfuse 3.176.0 or later, and the stack runs ${local.langfuse_version}. Update Langfuse, or use email.smtp."
  }

  validation {
    condition     = try(var.email.smtp, null) == null ? true : can(regex(local.secret_arn_pattern, var.email.smtp.url_secret_arn))
    error_message = "email.smtp.url_secret_arn must be a Secrets Manager ARN, not the URL itself. Append `:key::` to select a key of a JSON secret."
  }

  validation {
    condition     = try(var.email.smtp, null) == null ? true : var.email.smtp.port >= 1 && var.email.smtp.port <= 65535 && floor(var.email.smtp.port) == var.email.smtp.port && var.email.smtp.port != 25
    error_message = "email.smtp.port is ${try(var.email.smtp.port, 0)}. Use the submission port of the server, usually 587 or 465: AWS blocks outbound connections to port 25."
  }

  validation {
    condition     = try(var.email.smtp, null) == null ? true : length(var.email.smtp.cidr_blocks) > 0 && alltrue([for block in var.email.smtp.cidr_blocks : try(cidrsubnet(block, 0, 0) == block, false) && !strcontains(block, ":")])
    error_message = "email.smtp.cidr_blocks must contain at least one IPv4 CIDR block, written with the first address of its network. Example: 203.0.113.25/32."
  }
}
