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

run "both_forms_of_the_subject_are_accepted" {
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

run "only_the_branch_deploys" {
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

run "ids_pin_the_repository" {
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
    error_message = "A role can be assumed by another repository of the same name."
  }

  assert {
    condition = jsondecode(aws_iam_role.deploy.assume_role_policy).Statement[0].Condition.StringLike["token.actions.githubusercontent.com:sub"] == [
      "repo:acme/langfuse-deploy:ref:refs/heads/main",
      "repo:acme@1234/langfuse-deploy@987654321:ref:refs/heads/main",
    ]
    error_message = aws_iam_role.deploy.assume_role_policy
  }
}

run "an_environment_alone_is_not_enough" {
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
        "token.actions.githubusercontent.com:job_workflow_ref" = "acme/langfuse-deploy/.github/workflows/deploy.yml@refs/heads/main"
      }
      StringLike = { "token.actions.githubusercontent.com:sub" = [
        "repo:acme/langfuse-deploy:environment:production",
        "repo:acme@*/langfuse-deploy@*:environment:production",
      ] }
    }
    error_message = aws_iam_role.deploy.assume_role_policy
  }
}

run "china_has_another_audience" {
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
