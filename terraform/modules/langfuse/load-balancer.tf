data "aws_ec2_managed_prefix_list" "cloudfront" {
  for_each = local.with_cloudfront

  name = "com.amazonaws.global.cloudfront.origin-facing"
}

locals {
  with_cloudfront = toset(var.domain == null ? ["this"] : [])
  with_domain     = toset(var.domain == null ? [] : ["this"])

  # Separate hosts isolate the sessions of Langfuse and Grafana from each other.
  site_names = toset(concat(["langfuse"], var.grafana.enabled ? ["grafana"] : []))

  domain_hosts = var.domain == null ? {} : {
    langfuse = var.domain.name
    grafana  = coalesce(var.domain.grafana_name, "grafana.${var.domain.name}")
  }

  sites = {
    for site in local.site_names : site => {
      host = var.domain == null ? aws_cloudfront_distribution.site[site].domain_name : local.domain_hosts[site]
      url  = "https://${var.domain == null ? aws_cloudfront_distribution.site[site].domain_name : local.domain_hosts[site]}"
    }
  }

  url          = local.sites.langfuse.url
  grafana_url  = try(local.sites.grafana.url, "")
  listener_arn = var.load_balancer_external != null ? var.load_balancer_external.listener_arn : one(aws_lb_listener.forward[*].arn)

  # Headers that a listener can set, except those of CORS, which Langfuse sets.
  load_balancer_headers = ["Content-Security-Policy", "Strict-Transport-Security", "X-Content-Type-Options", "X-Frame-Options"]

  # CloudFront adds HSTS without a domain.
  response_headers = merge({ Strict-Transport-Security = "max-age=31536000" }, var.response_headers.headers)

  address_is_not_allowed = "Your IP address is not in allowed_cidr_blocks."

  # CloudFront reaches the load balancer in private subnets, too.
  load_balancer_is_internal = var.load_balancer_external != null || try(var.domain.internal, true)

  # Without a domain, CloudFront uses HTTP within AWS's network.
  load_balancer_ingress = var.domain == null || !local.listener_has_tls ? {} : {
    for pair in setproduct(["https", "http"], length(local.with_listener_filter) > 0 ? toset(["0.0.0.0/0"]) : var.allowed_cidr_blocks) : "${pair[0]} from ${pair[1]}" => {
      port       = { https = 443, http = 80 }[pair[0]]
      cidr_block = pair[1]
    }
  }
}

resource "aws_security_group" "load_balancer" {
  count = local.has_load_balancer ? 1 : 0

  name        = "${var.name}-load-balancer"
  description = "${var.name}: load balancer"
  vpc_id      = local.network.vpc_id

  tags = merge(local.tags, { Name = "${var.name}-load-balancer" })
}

resource "aws_vpc_security_group_ingress_rule" "load_balancer" {
  for_each = local.load_balancer_ingress

  security_group_id = aws_security_group.load_balancer[0].id
  description       = each.key
  cidr_ipv4         = each.value.cidr_block
  ip_protocol       = "tcp"
  from_port         = each.value.port
  to_port           = each.value.port

  tags = local.tags
}

resource "aws_vpc_security_group_ingress_rule" "cloudfront" {
  #checkov:skip=CKV_AWS_260:The source is the prefix list of CloudFront.

  for_each = local.with_cloudfront

  security_group_id = local.is_tiny ? one(values(aws_security_group.clickhouse_instance)).id : aws_security_group.load_balancer[0].id
  description       = "CloudFront"
  prefix_list_id    = data.aws_ec2_managed_prefix_list.cloudfront[each.key].id
  ip_protocol       = "tcp"
  from_port         = local.is_tiny ? 3000 : 80
  to_port           = local.is_tiny ? 3000 : 80

  tags = local.tags
}

# Deletion protection would prevent the replacement when a domain is added.
resource "aws_lb" "this" {
  #checkov:skip=CKV_AWS_150:Would prevent the replacement when a domain is added.
  #checkov:skip=CKV2_AWS_76:The web ACL is optional, and nothing in the stack runs on Java.
  #checkov:skip=CKV2_AWS_20:With a domain, another listener redirects. Without one, only CloudFront reaches it.

  count = local.has_load_balancer ? 1 : 0

  name               = var.name
  internal           = local.load_balancer_is_internal
  load_balancer_type = "application"
  subnets            = local.load_balancer_is_internal ? local.network.private_subnet_ids : local.network.public_subnet_ids
  security_groups    = [aws_security_group.load_balancer[0].id]

  drop_invalid_header_fields = true
  # Below Langfuse's keep-alive timeout of 110 s.
  idle_timeout = 100

  dynamic "access_logs" {
    for_each = aws_s3_bucket.logs

    content {
      enabled = true
      bucket  = access_logs.value.bucket
      prefix  = "load-balancer"
    }
  }

  tags = local.tags

  # A public load balancer requires an internet gateway, and access logs the bucket policy.
  depends_on = [aws_internet_gateway.this, aws_s3_bucket_policy.logs]
}

resource "aws_lb_listener" "forward" {
  #checkov:skip=CKV_AWS_2:HTTPS with a domain. Without one, TLS ends at CloudFront, whose VPC origin alone reaches the listener.
  #checkov:skip=CKV_AWS_103:The same. With a domain, the policy requires TLS 1.2.

  count = local.has_load_balancer ? 1 : 0

  load_balancer_arn = aws_lb.this[0].arn
  protocol          = local.listener_has_tls ? "HTTPS" : "HTTP"
  port              = var.domain == null ? 80 : 443
  ssl_policy        = local.listener_has_tls ? "ELBSecurityPolicy-TLS13-1-2-2021-06" : null
  certificate_arn   = local.certificate_arn

  routing_http_response_content_security_policy_header_value   = lookup(local.response_headers, "Content-Security-Policy", null)
  routing_http_response_strict_transport_security_header_value = local.listener_has_tls ? local.response_headers["Strict-Transport-Security"] : null
  routing_http_response_x_content_type_options_header_value    = lookup(local.response_headers, "X-Content-Type-Options", null)
  routing_http_response_x_frame_options_header_value           = lookup(local.response_headers, "X-Frame-Options", null)

  dynamic "default_action" {
    for_each = length(local.with_listener_filter) == 0 ? ["forward"] : []

    content {
      type             = "forward"
      target_group_arn = aws_lb_target_group.web[0].arn
    }
  }

  dynamic "default_action" {
    for_each = local.with_listener_filter

    content {
      type = "fixed-response"

      fixed_response {
        content_type = "text/plain"
        message_body = local.address_is_not_allowed
        status_code  = "403"
      }
    }
  }

  tags = local.tags
}

resource "aws_lb_listener" "redirect" {
  for_each = local.has_load_balancer ? local.with_domain : toset([])

  load_balancer_arn = aws_lb.this[0].arn
  protocol          = "HTTP"
  port              = 80

  default_action {
    type = "redirect"

    redirect {
      protocol    = "HTTPS"
      port        = "443"
      status_code = "HTTP_301"
    }
  }

  tags = local.tags
}

resource "aws_wafv2_web_acl_association" "this" {
  for_each = toset(var.domain == null || var.web_acl == null ? [] : ["this"])

  resource_arn = aws_lb.this[0].arn
  web_acl_arn  = var.web_acl.arn
}
