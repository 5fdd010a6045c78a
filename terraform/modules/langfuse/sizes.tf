locals {
  # One instance runs everything: see tiny.tf.
  is_tiny = var.size == "tiny"

  sizes = {
    # The memory of all containers fits into the 8 GiB of the instance: see tiny.tf.
    tiny = {
      web        = { cpu = 256, memory = 1280, min = 1, max = 1 }
      worker     = { cpu = 224, memory = 1536, min = 1, max = 1 }
      grafana    = { cpu = 256, memory = 512 }
      clickhouse = { instance_types = ["r7g.medium"], volume_gib = 30, volume_iops = 3000, volume_throughput = 125, memory_mib = 2560, zone = null }
      postgres   = { min_acu = 0.5, max_acu = 4, instances = 1, major_version = 16 }
      valkey     = { node_type = "cache.t4g.medium", replicas = 0, engine_version = "8.2" }
      nat        = "single"
    }
    small = {
      web = { cpu = 1024, memory = 2048, min = 1, max = 2 }
      # One vCPU fits the Fargate quota of a new account (6); below 4 GiB, the worker runs out of memory.
      worker     = { cpu = 1024, memory = 4096, min = 1, max = 2 }
      grafana    = { cpu = 512, memory = 1024 }
      clickhouse = { instance_types = ["m7g.large", "m6g.large", "m8g.large"], volume_gib = 50, volume_iops = 3000, volume_throughput = 125, memory_mib = 6656, zone = null }
      postgres   = { min_acu = 0.5, max_acu = 4, instances = 1, major_version = 16 }
      valkey     = { node_type = "cache.t4g.medium", replicas = 0, engine_version = "8.2" }
      nat        = "single"
    }
    medium = {
      web        = { cpu = 2048, memory = 4096, min = 2, max = 6 }
      worker     = { cpu = 2048, memory = 4096, min = 2, max = 6 }
      grafana    = { cpu = 512, memory = 1024 }
      clickhouse = { instance_types = ["r7g.large", "r6g.large", "r8g.large"], volume_gib = 200, volume_iops = 3000, volume_throughput = 125, memory_mib = 14336, zone = null }
      postgres   = { min_acu = 1, max_acu = 8, instances = 2, major_version = 16 }
      valkey     = { node_type = "cache.t4g.medium", replicas = 1, engine_version = "8.2" }
      nat        = "single"
    }
    large = {
      web        = { cpu = 2048, memory = 4096, min = 3, max = 12 }
      worker     = { cpu = 4096, memory = 8192, min = 3, max = 12 }
      grafana    = { cpu = 1024, memory = 2048 }
      clickhouse = { instance_types = ["r7g.2xlarge", "r6g.2xlarge", "r8g.2xlarge"], volume_gib = 1000, volume_iops = 6000, volume_throughput = 500, memory_mib = 61440, zone = null }
      postgres   = { min_acu = 2, max_acu = 32, instances = 2, major_version = 16 }
      valkey     = { node_type = "cache.r7g.large", replicas = 1, engine_version = "8.2" }
      nat        = "per_zone"
    }
  }

  # Falls back to small, so that an unknown size fails only its own validation.
  size_defaults = lookup(local.sizes, var.size, local.sizes.small)

  size_overrides = {
    web        = var.web
    worker     = var.worker
    grafana    = { cpu = var.grafana.cpu, memory = var.grafana.memory }
    clickhouse = merge(var.clickhouse, { instance_types = var.clickhouse.instance_type == null ? null : [var.clickhouse.instance_type] })
    postgres   = var.postgres
    valkey     = var.valkey
  }

  size = merge(
    { for component, override in local.size_overrides : component => merge(
      local.size_defaults[component],
      { for key, value in override : key => value if value != null },
    ) },
    { nat = coalesce(var.nat, local.size_defaults.nat) },
  )

  # https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-tasks-size
  fargate_memory = {
    256   = [512, 1024, 2048]
    512   = range(1024, 4096 + 1, 1024)
    1024  = range(2048, 8192 + 1, 1024)
    2048  = range(4096, 16384 + 1, 1024)
    4096  = range(8192, 30720 + 1, 1024)
    8192  = range(16384, 61440 + 1, 4096)
    16384 = range(32768, 122880 + 1, 8192)
  }
}
