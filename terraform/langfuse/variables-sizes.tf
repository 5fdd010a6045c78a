variable "size" {
  description = "Sets the size of everything: small, medium or large; the variables of the single parts override it."
  type        = string
  default     = "small"
  nullable    = false

  validation {
    condition     = contains(["small", "medium", "large"], var.size)
    error_message = "size '${var.size}' is not one of small, medium and large."
  }
}

variable "nat" {
  description = "NAT gateways of an own VPC: single, or per_zone to outlive the loss of a zone; null goes by the size."
  type        = string
  default     = null

  validation {
    condition     = var.nat == null ? true : contains(["single", "per_zone"], var.nat)
    error_message = "nat must be single or per_zone."
  }
}

variable "web" {
  description = "Overrides the size of the web service: Fargate's cpu and memory in MiB, and how many tasks at least and at most."
  type = object({
    cpu    = optional(number)
    memory = optional(number)
    min    = optional(number)
    max    = optional(number)
  })
  default  = {}
  nullable = false

  validation {
    condition     = contains(lookup(local.fargate_memory, coalesce(var.web.cpu, local.base.web.cpu), []), coalesce(var.web.memory, local.base.web.memory))
    error_message = "web: Fargate has no task with ${coalesce(var.web.cpu, local.base.web.cpu)} units of cpu and ${coalesce(var.web.memory, local.base.web.memory)} MiB of memory."
  }

  validation {
    condition     = coalesce(var.web.min, local.base.web.min) >= 1 && coalesce(var.web.min, local.base.web.min) <= coalesce(var.web.max, local.base.web.max)
    error_message = "web.min is ${coalesce(var.web.min, local.base.web.min)} and web.max ${coalesce(var.web.max, local.base.web.max)}: at least one task, and no more at least than at most."
  }
}

variable "worker" {
  description = "Overrides the size of the worker service: Fargate's cpu and memory in MiB, and how many tasks at least and at most."
  type = object({
    cpu    = optional(number)
    memory = optional(number)
    min    = optional(number)
    max    = optional(number)
  })
  default  = {}
  nullable = false

  validation {
    condition     = contains(lookup(local.fargate_memory, coalesce(var.worker.cpu, local.base.worker.cpu), []), coalesce(var.worker.memory, local.base.worker.memory))
    error_message = "worker: Fargate has no task with ${coalesce(var.worker.cpu, local.base.worker.cpu)} units of cpu and ${coalesce(var.worker.memory, local.base.worker.memory)} MiB of memory."
  }

  validation {
    condition     = coalesce(var.worker.min, local.base.worker.min) >= 1 && coalesce(var.worker.min, local.base.worker.min) <= coalesce(var.worker.max, local.base.worker.max)
    error_message = "worker.min is ${coalesce(var.worker.min, local.base.worker.min)} and worker.max ${coalesce(var.worker.max, local.base.worker.max)}: at least one task, and no more at least than at most."
  }
}

variable "grafana" {
  description = "Whether Grafana runs beside Langfuse, and overrides of its size."
  type = object({
    enabled = optional(bool, true)
    cpu     = optional(number)
    memory  = optional(number)
  })
  default  = {}
  nullable = false

  validation {
    condition     = contains(lookup(local.fargate_memory, coalesce(var.grafana.cpu, local.base.grafana.cpu), []), coalesce(var.grafana.memory, local.base.grafana.memory))
    error_message = "grafana: Fargate has no task with ${coalesce(var.grafana.cpu, local.base.grafana.cpu)} units of cpu and ${coalesce(var.grafana.memory, local.base.grafana.memory)} MiB of memory."
  }
}

variable "clickhouse" {
  description = "Overrides the size of the ClickHouse that the stack runs: an instance type with Graviton, its volume, and the memory of the container."
  type = object({
    instance_type = optional(string)
    volume_gib    = optional(number)
    memory_mib    = optional(number)
  })
  default  = {}
  nullable = false

  validation {
    condition     = can(regex("^[a-z]+[0-9]+g[a-z]*\\.[a-z0-9]+$", coalesce(var.clickhouse.instance_type, local.base.clickhouse.instance_type)))
    error_message = "clickhouse.instance_type '${coalesce(var.clickhouse.instance_type, local.base.clickhouse.instance_type)}' must be one with Graviton, as in r7g.large: the image runs on ARM64."
  }

  validation {
    condition     = (var.clickhouse.instance_type == null) == (var.clickhouse.memory_mib == null)
    error_message = "clickhouse.instance_type and clickhouse.memory_mib belong together: the container gets what the instance has, less about 1 GiB."
  }

  validation {
    condition     = coalesce(var.clickhouse.volume_gib, local.base.clickhouse.volume_gib) >= 20 && coalesce(var.clickhouse.volume_gib, local.base.clickhouse.volume_gib) <= 16384
    error_message = "clickhouse.volume_gib is ${coalesce(var.clickhouse.volume_gib, local.base.clickhouse.volume_gib)}; a volume has 20 to 16384 GiB."
  }
}

variable "postgres" {
  description = "Overrides the size of Aurora Serverless v2: its capacity at least and at most, and how many instances."
  type = object({
    min_acu   = optional(number)
    max_acu   = optional(number)
    instances = optional(number)
  })
  default  = {}
  nullable = false

  validation {
    condition     = coalesce(var.postgres.min_acu, local.base.postgres.min_acu) >= 0.5 && coalesce(var.postgres.max_acu, local.base.postgres.max_acu) <= 256 && coalesce(var.postgres.min_acu, local.base.postgres.min_acu) <= coalesce(var.postgres.max_acu, local.base.postgres.max_acu) && coalesce(var.postgres.max_acu, local.base.postgres.max_acu) >= 1
    error_message = "postgres: min_acu ${coalesce(var.postgres.min_acu, local.base.postgres.min_acu)} and max_acu ${coalesce(var.postgres.max_acu, local.base.postgres.max_acu)} must lie between 0.5 and 256, and min_acu not above max_acu; a database that sleeps at 0 fails Langfuse's health checks."
  }

  validation {
    condition     = contains([1, 2, 3], coalesce(var.postgres.instances, local.base.postgres.instances))
    error_message = "postgres.instances is ${coalesce(var.postgres.instances, local.base.postgres.instances)}; it is 1, or 2 or 3 to outlive the loss of a zone."
  }
}

variable "valkey" {
  description = "Overrides the size of the queue and cache: its node type, and how many replicas."
  type = object({
    node_type = optional(string)
    replicas  = optional(number)
  })
  default  = {}
  nullable = false

  validation {
    condition     = can(regex("^cache\\.[a-z0-9]+\\.[a-z0-9]+$", coalesce(var.valkey.node_type, local.base.valkey.node_type))) && !can(regex("^cache\\.(t1|t2|m1|m2|m3|r3|c1)\\.|\\.(micro)$", coalesce(var.valkey.node_type, local.base.valkey.node_type)))
    error_message = "valkey.node_type '${coalesce(var.valkey.node_type, local.base.valkey.node_type)}' must be a current type such as cache.t4g.medium; Langfuse needs 1.5 GiB, more than a micro node has."
  }

  validation {
    condition     = contains(range(0, 6), coalesce(var.valkey.replicas, local.base.valkey.replicas))
    error_message = "valkey.replicas is ${coalesce(var.valkey.replicas, local.base.valkey.replicas)}; it is between 0 and 5."
  }
}
