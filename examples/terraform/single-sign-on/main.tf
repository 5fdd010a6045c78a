# Langfuse with single sign-on, email by Amazon SES and an allow list of addresses, without a domain.
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

  # docs/access.md explains the steps.
  sso = {
    provider          = "google"
    client_id         = "123-abc.apps.googleusercontent.com"
    client_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/sso-AbCdEf"
    allowed_domains   = ["acme.io"]
    role              = "MEMBER"
  }

  # Needs boundary_actions of terraform/bootstrap.
  email = { from = "langfuse@acme.io", ses = { create_identity = true } }

  # The command verify and SDKs call the API from anywhere, with API keys.
  allowed_cidr_blocks = ["203.0.113.0/24"]
  public_api          = true

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

output "sso_callback_url" {
  description = "Callback (redirect) URL to register with the identity provider."
  value       = module.langfuse.sso_callback_url
}

output "dns_records" {
  description = "DNS records to set for email."
  value       = module.langfuse.dns_records
}
