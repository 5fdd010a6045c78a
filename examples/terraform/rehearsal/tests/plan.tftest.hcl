mock_provider "aws" {
  source          = "../../../terraform/modules/langfuse/tests/mocks"
  override_during = plan
}

run "the_example_can_be_planned" {
  command = plan

  assert {
    condition     = output.url == "https://d111111abcdef8.cloudfront.net"
    error_message = "The URL is not CloudFront's."
  }

  assert {
    condition     = output.log_groups.web == "/rehearsal/web"
    error_message = "The name of the stack is not the one that the commands of a rehearsal accept."
  }
}
