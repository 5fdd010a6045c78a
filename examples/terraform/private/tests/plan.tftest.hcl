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
    condition     = output.url == "https://langfuse.example.com"
    error_message = "The URL is not the domain."
  }
}
