mock_provider "aws" {
  alias           = "europe"
  source          = "./tests/mocks"
  override_during = plan
}

run "stacks_exist_side_by_side" {
  command = plan

  module {
    source = "./tests/two-stacks"
  }

  providers = { aws.europe = aws.europe }

  assert {
    condition     = sort(output.clusters) == tolist(["langfuse", "langfuse-eu", "team-a"])
    error_message = "for_each, count, depends_on or a provider alias does not work with the module."
  }

  assert {
    condition     = length(output.log_groups) == 15 && length(distinct(output.log_groups)) == 15
    error_message = "Two stacks share a log group."
  }
}
