mock_provider "aws" {
  override_during = plan
}

variables {
  stack = "langfuse-eu"
}

run "an_account_without_bootstrap_has_no_boundary" {
  command = plan

  override_data {
    target          = data.aws_ssm_parameters_by_path.bootstrap["/langfuse-deploy/permissions-boundary"]
    override_during = plan
    values          = { names = [], values = [] }
  }

  assert {
    condition     = output.arn == null
    error_message = "A boundary was found although none is registered."
  }
}

run "the_most_specific_bootstrap_provides_the_boundary" {
  command = apply

  override_data {
    target = data.aws_ssm_parameters_by_path.bootstrap["/langfuse-deploy/permissions-boundary"]
    values = {
      names = ["/langfuse-deploy/permissions-boundary/langfuse", "/langfuse-deploy/permissions-boundary/langfuse-e", "/langfuse-deploy/permissions-boundary/langfuse-eu", "/langfuse-deploy/permissions-boundary/traces"]
      values = [
        "arn:aws:iam::123456789012:policy/langfuse-boundary", "arn:aws:iam::123456789012:policy/langfuse-e-boundary",
        "arn:aws:iam::123456789012:policy/langfuse-eu-boundary", "arn:aws:iam::123456789012:policy/traces-boundary",
      ]
    }
  }

  assert {
    condition     = output.arn == "arn:aws:iam::123456789012:policy/langfuse-eu-boundary"
    error_message = "The boundary is not that of the bootstrap with the longest matching name."
  }
}

# Uses the state of the run above.
run "rejects_a_plan_that_would_remove_the_boundary" {
  command = plan

  override_data {
    target          = data.aws_ssm_parameters_by_path.bootstrap["/langfuse-deploy/permissions-boundary"]
    override_during = plan
    values          = { names = [], values = [] }
  }

  expect_failures = [terraform_data.this]
}

run "an_explicit_boundary_needs_no_lookup" {
  command = plan

  variables {
    permissions_boundary = "arn:aws:iam::123456789012:policy/company-boundary"
  }

  assert {
    condition     = output.arn == "arn:aws:iam::123456789012:policy/company-boundary" && length(data.aws_ssm_parameters_by_path.bootstrap) == 0
    error_message = "The explicit boundary is not used, or a lookup takes place."
  }
}
