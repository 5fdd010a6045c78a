mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

run "refuses_an_unknown_size" {
  command = plan

  variables {
    size = "huge"
  }

  expect_failures = [var.size]
}

run "refuses_an_unknown_nat" {
  command = plan

  variables {
    nat = "none"
  }

  expect_failures = [var.nat]
}

run "refuses_a_web_task_that_fargate_does_not_have" {
  command = plan

  variables {
    web = { cpu = 256, memory = 4096 }
  }

  expect_failures = [var.web]
}

run "refuses_a_stack_without_a_web_task" {
  command = plan

  variables {
    web = { min = 0 }
  }

  expect_failures = [var.web]
}

run "refuses_a_worker_task_that_fargate_does_not_have" {
  command = plan

  variables {
    worker = { memory = 1000 }
  }

  expect_failures = [var.worker]
}

run "refuses_more_workers_at_least_than_at_most" {
  command = plan

  variables {
    worker = { min = 5, max = 2 }
  }

  expect_failures = [var.worker]
}

run "refuses_a_grafana_task_that_fargate_does_not_have" {
  command = plan

  variables {
    grafana = { cpu = 300 }
  }

  expect_failures = [var.grafana]
}

run "refuses_an_instance_without_graviton" {
  command = plan

  variables {
    clickhouse = { instance_type = "m7i.large", memory_mib = 6656 }
  }

  expect_failures = [var.clickhouse]
}

run "refuses_an_instance_without_the_memory_of_the_container" {
  command = plan

  variables {
    clickhouse = { instance_type = "r7g.xlarge" }
  }

  expect_failures = [var.clickhouse]
}

run "refuses_a_volume_too_small" {
  command = plan

  variables {
    clickhouse = { volume_gib = 10 }
  }

  expect_failures = [var.clickhouse]
}

run "refuses_a_database_that_sleeps" {
  command = plan

  variables {
    postgres = { min_acu = 0 }
  }

  expect_failures = [var.postgres]
}

run "refuses_no_database_at_all" {
  command = plan

  variables {
    postgres = { instances = 0 }
  }

  expect_failures = [var.postgres]
}

run "refuses_a_node_too_small_for_the_queue" {
  command = plan

  variables {
    valkey = { node_type = "cache.t4g.micro" }
  }

  expect_failures = [var.valkey]
}

run "refuses_more_replicas_than_elasticache_has" {
  command = plan

  variables {
    valkey = { replicas = 6 }
  }

  expect_failures = [var.valkey]
}
