locals {
  with_access_logs = toset(var.access_logs.enabled && var.load_balancer_external == null ? ["this"] : [])

  # https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging-legacy-s3.html
  regions_without_cloudfront_logs = [
    "af-south-1", "ap-east-1", "ap-east-2", "ap-south-2", "ap-southeast-3", "ap-southeast-4", "ap-southeast-5", "ap-southeast-6", "ap-southeast-7",
    "ca-west-1", "eu-central-2", "eu-south-1", "eu-south-2", "il-central-1", "me-central-1", "me-south-1", "mx-central-1",
  ]
}

# Access logs of the load balancer and of CloudFront.
resource "aws_s3_bucket" "logs" {
  #checkov:skip=CKV2_AWS_62:Nothing receives event notifications.
  #checkov:skip=CKV_AWS_144:The stack is in one Region.
  #checkov:skip=CKV_AWS_145:Encrypted with the key of S3. A key of one's own adds cost and a policy that can lock people out.
  #checkov:skip=CKV_AWS_18:The bucket contains the access logs.
  #checkov:skip=CKV_AWS_21:Access logs are written once and expire.

  for_each = local.with_access_logs

  # Bucket names are globally unique.
  bucket        = "${var.name}-logs-${local.account_id}-${local.region}"
  force_destroy = !var.deletion_protection

  tags = local.tags
}

resource "aws_s3_bucket_public_access_block" "logs" {
  for_each = local.with_access_logs

  bucket = aws_s3_bucket.logs[each.key].id

  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

# CloudFront grants itself access with an ACL, which BucketOwnerEnforced rejects.
resource "aws_s3_bucket_ownership_controls" "logs" {
  #checkov:skip=CKV2_AWS_65:CloudFront writes access logs with an ACL.

  for_each = local.with_access_logs

  bucket = aws_s3_bucket.logs[each.key].id

  rule {
    object_ownership = "BucketOwnerPreferred"
  }
}

# Load balancers do not support KMS keys for access logs.
resource "aws_s3_bucket_server_side_encryption_configuration" "logs" {
  for_each = local.with_access_logs

  bucket = aws_s3_bucket.logs[each.key].id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_policy" "logs" {
  for_each = local.with_access_logs

  bucket = aws_s3_bucket.logs[each.key].id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "LoadBalancer"
        Effect    = "Allow"
        Principal = { Service = "logdelivery.elasticloadbalancing.amazonaws.com" }
        Action    = "s3:PutObject"
        Resource  = ["${aws_s3_bucket.logs[each.key].arn}/load-balancer/AWSLogs/${local.account_id}/*"]
      },
      {
        Sid       = "TlsOnly"
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource  = [aws_s3_bucket.logs[each.key].arn, "${aws_s3_bucket.logs[each.key].arn}/*"]
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
    ]
  })

  # S3 rejects concurrent access changes.
  depends_on = [aws_s3_bucket_public_access_block.logs, aws_s3_bucket_ownership_controls.logs]
}

resource "aws_s3_bucket_lifecycle_configuration" "logs" {
  for_each = local.with_access_logs

  bucket = aws_s3_bucket.logs[each.key].id

  rule {
    id     = "expire"
    status = "Enabled"

    filter {
      prefix = ""
    }

    expiration {
      days = var.access_logs.retention_days
    }

    abort_incomplete_multipart_upload {
      days_after_initiation = 2
    }
  }
}
