mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

run "the_migration_runs_in_the_image_of_web" {
  command = plan

  assert {
    condition     = module.migration.definition.image == local.images.langfuse_web && module.migration.definition.entryPoint == tolist(["/bin/sh", "-c"])
    error_message = "The schema is that of the release that follows."
  }

  assert {
    condition     = terraform_data.migration.triggers_replace.image == local.images.langfuse_web && terraform_data.migration.triggers_replace.postgres == "cluster-ABC"
    error_message = "A new release runs it, and so does a new database."
  }

  assert {
    condition     = contains(module.migration.definition.secrets, { name = "MASTER_PASSWORD", valueFrom = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:rds!cluster-1-AAAAAA:password::" })
    error_message = "The master's password comes from the secret that RDS keeps."
  }

  assert {
    condition     = !contains(module.web.definition.secrets[*].name, "MASTER_PASSWORD") && !contains(module.worker.definition.secrets[*].name, "MASTER_PASSWORD")
    error_message = "Nobody but the migration has the master's password."
  }

  assert {
    condition     = !contains(module.migration.definition.environment[*].name, "LANGFUSE_AUTO_POSTGRES_MIGRATION_DISABLED")
    error_message = "Migrations are on where they are meant to run."
  }
}
