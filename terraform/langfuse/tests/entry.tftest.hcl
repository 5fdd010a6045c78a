mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

run "cloudfront_in_front_of_an_internal_load_balancer" {
  command = plan

  assert {
    condition     = aws_lb_listener.entry.port == 80 && aws_lb_listener.entry.protocol == "HTTP" && length(aws_lb_listener.redirect) == 0
    error_message = "Behind CloudFront the load balancer takes HTTP."
  }

  assert {
    condition     = aws_cloudfront_distribution.site["langfuse"].default_cache_behavior[0].viewer_protocol_policy == "redirect-to-https"
    error_message = "Nobody comes to CloudFront without TLS."
  }

  assert {
    condition     = module.web.definition.environment[index(module.web.definition.environment[*].name, "NEXTAUTH_URL")].value == "https://d111111abcdef8.cloudfront.net"
    error_message = "Langfuse knows the domain of its distribution."
  }
}

run "tls_at_a_public_load_balancer" {
  command = plan

  variables {
    domain              = { name = "langfuse.example.com", zone_name = "example.com" }
    allowed_cidr_blocks = ["203.0.113.0/24", "198.51.100.0/24"]
  }

  assert {
    condition     = aws_lb_listener.entry.port == 443 && aws_lb_listener.entry.ssl_policy == "ELBSecurityPolicy-TLS13-1-2-2021-06" && aws_lb_listener.redirect["this"].default_action[0].redirect[0].status_code == "HTTP_301"
    error_message = "With a domain the load balancer takes TLS 1.2 and up, and sends HTTP there."
  }

  assert {
    condition = { for key, rule in aws_vpc_security_group_ingress_rule.load_balancer : key => "${rule.cidr_ipv4} ${rule.from_port}" } == {
      "https from 203.0.113.0/24"  = "203.0.113.0/24 443"
      "http from 203.0.113.0/24"   = "203.0.113.0/24 80"
      "https from 198.51.100.0/24" = "198.51.100.0/24 443"
      "http from 198.51.100.0/24"  = "198.51.100.0/24 80"
    }
    error_message = "Only the allowed ranges reach the load balancer."
  }

  assert {
    condition     = aws_acm_certificate.entry["this"].subject_alternative_names == toset(["grafana.langfuse.example.com"]) && keys(aws_route53_record.validation) == ["grafana", "langfuse"]
    error_message = "The certificate is good for both sites, each validated by a record."
  }

  assert {
    condition     = { for site, record in aws_route53_record.site : site => record.name } == { langfuse = "langfuse.example.com", grafana = "grafana.langfuse.example.com" }
    error_message = "Both sites get a record."
  }
}

run "connections_end_at_the_load_balancer_first" {
  command = plan

  assert {
    condition     = aws_lb.entry.idle_timeout < 110 && tonumber(aws_lb_target_group.web.deregistration_delay) <= 110
    error_message = "Langfuse keeps a connection for 110 s, and serves as long after it was told to stop."
  }
}
