locals {
  # Langfuse concatenates prefix and key without a separator. Its replay endpoint does not support a prefix of events, so a
  # replay queues jobs with full keys. A change of a prefix hides earlier objects.
  blob_prefixes = { for use in ["events", "media", "exports"] : use => "${try(var.bucket_external.prefix, "")}${use}/" }

  has_blob_bucket = var.bucket_external == null

  blob_bucket     = local.has_blob_bucket ? aws_s3_bucket.blobs[0].bucket : var.bucket_external.name
  blob_bucket_arn = local.has_blob_bucket ? aws_s3_bucket.blobs[0].arn : "arn:${local.partition}:s3:::${var.bucket_external.name}"

  # With another key than that of the stack.
  blob_key_permissions = try(var.bucket_external.kms_key_arn, null) == null ? {} : { BlobKey = {
    actions    = ["kms:Decrypt", "kms:GenerateDataKey"]
    resources  = [var.bucket_external.kms_key_arn]
    conditions = { StringEquals = { "kms:ViaService" = "s3.${local.region}.amazonaws.com" } }
  } }
}

resource "aws_s3_bucket" "blobs" {
  #checkov:skip=CKV2_AWS_62:Nothing receives event notifications.
  #checkov:skip=CKV_AWS_144:The stack is in one Region.
  #checkov:skip=CKV_AWS_145:kms_key_arn is optional.
  #checkov:skip=CKV_AWS_18:Object access logs have a price. CloudTrail data events can be enabled for the account.

  count = local.has_blob_bucket ? 1 : 0

  # Bucket names are globally unique.
  bucket        = "${var.name}-blobs-${local.account_id}-${local.region}"
  force_destroy = !var.deletion_protection

  tags = local.tags
}

resource "aws_s3_bucket_public_access_block" "blobs" {
  count = local.has_blob_bucket ? 1 : 0

  bucket = aws_s3_bucket.blobs[0].id

  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_ownership_controls" "blobs" {
  count = local.has_blob_bucket ? 1 : 0

  bucket = aws_s3_bucket.blobs[0].id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "blobs" {
  count = local.has_blob_bucket ? 1 : 0

  bucket = aws_s3_bucket.blobs[0].id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = var.kms_key_arn == null ? "AES256" : "aws:kms"
      kms_master_key_id = var.kms_key_arn
    }

    # One call of KMS a bucket instead of one an object.
    bucket_key_enabled = var.kms_key_arn == null ? null : true
  }
}

resource "aws_s3_bucket_versioning" "blobs" {
  count = local.has_blob_bucket ? 1 : 0

  bucket = aws_s3_bucket.blobs[0].id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_policy" "blobs" {
  count = local.has_blob_bucket ? 1 : 0

  bucket = aws_s3_bucket.blobs[0].id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "TlsOnly"
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = [aws_s3_bucket.blobs[0].arn, "${aws_s3_bucket.blobs[0].arn}/*"]
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })

  # S3 rejects concurrent access changes.
  depends_on = [aws_s3_bucket_public_access_block.blobs]
}

resource "aws_s3_bucket_lifecycle_configuration" "blobs" {
  count = local.has_blob_bucket ? 1 : 0

  bucket = aws_s3_bucket.blobs[0].id

  # ClickHouse contains the processed events. Media objects must not expire: traces link to them.
  rule {
    id     = "events"
    status = "Enabled"

    filter {
      prefix = local.blob_prefixes.events
    }

    expiration {
      days = var.events_expire_days
    }
  }

  # Langfuse's links to exports expire after a day.
  rule {
    id     = "exports"
    status = "Enabled"

    filter {
      prefix = local.blob_prefixes.exports
    }

    expiration {
      days = 7
    }
  }

  rule {
    id     = "cleanup"
    status = "Enabled"

    filter {
      prefix = ""
    }

    abort_incomplete_multipart_upload {
      days_after_initiation = 2
    }

    # Allows recovery, and still meets legal deadlines for deletion.
    noncurrent_version_expiration {
      noncurrent_days = 7
    }
  }

  # Noncurrent version rules require versioning.
  depends_on = [aws_s3_bucket_versioning.blobs]
}

resource "aws_s3_bucket_cors_configuration" "blobs" {
  count = local.has_blob_bucket ? 1 : 0

  bucket = aws_s3_bucket.blobs[0].id

  cors_rule {
    allowed_methods = ["GET", "HEAD", "PUT"]
    allowed_origins = [local.url]
    allowed_headers = ["*"]
    max_age_seconds = 3600
  }
}
