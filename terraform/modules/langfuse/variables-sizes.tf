variable "size" {
  description = "Size of all components: tiny (one instance, for evaluation and small teams), small, medium or large. The variables of a component override it."
  type        = string
  default     = "small"
  nullable    = false

  validation {
    condition     = contains(["tiny", "small", "medium", "large"], var.size)
    error_message = "size '${var.size}' must be tiny, small, medium or large."
  }
}

variable "nat" {
  description = "NAT gateways of the stack's VPC: single, per_zone to tolerate the loss of an Availability Zone, or none (with vpc_endpoints), which leaves no route to the internet. Null uses the value of the size."
  type        = string
  default     = null

  validation {
    condition     = var.nat == null ? true : contains(["single", "per_zone", "none"], var.nat)
    error_message = "nat ${jsonencode(var.nat)} must be single, per_zone or none."
  }

  validation {
    condition     = coalesce(var.nat, "single") != "none" || var.vpc_endpoints
    error_message = "nat = none requires vpc_endpoints = true. Without both, tasks cannot pull images or read secrets."
  }

  validation {
    condition     = var.size != "tiny" || var.nat == null
    error_message = "nat is set, but size tiny has no NAT gateway. Remove nat, or use size = \"small\"."
  }
}

variable "web" {
  description = "Size of the web service: CPU units, memory in MiB, and minimum and maximum number of tasks."
  type = object({
    cpu    = optional(number)
    memory = optional(number)
    min    = optional(number)
    max    = optional(number)
  })
  default  = {}
  nullable = false

  validation {
    condition     = var.size == "tiny" || contains(lookup(local.fargate_memory, coalesce(var.web.cpu, local.size_defaults.web.cpu), []), coalesce(var.web.memory, local.size_defaults.web.memory))
    error_message = "web: Fargate does not support a task with ${coalesce(var.web.cpu, local.size_defaults.web.cpu)} CPU units and ${coalesce(var.web.memory, local.size_defaults.web.memory)} MiB of memory."
  }

  validation {
    condition     = coalesce(var.web.memory, local.size_defaults.web.memory) >= 1024
    error_message = "web.memory is ${coalesce(var.web.memory, local.size_defaults.web.memory)}. It must be at least 1024, because Langfuse runs out of memory with less."
  }

  validation {
    condition     = coalesce(var.web.min, local.size_defaults.web.min) >= 1 && coalesce(var.web.min, local.size_defaults.web.min) <= coalesce(var.web.max, local.size_defaults.web.max)
    error_message = "web.min is ${coalesce(var.web.min, local.size_defaults.web.min)} and web.max is ${coalesce(var.web.max, local.size_defaults.web.max)}. The minimum must be at least 1 and not exceed the maximum."
  }

  validation {
    condition     = var.size != "tiny" || alltrue([for value in values(var.web) : value == null])
    error_message = "web is set, but size tiny has fixed CPU and memory for each container. Remove web, or use size = \"small\"."
  }
}

variable "worker" {
  description = "Size of the worker service: CPU units, memory in MiB, and minimum and maximum number of tasks."
  type = object({
    cpu    = optional(number)
    memory = optional(number)
    min    = optional(number)
    max    = optional(number)
  })
  default  = {}
  nullable = false

  validation {
    condition     = var.size == "tiny" || contains(lookup(local.fargate_memory, coalesce(var.worker.cpu, local.size_defaults.worker.cpu), []), coalesce(var.worker.memory, local.size_defaults.worker.memory))
    error_message = "worker: Fargate does not support a task with ${coalesce(var.worker.cpu, local.size_defaults.worker.cpu)} CPU units and ${coalesce(var.worker.memory, local.size_defaults.worker.memory)} MiB of memory."
  }

  validation {
    condition     = coalesce(var.worker.memory, local.size_defaults.worker.memory) >= 1024
    error_message = "worker.memory is ${coalesce(var.worker.memory, local.size_defaults.worker.memory)}. It must be at least 1024, because Langfuse runs out of memory with less."
  }

  validation {
    condition     = coalesce(var.worker.min, local.size_defaults.worker.min) >= 1 && coalesce(var.worker.min, local.size_defaults.worker.min) <= coalesce(var.worker.max, local.size_defaults.worker.max)
    error_message = "worker.min is ${coalesce(var.worker.min, local.size_defaults.worker.min)} and worker.max is ${coalesce(var.worker.max, local.size_defaults.worker.max)}. The minimum must be at least 1 and not exceed the maximum."
  }

  validation {
    condition     = var.size != "tiny" || alltrue([for value in values(var.worker) : value == null])
    error_message = "worker is set, but size tiny has fixed CPU and memory for each container. Remove worker, or use size = \"small\"."
  }
}

variable "grafana" {
  description = "Whether the stack runs Grafana at its own public address, and the size of its task: CPU units and memory in MiB."
  type = object({
    enabled = optional(bool, false)
    cpu     = optional(number)
    memory  = optional(number)
  })
  default  = {}
  nullable = false

  validation {
    condition     = contains(lookup(local.fargate_memory, coalesce(var.grafana.cpu, local.size_defaults.grafana.cpu), []), coalesce(var.grafana.memory, local.size_defaults.grafana.memory))
    error_message = "grafana: Fargate does not support a task with ${coalesce(var.grafana.cpu, local.size_defaults.grafana.cpu)} CPU units and ${coalesce(var.grafana.memory, local.size_defaults.grafana.memory)} MiB of memory."
  }

  validation {
    condition     = var.size != "tiny" || !var.grafana.enabled
    error_message = "grafana.enabled is true, but size tiny has no memory for Grafana. Set grafana.enabled = false, or use size = \"small\"."
  }
}

variable "clickhouse" {
  description = "Size of ClickHouse: EC2 instance type (Graviton), container memory in MiB, size, IOPS and throughput in MiB/s of the volume, and Availability Zone. A change of the zone replaces the volume."
  type = object({
    instance_type     = optional(string)
    volume_gib        = optional(number)
    volume_iops       = optional(number)
    volume_throughput = optional(number)
    memory_mib        = optional(number)
    zone              = optional(string)
  })
  default  = {}
  nullable = false

  validation {
    condition     = var.clickhouse.instance_type == null ? true : can(regex("^[a-z]+[0-9]+g[a-z]*\\.[a-z0-9]+$", var.clickhouse.instance_type))
    error_message = "clickhouse.instance_type ${jsonencode(var.clickhouse.instance_type)} must be a Graviton instance type, because the task runs on ARM64. Example: r7g.large."
  }

  validation {
    condition     = (var.clickhouse.instance_type == null) == (var.clickhouse.memory_mib == null)
    error_message = "clickhouse.instance_type and clickhouse.memory_mib must be set together. Set memory_mib to the memory of the instance minus about 1 GiB."
  }

  validation {
    condition     = coalesce(var.clickhouse.volume_gib, local.size_defaults.clickhouse.volume_gib) >= 20 && coalesce(var.clickhouse.volume_gib, local.size_defaults.clickhouse.volume_gib) <= 16384
    error_message = "clickhouse.volume_gib is ${coalesce(var.clickhouse.volume_gib, local.size_defaults.clickhouse.volume_gib)}. It must be between 20 and 16384."
  }

  # https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html
  validation {
    condition = (
      coalesce(var.clickhouse.volume_iops, 3000) >= 3000 && coalesce(var.clickhouse.volume_iops, 3000) <= 16000
      && coalesce(var.clickhouse.volume_throughput, 125) >= 125 && coalesce(var.clickhouse.volume_throughput, 125) <= min(1000, coalesce(var.clickhouse.volume_iops, local.size_defaults.clickhouse.volume_iops) / 4)
    )
    error_message = "clickhouse.volume_iops must be between 3000 and 16000, and clickhouse.volume_throughput between 125 and 1000, and at most a quarter of the IOPS."
  }

  validation {
    condition     = var.size != "tiny" || (var.clickhouse.instance_type == null && var.clickhouse.memory_mib == null)
    error_message = "clickhouse.instance_type and clickhouse.memory_mib are set, but size tiny has a fixed instance type and fixed memory for each container. Remove both, or use size = \"small\"."
  }
}

variable "postgres" {
  description = "Size of Aurora Serverless v2: minimum and maximum capacity in ACUs, and number of instances; and PostgreSQL's major version. An upgrade stops Langfuse for about 20 minutes."
  type = object({
    min_acu       = optional(number)
    max_acu       = optional(number)
    instances     = optional(number)
    major_version = optional(number)
  })
  default  = {}
  nullable = false

  validation {
    condition     = coalesce(var.postgres.min_acu, local.size_defaults.postgres.min_acu) >= 0.5 && coalesce(var.postgres.max_acu, local.size_defaults.postgres.max_acu) <= 256 && coalesce(var.postgres.min_acu, local.size_defaults.postgres.min_acu) <= coalesce(var.postgres.max_acu, local.size_defaults.postgres.max_acu) && coalesce(var.postgres.max_acu, local.size_defaults.postgres.max_acu) >= 1
    error_message = "postgres.min_acu ${coalesce(var.postgres.min_acu, local.size_defaults.postgres.min_acu)} and postgres.max_acu ${coalesce(var.postgres.max_acu, local.size_defaults.postgres.max_acu)} are invalid. min_acu must be at least 0.5, because a paused database fails Langfuse's health checks; max_acu must be between 1 and 256 and not below min_acu."
  }

  validation {
    condition     = contains([1, 2, 3], coalesce(var.postgres.instances, local.size_defaults.postgres.instances))
    error_message = "postgres.instances is ${coalesce(var.postgres.instances, local.size_defaults.postgres.instances)}. It must be 1, or 2 or 3 to tolerate the loss of an Availability Zone."
  }

  validation {
    condition     = contains([16, 17, 18], coalesce(var.postgres.major_version, local.size_defaults.postgres.major_version))
    error_message = "postgres.major_version is ${coalesce(var.postgres.major_version, local.size_defaults.postgres.major_version)}. It must be 16, 17 or 18."
  }

  validation {
    condition     = var.size != "tiny" || alltrue([for value in values(var.postgres) : value == null])
    error_message = "postgres is set, but size tiny has fixed CPU and memory for each container. Remove postgres, or use size = \"small\"."
  }
}

variable "valkey" {
  description = "Size of Valkey: ElastiCache node type and number of replicas; and Valkey's version, which can only increase."
  type = object({
    node_type      = optional(string)
    replicas       = optional(number)
    engine_version = optional(string)
  })
  default  = {}
  nullable = false

  validation {
    condition     = can(regex("^cache\\.[a-z0-9]+\\.[a-z0-9]+$", coalesce(var.valkey.node_type, local.size_defaults.valkey.node_type))) && !can(regex("^cache\\.(t1|t2|m1|m2|m3|r3|c1)\\.|\\.(micro)$", coalesce(var.valkey.node_type, local.size_defaults.valkey.node_type)))
    error_message = "valkey.node_type '${coalesce(var.valkey.node_type, local.size_defaults.valkey.node_type)}' must be a current-generation node type with at least 1.5 GiB of memory. Example: cache.t4g.medium."
  }

  validation {
    condition     = contains(range(0, 6), coalesce(var.valkey.replicas, local.size_defaults.valkey.replicas))
    error_message = "valkey.replicas is ${coalesce(var.valkey.replicas, local.size_defaults.valkey.replicas)}. It must be an integer from 0 to 5."
  }

  validation {
    condition     = can(regex("^(7\\.2|[89]\\.[0-9])$", coalesce(var.valkey.engine_version, local.size_defaults.valkey.engine_version)))
    error_message = "valkey.engine_version '${coalesce(var.valkey.engine_version, local.size_defaults.valkey.engine_version)}' must be a version of ElastiCache for Valkey with its minor number. Example: 8.2."
  }

  validation {
    condition     = var.size != "tiny" || alltrue([for value in values(var.valkey) : value == null])
    error_message = "valkey is set, but size tiny has fixed CPU and memory for each container. Remove valkey, or use size = \"small\"."
  }
}
