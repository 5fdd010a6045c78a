mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

run "images_come_from_the_ecr_of_the_account_by_digest" {
  command = plan

  assert {
    condition     = alltrue([for thing in ["langfuse_web", "langfuse_worker", "clickhouse", "grafana"] : can(regex("^123456789012\\.dkr\\.ecr\\.eu-central-1\\.amazonaws\\.com/langfuse/${replace(thing, "_", "-")}@sha256:[0-9a-f]{64}$", local.images[thing]))])
    error_message = "An image is named as mirror leaves it."
  }

  assert {
    condition     = can(regex("^[0-9]+\\.[0-9]+\\.[0-9]+$", output.langfuse_version))
    error_message = "The version is the tag in the file."
  }
}

run "another_registry_and_prefix" {
  command = plan

  variables {
    registry = { host = "registry.example.com", prefix = "mirror/langfuse" }
  }

  assert {
    condition     = startswith(local.images.clickhouse, "registry.example.com/mirror/langfuse/clickhouse@sha256:")
    error_message = "The registry is where mirror was told to copy to."
  }
}

run "a_reference_of_ones_own" {
  command = plan

  variables {
    images = { grafana = "registry.example.com:5000/grafana:12.4.5@sha256:1111111111111111111111111111111111111111111111111111111111111111" }
  }

  assert {
    condition     = local.images.grafana == "registry.example.com:5000/grafana@sha256:1111111111111111111111111111111111111111111111111111111111111111"
    error_message = "ECS gets the digest without the tag, and the port of a registry is no tag."
  }
}
