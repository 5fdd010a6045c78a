locals {
  # The deploy role can change buckets that begin with "${var.name}-", so this name must not.
  bucket_name = "tfstate-${var.name}-${local.account_id}"
  bucket_arn  = "${local.s3_arn_prefix}${local.bucket_name}"

  # Default and other workspaces. Excludes bootstrap/, the state of this root.
  state_arns      = ["${local.bucket_arn}/${var.name}*/*.tfstate", "${local.bucket_arn}/env:/*/${var.name}*/*.tfstate"]
  state_lock_arns = [for arn in local.state_arns : "${arn}.tflock"]

  repository_prefix = var.repository_id == null ? "*" : tostring(var.repository_id)
  plan_record_arns  = "${local.bucket_arn}/plans/${local.repository_prefix}/*"
  apply_record_arns = "${local.bucket_arn}/applies/${local.repository_prefix}/*"
}

# Without force_destroy, S3 refuses to delete the bucket while it contains states.
resource "aws_s3_bucket" "state" {
  #checkov:skip=CKV2_AWS_62:Nothing receives event notifications.
  #checkov:skip=CKV_AWS_144:The stack is in one Region.
  #checkov:skip=CKV_AWS_145:Encrypted with the key of S3. A key of one's own adds cost and a policy that can lock people out.
  #checkov:skip=CKV_AWS_18:Object access logs have a price. CloudTrail data events can be enabled for the account.

  bucket = local.bucket_name
}

resource "aws_s3_bucket_versioning" "state" {
  bucket = aws_s3_bucket.state.id

  versioning_configuration {
    status = "Enabled"
  }
}

# States contain no secrets (docs/security.md). A customer managed key would require kms:Decrypt for the plan role.
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
    id     = "noncurrent-versions"
    status = "Enabled"

    filter {}

    noncurrent_version_expiration {
      noncurrent_days = var.retention_days.state
    }

    # Each released lock leaves a delete marker.
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

  # S3 accepts noncurrent version rules only on a versioned bucket.
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
      # A plan record approves an apply, so the role that applies must not be able to write one.
      {
        Sid       = "PlanRecordsByPlanRoleOnly"
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:PutObject"
        Resource  = "${local.bucket_arn}/plans/*"
        Condition = { ArnNotEquals = { "aws:PrincipalArn" = "${local.iam_arn_prefix}:role/${var.name}-plan" } }
      },
    ]
  })

  # S3 rejects concurrent changes to the access settings of a bucket.
  depends_on = [aws_s3_bucket_public_access_block.state]
}
