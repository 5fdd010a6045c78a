locals {
  # Not ${var.name}-…, which is how the buckets of the stacks begin, and what the deploy role may do with those.
  bucket_name = "tfstate-${var.name}-${local.account_id}"
  bucket_arn  = "${local.s3}${local.bucket_name}"

  # The states of the stacks, those in workspaces too; not bootstrap/, which only a person writes.
  states  = ["${local.bucket_arn}/${var.name}*/*.tfstate", "${local.bucket_arn}/env:/*/${var.name}*/*.tfstate"]
  locks   = [for state in local.states : "${state}.tflock"]
  records = "${local.bucket_arn}/plans/${var.repository_id == null ? "*" : var.repository_id}/*"

  attempts = "${local.bucket_arn}/applies/${var.repository_id == null ? "*" : var.repository_id}/*"
}

# Not force_destroy: S3 refuses to delete a bucket that holds anything, and states are worth that.
resource "aws_s3_bucket" "state" {
  bucket = local.bucket_name
}

resource "aws_s3_bucket_versioning" "state" {
  bucket = aws_s3_bucket.state.id

  versioning_configuration {
    status = "Enabled"
  }
}

# With S3's own key: the states hold no secrets (docs/security.md), and with a key of ours the plan role would need kms:Decrypt.
resource "aws_s3_bucket_server_side_encryption_configuration" "state" {
  bucket = aws_s3_bucket.state.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_public_access_block" "state" {
  bucket                  = aws_s3_bucket.state.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_ownership_controls" "state" {
  bucket = aws_s3_bucket.state.id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "state" {
  bucket = aws_s3_bucket.state.id

  rule {
    id     = "old-versions"
    status = "Enabled"

    filter {}

    noncurrent_version_expiration {
      noncurrent_days = var.retention_days.state
    }

    # A lock that is released leaves one behind.
    expiration {
      expired_object_delete_marker = true
    }

    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }

  rule {
    id     = "plans"
    status = "Enabled"

    filter {
      prefix = "plans/"
    }

    expiration {
      days = var.retention_days.plans
    }

    noncurrent_version_expiration {
      noncurrent_days = var.retention_days.plans
    }
  }

  # S3 takes rules on versions only where there are versions.
  depends_on = [aws_s3_bucket_versioning.state]
}

resource "aws_s3_bucket_policy" "state" {
  bucket = aws_s3_bucket.state.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "TlsOnly"
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource  = [local.bucket_arn, "${local.bucket_arn}/*"]
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
      # A record says what may be applied, so that whoever applies cannot write one, nor can an administrator by accident.
      {
        Sid       = "OnlyThePlanRoleRecordsPlans"
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:PutObject"
        Resource  = "${local.bucket_arn}/plans/*"
        Condition = { ArnNotEquals = { "aws:PrincipalArn" = aws_iam_role.plan.arn } }
      },
    ]
  })

  # Both change the policy of the bucket, and S3 refuses two at a time.
  depends_on = [aws_s3_bucket_public_access_block.state]
}
