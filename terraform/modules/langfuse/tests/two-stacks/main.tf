# Two stacks of one root, as people who manage several call the module.
terraform {
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source                = "hashicorp/aws"
      configuration_aliases = [aws.europe]
    }
  }
}

# Something of the caller's that the stacks wait for. A resource with changes would defer all data sources of the module to the apply.
data "aws_caller_identity" "prerequisite" {
  provider = aws.europe
}

module "langfuse" {
  source   = "../.."
  for_each = { langfuse = "small", langfuse-eu = "medium" }

  name         = each.key
  size         = each.value
  images_file  = "${path.module}/../mocks/images.yaml"
  langfuse     = { first_user = { email = "admin@acme.io" } }
  alarm_emails = ["on-call@acme.io"]

  providers = { aws = aws.europe }

  depends_on = [data.aws_caller_identity.prerequisite]
}

module "optional" {
  source = "../.."
  count  = 1

  name         = "team-a"
  images_file  = "${path.module}/../mocks/images.yaml"
  langfuse     = { first_user = { email = "admin@acme.io" } }
  alarm_emails = ["on-call@acme.io"]

  providers = { aws = aws.europe }
}

output "clusters" {
  description = "Names of the ECS clusters."
  value       = concat([for stack in module.langfuse : stack.cluster_name], module.optional[*].cluster_name)
}

output "log_groups" {
  description = "Names of all log groups."
  value       = flatten([for stack in concat(values(module.langfuse), module.optional) : values(stack.log_groups)])
}
