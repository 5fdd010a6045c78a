output "plan_role_arn" {
  description = "Role that workflows assume for pull requests."
  value       = aws_iam_role.plan.arn
}

output "deploy_role_arn" {
  description = "Role that workflows assume on the branch."
  value       = aws_iam_role.deploy.arn
}

output "permissions_boundary" {
  description = "ARN of the boundary that every role of a stack needs: the variable `permissions_boundary` of terraform/langfuse."
  value       = aws_iam_policy.boundary.arn
}

output "state_bucket" {
  description = "Name of the bucket of the states and of the records of reviewed plans."
  value       = aws_s3_bucket.state.bucket
}

output "repository_variables" {
  description = "Commands that set the variables of the repository's workflows."
  value = join("\n", [for name, value in local.repository_variables :
    "gh variable set ${name} --repo ${var.repository} --body '${value}'"
  ])
}

output "backend_config" {
  description = "Lines for the action's input `backend-config`, for a stack that is called like `name`."
  value       = local.backend_config
}

locals {
  repository_variables = {
    AWS_REGION           = var.region
    ALLOWED_ACCOUNT_ID   = local.account_id
    PLAN_ROLE            = aws_iam_role.plan.arn
    DEPLOY_ROLE          = aws_iam_role.deploy.arn
    STATE_BUCKET         = aws_s3_bucket.state.bucket
    PERMISSIONS_BOUNDARY = aws_iam_policy.boundary.arn
  }

  backend_config = join("\n", [
    "bucket=${aws_s3_bucket.state.bucket}",
    "key=${var.name}/terraform.tfstate",
    "region=${var.region}",
    "use_lockfile=true",
  ])
}
