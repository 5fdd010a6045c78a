# A throw-away stack for the workflow rehearse, without deletion protection, so that it can be destroyed. The size small has Aurora.
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
  description = "Address of Langfuse's first user and of the alarms. The default never exists (RFC 2606), so no one gets them."
  type        = string
  default     = "admin@rehearsal.invalid"
  nullable    = false
}

module "langfuse" {
  # Elsewhere: git::https://github.com/OWNER/langfuse-deploy.git//terraform/modules/langfuse?ref=VERSION
  source = "../../../terraform/modules/langfuse"

  # Elsewhere: "${path.module}/images.yaml", a copy of images.yaml next to this file.
  images_file = "${path.module}/../../../images.yaml"

  # The commands of a rehearsal require this word in the name. The prefix is the name of bootstrap, as that of the images in ECR.
  name     = "rehearsal"
  registry = { prefix = "rehearsal" }

  deletion_protection = false
  langfuse            = { first_user = { email = var.email } }
  alarm_emails        = [var.email]
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
