terraform {
  # Cross-variable validation needs 1.9; use_lockfile of the S3 backend is stable since 1.11.
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100.0"
    }
  }

  # -backend-config supplies the settings, which differ per account.
  backend "s3" {}
}

provider "aws" {
  default_tags {
    # The deploy role's policies require both tags.
    tags = merge(var.tags, { stack = var.name, managed-by = "langfuse-deploy" })
  }
}

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

data "aws_region" "current" {}

locals {
  account_id = data.aws_caller_identity.current.account_id
  partition  = data.aws_partition.current.partition
  # Provider 6 deprecates `name`, and provider 5 has no `region`; `id` works in both.
  region = data.aws_region.current.id
}
