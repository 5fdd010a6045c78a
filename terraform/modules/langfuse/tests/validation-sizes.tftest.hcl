mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

mock_provider "terraform" {
  source          = "./tests/mocks/terraform"
  override_during = plan
}

variables {
  images_file  = "tests/mocks/images.yaml"
  langfuse     = { first_user = { email = "admin@acme.io" } }
  alarm_emails = ["on-call@acme.io"]
}

run "rejects_an_unknown_size" {
  command = plan

  variables {
    size = "huge"
  }

  expect_failures = [var.size]
}

run "rejects_an_unknown_nat_mode" {
  command = plan

  variables {
    nat = "none"
  }

  expect_failures = [var.nat]
}

run "rejects_an_unsupported_fargate_size_for_web" {
  command = plan

  variables {
    web = { cpu = 256, memory = 4096 }
  }

  expect_failures = [var.web]
}

run "rejects_zero_web_tasks" {
  command = plan

  variables {
    web = { min = 0 }
  }

  expect_failures = [var.web]
}

run "rejects_an_unsupported_fargate_size_for_worker" {
  command = plan

  variables {
    worker = { memory = 1000 }
  }

  expect_failures = [var.worker]
}

run "rejects_a_worker_minimum_above_the_maximum" {
  command = plan

  variables {
    worker = { min = 5, max = 2 }
  }

  expect_failures = [var.worker]
}

run "rejects_an_unsupported_fargate_size_for_grafana" {
  command = plan

  variables {
    grafana = { cpu = 300 }
  }

  expect_failures = [var.grafana]
}

run "rejects_an_instance_type_without_graviton" {
  command = plan

  variables {
    clickhouse = { instance_type = "m7i.large", memory_mib = 6656 }
  }

  expect_failures = [var.clickhouse]
}

run "rejects_an_instance_type_without_memory_mib" {
  command = plan

  variables {
    clickhouse = { instance_type = "r7g.xlarge" }
  }

  expect_failures = [var.clickhouse]
}

run "rejects_a_volume_that_is_too_small" {
  command = plan

  variables {
    clickhouse = { volume_gib = 10 }
  }

  expect_failures = [var.clickhouse]
}

run "rejects_a_minimum_capacity_of_zero" {
  command = plan

  variables {
    postgres = { min_acu = 0 }
  }

  expect_failures = [var.postgres]
}

run "rejects_zero_database_instances" {
  command = plan

  variables {
    postgres = { instances = 0 }
  }

  expect_failures = [var.postgres]
}

run "rejects_a_node_type_with_too_little_memory" {
  command = plan

  variables {
    valkey = { node_type = "cache.t4g.micro" }
  }

  expect_failures = [var.valkey]
}

run "rejects_more_replicas_than_elasticache_supports" {
  command = plan

  variables {
    valkey = { replicas = 6 }
  }

  expect_failures = [var.valkey]
}

run "rejects_a_throughput_above_a_quarter_of_the_iops" {
  command = plan

  variables {
    clickhouse = { volume_throughput = 1000 }
  }

  expect_failures = [var.clickhouse]
}

run "rejects_an_unsupported_major_version_of_postgres" {
  command = plan

  variables {
    postgres = { major_version = 14 }
  }

  expect_failures = [var.postgres]
}

run "rejects_a_valkey_version_without_a_minor_number" {
  command = plan

  variables {
    valkey = { engine_version = "8" }
  }

  expect_failures = [var.valkey]
}
