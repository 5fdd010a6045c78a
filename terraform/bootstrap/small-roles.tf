# Roles of jobs that do not change the stack. Jobs of a deployment assume them without its environment, so that a deployment asks for
# one approval.
locals {
  small_policies = {
    # Reads images of foreign registries, so it can do nothing but fill the stack's repositories.
    mirror = {
      Version = "2012-10-17"
      Statement = [
        {
          Sid      = "RegistryLogin"
          Effect   = "Allow"
          Action   = ["ecr:GetAuthorizationToken", "ecr:GetAccountSetting"]
          Resource = "*"
        },
        {
          Sid    = "Repositories"
          Effect = "Allow"
          Action = [
            "ecr:BatchCheckLayerAvailability",
            "ecr:BatchGetImage",
            "ecr:CompleteLayerUpload",
            "ecr:CreateRepository",
            "ecr:DescribeImageScanFindings",
            "ecr:GetDownloadUrlForLayer",
            "ecr:InitiateLayerUpload",
            "ecr:PutImage",
            "ecr:PutLifecyclePolicy",
            "ecr:TagResource",
            "ecr:UploadLayerPart",
          ]
          Resource = "${local.arn_prefix["ecr"]}:repository/${var.name}/*"
        },
      ]
    }

    # Compares the scan findings of the pinned and the proposed images. It can neither pull an image nor log in to the registry.
    refresh = {
      Version = "2012-10-17"
      Statement = [{
        Sid      = "ReadScanFindings"
        Effect   = "Allow"
        Action   = ["ecr:BatchGetImage", "ecr:DescribeImageScanFindings"]
        Resource = "${local.arn_prefix["ecr"]}:repository/${var.name}/*"
      }]
    }

    # Sends a trace with these keys. The rest comes from the outputs of the apply.
    verify = {
      Version = "2012-10-17"
      Statement = concat([{
        Sid      = "ReadApiKeys"
        Effect   = "Allow"
        Action   = "secretsmanager:GetSecretValue"
        Resource = "${local.arn_prefix["secretsmanager"]}:secret:${var.name}*/api-keys-*"
        }], length(var.kms_key_arns) == 0 ? [] : [{
        Sid       = "DecryptApiKeys"
        Effect    = "Allow"
        Action    = "kms:Decrypt"
        Resource  = sort(var.kms_key_arns)
        Condition = { StringEquals = { "kms:ViaService" = "secretsmanager.${var.region}.amazonaws.com" } }
      }])
    }
  }
}

resource "aws_iam_role" "small" {
  for_each = local.small_policies

  name                 = "${var.name}-${each.key}"
  description          = "Runs ${each.key} for the ${var.branch} branch of ${var.repository}"
  assume_role_policy   = lookup(local.trust_policies, each.key, local.trust_policies["branch"])
  max_session_duration = 3600
}

resource "aws_iam_role_policy" "small" {
  for_each = local.small_policies

  name   = each.key
  role   = aws_iam_role.small[each.key].name
  policy = jsonencode(each.value)
}
