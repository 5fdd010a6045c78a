# Root module of the workflows plan-settings, deploy-settings and drift-settings: a stack that is configured by a YAML file, so that
# a repository needs no Terraform code. The file's keys are the variables of ../modules/langfuse.
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

variable "settings_file" {
  description = "Path of the YAML file with the settings. The default is where the workflows copy it."
  type        = string
  default     = "../../settings/settings.yaml"
  nullable    = false

  validation {
    condition     = can(keys(yamldecode(file(var.settings_file))))
    error_message = "${var.settings_file} is not a mapping of settings, such as `size: small`, or is not valid YAML."
  }

  validation {
    condition     = length(try(setsubtract(keys(yamldecode(file(var.settings_file))), local.setting_names), [])) == 0
    error_message = "${var.settings_file} has unknown settings: ${join(", ", try(sort(setsubtract(keys(yamldecode(file(var.settings_file))), local.setting_names)), []))}. They must be variables of terraform/modules/langfuse; images_file is chosen by the workflow."
  }
}

variable "images_file" {
  description = "Path of images.yaml. The default is where the workflows copy it."
  type        = string
  default     = "../../settings/images.yaml"
  nullable    = false
}

locals {
  # YAML is data: unlike HCL, it cannot name modules, providers, provisioners or data sources.
  settings = yamldecode(file(var.settings_file))
}
