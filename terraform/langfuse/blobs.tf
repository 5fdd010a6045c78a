locals {
  # Langfuse joins prefix and key as they are, hence the slashes.
  blob_prefixes = { events = "events/", media = "media/", exports = "exports/" }
}

resource "aws_s3_bucket" "blobs" {
  # Names of buckets are shared by all accounts of all regions.
  bucket        = "${var.name}-blobs-${local.account_id}-${local.region}"
  force_destroy = !var.deletion_protection
}

resource "aws_s3_bucket_public_access_block" "blobs" {
  bucket = aws_s3_bucket.blobs.id

  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_ownership_controls" "blobs" {
  bucket = aws_s3_bucket.blobs.id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "blobs" {
  bucket = aws_s3_bucket.blobs.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_versioning" "blobs" {
  bucket = aws_s3_bucket.blobs.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_policy" "blobs" {
  bucket = aws_s3_bucket.blobs.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "TlsOnly"
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = [aws_s3_bucket.blobs.arn, "${aws_s3_bucket.blobs.arn}/*"]
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })

  # S3 takes one change of a bucket's access at a time.
  depends_on = [aws_s3_bucket_public_access_block.blobs]
}

resource "aws_s3_bucket_lifecycle_configuration" "blobs" {
  bucket = aws_s3_bucket.blobs.id

  # ClickHouse holds what was made of them. No rule for media: the traces point to them for ever.
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

  # The link that Langfuse sends to an export is good for a day.
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
    id     = "leftovers"
    status = "Enabled"

    filter {
      prefix = ""
    }

    abort_incomplete_multipart_upload {
      days_after_initiation = 2
    }

    # Long enough to undo a mistake, short enough for a deletion that the law asks for.
    noncurrent_version_expiration {
      noncurrent_days = 7
    }
  }

  # Old versions come about only with versioning, and S3 checks a rule against it.
  depends_on = [aws_s3_bucket_versioning.blobs]
}

# Browsers load media from links to S3 that Langfuse has signed.
resource "aws_s3_bucket_cors_configuration" "blobs" {
  bucket = aws_s3_bucket.blobs.id

  cors_rule {
    allowed_methods = ["GET", "HEAD", "PUT"]
    allowed_origins = [local.url]
    allowed_headers = ["*"]
    max_age_seconds = 3600
  }
}
