locals {
  # Managed-SecurityHeadersPolicy: adds HSTS.
  response_headers_policy_id = coalesce(var.response_headers.policy_id, "67f7725c-6f97-4210-82d7-5512b31e9d03")
}

resource "aws_cloudfront_vpc_origin" "load_balancer" {
  for_each = local.is_tiny ? toset([]) : local.with_cloudfront

  vpc_origin_endpoint_config {
    name                   = var.name
    arn                    = aws_lb.this[0].arn
    http_port              = 80
    https_port             = 443
    origin_protocol_policy = "http-only"

    # Required by the API, but unused with http-only.
    origin_ssl_protocols {
      items    = ["TLSv1.2"]
      quantity = 1
    }
  }

  tags = local.tags

  # AWS needs up to 15 minutes, which is the provider's default.
  timeouts {
    create = "30m"
    update = "30m"
    delete = "60m"
  }

  depends_on = [aws_lb_listener.forward]
}

resource "aws_cloudfront_distribution" "site" {
  #checkov:skip=CKV2_AWS_42:Without a domain, there is no certificate.
  #checkov:skip=CKV2_AWS_47:The web ACL is optional, and nothing in the stack runs on Java.
  #checkov:skip=CKV_AWS_174:The default certificate does not allow a minimum version above TLS 1.0.
  #checkov:skip=CKV_AWS_305:The applications answer at /.
  #checkov:skip=CKV_AWS_310:There is one load balancer.
  #checkov:skip=CKV_AWS_374:Users may be in any country.
  #checkov:skip=CKV2_AWS_32:The policies are those that AWS manages, which checkov does not see.
  #checkov:skip=CKV2_AWS_46:The origin is a load balancer; the S3 bucket only receives the access log.

  for_each = toset([for site in local.site_names : site if var.domain == null])

  comment         = "${var.name} ${each.key}"
  enabled         = true
  is_ipv6_enabled = !local.addresses_are_limited
  http_version    = "http2and3"
  web_acl_id      = try(var.web_acl.arn, null)

  origin {
    origin_id   = "load-balancer"
    domain_name = local.is_tiny ? one([for instance in aws_instance.tiny : instance.private_dns]) : aws_lb.this[0].dns_name

    vpc_origin_config {
      vpc_origin_id            = one(values(local.is_tiny ? aws_cloudfront_vpc_origin.tiny : aws_cloudfront_vpc_origin.load_balancer)).id
      origin_read_timeout      = 60
      origin_keepalive_timeout = 60
    }
  }

  default_cache_behavior {
    target_origin_id       = "load-balancer"
    viewer_protocol_policy = "redirect-to-https"
    allowed_methods        = ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"]
    cached_methods         = ["GET", "HEAD"]
    compress               = true

    # Managed-CachingDisabled: responses are user-specific.
    cache_policy_id = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
    # Managed-AllViewer: forwards the Host header.
    origin_request_policy_id   = "216adef6-5c7f-47e4-b989-5492eafa07d3"
    response_headers_policy_id = local.response_headers_policy_id

    dynamic "function_association" {
      for_each = [for site, function in aws_cloudfront_function.allow_list : function.arn if site == each.key]

      content {
        event_type   = "viewer-request"
        function_arn = function_association.value
      }
    }
  }

  # Next.js names these files by their content. They are most of the requests.
  ordered_cache_behavior {
    path_pattern           = "/_next/static/*"
    target_origin_id       = "load-balancer"
    viewer_protocol_policy = "redirect-to-https"
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
    compress               = true

    # Managed-CachingOptimized.
    cache_policy_id            = "658327ea-f89d-4fab-a63d-7e88639e58f6"
    origin_request_policy_id   = "216adef6-5c7f-47e4-b989-5492eafa07d3"
    response_headers_policy_id = local.response_headers_policy_id

    dynamic "function_association" {
      for_each = [for site, function in aws_cloudfront_function.allow_list : function.arn if site == each.key]

      content {
        event_type   = "viewer-request"
        function_arn = function_association.value
      }
    }
  }

  dynamic "logging_config" {
    for_each = contains(local.regions_without_cloudfront_logs, local.region) ? {} : aws_s3_bucket.logs

    content {
      bucket = logging_config.value.bucket_domain_name
      prefix = "cloudfront/${each.key}/"
    }
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }

  viewer_certificate {
    cloudfront_default_certificate = true
  }

  tags = merge(local.tags, { Name = "${var.name}-${each.key}" })

  depends_on = [aws_s3_bucket_policy.logs]
}
