mock_provider "aws" {
  source          = "../../../terraform/modules/langfuse/tests/mocks"
  override_during = plan
}

variables {
  email = "admin@acme.io"
}

run "the_example_can_be_planned" {
  command = plan

  assert {
    condition     = endswith(output.sso_callback_url, "/api/auth/callback/google") && keys(output.dns_records) == ["dkim-1", "dkim-2", "dkim-3"]
    error_message = "The callback URL or the DNS records of the email address are not in the outputs."
  }
}
