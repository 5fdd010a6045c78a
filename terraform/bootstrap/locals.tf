locals {
  account_id = data.aws_caller_identity.current.account_id
  partition  = data.aws_partition.current.partition

  # ARN prefixes of regional services, in this account and region.
  arn_prefix = { for service in [
    "application-autoscaling", "autoscaling", "cloudformation", "cloudwatch", "ec2", "ecr", "ecs", "elasticache",
    "elasticloadbalancing", "kms", "logs", "rds", "scheduler", "secretsmanager", "ses", "sns", "ssm", "wafv2",
  ] : service => "arn:${local.partition}:${service}:${var.region}:${local.account_id}" }

  iam_arn_prefix = "arn:${local.partition}:iam::${local.account_id}"
  s3_arn_prefix  = "arn:${local.partition}:s3:::"

  # ssm:GetParametersByPath is authorized for the path.
  boundary_parameter_arns = [for suffix in ["", "/*"] : "${local.arn_prefix["ssm"]}:parameter${local.boundary_parameter_path}${suffix}"]

  in_region = { StringEquals = { "aws:RequestedRegion" = var.region } }

  # Conditions for resources whose ARN contains an id instead of a name.
  created_with_stack_tag = { StringLike = { "aws:RequestTag/stack" = "${var.name}*" } }
  tagged_as_stack = {
    StringEquals = { "aws:ResourceTag/managed-by" = "langfuse-deploy" }
    StringLike   = { "aws:ResourceTag/stack" = "${var.name}*" }
  }

  # For the boundary and the roles that create or read encrypted resources. The services call KMS in the name of the role.
  kms_statements = length(var.kms_key_arns) == 0 ? [] : [
    {
      Sid       = "UseKeys"
      Effect    = "Allow"
      Action    = ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey*", "kms:ReEncrypt*"]
      Resource  = sort(var.kms_key_arns)
      Condition = { StringLike = { "kms:ViaService" = "*.${var.region}.amazonaws.com" } }
    },
    {
      Sid       = "GrantKeysToServices"
      Effect    = "Allow"
      Action    = ["kms:CreateGrant"]
      Resource  = sort(var.kms_key_arns)
      Condition = { Bool = { "kms:GrantIsForAWSResource" = "true" } }
    },
  ]
}
