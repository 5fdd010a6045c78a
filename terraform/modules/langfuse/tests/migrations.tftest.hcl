mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

mock_provider "terraform" {
  source          = "./tests/mocks/terraform"
  override_during = plan
}

variables {
  images_file  = "tests/mocks/images.yaml"
  langfuse     = { first_user = { email = "admin@acme.io" } }
  alarm_emails = ["on-call@acme.io"]
}

run "the_migration_uses_the_web_image" {
  command = plan

  assert {
    condition     = module.migration.container_definition.image == local.images.langfuse_web && module.migration.container_definition.entryPoint == tolist(["/bin/sh", "-c"])
    error_message = "The migration does not run in the web image."
  }

  assert {
    condition     = terraform_data.migration.triggers_replace.image == local.images.langfuse_web && terraform_data.migration.triggers_replace.postgres == "cluster-ABC"
    error_message = "A new release or a new database does not trigger the migration."
  }

  assert {
    condition     = contains(module.migration.container_definition.secrets, { name = "MASTER_PASSWORD", valueFrom = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:rds!cluster-1-AAAAAA:password::" })
    error_message = "The master password does not come from the RDS secret."
  }

  assert {
    condition     = !contains(module.web.container_definition.secrets[*].name, "MASTER_PASSWORD") && !contains(module.worker.container_definition.secrets[*].name, "MASTER_PASSWORD")
    error_message = "Web or worker can read the master password."
  }

  assert {
    condition     = !contains(module.migration.container_definition.environment[*].name, "LANGFUSE_AUTO_POSTGRES_MIGRATION_DISABLED")
    error_message = "Migrations are disabled in the migration task."
  }
}
