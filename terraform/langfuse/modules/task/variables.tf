variable "stack" {
  description = "Name of the stack, which begins every name."
  type        = string
  nullable    = false
}

variable "thing" {
  description = "What runs: the container's name, and the end of every name."
  type        = string
  nullable    = false
}

variable "image" {
  description = "Reference of the image, by digest."
  type        = string
  nullable    = false
}

variable "cpu" {
  description = "Fargate's units of cpu, 1024 to a vCPU."
  type        = number
  nullable    = false
}

variable "memory" {
  description = "Memory in MiB."
  type        = number
  nullable    = false
}

variable "port" {
  description = "Port that the container listens on; null for none."
  type        = number
  default     = null
}

variable "entry_point" {
  description = "Takes the place of the image's entry point; null keeps it."
  type        = list(string)
  default     = null
}

variable "command" {
  description = "Takes the place of the image's command; null keeps it."
  type        = list(string)
  default     = null
}

variable "environment" {
  description = "Environment by name; nothing secret, since everybody who may describe a task definition reads it."
  type        = map(string)
  default     = {}
  nullable    = false
}

variable "secrets" {
  description = "Secret environment by name: ARNs of Secrets Manager, bare or with `:key::`."
  type        = map(string)
  default     = {}
  nullable    = false
}

variable "health_check" {
  description = "Command that tells a healthy container, and how often it may fail in a row; null for none."
  type = object({
    command = list(string)
    retries = optional(number, 3)
  })
  default = null
}

variable "stop_timeout" {
  description = "Seconds between the request to stop and the kill; 120 is Fargate's most."
  type        = number
  default     = 120
  nullable    = false
}

variable "permissions" {
  description = "What the program may do, by the id of the statement."
  type = map(object({
    actions    = list(string)
    resources  = list(string)
    conditions = optional(map(map(string)), {})
  }))
  default  = {}
  nullable = false
}

variable "permissions_boundary" {
  description = "ARN of the permissions boundary of both roles; null for none."
  type        = string
  default     = null
}

variable "log_retention_days" {
  description = "How long CloudWatch keeps the logs."
  type        = number
  nullable    = false
}
