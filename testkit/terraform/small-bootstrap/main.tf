# The interface of terraform/bootstrap without its roles, so that tests of the command line apply it in two seconds.
terraform {
  required_version = ">= 1.11"
}

variable "region" {
  type = string
}

variable "account_id" {
  type = string
}

variable "name" {
  type = string
}

variable "repository" {
  type = string
}

resource "terraform_data" "state_bucket" {
  input = "tfstate-${var.name}-${var.account_id}"

  provisioner "local-exec" {
    command = "aws s3api create-bucket --bucket ${self.input} --region ${var.region} --create-bucket-configuration LocationConstraint=${var.region}"
  }

  provisioner "local-exec" {
    when    = destroy
    command = "aws s3api delete-bucket --bucket ${self.output} --region eu-central-1"
  }
}

output "repository_variables" {
  value = join("\n", [for name, value in { AWS_REGION = var.region, STATE_BUCKET = terraform_data.state_bucket.output } :
    "gh variable set ${name} --repo ${var.repository} --body '${value}'"
  ])
}
