# The longest of everything, so that what fits here fits everywhere.
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

run "policies_fit_into_what_iam_takes" {
  command = plan

  assert {
    condition = alltrue([for policy in concat(values(aws_iam_policy.plan), values(aws_iam_policy.deploy), [aws_iam_policy.boundary]) :
      length(policy.policy) <= 6144
    ])
    error_message = join(", ", [for policy in concat(values(aws_iam_policy.plan), values(aws_iam_policy.deploy), [aws_iam_policy.boundary]) :
      "${policy.name} has ${length(policy.policy)} of 6144 characters" if length(policy.policy) > 6144
    ])
  }

  assert {
    condition     = length(aws_iam_role_policy_attachment.deploy) <= 10
    error_message = "A role takes 10 policies."
  }
}

run "the_plan_role_sees_no_secret_and_no_data" {
  command = plan

  assert {
    condition = length(setsubtract(
      ["secretsmanager:GetSecretValue", "secretsmanager:BatchGetSecretValue", "kms:Decrypt", "logs:FilterLogEvents", "sts:AssumeRole*"],
      flatten([for statement in local.plan_policies.recording.Statement : statement.Action if statement.Effect == "Deny" && try(statement.Resource, "") == "*"]),
    )) == 0
    error_message = "What must never be allowed is not refused."
  }

  assert {
    condition = alltrue([for statement in concat(local.reading.Statement, local.plan_policies.recording.Statement) : alltrue([
      for action in flatten([statement.Action]) : can(regex(":(Describe|Get|List)", action)) || contains(["s3:PutObject", "s3:DeleteObject"], action)
    ]) if statement.Effect == "Allow"])
    error_message = "The plan role can do more than look."
  }

  assert {
    condition = alltrue([for statement in concat(local.reading.Statement, local.plan_policies.recording.Statement) : alltrue([
      for resource in flatten([statement.Resource]) : endswith(resource, ".tfstate.tflock") || resource == "arn:aws-us-gov:s3:::tfstate-langfuse-of-the-team-123456789012/plans/987654321/*"
    ]) if statement.Effect == "Allow" && length(setintersection(flatten([statement.Action]), ["s3:PutObject", "s3:DeleteObject"])) > 0])
    error_message = "The plan role can write more than locks and the records of its repository."
  }
}

run "the_deploy_role_cannot_give_itself_more" {
  command = plan

  assert {
    condition = [for statement in local.deploy_roles.Statement : statement.Condition if statement.Sid == "RolesWithinTheBoundary"][0] == {
      StringEquals = { "iam:PermissionsBoundary" = "arn:aws-us-gov:iam::123456789012:policy/langfuse-of-the-team-boundary" }
    }
    error_message = "Roles can be made without the boundary."
  }

  assert {
    condition = alltrue([for statement in flatten([for name, policy in local.deploy_policies : policy.Statement]) : alltrue([
      for action in flatten([statement.Action]) : !contains(["*", "iam:*", "s3:*", "secretsmanager:*", "sts:*"], action)
    ]) if statement.Effect == "Allow"])
    error_message = "The deploy role may do all of a service that it must not."
  }

  assert {
    condition = length(setsubtract(
      ["arn:aws-us-gov:iam::123456789012:role/langfuse-of-the-team-deploy", "arn:aws-us-gov:iam::123456789012:role/langfuse-of-the-team-plan", "arn:aws-us-gov:iam::123456789012:policy/langfuse-of-the-team-boundary"],
      [for statement in local.deploy_roles.Statement : statement.Resource if statement.Sid == "NotItself"][0],
    )) == 0
    error_message = "The deploy role can change what holds it."
  }

  assert {
    condition = alltrue([for statement in flatten([for name, policy in local.deploy_policies : policy.Statement]) :
      can(statement.Condition["ForAnyValue:StringEquals"]["aws:CalledVia"]) || endswith(statement.Resource, "/api-keys-*")
      if statement.Effect == "Allow" && contains(flatten([statement.Action]), "secretsmanager:GetSecretValue")
    ])
    error_message = "The deploy role reads other secrets than the API keys."
  }

  assert {
    condition = alltrue([for statement in flatten([for name, policy in local.deploy_policies : policy.Statement]) : alltrue([
      for resource in flatten([statement.Resource]) : endswith(resource, ".tfstate") || endswith(resource, ".tflock") || resource == "arn:aws-us-gov:s3:::tfstate-langfuse-of-the-team-123456789012/applies/987654321/*"
    ]) if statement.Effect == "Allow" && contains(flatten([statement.Action]), "s3:PutObject")])
    error_message = "The deploy role writes objects that are neither states nor notes of its applies."
  }
}
