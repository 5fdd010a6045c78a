mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

run "cloudfront_forwards_to_an_internal_load_balancer" {
  command = plan

  assert {
    condition     = aws_lb_listener.forward.port == 80 && aws_lb_listener.forward.protocol == "HTTP" && length(aws_lb_listener.redirect) == 0
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
    domain              = { name = "langfuse.example.com", zone_name = "example.com" }
    allowed_cidr_blocks = ["203.0.113.0/24", "198.51.100.0/24"]
  }

  assert {
    condition     = aws_lb_listener.forward.port == 443 && aws_lb_listener.forward.ssl_policy == "ELBSecurityPolicy-TLS13-1-2-2021-06" && aws_lb_listener.redirect["this"].default_action[0].redirect[0].status_code == "HTTP_301"
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
    condition     = { for site, record in aws_route53_record.site : site => record.name } == { langfuse = "langfuse.example.com", grafana = "grafana.langfuse.example.com" }
    error_message = "The alias records do not cover both hosts."
  }
}

run "load_balancer_timeouts_are_below_those_of_langfuse" {
  command = plan

  assert {
    condition     = aws_lb.this.idle_timeout < 110 && tonumber(aws_lb_target_group.web.deregistration_delay) <= 110
    error_message = "A timeout exceeds the 110 s for which Langfuse keeps connections and completes requests."
  }
}
