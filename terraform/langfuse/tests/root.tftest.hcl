mock_provider "aws" {
  source          = "../modules/langfuse/tests/mocks"
  override_during = plan
}

variables {
  email = "admin@acme.io"
}

run "the_root_deploys_the_module_with_images_yaml" {
  command = plan

  assert {
    condition     = can(regex("^[0-9]+\\.[0-9]+\\.[0-9]+$", output.langfuse_version)) && startswith(output.url, "https://") && output.cluster_name == "langfuse"
    error_message = "The root does not plan a stack with the version of images.yaml."
  }
}

run "the_protection_can_be_removed_without_editing_the_root" {
  command = plan

  variables {
    deletion_protection = false
  }
}
