# Langfuse for a company network: internal load balancer, certificate of your own, KMS key, no route to the internet.
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

module "langfuse" {
  # Elsewhere: git::https://github.com/OWNER/langfuse-deploy.git//terraform/modules/langfuse?ref=VERSION
  source = "../../../terraform/modules/langfuse"

  # Elsewhere: "${path.module}/images.yaml", a copy of images.yaml next to this file.
  images_file = "${path.module}/../../../images.yaml"

  size = "medium"

  domain = {
    name            = "langfuse.example.com"
    zone_id         = "Z0123456789ABCDEFGHIJ"
    certificate_arn = "arn:aws:acm:eu-central-1:123456789012:certificate/0a1b2c3d-1111-2222-3333-444455556666"
    internal        = true
  }

  allowed_cidr_blocks = ["10.0.0.0/8"]

  # AWS services and models are reached through endpoints. Peer the VPC with your network.
  network        = { cidr_block = "10.64.0.0/16" }
  nat            = "none"
  vpc_endpoints  = true
  bedrock_models = ["eu.anthropic.claude-sonnet-4-20250514-v1:0"]

  # Choose it before the first apply. The key policy is in docs/security.md.
  kms_key_arn = "arn:aws:kms:eu-central-1:123456789012:key/0a1b2c3d-1111-2222-3333-444455556666"

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
