locals {
  # EC2 has numbers for names: what a stack made is known by its tags, and nothing else can be changed or deleted.
  of_a_stack = {
    StringEquals = { "aws:ResourceTag/managed-by" = "langfuse-deploy" }
    StringLike   = { "aws:ResourceTag/stack" = "${var.name}*" }
  }

  deploy_network = {
    Version = "2012-10-17"
    Statement = [
      # What is new carries no tag yet, and is made within things that may be somebody else's (an existing VPC).
      {
        Sid    = "Make"
        Effect = "Allow"
        Action = [
          "ec2:AllocateAddress",
          "ec2:CreateInternetGateway",
          "ec2:CreateLaunchTemplate",
          "ec2:CreateNatGateway",
          "ec2:CreateNetworkInterface",
          "ec2:CreateRouteTable",
          "ec2:CreateSecurityGroup",
          "ec2:CreateSnapshot",
          "ec2:CreateSubnet",
          "ec2:CreateVolume",
          "ec2:CreateVpc",
          "ec2:CreateVpcEndpoint",
          "ec2:RunInstances",
        ]
        Resource  = "*"
        Condition = { StringEquals = { "aws:RequestedRegion" = var.region } }
      },
      # Tags decide what may be changed, so that only what is just being made gets its first ones.
      {
        Sid       = "TagWhatIsMade"
        Effect    = "Allow"
        Action    = "ec2:CreateTags"
        Resource  = "*"
        Condition = { Null = { "ec2:CreateAction" = "false" } }
      },
      {
        Sid    = "Change"
        Effect = "Allow"
        Action = [
          "ec2:AssociateAddress",
          "ec2:AssociateRouteTable",
          "ec2:AttachInternetGateway",
          "ec2:AttachVolume",
          "ec2:AuthorizeSecurityGroup*",
          "ec2:CreateLaunchTemplateVersion",
          "ec2:CreateRoute",
          "ec2:CreateTags",
          "ec2:Delete*",
          "ec2:DetachInternetGateway",
          "ec2:DetachVolume",
          "ec2:DisassociateAddress",
          "ec2:DisassociateRouteTable",
          "ec2:ModifyInstanceAttribute",
          "ec2:ModifyLaunchTemplate",
          "ec2:ModifySecurityGroupRules",
          "ec2:ModifySubnetAttribute",
          "ec2:ModifyVolume",
          "ec2:ModifyVpcAttribute",
          "ec2:ModifyVpcEndpoint",
          "ec2:ReleaseAddress",
          "ec2:ReplaceRoute",
          "ec2:ReplaceRouteTableAssociation",
          "ec2:RevokeSecurityGroup*",
          "ec2:StopInstances",
          "ec2:TerminateInstances",
          "ec2:UpdateSecurityGroupRuleDescriptions*",
        ]
        Resource  = "*"
        Condition = local.of_a_stack
      },
      # A VPC comes with a group that nobody has tagged yet; a stack empties and tags that of its own VPC.
      {
        Sid       = "DefaultSecurityGroup"
        Effect    = "Allow"
        Action    = ["ec2:CreateTags", "ec2:RevokeSecurityGroup*"]
        Resource  = "${local.in_region["ec2"]}:security-group/*"
        Condition = { Null = { "aws:ResourceTag/stack" = "true" } }
      },
      # A rule is a thing of its own besides its group, which carries the tag.
      {
        Sid    = "RulesOfSecurityGroups"
        Effect = "Allow"
        Action = [
          "ec2:AuthorizeSecurityGroup*",
          "ec2:ModifySecurityGroupRules",
          "ec2:RevokeSecurityGroup*",
        ]
        Resource = "${local.in_region["ec2"]}:security-group-rule/*"
      },
    ]
  }
}
