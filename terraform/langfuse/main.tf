# Your stack. Edit this file: its module block is the configuration of Langfuse.
# All settings: ../modules/langfuse/README.md
terraform {
  # use_lockfile of the S3 backend is stable since 1.11.
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100.0, < 7.0.0"
    }
  }

  # -backend-config supplies the settings, which differ per account.
  backend "s3" {}
}

# The environment supplies the Region and the credentials.
provider "aws" {}

variable "email" {
  description = "Your address, for Langfuse's first user and for alarms. Langfuse reads it only at its first start."
  type        = string
  default     = "you@example.com"
  nullable    = false
}

variable "deletion_protection" {
  description = "Prevents the destruction of the stack and its data. The workflow destroy sets it to false."
  type        = bool
  default     = true
  nullable    = false
}

module "langfuse" {
  source = "../modules/langfuse"

  images_file         = "${path.module}/../../images.yaml"
  deletion_protection = var.deletion_protection

  # Choose these before the first apply, because they are hard to change later.
  name     = "langfuse"
  langfuse = { first_user = { email = var.email, name = "Admin" } }

  alarm_emails = [var.email]

  # size    = "medium"
  # domain  = { name = "langfuse.example.com", zone_name = "example.com" }
  # grafana = { enabled = true }
}
