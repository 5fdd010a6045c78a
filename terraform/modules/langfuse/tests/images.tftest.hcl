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

run "images_default_to_ecr_with_a_digest" {
  command = plan

  assert {
    condition     = alltrue([for component in ["langfuse_web", "langfuse_worker", "clickhouse", "grafana"] : can(regex("^123456789012\\.dkr\\.ecr\\.eu-central-1\\.amazonaws\\.com/langfuse/${replace(component, "_", "-")}@sha256:[0-9a-f]{64}$", local.images[component]))])
    error_message = "The references do not match the repositories that mirror creates."
  }

  assert {
    condition     = output.langfuse_version == "3.225.11" && output.clickhouse_version == "25.12.11.4"
    error_message = "The plan comment cannot tell when the support of these versions ends."
  }

  assert {
    condition     = can(regex("^[0-9]+\\.[0-9]+\\.[0-9]+$", output.langfuse_version))
    error_message = "The version is not the image tag."
  }
}

run "custom_registry_and_prefix" {
  command = plan

  variables {
    registry = { host = "registry.example.com", prefix = "mirror/langfuse" }
  }

  assert {
    condition     = startswith(local.images.clickhouse, "registry.example.com/mirror/langfuse/clickhouse@sha256:")
    error_message = "The references do not use the configured registry and prefix."
  }
}

run "custom_image_reference" {
  command = plan

  variables {
    images = { grafana = "registry.example.com:5000/grafana:12.4.5@sha256:1111111111111111111111111111111111111111111111111111111111111111" }
  }

  assert {
    condition     = local.images.grafana == "registry.example.com:5000/grafana@sha256:1111111111111111111111111111111111111111111111111111111111111111"
    error_message = "The tag is not removed, or the registry port is treated as a tag."
  }
}

run "a_tag_with_a_v_has_a_version" {
  command = plan

  variables {
    images = {
      langfuse-web    = "registry.example.com/langfuse:v3.225.11@sha256:1111111111111111111111111111111111111111111111111111111111111111"
      langfuse-worker = "registry.example.com/langfuse-worker:v3.225.11@sha256:1111111111111111111111111111111111111111111111111111111111111111"
    }
  }

  assert {
    condition     = local.langfuse_major == 3 && !anytrue([for entry in module.worker.container_definition.environment : strcontains(entry.name, "MIGRATION_V4")])
    error_message = "Langfuse 3 gets the settings of Langfuse 4, with which it loses every trace."
  }
}

run "rejects_an_image_without_a_readable_version" {
  command = plan

  variables {
    images = {
      langfuse-web    = "registry.example.com/langfuse@sha256:1111111111111111111111111111111111111111111111111111111111111111"
      langfuse-worker = "registry.example.com/langfuse-worker@sha256:1111111111111111111111111111111111111111111111111111111111111111"
    }
  }

  expect_failures = [var.langfuse]
}

run "an_explicit_major_version_replaces_the_tag" {
  command = plan

  variables {
    langfuse = { first_user = { email = "admin@acme.io" }, major = 3 }
    images = {
      langfuse-web    = "registry.example.com/langfuse:latest@sha256:1111111111111111111111111111111111111111111111111111111111111111"
      langfuse-worker = "registry.example.com/langfuse-worker:latest@sha256:1111111111111111111111111111111111111111111111111111111111111111"
    }
  }

  assert {
    condition     = local.langfuse_major == 3
    error_message = "langfuse.major is ignored."
  }
}

run "follow_names_the_major_version_of_a_tag_without_one" {
  command = plan

  variables {
    images_file = "tests/mocks/latest.yaml"
  }

  assert {
    condition     = local.langfuse_major == 4 && anytrue([for entry in module.worker.container_definition.environment : strcontains(entry.name, "MIGRATION_V4")])
    error_message = "Langfuse 4 does not get its settings."
  }
}

run "records_what_has_written_the_data" {
  command = plan

  assert {
    condition     = aws_ec2_tag.deployed_versions.value == "clickhouse=25.12 langfuse-data=3 postgres=16 size=small valkey=8.2 volume-gib=50"
    error_message = "A later plan cannot reject versions and sizes that do not fit the data."
  }
}

run "rejects_versions_older_than_the_data" {
  command = plan

  override_data {
    target          = module.deployed_versions.data.aws_security_groups.tagged
    override_during = plan
    values          = { ids = ["sg-1"] }
  }

  override_data {
    target          = module.deployed_versions.data.aws_security_group.tagged
    override_during = plan
    values          = { tags = { deployed-versions = "langfuse-data=4" } }
  }

  expect_failures = [aws_ec2_tag.deployed_versions]
}
