# Deploys the branch. AWS cannot distinguish good merged code from bad, so review is the control;
# these policies limit the effect of mistakes and prevent privilege escalation. Of secrets and data, they allow to read the initial
# API keys only, but a bucket policy, a task definition or a CloudFormation template that is merged can read more.
#
# The statements for a service are in one file:
#   policy-read.tf             read actions, shared with the plan role
#   deploy-role.tf             IAM
#   deploy-role-compute.tf     Application Auto Scaling, EC2, EC2 Auto Scaling, ECS
#   deploy-role-data.tf        CloudFormation, ECR, ElastiCache, RDS, S3, Secrets Manager
#   deploy-role-edge.tf        ACM, Cloud Map, CloudFront, Elastic Load Balancing, Route 53
#   deploy-role-listeners.tf   rules of existing load balancers
#   deploy-role-monitoring.tf  CloudWatch, CloudWatch Logs, Data Lifecycle Manager, EventBridge Scheduler, KMS, SES, SNS
resource "aws_iam_role" "deploy" {
  name               = "${var.name}-deploy"
  description        = "Deploys the ${var.branch} branch of ${var.repository}"
  assume_role_policy = local.trust_policies["deploy"]
  # Emptying the buckets of a large stack takes longer than an hour.
  max_session_duration = 4 * 3600
}

locals {
  # IAM limits a managed policy to 6,144 characters and a role to 10 managed policies.
  deploy_policies = {
    read = local.read_policy
    # The policy edge has no space for the listeners.
    iam        = merge(local.deploy_iam_policy, { Statement = concat(local.deploy_iam_policy.Statement, local.listener_statements) })
    compute    = local.deploy_compute_policy
    data       = local.deploy_data_policy
    edge       = local.deploy_edge_policy
    monitoring = local.deploy_monitoring_policy
  }
}

resource "aws_iam_policy" "deploy" {
  for_each = local.deploy_policies

  name        = "${var.name}-deploy-${each.key}"
  description = "Policy of the role ${var.name}-deploy"
  policy      = jsonencode(each.value)
}

resource "aws_iam_role_policy_attachment" "deploy" {
  for_each = local.deploy_policies

  role       = aws_iam_role.deploy.name
  policy_arn = aws_iam_policy.deploy[each.key].arn
}

locals {
  # The roles of the workflows, which have no permissions boundary.
  workflow_roles = concat(["plan", "deploy"], sort(keys(local.small_policies)))

  # The role could use these resources to extend its own permissions.
  protected_iam_arns = concat(
    [for role in local.workflow_roles : "${local.iam_arn_prefix}:role/${var.name}-${role}"],
    [
      local.boundary_arn,
      "${local.iam_arn_prefix}:policy/${var.name}-plan-*",
      "${local.iam_arn_prefix}:policy/${var.name}-deploy-*",
      local.oidc_provider_arn,
    ],
  )

  # bootstrap creates them: the first use of a role that AWS creates on demand can fail. The deploy role may create them again.
  service_linked_roles = [
    "autoscaling",
    "ecs",
    "ecs.application-autoscaling",
    "elasticache",
    "elasticloadbalancing",
    "rds",
    "vpcorigin.cloudfront",
  ]

  deploy_iam_policy = {
    Version = "2012-10-17"
    Statement = [
      # IAM
      {
        Sid    = "RolesWithBoundary"
        Effect = "Allow"
        Action = [
          "iam:AttachRolePolicy",
          "iam:CreateRole",
          "iam:DeleteRolePolicy",
          "iam:DetachRolePolicy",
          "iam:PutRolePermissionsBoundary",
          "iam:PutRolePolicy",
        ]
        Resource  = "${local.iam_arn_prefix}:role/${var.name}*"
        Condition = { StringEquals = { "iam:PermissionsBoundary" = local.boundary_arn } }
      },
      {
        Sid    = "RolesAndInstanceProfiles"
        Effect = "Allow"
        Action = [
          "iam:AddRoleToInstanceProfile",
          "iam:CreateInstanceProfile",
          "iam:DeleteInstanceProfile",
          "iam:DeleteRole",
          "iam:RemoveRoleFromInstanceProfile",
          "iam:TagInstanceProfile",
          "iam:TagRole",
          "iam:UntagInstanceProfile",
          "iam:UntagRole",
          "iam:UpdateAssumeRolePolicy",
          "iam:UpdateRole",
          "iam:UpdateRoleDescription",
        ]
        Resource = ["${local.iam_arn_prefix}:role/${var.name}*", "${local.iam_arn_prefix}:instance-profile/${var.name}*"]
      },
      {
        Sid      = "PassRoles"
        Effect   = "Allow"
        Action   = "iam:PassRole"
        Resource = "${local.iam_arn_prefix}:role/${var.name}*"
        Condition = { StringEquals = { "iam:PassedToService" = [
          for service in ["dlm", "ec2", "ecs-tasks", "ecs", "scheduler"] : "${service}.amazonaws.com"
        ] } }
      },
      {
        Sid      = "ServiceLinkedRoles"
        Effect   = "Allow"
        Action   = "iam:CreateServiceLinkedRole"
        Resource = "${local.iam_arn_prefix}:role/aws-service-role/*"
        Condition = { StringEquals = { "iam:AWSServiceName" = [
          for service in local.service_linked_roles : "${service}.amazonaws.com"
        ] } }
      },
      {
        Sid    = "DenyChangesToBootstrap"
        Effect = "Deny"
        Action = [
          "iam:Add*",
          "iam:Attach*",
          "iam:Create*",
          "iam:Delete*",
          "iam:Detach*",
          "iam:PassRole",
          "iam:Put*",
          "iam:Remove*",
          "iam:Set*",
          "iam:Tag*",
          "iam:Untag*",
          "iam:Update*",
        ]
        Resource = local.protected_iam_arns
      },
      {
        Sid      = "DenyIdentitiesWithoutBoundary"
        Effect   = "Deny"
        Action   = ["iam:DeleteRolePermissionsBoundary", "iam:CreateUser", "iam:CreateAccessKey", "iam:CreateLoginProfile"]
        Resource = "*"
      },
    ]
  }
}

# No resource of the provider: it fails if the role exists, and a destroy would delete a role that others use.
resource "terraform_data" "service_linked_role" {
  for_each = toset(local.service_linked_roles)

  triggers_replace = [each.key]

  provisioner "local-exec" {
    command     = "${path.module}/create-service-linked-role.sh"
    interpreter = ["bash"]
    environment = { SERVICE = "${each.key}.amazonaws.com", AWS_REGION = var.region }
  }
}

# A role without the boundary that the deploy role can pass to a service could do more than the stack.
data "aws_iam_roles" "stack" {
  name_regex = "^${var.name}($|-)"
}

data "aws_iam_role" "stack" {
  for_each = setsubtract(data.aws_iam_roles.stack.names, [for role in local.workflow_roles : "${var.name}-${role}"])

  name = each.key
}

check "roles_without_boundary" {
  assert {
    condition     = alltrue([for role in data.aws_iam_role.stack : role.permissions_boundary == local.boundary_arn])
    error_message = "The deploy role can pass these roles to AWS services, and they lack the permissions boundary: ${join(", ", [for role in data.aws_iam_role.stack : role.name if role.permissions_boundary != local.boundary_arn])}. Rename or delete them, or attach the boundary: aws iam put-role-permissions-boundary --role-name NAME --permissions-boundary ${local.boundary_arn}"
  }
}
