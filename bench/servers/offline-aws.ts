/** The AWS provider, configured to plan new resources without a request to AWS. */
export const OFFLINE_AWS = `
terraform {
  required_version = ">= 1.11"
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

provider "aws" {
  region                      = "eu-central-1"
  access_key                  = "bench"
  secret_key                  = "bench"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
}
`
