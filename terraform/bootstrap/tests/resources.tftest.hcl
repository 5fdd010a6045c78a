mock_provider "aws" {
  override_during = plan

  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }

  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }

  mock_resource "aws_iam_policy" {
    defaults = { arn = "arn:aws:iam::123456789012:policy/langfuse-boundary" }
  }
}

override_resource {
  target          = aws_iam_role.plan
  override_during = plan
  values          = { arn = "arn:aws:iam::123456789012:role/langfuse-plan" }
}

override_resource {
  target          = aws_iam_role.deploy
  override_during = plan
  values          = { arn = "arn:aws:iam::123456789012:role/langfuse-deploy" }
}

override_resource {
  target          = aws_iam_role.small["mirror"]
  override_during = plan
  values          = { arn = "arn:aws:iam::123456789012:role/langfuse-mirror" }
}

override_resource {
  target          = aws_iam_role.small["refresh"]
  override_during = plan
  values          = { arn = "arn:aws:iam::123456789012:role/langfuse-refresh" }
}

override_resource {
  target          = aws_iam_role.small["verify"]
  override_during = plan
  values          = { arn = "arn:aws:iam::123456789012:role/langfuse-verify" }
}

variables {
  region     = "eu-central-1"
  repository = "acme/langfuse-deploy"
}

run "the_state_bucket_is_versioned_and_private" {
  command = plan

  assert {
    condition     = aws_s3_bucket.state.bucket == "tfstate-langfuse-123456789012"
    error_message = "Unexpected bucket name: ${aws_s3_bucket.state.bucket}"
  }

  assert {
    condition     = aws_s3_bucket_versioning.state.versioning_configuration[0].status == "Enabled"
    error_message = "The state bucket is not versioned."
  }

  assert {
    condition     = aws_s3_bucket.state.force_destroy != true
    error_message = "A destroy would delete a state bucket that contains objects."
  }

  assert {
    condition = alltrue([
      aws_s3_bucket_public_access_block.state.block_public_acls,
      aws_s3_bucket_public_access_block.state.block_public_policy,
      aws_s3_bucket_public_access_block.state.ignore_public_acls,
      aws_s3_bucket_public_access_block.state.restrict_public_buckets,
    ])
    error_message = "The state bucket does not block public access."
  }

  assert {
    condition     = { for rule in aws_s3_bucket_lifecycle_configuration.state.rule : rule.id => rule.expiration[0].days if rule.id == "plans" }["plans"] == 90
    error_message = "Plan records do not expire after 90 days."
  }
}

run "the_bucket_policy_requires_tls_and_restricts_plan_records" {
  command = plan

  assert {
    condition = [for statement in jsondecode(aws_s3_bucket_policy.state.policy).Statement : statement if statement.Sid == "TlsOnly"][0] == {
      Sid       = "TlsOnly"
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = ["arn:aws:s3:::tfstate-langfuse-123456789012", "arn:aws:s3:::tfstate-langfuse-123456789012/*"]
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }
    error_message = "The bucket policy does not deny requests without TLS."
  }

  assert {
    condition = [for statement in jsondecode(aws_s3_bucket_policy.state.policy).Statement : statement if statement.Sid == "PlanRecordsByPlanRoleOnly"][0].Condition == {
      ArnNotEquals = { "aws:PrincipalArn" = "arn:aws:iam::123456789012:role/langfuse-plan" }
    }
    error_message = "Principals other than the plan role can write plan records."
  }
}

run "an_existing_identity_provider_is_used" {
  command = plan

  variables {
    create_oidc_provider = false
  }

  override_data {
    target = data.aws_iam_openid_connect_provider.github["token.actions.githubusercontent.com"]
    values = { client_id_list = ["sts.amazonaws.com"] }
  }

  assert {
    condition     = length(aws_iam_openid_connect_provider.github) == 0
    error_message = "A second identity provider would be created."
  }

  assert {
    condition     = jsondecode(aws_iam_role.plan.assume_role_policy).Statement[0].Principal.Federated == "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"
    error_message = "The trust policy does not name the existing provider."
  }
}

run "outputs_are_ready_to_use" {
  command = plan

  assert {
    condition     = "${output.repository_variables}\n" == <<-END
      gh variable set ALLOWED_ACCOUNT_ID --repo acme/langfuse-deploy --body '123456789012'
      gh variable set AWS_REGION --repo acme/langfuse-deploy --body 'eu-central-1'
      gh variable set DEPLOY_ROLE --repo acme/langfuse-deploy --body 'arn:aws:iam::123456789012:role/langfuse-deploy'
      gh variable set MIRROR_ROLE --repo acme/langfuse-deploy --body 'arn:aws:iam::123456789012:role/langfuse-mirror'
      gh variable set PLAN_ROLE --repo acme/langfuse-deploy --body 'arn:aws:iam::123456789012:role/langfuse-plan'
      gh variable set REFRESH_ROLE --repo acme/langfuse-deploy --body 'arn:aws:iam::123456789012:role/langfuse-refresh'
      gh variable set STATE_BUCKET --repo acme/langfuse-deploy --body 'tfstate-langfuse-123456789012'
      gh variable set VERIFY_ROLE --repo acme/langfuse-deploy --body 'arn:aws:iam::123456789012:role/langfuse-verify'
    END
    error_message = output.repository_variables
  }

  assert {
    condition     = "${output.backend_config}\n" == <<-END
      bucket=tfstate-langfuse-123456789012
      key=langfuse/terraform.tfstate
      region=eu-central-1
      use_lockfile=true
    END
    error_message = output.backend_config
  }
}
