mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

mock_provider "terraform" {
  source          = "./tests/mocks/terraform"
  override_during = plan
}

variables {
  images_file  = "tests/mocks/images.yaml"
  langfuse     = { first_user = { email = "admin@acme.io" } }
  alarm_emails = ["on-call@acme.io"]
}

run "cloudfront_forwards_to_an_internal_load_balancer" {
  command = plan

  assert {
    condition     = aws_lb_listener.forward[0].port == 80 && aws_lb_listener.forward[0].protocol == "HTTP" && length(aws_lb_listener.redirect) == 0
    error_message = "Behind CloudFront, the load balancer does not use HTTP only."
  }

  assert {
    condition     = aws_cloudfront_distribution.site["langfuse"].default_cache_behavior[0].viewer_protocol_policy == "redirect-to-https"
    error_message = "CloudFront does not redirect HTTP to HTTPS."
  }

  assert {
    condition     = module.web.container_definition.environment[index(module.web.container_definition.environment[*].name, "NEXTAUTH_URL")].value == "https://d111111abcdef8.cloudfront.net"
    error_message = "NEXTAUTH_URL is not the domain name of the distribution."
  }
}

run "a_public_load_balancer_terminates_tls" {
  command = plan

  variables {
    grafana             = { enabled = true }
    domain              = { name = "langfuse.example.com", zone_name = "example.com" }
    allowed_cidr_blocks = ["203.0.113.0/24", "198.51.100.0/24"]
  }

  assert {
    condition     = aws_lb_listener.forward[0].port == 443 && aws_lb_listener.forward[0].ssl_policy == "ELBSecurityPolicy-TLS13-1-2-2021-06" && aws_lb_listener.redirect["this"].default_action[0].redirect[0].status_code == "HTTP_301"
    error_message = "The load balancer does not require TLS 1.2 or redirect HTTP to HTTPS."
  }

  assert {
    condition = { for key, rule in aws_vpc_security_group_ingress_rule.load_balancer : key => "${rule.cidr_ipv4} ${rule.from_port}" } == {
      "https from 203.0.113.0/24"  = "203.0.113.0/24 443"
      "http from 203.0.113.0/24"   = "203.0.113.0/24 80"
      "https from 198.51.100.0/24" = "198.51.100.0/24 443"
      "http from 198.51.100.0/24"  = "198.51.100.0/24 80"
    }
    error_message = "The ingress rules do not match allowed_cidr_blocks."
  }

  assert {
    condition     = aws_acm_certificate.this["this"].subject_alternative_names == toset(["grafana.langfuse.example.com"]) && keys(aws_route53_record.validation) == ["grafana", "langfuse"]
    error_message = "The certificate or its validation records do not cover both hosts."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.this["certificate-expiry"].threshold == 20 && aws_cloudwatch_metric_alarm.this["certificate-expiry"].metric_name == "DaysToExpiry"
    error_message = "No alarm watches the days until the certificate expires."
  }

  assert {
    condition     = { for site, record in aws_route53_record.site : site => record.name } == { langfuse = "langfuse.example.com", grafana = "grafana.langfuse.example.com" }
    error_message = "The alias records do not cover both hosts."
  }
}

run "load_balancer_timeouts_are_below_those_of_langfuse" {
  command = plan

  assert {
    condition     = aws_lb.this[0].idle_timeout < 110 && tonumber(aws_lb_target_group.web[0].deregistration_delay) <= 110
    error_message = "A timeout exceeds the 110 s for which Langfuse keeps connections and completes requests."
  }
}

run "cloudfront_adds_hsts_and_caches_static_files" {
  command = plan

  assert {
    condition     = aws_cloudfront_distribution.site["langfuse"].default_cache_behavior[0].response_headers_policy_id == "67f7725c-6f97-4210-82d7-5512b31e9d03"
    error_message = "CloudFront does not add the security headers."
  }

  assert {
    condition     = one(aws_cloudfront_distribution.site["langfuse"].ordered_cache_behavior).path_pattern == "/_next/static/*" && one(aws_cloudfront_distribution.site["langfuse"].ordered_cache_behavior).cache_policy_id != aws_cloudfront_distribution.site["langfuse"].default_cache_behavior[0].cache_policy_id
    error_message = "CloudFront does not cache the files of Next.js."
  }

  assert {
    condition     = aws_cloudfront_vpc_origin.load_balancer["this"].timeouts.create == "30m" && aws_cloudfront_vpc_origin.load_balancer["this"].timeouts.delete == "60m"
    error_message = "The timeouts of the VPC origin are those of the provider, which AWS can exceed."
  }
}

run "the_load_balancer_adds_hsts_to_a_domain" {
  command = plan

  variables {
    domain = { name = "langfuse.example.com", zone_name = "example.com" }
  }

  assert {
    condition     = aws_lb_listener.forward[0].routing_http_response_strict_transport_security_header_value == "max-age=31536000"
    error_message = "The load balancer does not add an HSTS header."
  }
}

run "access_logs_are_kept_for_a_month" {
  command = plan

  assert {
    condition     = one(aws_lb.this[0].access_logs).bucket == "langfuse-logs-123456789012-eu-central-1" && one(aws_cloudfront_distribution.site["langfuse"].logging_config).prefix == "cloudfront/langfuse/"
    error_message = "The load balancer or CloudFront writes no access log."
  }

  assert {
    condition     = one(aws_s3_bucket_lifecycle_configuration.logs["this"].rule).expiration[0].days == 30 && aws_s3_bucket_public_access_block.logs["this"].restrict_public_buckets
    error_message = "Access logs do not expire, or can become public."
  }

  assert {
    condition     = jsondecode(aws_s3_bucket_policy.logs["this"].policy).Statement[0].Principal.Service == "logdelivery.elasticloadbalancing.amazonaws.com" && endswith(jsondecode(aws_s3_bucket_policy.logs["this"].policy).Statement[0].Resource[0], "/load-balancer/AWSLogs/123456789012/*")
    error_message = "The load balancer cannot write into the bucket."
  }
}

run "access_logs_can_be_disabled" {
  command = plan

  variables {
    access_logs = { enabled = false }
  }

  assert {
    condition     = length(aws_s3_bucket.logs) + length(aws_lb.this[0].access_logs) + length(aws_cloudfront_distribution.site["langfuse"].logging_config) == 0
    error_message = "Disabled access logs still have a bucket."
  }
}

run "cloudfront_uses_the_web_acl" {
  command = plan

  variables {
    web_acl = { arn = "arn:aws:wafv2:us-east-1:123456789012:global/webacl/company/1" }
  }

  assert {
    condition     = aws_cloudfront_distribution.site["langfuse"].web_acl_id == var.web_acl.arn && length(aws_wafv2_web_acl_association.this) == 0
    error_message = "The web ACL does not protect CloudFront."
  }
}

run "the_load_balancer_uses_the_web_acl" {
  command = plan

  variables {
    domain  = { name = "langfuse.example.com", zone_name = "example.com" }
    web_acl = { arn = "arn:aws:wafv2:eu-central-1:123456789012:regional/webacl/company/1" }
  }

  assert {
    condition     = aws_wafv2_web_acl_association.this["this"].web_acl_arn == var.web_acl.arn
    error_message = "The web ACL does not protect the load balancer."
  }
}

run "response_headers_of_cloudfront_are_those_of_a_policy" {
  command = plan

  variables {
    grafana          = { enabled = true }
    response_headers = { policy_id = "0a1b2c3d-1111-2222-3333-444455556666" }
  }

  assert {
    condition = toset(flatten([for distribution in values(aws_cloudfront_distribution.site) : [
      distribution.default_cache_behavior[*].response_headers_policy_id, distribution.ordered_cache_behavior[*].response_headers_policy_id,
    ]])) == toset(["0a1b2c3d-1111-2222-3333-444455556666"])
    error_message = "A behavior of CloudFront does not use the policy."
  }
}

run "response_headers_with_a_domain_are_those_of_the_listener" {
  command = plan

  variables {
    domain = { name = "langfuse.example.com", zone_name = "example.com" }
    response_headers = { headers = {
      Content-Security-Policy   = "frame-ancestors 'none'"
      Strict-Transport-Security = "max-age=63072000; includeSubDomains; preload"
      X-Frame-Options           = "DENY"
    } }
  }

  assert {
    condition = [
      aws_lb_listener.forward[0].routing_http_response_content_security_policy_header_value,
      aws_lb_listener.forward[0].routing_http_response_strict_transport_security_header_value,
      aws_lb_listener.forward[0].routing_http_response_x_frame_options_header_value,
    ] == ["frame-ancestors 'none'", "max-age=63072000; includeSubDomains; preload", "DENY"]
    error_message = "The listener does not set the headers."
  }
}

run "browsers_require_tls_by_default" {
  command = plan

  variables {
    domain = { name = "langfuse.example.com", zone_name = "example.com" }
  }

  assert {
    condition     = aws_lb_listener.forward[0].routing_http_response_strict_transport_security_header_value == "max-age=31536000"
    error_message = "The listener does not set HSTS."
  }
}
