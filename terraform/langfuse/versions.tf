terraform {
  # Validation across variables needs 1.9, a state lock in S3 without DynamoDB 1.10, its removal of the experimental mark 1.11.
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100.0"
    }
  }

  # Bucket, key, region and use_lockfile come from -backend-config: they belong to the account, not to the code.
  backend "s3" {}
}

provider "aws" {
  default_tags {
    # The deploy role may change only what carries both: most of EC2 has no names that a policy could go by.
    tags = merge(var.tags, { stack = var.name, managed-by = "langfuse-deploy" })
  }
}

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

data "aws_region" "current" {}

locals {
  account_id = data.aws_caller_identity.current.account_id
  partition  = data.aws_partition.current.partition
  # The attribute `name` is deprecated from provider 6 on and `region` is unknown before it; `id` is the same in both.
  region = data.aws_region.current.id
}
