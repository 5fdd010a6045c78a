# Uses the longest possible values, because IAM limits the length of policies.
mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }

  mock_data "aws_partition" {
    defaults = { partition = "aws-us-gov" }
  }
}

variables {
  region          = "us-gov-northwest-1"
  name            = "langfuse-of-the-team"
  repository      = "acme/langfuse-deploy"
  repository_id   = 987654321
  hosted_zone_ids = [for number in range(20) : "Z0123456789ABCDEFGHI${number}"]
}

run "policies_stay_within_iam_limits" {
  command = plan

  assert {
    condition = alltrue([for policy in concat(values(aws_iam_policy.plan), values(aws_iam_policy.deploy), [aws_iam_policy.boundary]) :
      length(policy.policy) <= 6144
    ])
    error_message = join(", ", [for policy in concat(values(aws_iam_policy.plan), values(aws_iam_policy.deploy), [aws_iam_policy.boundary]) :
      "${policy.name} has ${length(policy.policy)} characters; IAM allows 6144" if length(policy.policy) > 6144
    ])
  }

  assert {
    condition     = length(aws_iam_role_policy_attachment.deploy) <= 10
    error_message = "IAM allows 10 managed policies per role."
  }
}

run "the_plan_role_cannot_read_secrets_or_data" {
  command = plan

  assert {
    condition = length(setsubtract(
      ["secretsmanager:GetSecretValue", "secretsmanager:BatchGetSecretValue", "kms:Decrypt", "logs:FilterLogEvents", "sts:AssumeRole*"],
      flatten([for statement in local.plan_policies.records.Statement : statement.Action if statement.Effect == "Deny" && try(statement.Resource, "") == "*"]),
    )) == 0
    error_message = "The plan role lacks an explicit deny for secrets or data."
  }

  assert {
    condition = alltrue([for statement in concat(local.read_policy.Statement, local.plan_policies.records.Statement) : alltrue([
      for action in flatten([statement.Action]) : can(regex(":(Describe|Get|List)", action)) || contains(["s3:PutObject", "s3:DeleteObject"], action)
    ]) if statement.Effect == "Allow"])
    error_message = "The plan role can do more than read, lock states and write plan records."
  }

  assert {
    condition = alltrue([for statement in concat(local.read_policy.Statement, local.plan_policies.records.Statement) : alltrue([
      for resource in flatten([statement.Resource]) : endswith(resource, ".tfstate.tflock") || resource == "arn:aws-us-gov:s3:::tfstate-langfuse-of-the-team-123456789012/plans/987654321/*"
    ]) if statement.Effect == "Allow" && length(setintersection(flatten([statement.Action]), ["s3:PutObject", "s3:DeleteObject"])) > 0])
    error_message = "The plan role can write objects other than state locks and the plan records of its repository."
  }
}

run "the_deploy_role_cannot_escalate_its_privileges" {
  command = plan

  assert {
    condition = [for statement in local.deploy_iam_policy.Statement : statement.Condition if statement.Sid == "RolesWithBoundary"][0] == {
      StringEquals = { "iam:PermissionsBoundary" = "arn:aws-us-gov:iam::123456789012:policy/langfuse-of-the-team-boundary" }
    }
    error_message = "The deploy role can create roles without the permissions boundary."
  }

  assert {
    condition = alltrue([for statement in flatten([for name, policy in local.deploy_policies : policy.Statement]) : alltrue([
      for action in flatten([statement.Action]) : !contains(["*", "iam:*", "s3:*", "secretsmanager:*", "sts:*"], action)
    ]) if statement.Effect == "Allow"])
    error_message = "The deploy role has full access to a service."
  }

  assert {
    condition = length(setsubtract(
      ["arn:aws-us-gov:iam::123456789012:role/langfuse-of-the-team-deploy", "arn:aws-us-gov:iam::123456789012:role/langfuse-of-the-team-plan", "arn:aws-us-gov:iam::123456789012:policy/langfuse-of-the-team-boundary"],
      [for statement in local.deploy_iam_policy.Statement : statement.Resource if statement.Sid == "DenyChangesToBootstrap"][0],
    )) == 0
    error_message = "The deploy role can change the workflow roles or the permissions boundary."
  }

  assert {
    condition = alltrue([for statement in flatten([for name, policy in local.deploy_policies : policy.Statement]) :
      can(statement.Condition["ForAnyValue:StringEquals"]["aws:CalledVia"]) || endswith(statement.Resource, "/api-keys-*")
      if statement.Effect == "Allow" && contains(flatten([statement.Action]), "secretsmanager:GetSecretValue")
    ])
    error_message = "The deploy role can read secrets other than the API keys."
  }

  assert {
    condition = alltrue([for statement in flatten([for name, policy in local.deploy_policies : policy.Statement]) : alltrue([
      for resource in flatten([statement.Resource]) : endswith(resource, ".tfstate") || endswith(resource, ".tflock") || resource == "arn:aws-us-gov:s3:::tfstate-langfuse-of-the-team-123456789012/applies/987654321/*"
    ]) if statement.Effect == "Allow" && contains(flatten([statement.Action]), "s3:PutObject")])
    error_message = "The deploy role can write objects other than states, state locks and apply records."
  }
}
