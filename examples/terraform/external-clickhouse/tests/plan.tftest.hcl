mock_provider "aws" {
  source          = "../../../terraform/modules/langfuse/tests/mocks"
  override_during = plan

  mock_data "aws_secretsmanager_secret" {
    defaults = { arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/clickhouse-cloud-AAAAAA" }
  }
}

variables {
  email = "admin@acme.io"
}

run "the_example_can_be_planned" {
  command = plan

  assert {
    condition     = !contains(keys(output.log_groups), "clickhouse")
    error_message = "The stack would run its own ClickHouse."
  }
}
