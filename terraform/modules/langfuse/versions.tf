terraform {
  # Cross-variable validation needs 1.9, and the tests need 1.11 (override_during).
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100.0, < 7.0.0"
    }
  }
}

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {
  lifecycle {
    postcondition {
      condition     = self.partition == "aws"
      error_message = "The partition ${self.partition} is not supported: its service principals, endpoints and CloudFront differ from those of aws."
    }
  }
}

data "aws_region" "current" {}

locals {
  # The deploy role's policies require stack and managed-by on every resource.
  tags = merge(var.tags, { stack = var.name, managed-by = "langfuse-deploy" })

  account_id = data.aws_caller_identity.current.account_id
  partition  = data.aws_partition.current.partition
  # Provider 6 deprecates `name` and `id`, and provider 5 has no `region`; `endpoint` works in both.
  region = split(".", data.aws_region.current.endpoint)[1]
}
