terraform {
  # The same as terraform/langfuse, so that one Terraform runs both.
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100.0"
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

locals {
  account_id = data.aws_caller_identity.current.account_id
  partition  = data.aws_partition.current.partition

  # How the ARN of everything of a service in this account and region begins.
  in_region = { for service in [
    "application-autoscaling", "autoscaling", "cloudformation", "cloudwatch", "ec2", "ecr", "ecs", "elasticache",
    "elasticloadbalancing", "kms", "logs", "rds", "scheduler", "secretsmanager", "sns", "ssm",
  ] : service => "arn:${local.partition}:${service}:${var.region}:${local.account_id}" }

  iam = "arn:${local.partition}:iam::${local.account_id}"
  s3  = "arn:${local.partition}:s3:::"
}
