locals {
  issuer   = "token.actions.githubusercontent.com"
  audience = local.partition == "aws-cn" ? "sts.amazonaws.com.cn" : "sts.amazonaws.com"

  # Not read from the resource, which does not exist if create_oidc_provider is false.
  oidc_provider_arn = "${local.iam_arn_prefix}:oidc-provider/${local.issuer}"

  owner           = split("/", var.repository)[0]
  repository_name = split("/", var.repository)[1]

  # GitHub's subject claim contains the repository name or, for repositories created after 2026-07-15, the name with immutable ids.
  # GitHub escapes colons in names, so a wildcard cannot match beyond its own part of the claim.
  subjects = [
    "repo:${var.repository}",
    join("", [
      "repo:${local.owner}@${var.owner_id == null ? "*" : var.owner_id}",
      "/${local.repository_name}@${var.repository_id == null ? "*" : var.repository_id}",
    ]),
  ]

  repository_claims = merge(
    { "${local.issuer}:aud" = local.audience },
    var.repository_id == null ? {} : { "${local.issuer}:repository_id" = tostring(var.repository_id) },
  )

  # The claim names the called workflow, not the calling one, so no branch of the repository can replace its steps.
  settings_workflows = { for name, file in {
    plan = "plan-settings", deploy = "deploy-settings", drift = "drift-settings", refresh = "refresh"
    } : name => [
    for source in sort(var.settings_workflows) :
    "${split("@", source)[0]}/.github/workflows/${file}.yml@${split("@", source)[1]}"
  ] }

  # The deployment plans, too.
  plan_workflow_claim = length(var.settings_workflows) == 0 ? {} : {
    "${local.issuer}:job_workflow_ref" = flatten([for name in ["plan", "deploy", "drift"] : local.settings_workflows[name]])
  }

  deploy_workflows = concat(
    local.settings_workflows["deploy"],
    [for path in var.deploy_workflow[*] : "${var.repository}/${path}@refs/heads/${var.branch}"],
  )
  workflow_claim = length(local.deploy_workflows) == 0 ? {} : { "${local.issuer}:job_workflow_ref" = local.deploy_workflows }

  refresh_workflow_claim = length(var.settings_workflows) == 0 ? {} : {
    "${local.issuer}:job_workflow_ref" = local.settings_workflows["refresh"]
  }

  trust = {
    # The branch is for scheduled drift detection.
    plan = {
      equals = merge(local.repository_claims, local.plan_workflow_claim)
      like   = flatten([for subject in local.subjects : ["${subject}:pull_request", "${subject}:ref:refs/heads/${var.branch}"]])
    }
    deploy = {
      equals = merge(
        local.repository_claims,
        # A job on any branch can name the environment unless GitHub's deployment branch rules prevent it.
        var.environment == null && var.destroy_environment == null ? {} : { "${local.issuer}:ref" = "refs/heads/${var.branch}" },
        local.workflow_claim,
      )
      like = flatten([for subject in local.subjects : concat(
        [var.environment == null ? "${subject}:ref:refs/heads/${var.branch}" : "${subject}:environment:${coalesce(var.environment, "-")}"],
        var.destroy_environment == null ? [] : ["${subject}:environment:${coalesce(var.destroy_environment, "-")}"],
      )])
    }
    # Jobs of a deployment that use no environment.
    branch = {
      equals = merge(local.repository_claims, local.workflow_claim)
      like   = [for subject in local.subjects : "${subject}:ref:refs/heads/${var.branch}"]
    }
    # refresh.yml names the environment, whose secret is the key of the GitHub App.
    refresh = {
      equals = merge(local.repository_claims, { "${local.issuer}:ref" = "refs/heads/${var.branch}" }, local.refresh_workflow_claim)
      like   = [for subject in local.subjects : "${subject}:environment:refresh"]
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

# Fails the plan, instead of the first workflow, if the account has no such provider.
data "aws_iam_openid_connect_provider" "github" {
  for_each = var.create_oidc_provider ? [] : toset([local.issuer])

  url = "https://${each.key}"

  lifecycle {
    postcondition {
      condition     = contains(self.client_id_list, local.audience)
      error_message = "The identity provider ${local.issuer} does not accept the audience ${local.audience}. Add it: aws iam add-client-id-to-open-id-connect-provider --open-id-connect-provider-arn ${self.arn} --client-id ${local.audience}"
    }
  }
}
