variable "clickhouse_external" {
  description = "A ClickHouse that is there already, such as ClickHouse Cloud; null runs one in this stack. Users and passwords are made there: one that may do everything in the database default, and for Grafana one that may only read."
  type = object({
    host                = string
    port_http           = optional(number, 8443)
    port_native         = optional(number, 9440)
    secure              = optional(bool, true)
    user                = optional(string, "default")
    password_secret_arn = string
    grafana = optional(object({
      user                = string
      password_secret_arn = string
    }))
    # What the tasks may reach on those two ports.
    cidr_blocks = optional(set(string), ["0.0.0.0/0"])
  })
  default = null

  validation {
    condition     = var.clickhouse_external == null ? true : can(regex("^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$", var.clickhouse_external.host))
    error_message = "clickhouse_external.host must be a host name without scheme and port, as in abc123.eu-central-1.aws.clickhouse.cloud."
  }

  validation {
    condition = var.clickhouse_external == null ? true : alltrue([
      for arn in concat([var.clickhouse_external.password_secret_arn], var.clickhouse_external.grafana == null ? [] : [var.clickhouse_external.grafana.password_secret_arn]) :
      can(regex("^arn:[a-z-]+:secretsmanager:[^:]+:[0-9]{12}:secret:[^:]+(:[^:]*:[^:]*:[^:]*)?$", arn))
    ])
    error_message = "clickhouse_external takes passwords as ARNs of Secrets Manager, each bare or with `:key::` for one key of a JSON secret; a password that is not alphanumeric breaks Langfuse's migrations."
  }

  validation {
    condition     = var.clickhouse_external == null || !var.grafana.enabled ? true : var.clickhouse_external.grafana != null
    error_message = "clickhouse_external.grafana must name a read-only user for Grafana, or grafana.enabled be false: Grafana's users could do whatever its user in ClickHouse may."
  }

  validation {
    condition     = var.clickhouse_external == null ? true : alltrue([for block in var.clickhouse_external.cidr_blocks : can(cidrhost(block, 0)) && !strcontains(block, ":")])
    error_message = "clickhouse_external.cidr_blocks takes IPv4 ranges, as in 10.1.0.0/16."
  }
}

variable "clickhouse_snapshot_id" {
  description = "Snapshot that ClickHouse's volume is made from. A change replaces the volume, which deletion_protection refuses; the old one leaves a final snapshot."
  type        = string
  default     = null

  validation {
    condition     = var.clickhouse_snapshot_id == null ? true : can(regex("^snap-[0-9a-f]+$", var.clickhouse_snapshot_id))
    error_message = "clickhouse_snapshot_id must be the id of a snapshot, as in snap-0123456789abcdef0."
  }

  validation {
    condition     = var.clickhouse_snapshot_id == null || var.clickhouse_external == null
    error_message = "clickhouse_snapshot_id is for the ClickHouse that the stack runs; clickhouse_external has no volume here."
  }
}

variable "backup" {
  description = "When ClickHouse is backed up to S3 (an expression of EventBridge Scheduler, in UTC), how long a backup is kept, and how many daily snapshots of its volume."
  type = object({
    schedule       = optional(string, "cron(0 3 * * ? *)")
    retention_days = optional(number, 14)
    snapshots      = optional(number, 7)
  })
  default  = {}
  nullable = false

  validation {
    condition     = can(regex("^(cron|rate)\\(.+\\)$", var.backup.schedule))
    error_message = "backup.schedule '${var.backup.schedule}' must be an expression of EventBridge Scheduler, as in cron(0 3 * * ? *)."
  }

  validation {
    condition     = var.backup.retention_days >= 1 && floor(var.backup.retention_days) == var.backup.retention_days
    error_message = "backup.retention_days is ${var.backup.retention_days}; it must be a whole number from 1 on."
  }

  validation {
    condition     = contains(range(1, 1001), var.backup.snapshots)
    error_message = "backup.snapshots is ${var.backup.snapshots}; it must be between 1 and 1000."
  }
}
