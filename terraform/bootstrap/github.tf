locals {
  issuer   = "token.actions.githubusercontent.com"
  audience = local.partition == "aws-cn" ? "sts.amazonaws.com.cn" : "sts.amazonaws.com"

  # Derived, and not read from the resource, so that an existing provider needs no other way.
  oidc_provider_arn = "${local.iam}:oidc-provider/${local.issuer}"

  owner           = split("/", var.repository)[0]
  repository_name = split("/", var.repository)[1]

  # GitHub writes a repository by its names, or by names and ids that nobody else ever gets (repositories made after 2026-07-15).
  # A colon within a name is escaped there, so that the asterisks cannot reach over into the next part.
  subjects = [
    "repo:${var.repository}",
    join("", [
      "repo:${local.owner}@${var.owner_id == null ? "*" : var.owner_id}",
      "/${local.repository_name}@${var.repository_id == null ? "*" : var.repository_id}",
    ]),
  ]

  of_the_repository = merge(
    { "${local.issuer}:aud" = local.audience },
    var.repository_id == null ? {} : { "${local.issuer}:repository_id" = tostring(var.repository_id) },
  )

  trust = {
    # Pull requests, and the branch for plans on a schedule.
    plan = {
      equals = local.of_the_repository
      like   = flatten([for subject in local.subjects : ["${subject}:pull_request", "${subject}:ref:refs/heads/${var.branch}"]])
    }
    deploy = {
      equals = merge(
        local.of_the_repository,
        # Any branch can name an environment; which branches it lets in is a setting on GitHub that may be missing.
        var.environment == null ? {} : { "${local.issuer}:ref" = "refs/heads/${var.branch}" },
        var.deploy_workflow == null ? {} : {
          "${local.issuer}:job_workflow_ref" = "${var.repository}/${coalesce(var.deploy_workflow, "-")}@refs/heads/${var.branch}"
        },
      )
      like = [for subject in local.subjects : "${subject}:${
        var.environment == null ? "ref:refs/heads/${var.branch}" : "environment:${coalesce(var.environment, "-")}"
      }"]
    }
  }

  trust_policies = { for role, condition in local.trust : role => jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = local.oidc_provider_arn }
      Condition = {
        StringEquals = condition.equals
        StringLike   = { "${local.issuer}:sub" = condition.like }
      }
    }]
  }) }
}

resource "aws_iam_openid_connect_provider" "github" {
  for_each = var.create_oidc_provider ? toset([local.issuer]) : []

  url            = "https://${each.key}"
  client_id_list = [local.audience]
}

# Only looked at: a plan fails here, and not the first workflow, when the account has no such provider.
data "aws_iam_openid_connect_provider" "github" {
  for_each = var.create_oidc_provider ? [] : toset([local.issuer])

  url = "https://${each.key}"

  lifecycle {
    postcondition {
      condition     = contains(self.client_id_list, local.audience)
      error_message = "The identity provider ${local.issuer} of this account does not take tokens for ${local.audience}: aws iam add-client-id-to-open-id-connect-provider --open-id-connect-provider-arn ${self.arn} --client-id ${local.audience}"
    }
  }
}
