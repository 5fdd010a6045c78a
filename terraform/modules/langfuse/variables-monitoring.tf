variable "alarm_emails" {
  description = "Email addresses that receive alarm notifications. SNS asks each address to confirm the subscription."
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for email in var.alarm_emails : can(regex("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$", email))])
    error_message = "alarm_emails contains invalid email addresses: ${join(", ", [for email in var.alarm_emails : email if !can(regex("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$", email))])}. Example: on-call@example.com."
  }
}

variable "alarm_thresholds" {
  description = "Alarm thresholds that replace the defaults in cloudwatch-alarms.tf, by alarm name."
  type        = map(number)
  default     = {}
  nullable    = false

  validation {
    condition     = length(setsubtract(keys(var.alarm_thresholds), keys(local.alarm_rules))) == 0
    error_message = "alarm_thresholds contains unknown alarms: ${join(", ", setsubtract(keys(var.alarm_thresholds), keys(local.alarm_rules)))}. The alarms of this stack are ${join(", ", keys(local.alarm_rules))}."
  }
}
