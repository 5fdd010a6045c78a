# allowed_cidr_blocks: a function of CloudFront, whose free tier of 2 million calls a month a web ACL does not have, or the security
# group of the load balancer.
locals {
  addresses_are_limited = var.allowed_cidr_blocks != toset(["0.0.0.0/0"])

  # One a site: the API of Grafana stays closed.
  sites_with_allow_list_function = toset([for site in local.site_names : site if var.domain == null && local.addresses_are_limited])

  # First and last address of each block, as numbers.
  allowed_ranges = [for block in sort(var.allowed_cidr_blocks) : [for host in [0, -1] :
    sum([for index, part in split(".", cidrhost(block, host)) : tonumber(part) * pow(256, 3 - index)])
  ]]

  # The load balancer admits all addresses, and rules of the listener reject those that are not allowed.
  with_listener_filter = toset(var.domain != null && local.has_load_balancer && local.addresses_are_limited && var.public_api ? ["this"] : [])

  # A condition on the path alone would match /api/public/../, which Langfuse resolves.
  dot_segments = ["*..*", "*%2e*", "*%2E*"]

  # Without `status`, a rule forwards.
  langfuse_listener_rules = merge(local.external_listener_rules, merge([for key in local.with_listener_filter : {
    dot-segments = { priority = 1, paths = local.dot_segments, sources = [], status = "400" }
    api          = { priority = 2, paths = ["/api/public/*"], sources = [], status = null }
    allowed      = { priority = 3, paths = [], sources = sort(var.allowed_cidr_blocks), status = null }
  }]...))
}

resource "aws_cloudfront_function" "allow_list" {
  for_each = local.sites_with_allow_list_function

  name    = "${var.name}-${each.key}-allow-list"
  comment = "Admits the addresses of allowed_cidr_blocks"
  runtime = "cloudfront-js-2.0"
  publish = true

  code = replace(
    replace(file("${path.module}/cloudfront/allow-list.js"), "NETWORKS = []", "NETWORKS = ${jsonencode(local.allowed_ranges)}"),
    "API_IS_PUBLIC = false", "API_IS_PUBLIC = ${var.public_api && each.key == "langfuse"}",
  )

  # CloudFront deletes a function only after the distributions no longer use it.
  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_lb_listener_rule" "langfuse" {
  for_each = local.langfuse_listener_rules

  listener_arn = local.listener_arn
  priority     = each.value.priority

  dynamic "action" {
    for_each = each.value.status == null ? ["forward"] : []

    content {
      type             = "forward"
      target_group_arn = aws_lb_target_group.web[0].arn
    }
  }

  dynamic "action" {
    for_each = compact([each.value.status])

    content {
      type = "fixed-response"

      fixed_response {
        content_type = "text/plain"
        message_body = action.value == "403" ? local.address_is_not_allowed : null
        status_code  = action.value
      }
    }
  }

  condition {
    host_header {
      values = [local.sites.langfuse.host]
    }
  }

  dynamic "condition" {
    for_each = length(each.value.paths) == 0 ? [] : [each.value.paths]

    content {
      path_pattern {
        values = condition.value
      }
    }
  }

  dynamic "condition" {
    for_each = length(each.value.sources) == 0 ? [] : [each.value.sources]

    content {
      source_ip {
        values = condition.value
      }
    }
  }

  tags = merge(local.tags, { Name = "${var.name}-${each.key}" })
}
