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

run "rejects_an_invalid_region" {
  command = plan

  variables {
    region = "Frankfurt"
  }

  expect_failures = [var.region]
}

run "rejects_an_account_id_without_its_leading_zero" {
  command = plan

  variables {
    account_id = "12345678901"
  }

  expect_failures = [var.account_id]
}

run "rejects_a_name_with_invalid_characters" {
  command = plan

  variables {
    name = "Langfuse_"
  }

  expect_failures = [var.name]
}

run "rejects_a_name_that_is_a_reserved_bucket_prefix" {
  command = plan

  variables {
    name = "plans"
  }

  expect_failures = [var.name]
}

run "rejects_a_repository_without_an_owner" {
  command = plan

  variables {
    repository = "langfuse-deploy"
  }

  expect_failures = [var.repository]
}

run "rejects_a_repository_with_a_wildcard" {
  command = plan

  variables {
    repository = "acme/*"
  }

  expect_failures = [var.repository]
}

run "rejects_a_repository_id_of_zero" {
  command = plan

  variables {
    repository_id = 0
  }

  expect_failures = [var.repository_id]
}

run "rejects_a_fractional_owner_id" {
  command = plan

  variables {
    owner_id = 12.5
  }

  expect_failures = [var.owner_id]
}

run "rejects_a_branch_wildcard" {
  command = plan

  variables {
    branch = "*"
  }

  expect_failures = [var.branch]
}

run "rejects_a_full_ref_as_branch" {
  command = plan

  variables {
    branch = "refs/heads/main"
  }

  expect_failures = [var.branch]
}

run "rejects_an_environment_with_a_wildcard" {
  command = plan

  variables {
    environment = "prod*"
  }

  expect_failures = [var.environment]
}

run "rejects_a_workflow_name_instead_of_a_path" {
  command = plan

  variables {
    deploy_workflow = "deploy"
  }

  expect_failures = [var.deploy_workflow]
}

run "rejects_settings_workflows_at_a_tag_that_moves" {
  command = plan

  variables {
    settings_workflows = ["acme/langfuse-deploy@v1"]
  }

  expect_failures = [var.settings_workflows]
}

run "rejects_settings_workflows_at_a_branch" {
  command = plan

  variables {
    settings_workflows = ["acme/langfuse-deploy@refs/heads/main"]
  }

  expect_failures = [var.settings_workflows]
}

run "rejects_settings_workflows_with_a_wildcard" {
  command = plan

  variables {
    settings_workflows = ["acme/*@0123456789012345678901234567890123456789"]
  }

  expect_failures = [var.settings_workflows]
}

run "rejects_three_versions_of_the_settings_workflows" {
  command = plan

  variables {
    settings_workflows = [for number in range(3) : "acme/langfuse-deploy@refs/tags/v1.0.${number}"]
  }

  expect_failures = [var.settings_workflows]
}

run "rejects_settings_workflows_with_a_workflow_of_the_repository" {
  command = plan

  variables {
    settings_workflows = ["acme/langfuse-deploy@refs/tags/v1.2.3"]
    deploy_workflow    = ".github/workflows/deploy.yml"
  }

  expect_failures = [var.settings_workflows]
}

run "rejects_settings_workflows_with_the_workflow_destroy" {
  command = plan

  variables {
    settings_workflows  = ["acme/langfuse-deploy@refs/tags/v1.2.3"]
    destroy_environment = "production-destroy"
  }

  expect_failures = [var.settings_workflows]
}

run "rejects_a_variable_prefix_without_an_underscore" {
  command = plan

  variables {
    variable_prefix = "staging"
  }

  expect_failures = [var.variable_prefix]
}

run "rejects_a_hosted_zone_name" {
  command = plan

  variables {
    hosted_zone_ids = ["example.com"]
  }

  expect_failures = [var.hosted_zone_ids]
}

run "rejects_more_hosted_zones_than_the_policy_can_hold" {
  command = plan

  variables {
    hosted_zone_ids = [for number in range(21) : "Z${number}"]
  }

  expect_failures = [var.hosted_zone_ids]
}

run "rejects_a_retention_shorter_than_a_week" {
  command = plan

  variables {
    retention_days = { plans = 1 }
  }

  expect_failures = [var.retention_days]
}

run "rejects_an_identity_provider_for_another_audience" {
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

run "rejects_the_deployments_environment_as_destroy_environment" {
  command = plan

  variables {
    destroy_environment = "production"
  }

  expect_failures = [var.destroy_environment]
}

run "rejects_the_alias_of_a_key" {
  command = plan

  variables {
    kms_key_arns = ["arn:aws:kms:eu-central-1:123456789012:alias/langfuse"]
  }

  expect_failures = [var.kms_key_arns]
}

run "rejects_more_keys_than_the_policies_can_hold" {
  command = plan

  variables {
    kms_key_arns = [for number in range(6) : "arn:aws:kms:eu-central-1:123456789012:key/${number}"]
  }

  expect_failures = [var.kms_key_arns]
}

run "rejects_a_load_balancer_in_place_of_its_listener" {
  command = plan

  variables {
    listener_arns = ["arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/company/0123456789abcdef"]
  }

  expect_failures = [var.listener_arns]
}

run "rejects_a_listener_in_another_region" {
  command = plan

  variables {
    listener_arns = ["arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/company/0123456789abcdef/0123456789abcdef"]
  }

  expect_failures = [var.listener_arns]
}

run "rejects_a_network_load_balancer" {
  command = plan

  variables {
    listener_arns = ["arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener/net/company/0123456789abcdef/0123456789abcdef"]
  }

  expect_failures = [var.listener_arns]
}

run "rejects_more_listeners_than_the_policy_can_hold" {
  command = plan

  variables {
    listener_arns = [for number in range(3) : "arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener/app/company/0123456789abcdef/${number}"]
  }

  expect_failures = [var.listener_arns]
}
