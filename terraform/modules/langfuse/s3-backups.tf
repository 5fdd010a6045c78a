locals {
  backup_prefix = "clickhouse/"
  backup_url    = join("", [for bucket in aws_s3_bucket.backups : "https://${bucket.bucket_regional_domain_name}/${local.backup_prefix}"])
}

resource "aws_s3_bucket" "backups" {
  #checkov:skip=CKV2_AWS_62:Nothing receives event notifications.
  #checkov:skip=CKV_AWS_144:The stack is in one Region.
  #checkov:skip=CKV_AWS_145:kms_key_arn is optional.
  #checkov:skip=CKV_AWS_18:Object access logs have a price. CloudTrail data events can be enabled for the account.

  for_each = local.with_clickhouse

  # Bucket names are globally unique.
  bucket        = "${var.name}-backups-${local.account_id}-${local.region}"
  force_destroy = !var.deletion_protection

  tags = local.tags
}

resource "aws_s3_bucket_public_access_block" "backups" {
  for_each = local.with_clickhouse

  bucket = aws_s3_bucket.backups[each.key].id

  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_ownership_controls" "backups" {
  for_each = local.with_clickhouse

  bucket = aws_s3_bucket.backups[each.key].id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "backups" {
  for_each = local.with_clickhouse

  bucket = aws_s3_bucket.backups[each.key].id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = var.kms_key_arn == null ? "AES256" : "aws:kms"
      kms_master_key_id = var.kms_key_arn
    }

    # One call of KMS a bucket instead of one an object.
    bucket_key_enabled = var.kms_key_arn == null ? null : true
  }
}

# Keeps objects that ClickHouse deletes by mistake.
resource "aws_s3_bucket_versioning" "backups" {
  for_each = local.with_clickhouse

  bucket = aws_s3_bucket.backups[each.key].id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_policy" "backups" {
  for_each = local.with_clickhouse

  bucket = aws_s3_bucket.backups[each.key].id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "TlsOnly"
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = [aws_s3_bucket.backups[each.key].arn, "${aws_s3_bucket.backups[each.key].arn}/*"]
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })

  # S3 rejects concurrent access changes.
  depends_on = [aws_s3_bucket_public_access_block.backups]
}

resource "aws_s3_bucket_lifecycle_configuration" "backups" {
  for_each = local.with_clickhouse

  bucket = aws_s3_bucket.backups[each.key].id

  # An incremental backup needs a full backup that is up to a week older.
  dynamic "rule" {
    for_each = merge(
      { full = var.backup.retention_days + 7, incremental = var.backup.retention_days },
      local.is_tiny ? { postgres = var.backup.retention_days } : {},
    )

    content {
      id     = rule.key
      status = "Enabled"

      filter {
        prefix = rule.key == "postgres" ? local.dump_prefix : "${local.backup_prefix}${rule.key}/"
      }

      expiration {
        days = rule.value
      }
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

    noncurrent_version_expiration {
      noncurrent_days = 3
    }
  }

  # Noncurrent version rules require versioning.
  depends_on = [aws_s3_bucket_versioning.backups]
}
