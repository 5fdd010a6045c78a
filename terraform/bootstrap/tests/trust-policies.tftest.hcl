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

run "both_subject_claim_formats_are_trusted" {
  command = plan

  assert {
    condition = jsondecode(aws_iam_role.plan.assume_role_policy).Statement[0].Condition == {
      StringEquals = { "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com" }
      StringLike = { "token.actions.githubusercontent.com:sub" = [
        "repo:acme/langfuse-deploy:pull_request",
        "repo:acme/langfuse-deploy:ref:refs/heads/main",
        "repo:acme@*/langfuse-deploy@*:pull_request",
        "repo:acme@*/langfuse-deploy@*:ref:refs/heads/main",
      ] }
    }
    error_message = aws_iam_role.plan.assume_role_policy
  }
}

run "only_the_branch_can_assume_the_deploy_role" {
  command = plan

  variables {
    environment = null
    branch      = "release"
  }

  assert {
    condition = jsondecode(aws_iam_role.deploy.assume_role_policy).Statement[0].Condition == {
      StringEquals = { "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com" }
      StringLike = { "token.actions.githubusercontent.com:sub" = [
        "repo:acme/langfuse-deploy:ref:refs/heads/release",
        "repo:acme@*/langfuse-deploy@*:ref:refs/heads/release",
      ] }
    }
    error_message = aws_iam_role.deploy.assume_role_policy
  }
}

run "ids_restrict_the_trust_to_one_repository" {
  command = plan

  variables {
    environment   = null
    repository_id = 987654321
    owner_id      = 1234
  }

  assert {
    condition = alltrue([for role in [aws_iam_role.plan, aws_iam_role.deploy] :
      jsondecode(role.assume_role_policy).Statement[0].Condition.StringEquals["token.actions.githubusercontent.com:repository_id"] == "987654321"
    ])
    error_message = "Another repository with the same name can assume a role."
  }

  assert {
    condition = jsondecode(aws_iam_role.deploy.assume_role_policy).Statement[0].Condition.StringLike["token.actions.githubusercontent.com:sub"] == [
      "repo:acme/langfuse-deploy:ref:refs/heads/main",
      "repo:acme@1234/langfuse-deploy@987654321:ref:refs/heads/main",
    ]
    error_message = aws_iam_role.deploy.assume_role_policy
  }
}

run "the_deploy_role_checks_environment_branch_and_workflow" {
  command = plan

  variables {
    environment     = "production"
    deploy_workflow = ".github/workflows/deploy.yml"
  }

  assert {
    condition = jsondecode(aws_iam_role.deploy.assume_role_policy).Statement[0].Condition == {
      StringEquals = {
        "token.actions.githubusercontent.com:aud"              = "sts.amazonaws.com"
        "token.actions.githubusercontent.com:ref"              = "refs/heads/main"
        "token.actions.githubusercontent.com:job_workflow_ref" = ["acme/langfuse-deploy/.github/workflows/deploy.yml@refs/heads/main"]
      }
      StringLike = { "token.actions.githubusercontent.com:sub" = [
        "repo:acme/langfuse-deploy:environment:production",
        "repo:acme@*/langfuse-deploy@*:environment:production",
      ] }
    }
    error_message = aws_iam_role.deploy.assume_role_policy
  }
}

run "the_china_partition_uses_its_own_audience" {
  command = plan

  variables {
    region = "cn-north-1"
  }

  override_data {
    target = data.aws_partition.current
    values = { partition = "aws-cn" }
  }

  assert {
    condition     = jsondecode(aws_iam_role.plan.assume_role_policy).Statement[0].Condition.StringEquals["token.actions.githubusercontent.com:aud"] == "sts.amazonaws.com.cn"
    error_message = aws_iam_role.plan.assume_role_policy
  }
}

run "the_roles_of_a_deployment_trust_jobs_on_the_branch_without_an_environment" {
  command = plan

  variables {
    branch = "release"
  }

  assert {
    condition = alltrue([for name in ["mirror", "verify"] : jsondecode(aws_iam_role.small[name].assume_role_policy).Statement[0].Condition == {
      StringEquals = { "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com" }
      StringLike = { "token.actions.githubusercontent.com:sub" = [
        "repo:acme/langfuse-deploy:ref:refs/heads/release",
        "repo:acme@*/langfuse-deploy@*:ref:refs/heads/release",
      ] }
    }])
    error_message = aws_iam_role.small["mirror"].assume_role_policy
  }
}

run "the_refresh_role_trusts_its_environment_on_the_branch_only" {
  command = plan

  variables {
    branch          = "release"
    repository_id   = 987654321
    deploy_workflow = ".github/workflows/deploy.yml"
  }

  assert {
    condition = jsondecode(aws_iam_role.small["refresh"].assume_role_policy).Statement[0].Condition == {
      StringEquals = {
        "token.actions.githubusercontent.com:aud"           = "sts.amazonaws.com"
        "token.actions.githubusercontent.com:ref"           = "refs/heads/release"
        "token.actions.githubusercontent.com:repository_id" = "987654321"
      }
      StringLike = { "token.actions.githubusercontent.com:sub" = [
        "repo:acme/langfuse-deploy:environment:refresh",
        "repo:acme@*/langfuse-deploy@987654321:environment:refresh",
      ] }
    }
    error_message = aws_iam_role.small["refresh"].assume_role_policy
  }
}

run "deploy_workflow_limits_the_roles_of_a_deployment" {
  command = plan

  variables {
    deploy_workflow = ".github/workflows/deploy.yml"
  }

  assert {
    condition = alltrue([for name in ["mirror", "verify"] :
      jsondecode(aws_iam_role.small[name].assume_role_policy).Statement[0].Condition.StringEquals["token.actions.githubusercontent.com:job_workflow_ref"] == ["acme/langfuse-deploy/.github/workflows/deploy.yml@refs/heads/main"]
    ])
    error_message = aws_iam_role.small["verify"].assume_role_policy
  }
}

run "no_environment_can_destroy_by_default" {
  command = plan

  assert {
    condition     = !strcontains(aws_iam_role.deploy.assume_role_policy, "destroy")
    error_message = aws_iam_role.deploy.assume_role_policy
  }
}

run "the_destroy_environment_is_trusted_on_the_branch_only" {
  command = plan

  variables {
    environment         = null
    destroy_environment = "production-destroy"
  }

  assert {
    condition = jsondecode(aws_iam_role.deploy.assume_role_policy).Statement[0].Condition == {
      StringEquals = {
        "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com"
        "token.actions.githubusercontent.com:ref" = "refs/heads/main"
      }
      StringLike = { "token.actions.githubusercontent.com:sub" = [
        "repo:acme/langfuse-deploy:ref:refs/heads/main",
        "repo:acme/langfuse-deploy:environment:production-destroy",
        "repo:acme@*/langfuse-deploy@*:ref:refs/heads/main",
        "repo:acme@*/langfuse-deploy@*:environment:production-destroy",
      ] }
    }
    error_message = aws_iam_role.deploy.assume_role_policy
  }
}

run "settings_workflows_replace_the_trust_in_workflows_of_the_repository" {
  command = plan

  variables {
    repository         = "acme/settings"
    repository_id      = 987654321
    settings_workflows = ["acme/langfuse-deploy@0123456789012345678901234567890123456789"]
  }

  assert {
    condition = jsondecode(aws_iam_role.plan.assume_role_policy).Statement[0].Condition == {
      StringEquals = {
        "token.actions.githubusercontent.com:aud"           = "sts.amazonaws.com"
        "token.actions.githubusercontent.com:repository_id" = "987654321"
        "token.actions.githubusercontent.com:job_workflow_ref" = [
          "acme/langfuse-deploy/.github/workflows/plan-settings.yml@0123456789012345678901234567890123456789",
          "acme/langfuse-deploy/.github/workflows/deploy-settings.yml@0123456789012345678901234567890123456789",
          "acme/langfuse-deploy/.github/workflows/drift-settings.yml@0123456789012345678901234567890123456789",
        ]
      }
      StringLike = { "token.actions.githubusercontent.com:sub" = [
        "repo:acme/settings:pull_request",
        "repo:acme/settings:ref:refs/heads/main",
        "repo:acme@*/settings@987654321:pull_request",
        "repo:acme@*/settings@987654321:ref:refs/heads/main",
      ] }
    }
    error_message = aws_iam_role.plan.assume_role_policy
  }

  assert {
    condition = alltrue([for policy in [
      aws_iam_role.deploy.assume_role_policy, aws_iam_role.small["mirror"].assume_role_policy, aws_iam_role.small["verify"].assume_role_policy,
      ] : jsondecode(policy).Statement[0].Condition.StringEquals["token.actions.githubusercontent.com:job_workflow_ref"] == [
      "acme/langfuse-deploy/.github/workflows/deploy-settings.yml@0123456789012345678901234567890123456789"
    ]])
    error_message = aws_iam_role.deploy.assume_role_policy
  }

  assert {
    condition = jsondecode(aws_iam_role.small["refresh"].assume_role_policy).Statement[0].Condition.StringEquals["token.actions.githubusercontent.com:job_workflow_ref"] == [
      "acme/langfuse-deploy/.github/workflows/refresh.yml@0123456789012345678901234567890123456789"
    ]
    error_message = aws_iam_role.small["refresh"].assume_role_policy
  }
}

run "an_update_of_the_settings_workflows_trusts_both_versions_within_the_limit_of_iam" {
  command = plan

  variables {
    repository         = "acme/settings"
    repository_id      = 987654321
    owner_id           = 987654321
    settings_workflows = ["acme/langfuse-deploy@refs/tags/v1.2.3", "acme/langfuse-deploy@0123456789012345678901234567890123456789"]
  }

  assert {
    condition = jsondecode(aws_iam_role.deploy.assume_role_policy).Statement[0].Condition.StringEquals["token.actions.githubusercontent.com:job_workflow_ref"] == [
      "acme/langfuse-deploy/.github/workflows/deploy-settings.yml@0123456789012345678901234567890123456789",
      "acme/langfuse-deploy/.github/workflows/deploy-settings.yml@refs/tags/v1.2.3",
    ]
    error_message = aws_iam_role.deploy.assume_role_policy
  }

  # https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
  assert {
    condition     = length(aws_iam_role.plan.assume_role_policy) <= 2048
    error_message = "The trust policy has ${length(aws_iam_role.plan.assume_role_policy)} characters."
  }
}
