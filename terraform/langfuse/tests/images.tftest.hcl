mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

run "images_default_to_ecr_with_a_digest" {
  command = plan

  assert {
    condition     = alltrue([for component in ["langfuse_web", "langfuse_worker", "clickhouse", "grafana"] : can(regex("^123456789012\\.dkr\\.ecr\\.eu-central-1\\.amazonaws\\.com/langfuse/${replace(component, "_", "-")}@sha256:[0-9a-f]{64}$", local.images[component]))])
    error_message = "The references do not match the repositories that mirror creates."
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
