locals {
  # The state, the reviewed plans, and the images.
  deploy_state = {
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "State"
        Effect   = "Allow"
        Action   = "s3:PutObject"
        Resource = local.states
      },
      {
        Sid      = "Records"
        Effect   = "Allow"
        Action   = "s3:GetObject"
        Resource = local.records
      },
      # What an apply that failed was of, so that the same job can go on. The plan role writes none.
      {
        Sid      = "Attempts"
        Effect   = "Allow"
        Action   = ["s3:GetObject", "s3:PutObject"]
        Resource = local.attempts
      },
      # ECR asks for both before it knows of a repository.
      {
        Sid      = "RegistryLogin"
        Effect   = "Allow"
        Action   = ["ecr:GetAuthorizationToken", "ecr:GetAccountSetting"]
        Resource = "*"
      },
      {
        Sid    = "Images"
        Effect = "Allow"
        Action = [
          "ecr:BatchCheckLayerAvailability",
          "ecr:BatchGetImage",
          "ecr:CompleteLayerUpload",
          "ecr:CreateRepository",
          "ecr:DescribeImages",
          "ecr:DescribeRepositories",
          "ecr:GetDownloadUrlForLayer",
          "ecr:InitiateLayerUpload",
          "ecr:PutImage",
          "ecr:PutLifecyclePolicy",
          "ecr:TagResource",
          "ecr:UploadLayerPart",
        ]
        Resource = "${local.in_region["ecr"]}:repository/${var.name}/*"
      },
    ]
  }
}
