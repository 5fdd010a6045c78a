locals {
  # What the role could use to give itself more, and therefore can only look at.
  of_this_root = concat(
    [for role in ["plan", "deploy"] : "${local.iam}:role/${var.name}-${role}"],
    [local.boundary_arn, "${local.iam}:policy/${var.name}-plan-*", "${local.iam}:policy/${var.name}-deploy-*", local.oidc_provider_arn],
  )

  deploy_roles = {
    Version = "2012-10-17"
    Statement = [
      # A role of a stack is made with the boundary, keeps it, and is given policies only while it has it.
      {
        Sid    = "RolesWithinTheBoundary"
        Effect = "Allow"
        Action = [
          "iam:AttachRolePolicy",
          "iam:CreateRole",
          "iam:DeleteRolePolicy",
          "iam:DetachRolePolicy",
          "iam:PutRolePermissionsBoundary",
          "iam:PutRolePolicy",
        ]
        Resource  = "${local.iam}:role/${var.name}*"
        Condition = { StringEquals = { "iam:PermissionsBoundary" = local.boundary_arn } }
      },
      {
        Sid    = "Roles"
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
        Resource = ["${local.iam}:role/${var.name}*", "${local.iam}:instance-profile/${var.name}*"]
      },
      {
        Sid      = "HandRolesOn"
        Effect   = "Allow"
        Action   = "iam:PassRole"
        Resource = "${local.iam}:role/${var.name}*"
        Condition = { StringEquals = { "iam:PassedToService" = [
          for service in ["dlm", "ec2", "ecs-tasks", "ecs", "scheduler"] : "${service}.amazonaws.com"
        ] } }
      },
      # Roles that AWS defines and whose policies nobody can change; an account has each once.
      {
        Sid      = "RolesOfServices"
        Effect   = "Allow"
        Action   = "iam:CreateServiceLinkedRole"
        Resource = "${local.iam}:role/aws-service-role/*"
        Condition = { StringEquals = { "iam:AWSServiceName" = [
          for service in local.linked_services : "${service}.amazonaws.com"
        ] } }
      },
      {
        Sid    = "NotItself"
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
        Resource = local.of_this_root
      },
      {
        Sid      = "NeverWithoutTheBoundary"
        Effect   = "Deny"
        Action   = ["iam:DeleteRolePermissionsBoundary", "iam:CreateUser", "iam:CreateAccessKey", "iam:CreateLoginProfile"]
        Resource = "*"
      },
    ]
  }

  linked_services = [
    "autoscaling",
    "ecs",
    "ecs.application-autoscaling",
    "elasticache",
    "elasticloadbalancing",
    "rds",
    "vpcorigin.cloudfront",
  ]
}
