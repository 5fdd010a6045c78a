locals {
  deploy_edge_policy = {
    Version = "2012-10-17"
    Statement = concat([
      # ACM
      {
        Sid       = "CreateCertificates"
        Effect    = "Allow"
        Action    = ["acm:AddTagsToCertificate", "acm:RequestCertificate"]
        Resource  = "*"
        Condition = local.created_with_stack_tag
      },
      {
        Sid       = "ManageCertificates"
        Effect    = "Allow"
        Action    = ["acm:AddTagsToCertificate", "acm:DeleteCertificate", "acm:RemoveTagsFromCertificate", "acm:UpdateCertificateOptions"]
        Resource  = "*"
        Condition = local.tagged_as_stack
      },
      # Cloud Map
      {
        Sid    = "CreateNamespaces"
        Effect = "Allow"
        Action = [
          "servicediscovery:CreatePrivateDnsNamespace",
          "servicediscovery:CreateService",
          "servicediscovery:TagResource",
          "servicediscovery:UntagResource",
        ]
        Resource  = "*"
        Condition = local.in_region
      },
      {
        Sid    = "ManageNamespaces"
        Effect = "Allow"
        Action = [
          "servicediscovery:Delete*",
          "servicediscovery:DeregisterInstance",
          "servicediscovery:Update*",
        ]
        Resource  = "*"
        Condition = local.tagged_as_stack
      },
      # CloudFront
      {
        Sid    = "CreateDistributions"
        Effect = "Allow"
        Action = [
          "cloudfront:CreateDistribution*",
          "cloudfront:CreateVpcOrigin",
          "cloudfront:TagResource",
        ]
        Resource  = "*"
        Condition = local.created_with_stack_tag
      },
      {
        Sid    = "ManageDistributions"
        Effect = "Allow"
        Action = [
          "cloudfront:CreateInvalidation",
          "cloudfront:DeleteDistribution",
          "cloudfront:DeleteVpcOrigin",
          # An update contains only the tags that change.
          "cloudfront:TagResource",
          "cloudfront:UntagResource",
          "cloudfront:UpdateDistribution",
          "cloudfront:UpdateVpcOrigin",
        ]
        Resource  = "*"
        Condition = local.tagged_as_stack
      },
      # Functions have no tags.
      {
        Sid      = "CloudFrontFunctions"
        Effect   = "Allow"
        Action   = ["cloudfront:CreateFunction", "cloudfront:DeleteFunction", "cloudfront:PublishFunction", "cloudfront:UpdateFunction"]
        Resource = "arn:${local.partition}:cloudfront::${local.account_id}:function/${var.name}*"
      },
      # Elastic Load Balancing
      {
        Sid    = "LoadBalancers"
        Effect = "Allow"
        Action = [
          "elasticloadbalancing:AddTags",
          "elasticloadbalancing:AddListenerCertificates",
          "elasticloadbalancing:Create*",
          "elasticloadbalancing:Delete*",
          "elasticloadbalancing:DeregisterTargets",
          "elasticloadbalancing:Modify*",
          "elasticloadbalancing:RegisterTargets",
          "elasticloadbalancing:RemoveListenerCertificates",
          "elasticloadbalancing:RemoveTags",
          "elasticloadbalancing:SetIpAddressType",
          "elasticloadbalancing:SetRulePriorities",
          "elasticloadbalancing:SetSecurityGroups",
          "elasticloadbalancing:SetSubnets",
        ]
        Resource = [for type in ["loadbalancer/app", "listener/app", "listener-rule/app", "targetgroup"] :
          "${local.arn_prefix["elasticloadbalancing"]}:${type}/${var.name}*"
        ]
      },
      # AWS WAF. SetWebAcl does not support resource-level permissions.
      {
        Sid       = "WebAclOfLoadBalancers"
        Effect    = "Allow"
        Action    = "elasticloadbalancing:SetWebAcl"
        Resource  = "*"
        Condition = local.in_region
      },
      {
        Sid    = "WebAcls"
        Effect = "Allow"
        Action = ["wafv2:AssociateWebACL", "wafv2:DisassociateWebACL", "wafv2:GetWebACL"]
        Resource = [
          "${local.arn_prefix["wafv2"]}:regional/webacl/*",
          "arn:${local.partition}:wafv2:us-east-1:${local.account_id}:global/webacl/*",
          "${local.arn_prefix["elasticloadbalancing"]}:loadbalancer/app/${var.name}*",
        ]
      },
      # Route 53. Cloud Map uses the caller's permissions to manage the private hosted zone of a stack. PrivateLink to ClickHouse
      # Cloud needs a zone for its name.
      {
        Sid      = "PrivateHostedZones"
        Effect   = "Allow"
        Action   = ["route53:AssociateVPCWithHostedZone", "route53:ChangeTagsForResource", "route53:CreateHostedZone", "route53:DeleteHostedZone"]
        Resource = "*"
      },
      {
        Sid      = "PrivateRecords"
        Effect   = "Allow"
        Action   = "route53:ChangeResourceRecordSets"
        Resource = "arn:${local.partition}:route53:::hostedzone/*"
        Condition = { "ForAllValues:StringLike" = {
          "route53:ChangeResourceRecordSetsNormalizedRecordNames" = ["${var.name}*.internal", "*.${var.name}*.internal", "*.vpce.aws.clickhouse.cloud"]
        } }
      },
      ], length(var.hosted_zone_ids) == 0 ? [] : [
      {
        Sid      = "PublicRecords"
        Effect   = "Allow"
        Action   = "route53:ChangeResourceRecordSets"
        Resource = [for id in sort(var.hosted_zone_ids) : "arn:${local.partition}:route53:::hostedzone/${id}"]
      },
    ])
  }
}
