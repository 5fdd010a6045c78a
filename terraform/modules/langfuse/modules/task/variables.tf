variable "stack" {
  description = "Name of the stack. Prefix of all resource names."
  type        = string
  nullable    = false
}

variable "tags" {
  description = "Tags of all resources."
  type        = map(string)
  nullable    = false
}

variable "partition" {
  description = "AWS partition, for example aws."
  type        = string
  nullable    = false
}

variable "region" {
  description = "AWS Region of the logs."
  type        = string
  nullable    = false
}

variable "component" {
  description = "Name of the container. Suffix of all resource names."
  type        = string
  nullable    = false
}

variable "image" {
  description = "Image reference with a digest."
  type        = string
  nullable    = false
}

variable "cpu" {
  description = "CPU units; 1024 units are one vCPU."
  type        = number
  nullable    = false
}

variable "memory" {
  description = "Memory in MiB."
  type        = number
  nullable    = false
}

variable "on_instance" {
  description = "Memory in MiB of a task on an instance, with the network of Docker: ECS reserves `reservation`, and Docker kills the container above `limit`. Null runs the task on Fargate."
  type        = object({ reservation = number, limit = number })
  default     = null
}

variable "host_volume" {
  description = "Directory of the instance and its path in the container. Null for none."
  type        = object({ host_path = string, container_path = string })
  default     = null
}

variable "port" {
  description = "Container port. Null for none."
  type        = number
  default     = null
}

variable "entry_point" {
  description = "Replaces the image's ENTRYPOINT. Null keeps it."
  type        = list(string)
  default     = null
}

variable "command" {
  description = "Replaces the image's CMD. Null keeps it."
  type        = list(string)
  default     = null
}

variable "environment" {
  description = "Environment variables. Must not contain secrets, because ecs:DescribeTaskDefinition returns them."
  type        = map(string)
  default     = {}
  nullable    = false
}

variable "labels" {
  description = "Docker labels of the container. A change of a label replaces the tasks."
  type        = map(string)
  default     = {}
  nullable    = false
}

variable "secrets" {
  description = "Environment variables from Secrets Manager, as ARNs with an optional `:key::` suffix."
  type        = map(string)
  default     = {}
  nullable    = false
}

variable "health_check" {
  description = "Container health check and its number of retries. Null for none."
  type = object({
    command = list(string)
    retries = optional(number, 3)
  })
  default = null
}

variable "stop_timeout" {
  description = "Seconds between SIGTERM and SIGKILL. Fargate allows up to 120."
  type        = number
  default     = 120
  nullable    = false
}

variable "permissions" {
  description = "Statements of the task role's policy, by statement ID."
  type = map(object({
    actions    = list(string)
    resources  = list(string)
    conditions = optional(map(map(string)), {})
  }))
  default  = {}
  nullable = false
}

variable "permissions_boundary" {
  description = "ARN of the permissions boundary of both roles. Null for none."
  type        = string
  default     = null
}

variable "log_retention_days" {
  description = "Days to keep logs in CloudWatch Logs."
  type        = number
  nullable    = false
}

variable "sidecars" {
  description = "Further containers of the task, by name. The task continues if one of them stops."
  type = map(object({
    image       = string
    command     = optional(list(string))
    environment = optional(map(string), {})
    secrets     = optional(map(string), {})
    memory      = number
  }))
  default  = {}
  nullable = false
}

variable "kms_key_arn" {
  description = "ARN of the KMS key of the logs and secrets. Null uses the keys of AWS."
  type        = string
  default     = null
}
