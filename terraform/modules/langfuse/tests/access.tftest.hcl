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

run "cloudfront_admits_the_allowed_addresses" {
  command = plan

  variables {
    allowed_cidr_blocks = ["203.0.113.0/24", "198.51.100.7/32"]
    public_api          = true
    grafana             = { enabled = true }
  }

  assert {
    condition     = strcontains(aws_cloudfront_function.allow_list["langfuse"].code, "const NETWORKS = [[3325256711,3325256711],[3405803776,3405804031]]\n") && strcontains(aws_cloudfront_function.allow_list["langfuse"].code, "API_IS_PUBLIC = true") && strcontains(aws_cloudfront_function.allow_list["grafana"].code, "API_IS_PUBLIC = false") && length(aws_cloudfront_function.allow_list["langfuse"].code) < 10000
    error_message = "The function does not contain the ranges of the blocks, is too large, or opens paths of Grafana."
  }

  assert {
    condition     = [for behavior in concat(aws_cloudfront_distribution.site["langfuse"].default_cache_behavior, aws_cloudfront_distribution.site["langfuse"].ordered_cache_behavior) : one(behavior.function_association).event_type] == ["viewer-request", "viewer-request"] && !aws_cloudfront_distribution.site["langfuse"].is_ipv6_enabled
    error_message = "A request does not pass the function, or can use IPv6, for which there are no blocks."
  }
}

run "without_a_list_nothing_limits_addresses" {
  command = plan

  assert {
    condition     = length(aws_cloudfront_function.allow_list) == 0 && length(aws_lb_listener_rule.langfuse) == 0 && one(aws_lb_listener.forward[0].default_action).type == "forward" && length(aws_cloudfront_distribution.site["langfuse"].default_cache_behavior[0].function_association) == 0
    error_message = "A function or a rule filters requests without allowed_cidr_blocks."
  }
}

run "the_api_can_be_public_with_a_domain" {
  command = plan

  variables {
    domain              = { name = "langfuse.example.com", zone_name = "example.com" }
    grafana             = { enabled = true }
    allowed_cidr_blocks = ["203.0.113.0/24"]
    public_api          = true
  }

  assert {
    condition     = { for key, rule in aws_lb_listener_rule.langfuse : rule.priority => one(rule.action).type } == { 1 = "fixed-response", 2 = "forward", 3 = "forward" } && one(aws_lb_listener.forward[0].default_action).type == "fixed-response"
    error_message = "The listener forwards requests that no rule admits."
  }

  assert {
    condition     = [for condition in aws_lb_listener_rule.grafana["this"].condition : one(condition.source_ip).values if length(condition.source_ip) > 0] == [toset(["203.0.113.0/24"])]
    error_message = "Grafana is open to all addresses."
  }

  assert {
    condition     = keys(aws_vpc_security_group_ingress_rule.load_balancer) == ["http from 0.0.0.0/0", "https from 0.0.0.0/0"]
    error_message = "The security group rejects the addresses that call the API."
  }
}

run "a_load_balancer_can_be_internal_without_an_internet_gateway" {
  command = plan

  override_resource {
    target          = terraform_data.clickhouse_zone["this"]
    override_during = plan
    values          = { output = "eu-central-1a" }
  }

  variables {
    domain  = { name = "langfuse.example.com", zone_id = "Z0123456789", certificate_arn = "arn:aws:acm:eu-central-1:123456789012:certificate/own", internal = true }
    network = { existing = { vpc_id = "vpc-existing", private_subnet_ids = ["subnet-1", "subnet-2"] } }
  }

  assert {
    condition     = aws_lb.this[0].internal && aws_lb.this[0].subnets == toset(["subnet-1", "subnet-2"]) && length(data.aws_internet_gateway.existing) == 0
    error_message = "The load balancer is public, or the VPC needs an internet gateway."
  }

  assert {
    condition     = aws_lb_listener.forward[0].certificate_arn == "arn:aws:acm:eu-central-1:123456789012:certificate/own" && length(aws_acm_certificate.this) + length(aws_route53_record.validation) == 0 && keys(aws_route53_record.site) == ["langfuse"]
    error_message = "The listener does not use the given certificate, or the stack requests another one."
  }
}

run "dns_elsewhere_waits_for_the_certificate" {
  command = plan

  variables {
    domain = { name = "langfuse.example.com" }
  }

  assert {
    condition = output.dns_records == {
      certificate-langfuse = { name = "_1.langfuse.example.com", type = "CNAME", value = "_1.acm-validations.aws" }
      langfuse             = { name = "langfuse.example.com", type = "CNAME", value = "internal-langfuse-1.eu-central-1.elb.amazonaws.com" }
    }
    error_message = "The output does not contain the records to set."
  }

  assert {
    condition     = length(aws_acm_certificate_validation.this) == 1 && length(aws_route53_record.validation) + length(aws_route53_record.site) == 0 && aws_lb_listener.forward[0].protocol == "HTTPS"
    error_message = "The apply does not wait for the certificate, or sets records."
  }
}

run "dns_elsewhere_can_wait_for_the_next_apply" {
  command = plan

  variables {
    domain = { name = "langfuse.example.com", wait_for_certificate = false }
  }

  assert {
    condition     = length(aws_acm_certificate_validation.this) + length(aws_vpc_security_group_ingress_rule.load_balancer) == 0 && aws_lb_listener.forward[0].protocol == "HTTP" && aws_lb_listener.forward[0].port == 443
    error_message = "Langfuse is reachable without TLS."
  }
}
