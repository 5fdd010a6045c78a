# Langfuse with the PostgreSQL and Valkey that a company has already, in its VPC.
terraform {
  # use_lockfile of the S3 backend is stable since 1.11.
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100.0, < 7.0.0"
    }
  }

  backend "s3" {}
}

provider "aws" {}

variable "email" {
  description = "Your address, for Langfuse's first user and for alarms. Langfuse reads it only at its first start."
  type        = string
  nullable    = false
}

data "aws_vpc" "company" {
  tags = { Name = "company" }
}

data "aws_subnets" "private" {
  filter {
    name   = "vpc-id"
    values = [data.aws_vpc.company.id]
  }

  tags = { tier = "private" }
}

# A group that both servers admit.
data "aws_security_group" "database_clients" {
  vpc_id = data.aws_vpc.company.id
  name   = "database-clients"
}

# The permissions boundary allows secrets whose name starts with that of the stack.
data "aws_secretsmanager_secret" "server" {
  for_each = toset(["postgres", "valkey"])

  name = "langfuse/company-${each.key}"
}

module "langfuse" {
  # Elsewhere: git::https://github.com/OWNER/langfuse-deploy.git//terraform/modules/langfuse?ref=VERSION
  source = "../../../terraform/modules/langfuse"

  # Elsewhere: "${path.module}/images.yaml", a copy of images.yaml next to this file.
  images_file = "${path.module}/../../../images.yaml"

  network = {
    existing = {
      vpc_id             = data.aws_vpc.company.id
      private_subnet_ids = data.aws_subnets.private.ids
    }
  }

  postgres_external = {
    host                = "company.abc123.eu-central-1.rds.amazonaws.com"
    password_secret_arn = data.aws_secretsmanager_secret.server["postgres"].arn
    security_group_ids  = [data.aws_security_group.database_clients.id]
  }

  valkey_external = {
    host                = "master.company.abc123.euc1.cache.amazonaws.com"
    password_secret_arn = data.aws_secretsmanager_secret.server["valkey"].arn
    key_prefix          = "langfuse:"
    security_group_ids  = [data.aws_security_group.database_clients.id]
  }

  langfuse     = { first_user = { email = var.email } }
  alarm_emails = [var.email]
}

output "url" {
  description = "URL of Langfuse."
  value       = module.langfuse.url
}

output "api_keys_secret_arn" {
  description = "ARN of the secret with the initial project's API keys. The command verify reads it."
  value       = module.langfuse.api_keys_secret_arn
}

output "first_user_secret_arn" {
  description = "ARN of the secret with the initial user's credentials."
  value       = module.langfuse.first_user_secret_arn
}

output "langfuse_version" {
  description = "Langfuse version. The command verify compares it with the running one."
  value       = module.langfuse.langfuse_version
}

output "log_groups" {
  description = "Names of the CloudWatch log groups, by component."
  value       = module.langfuse.log_groups
}
