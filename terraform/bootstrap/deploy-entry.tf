locals {
  # The ways in: certificate, names, CloudFront. What has no name in its ARN is known by its tag.
  deploy_entry = {
    Version = "2012-10-17"
    Statement = concat([
      {
        Sid       = "NewCertificates"
        Effect    = "Allow"
        Action    = ["acm:AddTagsToCertificate", "acm:RequestCertificate"]
        Resource  = "*"
        Condition = { StringLike = { "aws:RequestTag/stack" = "${var.name}*" } }
      },
      {
        Sid       = "Certificates"
        Effect    = "Allow"
        Action    = ["acm:AddTagsToCertificate", "acm:DeleteCertificate", "acm:RemoveTagsFromCertificate", "acm:UpdateCertificateOptions"]
        Resource  = "*"
        Condition = local.of_a_stack
      },
      {
        Sid    = "NewDistributions"
        Effect = "Allow"
        Action = [
          "cloudfront:CreateDistribution*",
          "cloudfront:CreateVpcOrigin",
          "cloudfront:TagResource",
        ]
        Resource  = "*"
        Condition = { StringLike = { "aws:RequestTag/stack" = "${var.name}*" } }
      },
      {
        Sid    = "Distributions"
        Effect = "Allow"
        Action = [
          "cloudfront:CreateInvalidation",
          "cloudfront:DeleteDistribution",
          "cloudfront:DeleteVpcOrigin",
          "cloudfront:UntagResource",
          "cloudfront:UpdateDistribution",
          "cloudfront:UpdateVpcOrigin",
        ]
        Resource  = "*"
        Condition = local.of_a_stack
      },
      # Cloud Map makes and deletes the private zone of a stack in the name of its caller; a zone with records in it cannot be deleted.
      {
        Sid      = "PrivateZones"
        Effect   = "Allow"
        Action   = ["route53:AssociateVPCWithHostedZone", "route53:CreateHostedZone", "route53:DeleteHostedZone"]
        Resource = "*"
      },
      {
        Sid      = "PrivateRecords"
        Effect   = "Allow"
        Action   = "route53:ChangeResourceRecordSets"
        Resource = "arn:${local.partition}:route53:::hostedzone/*"
        Condition = { "ForAllValues:StringLike" = {
          "route53:ChangeResourceRecordSetsNormalizedRecordNames" = ["${var.name}*.internal", "*.${var.name}*.internal"]
        } }
      },
      ], length(var.hosted_zone_ids) == 0 ? [] : [
      {
        Sid      = "Records"
        Effect   = "Allow"
        Action   = "route53:ChangeResourceRecordSets"
        Resource = [for id in sort(var.hosted_zone_ids) : "arn:${local.partition}:route53:::hostedzone/${id}"]
      },
    ])
  }
}
