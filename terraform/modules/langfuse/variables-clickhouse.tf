variable "clickhouse_external" {
  description = "Connection to an existing ClickHouse, such as ClickHouse Cloud; null runs ClickHouse in this stack. Langfuse's user needs all privileges on the database default, and Grafana needs a read-only user."
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
    # Destinations that the security groups allow on both ports.
    cidr_blocks = optional(set(string), ["0.0.0.0/0"])
    # Name of a replicated cluster of your own: Langfuse's migrations then run ON CLUSTER. Null for one server and for ClickHouse Cloud.
    cluster = optional(string)
    # AWS PrivateLink to ClickHouse Cloud: an endpoint with a private DNS name for the host.
    private_link = optional(object({
      service_name = string
    }))
    # The stack's own ClickHouse while its data moves: active (Langfuse still uses it), kept (Langfuse uses this connection), then removed.
    own_server = optional(string, "removed")
  })
  default = null

  validation {
    condition     = var.clickhouse_external == null ? true : contains(["active", "kept", "removed"], var.clickhouse_external.own_server)
    error_message = "clickhouse_external.own_server ${jsonencode(try(var.clickhouse_external.own_server, ""))} is not one of active, kept, removed. See docs/growing.md."
  }

  validation {
    condition     = var.clickhouse_external == null ? true : can(regex("^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$", var.clickhouse_external.host))
    error_message = "clickhouse_external.host must be a host name without scheme and port. Example: abc123.eu-central-1.aws.clickhouse.cloud."
  }

  validation {
    condition = var.clickhouse_external == null ? true : alltrue([
      for arn in concat([var.clickhouse_external.password_secret_arn], var.clickhouse_external.grafana == null ? [] : [var.clickhouse_external.grafana.password_secret_arn]) :
      can(regex("^arn:[a-z-]+:secretsmanager:[^:]+:[0-9]{12}:secret:[^:]+(:[^:]*:[^:]*:[^:]*)?$", arn))
    ])
    error_message = "clickhouse_external.password_secret_arn and clickhouse_external.grafana.password_secret_arn must be Secrets Manager ARNs. Append `:key::` to select a key of a JSON secret. Use alphanumeric passwords: Langfuse's migrations fail with other characters."
  }

  validation {
    condition     = var.clickhouse_external == null || !var.grafana.enabled ? true : var.clickhouse_external.grafana != null
    error_message = "clickhouse_external.grafana is missing. Set it to a read-only user, because Grafana's users have its permissions in ClickHouse, or set grafana.enabled = false."
  }

  validation {
    condition     = var.clickhouse_external == null ? true : alltrue([for block in var.clickhouse_external.cidr_blocks : try(cidrsubnet(block, 0, 0) == block, false) && !strcontains(block, ":")]) && length(var.clickhouse_external.cidr_blocks) > 0
    error_message = "clickhouse_external.cidr_blocks must contain at least one IPv4 CIDR block, written with the first address of its network. Example: 10.1.0.0/16."
  }

  validation {
    condition     = var.clickhouse_external == null ? true : alltrue([for port in [var.clickhouse_external.port_http, var.clickhouse_external.port_native] : floor(port) == port && port >= 1 && port <= 65535]) && var.clickhouse_external.port_http != var.clickhouse_external.port_native
    error_message = "clickhouse_external.port_http and port_native must be two different integers from 1 to 65535. ClickHouse Cloud uses 8443 and 9440."
  }

  validation {
    condition     = try(var.clickhouse_external.cluster, null) == null ? true : can(regex("^[A-Za-z_][A-Za-z0-9_.-]*$", var.clickhouse_external.cluster))
    error_message = "clickhouse_external.cluster ${try(jsonencode(var.clickhouse_external.cluster), "")} is not the name of a cluster. List the names with: SELECT DISTINCT cluster FROM system.clusters"
  }

  validation {
    condition = try(var.clickhouse_external.private_link, null) == null ? true : alltrue([
      can(regex("^com\\.amazonaws\\.vpce\\.[a-z0-9-]+\\.vpce-svc-[0-9a-f]+$", var.clickhouse_external.private_link.service_name)),
      endswith(var.clickhouse_external.host, ".vpce.aws.clickhouse.cloud"),
    ])
    error_message = "clickhouse_external.private_link needs the service's endpoint service name, such as com.amazonaws.vpce.eu-central-1.vpce-svc-0123456789abcdef0, and its private DNS name in host, which ends with .vpce.aws.clickhouse.cloud. ClickHouse Cloud shows both under Settings, Private endpoint."
  }

  validation {
    condition     = try(var.clickhouse_external.private_link, null) == null ? true : var.clickhouse_external.cluster == null && var.clickhouse_external.secure
    error_message = "clickhouse_external.private_link connects to ClickHouse Cloud, which replicates by itself and requires TLS. Remove cluster and set secure = true."
  }

  validation {
    condition     = var.size != "tiny" || var.clickhouse_external == null
    error_message = "clickhouse_external is set, but size tiny runs ClickHouse on its instance. Remove clickhouse_external, or use size = \"small\"."
  }
}

variable "clickhouse_snapshot_id" {
  description = "ID of the EBS snapshot from which ClickHouse's volume is created. A change replaces the volume, which requires deletion_protection = false, and takes a final snapshot of the old one."
  type        = string
  default     = null

  validation {
    condition     = var.clickhouse_snapshot_id == null ? true : can(regex("^snap-[0-9a-f]+$", var.clickhouse_snapshot_id))
    error_message = "clickhouse_snapshot_id ${jsonencode(var.clickhouse_snapshot_id)} is not a snapshot ID. Example: snap-0123456789abcdef0."
  }

  validation {
    # Without the ID, Terraform would replace the volume whose data moves.
    condition     = var.clickhouse_snapshot_id == null || try(var.clickhouse_external.own_server, "active") != "removed"
    error_message = "clickhouse_snapshot_id and clickhouse_external are mutually exclusive, unless own_server is active or kept. An external ClickHouse has no volume in this stack."
  }
}

variable "backup" {
  description = "ClickHouse backups: EventBridge Scheduler expression in UTC, days to keep backups in S3, and number of daily volume snapshots to keep."
  type = object({
    schedule       = optional(string, "cron(0 3 * * ? *)")
    retention_days = optional(number, 14)
    snapshots      = optional(number, 7)
  })
  default  = {}
  nullable = false

  validation {
    condition     = can(regex("^(cron\\(([^ ]+ ){5}[^ ]+\\)|rate\\((1 (hour|day)|([2-9]|[1-9][0-9]+) (hours|days))\\))$", var.backup.schedule))
    error_message = "backup.schedule '${var.backup.schedule}' must be a cron expression of EventBridge Scheduler with six fields, or a rate of hours or days. Examples: cron(0 3 * * ? *), rate(12 hours)."
  }

  validation {
    condition     = var.backup.retention_days >= 1 && floor(var.backup.retention_days) == var.backup.retention_days
    error_message = "backup.retention_days is ${var.backup.retention_days}. It must be a positive integer."
  }

  validation {
    condition     = contains(range(1, 1001), var.backup.snapshots)
    error_message = "backup.snapshots is ${var.backup.snapshots}. It must be an integer from 1 to 1000."
  }
}
