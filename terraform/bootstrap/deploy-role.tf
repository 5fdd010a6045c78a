# Runs what is on the branch: mirrors images, applies, checks. Nothing in AWS stops code that was merged from using it,
# so that a review is the gate; what is here keeps an accident small, and the role from growing.
resource "aws_iam_role" "deploy" {
  name                 = "${var.name}-deploy"
  description          = "Deploys the ${var.branch} branch of ${var.repository}"
  assume_role_policy   = local.trust_policies["deploy"]
  max_session_duration = 3600
}

locals {
  deploy_policies = {
    reading  = local.reading
    state    = local.deploy_state
    network  = local.deploy_network
    services = local.deploy_services
    watching = local.deploy_watching
    data     = local.deploy_data
    entry    = local.deploy_entry
    roles    = local.deploy_roles
  }
}

resource "aws_iam_policy" "deploy" {
  for_each = local.deploy_policies

  name        = "${var.name}-deploy-${each.key}"
  description = "Of the role ${var.name}-deploy"
  policy      = jsonencode(each.value)
}

resource "aws_iam_role_policy_attachment" "deploy" {
  for_each = local.deploy_policies

  role       = aws_iam_role.deploy.name
  policy_arn = aws_iam_policy.deploy[each.key].arn
}
