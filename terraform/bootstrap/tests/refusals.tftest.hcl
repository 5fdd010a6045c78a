mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }

  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }
}

variables {
  region     = "eu-central-1"
  repository = "acme/langfuse-deploy"
}

run "refuses_a_region_that_is_none" {
  command = plan

  variables {
    region = "Frankfurt"
  }

  expect_failures = [var.region]
}

run "refuses_an_account_that_lost_its_zero" {
  command = plan

  variables {
    account_id = "12345678901"
  }

  expect_failures = [var.account_id]
}

run "refuses_a_name_that_some_services_refuse" {
  command = plan

  variables {
    name = "Langfuse_"
  }

  expect_failures = [var.name]
}

run "refuses_a_name_that_is_a_folder_of_the_bucket" {
  command = plan

  variables {
    name = "plans"
  }

  expect_failures = [var.name]
}

run "refuses_a_repository_without_an_owner" {
  command = plan

  variables {
    repository = "langfuse-deploy"
  }

  expect_failures = [var.repository]
}

run "refuses_a_repository_with_an_asterisk" {
  command = plan

  variables {
    repository = "acme/*"
  }

  expect_failures = [var.repository]
}

run "refuses_a_repository_id_of_zero" {
  command = plan

  variables {
    repository_id = 0
  }

  expect_failures = [var.repository_id]
}

run "refuses_half_an_owner" {
  command = plan

  variables {
    owner_id = 12.5
  }

  expect_failures = [var.owner_id]
}

run "refuses_any_branch" {
  command = plan

  variables {
    branch = "*"
  }

  expect_failures = [var.branch]
}

run "refuses_a_ref_for_a_branch" {
  command = plan

  variables {
    branch = "refs/heads/main"
  }

  expect_failures = [var.branch]
}

run "refuses_any_environment" {
  command = plan

  variables {
    environment = "prod*"
  }

  expect_failures = [var.environment]
}

run "refuses_a_workflow_by_its_title" {
  command = plan

  variables {
    deploy_workflow = "deploy"
  }

  expect_failures = [var.deploy_workflow]
}

run "refuses_a_zone_by_its_name" {
  command = plan

  variables {
    hosted_zone_ids = ["example.com"]
  }

  expect_failures = [var.hosted_zone_ids]
}

run "refuses_more_zones_than_the_policy_takes" {
  command = plan

  variables {
    hosted_zone_ids = [for number in range(21) : "Z${number}"]
  }

  expect_failures = [var.hosted_zone_ids]
}

run "refuses_records_that_expire_before_the_merge" {
  command = plan

  variables {
    retention_days = { plans = 1 }
  }

  expect_failures = [var.retention_days]
}

run "refuses_an_identity_provider_for_another_audience" {
  command = plan

  variables {
    create_oidc_provider = false
  }

  override_data {
    target = data.aws_iam_openid_connect_provider.github["token.actions.githubusercontent.com"]
    values = { client_id_list = ["https://github.com/acme"] }
  }

  expect_failures = [data.aws_iam_openid_connect_provider.github]
}
