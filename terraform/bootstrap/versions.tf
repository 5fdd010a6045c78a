terraform {
  # The same versions as terraform/langfuse.
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100.0, < 7.0.0"
    }
  }
}

provider "aws" {
  region              = var.region
  allowed_account_ids = var.account_id == null ? null : [var.account_id]

  default_tags {
    tags = merge(var.tags, { managed-by = "langfuse-deploy" })
  }
}

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}
