variable "alarm_emails" {
  description = "Who gets a mail when an alarm goes off; AWS asks each address once to agree."
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for email in var.alarm_emails : can(regex("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$", email))])
    error_message = "alarm_emails takes e-mail addresses, as in on-call@example.com."
  }
}

variable "alarm_thresholds" {
  description = "Other thresholds than those in alarms.tf, by the name of the alarm."
  type        = map(number)
  default     = {}
  nullable    = false

  validation {
    condition     = length(setsubtract(keys(var.alarm_thresholds), keys(local.alarm_rules))) == 0
    error_message = "alarm_thresholds: ${join(", ", setsubtract(keys(var.alarm_thresholds), keys(local.alarm_rules)))} names no alarm of this stack; they are ${join(", ", keys(local.alarm_rules))}."
  }
}
