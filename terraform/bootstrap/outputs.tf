output "plan_role_arn" {
  description = "ARN of the IAM role for workflows of pull requests."
  value       = aws_iam_role.plan.arn
}

output "deploy_role_arn" {
  description = "ARN of the IAM role for workflows on the deployed branch."
  value       = aws_iam_role.deploy.arn
}

output "permissions_boundary" {
  description = "ARN of the permissions boundary for the roles of a stack. The stack finds it in Parameter Store."
  value       = aws_iam_policy.boundary.arn
}

output "state_bucket" {
  description = "Name of the S3 bucket for Terraform states and records of reviewed plans."
  value       = aws_s3_bucket.state.bucket
}

output "repository_variables" {
  description = "GitHub CLI commands that set the repository's Actions variables."
  value = join("\n", [for name, value in local.repository_variables :
    "gh variable set ${var.variable_prefix}${name} --repo ${var.repository} --body '${value}'"
  ])
}

output "backend_config" {
  description = "Value of the action's input `backend-config` for the stack named `name`."
  value       = local.backend_config
}

locals {
  repository_variables = {
    AWS_REGION         = var.region
    ALLOWED_ACCOUNT_ID = local.account_id
    PLAN_ROLE          = aws_iam_role.plan.arn
    DEPLOY_ROLE        = aws_iam_role.deploy.arn
    MIRROR_ROLE        = aws_iam_role.small["mirror"].arn
    REFRESH_ROLE       = aws_iam_role.small["refresh"].arn
    VERIFY_ROLE        = aws_iam_role.small["verify"].arn
    STATE_BUCKET       = aws_s3_bucket.state.bucket
  }

  backend_config = join("\n", [
    "bucket=${aws_s3_bucket.state.bucket}",
    "key=${var.name}/terraform.tfstate",
    "region=${var.region}",
    "use_lockfile=true",
  ])
}
