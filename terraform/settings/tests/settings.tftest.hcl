mock_provider "aws" {
  source          = "../modules/langfuse/tests/mocks"
  override_during = plan
}

variables {
  settings_file = "tests/smallest.yaml"
  images_file   = "../../images.yaml"
}

run "the_smallest_file_deploys_the_defaults_of_the_module" {
  command = plan

  assert {
    condition     = output.cluster_name == "langfuse" && output.grafana_url == "" && can(regex("^[0-9]+\\.[0-9]+\\.[0-9]+$", output.langfuse_version))
    error_message = "A setting that the file does not have must have the default of the module."
  }
}

run "settings_reach_the_module_as_data" {
  command = plan

  variables {
    settings_file = "tests/complete.yaml"
  }

  assert {
    condition     = output.cluster_name == "langfuse-eu" && output.grafana_url != ""
    error_message = "The settings of the file do not reach the module."
  }

  # A template in YAML is text.
  assert {
    condition     = local.settings.langfuse.first_user.name == "$${file(\"/etc/hostname\")}"
    error_message = jsonencode(local.settings)
  }
}

run "rejects_names_that_are_no_variables_of_the_module" {
  command = plan

  variables {
    settings_file = "tests/unknown.yaml"
  }

  expect_failures = [var.settings_file]
}

run "rejects_invalid_yaml" {
  command = plan

  variables {
    settings_file = "tests/invalid.txt"
  }

  expect_failures = [var.settings_file]
}

run "rejects_a_list" {
  command = plan

  variables {
    settings_file = "tests/list.yaml"
  }

  expect_failures = [var.settings_file]
}

run "rejects_a_missing_file" {
  command = plan

  variables {
    settings_file = "tests/missing.yaml"
  }

  expect_failures = [var.settings_file]
}
