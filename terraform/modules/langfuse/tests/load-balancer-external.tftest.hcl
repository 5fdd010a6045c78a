mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan

  mock_data "aws_lb_listener" {
    defaults = { protocol = "HTTPS", load_balancer_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/company/0123456789abcdef" }
  }

  mock_data "aws_lb" {
    defaults = {
      name            = "company"
      vpc_id          = "vpc-1"
      security_groups = ["sg-company"]
      dns_name        = "company-1.eu-central-1.elb.amazonaws.com"
      zone_id         = "Z215JYRZR1TBD5"
      arn_suffix      = "app/company/0123456789abcdef"
    }
  }
}

mock_provider "terraform" {
  source          = "./tests/mocks/terraform"
  override_during = plan
}

override_resource {
  target          = terraform_data.clickhouse_zone["this"]
  override_during = plan
  values          = { output = "eu-central-1a" }
}

variables {
  images_file  = "tests/mocks/images.yaml"
  langfuse     = { first_user = { email = "admin@acme.io" } }
  alarm_emails = ["on-call@acme.io"]
  network      = { existing = { vpc_id = "vpc-1", private_subnet_ids = ["subnet-1", "subnet-2"] } }
  domain       = { name = "langfuse.acme.io" }
  listener     = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener/app/company/0123456789abcdef/0123456789abcdef"

  load_balancer_external = { listener_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener/app/company/0123456789abcdef/0123456789abcdef", priority = 200 }
}

run "rules_of_an_existing_listener_replace_the_load_balancer" {
  command = plan

  variables {
    grafana = { enabled = true }
  }

  assert {
    condition = 0 == sum([
      length(aws_lb.this), length(aws_lb_listener.forward), length(aws_lb_listener.redirect), length(aws_security_group.load_balancer),
      length(aws_acm_certificate.this), length(aws_cloudfront_distribution.site), length(aws_s3_bucket.logs), length(data.aws_internet_gateway.existing),
      length(aws_vpc_security_group_ingress_rule.load_balancer), length(aws_vpc_security_group_egress_rule.load_balancer_to_web),
      length(aws_vpc_security_group_egress_rule.load_balancer_to_grafana),
    ])
    error_message = "The load balancer or a part of it is created."
  }

  assert {
    condition     = { for key, rule in aws_lb_listener_rule.langfuse : key => rule.priority } == { allowed = 202 } && one(aws_lb_listener_rule.langfuse["allowed"].action).type == "forward" && aws_lb_listener_rule.langfuse["allowed"].listener_arn == var.listener && flatten([for condition in aws_lb_listener_rule.langfuse["allowed"].condition : [for header in condition.host_header : header.values]]) == ["langfuse.acme.io"]
    error_message = "The listener does not forward the host of Langfuse, or more."
  }

  assert {
    condition     = aws_lb_listener_rule.grafana["this"].priority == 204 && length(aws_lb_listener_rule.grafana["this"].condition) == 1
    error_message = "The listener does not forward the host of Grafana."
  }

  assert {
    condition     = [for rule in values(aws_vpc_security_group_ingress_rule.web) : rule.referenced_security_group_id] == ["sg-company"] && [for rule in values(aws_vpc_security_group_ingress_rule.grafana) : rule.referenced_security_group_id] == ["sg-company"]
    error_message = "Web and Grafana must admit the security groups of the load balancer."
  }

  assert {
    condition     = output.url == "https://langfuse.acme.io" && output.dns_records.langfuse.value == "company-1.eu-central-1.elb.amazonaws.com" && length(output.dns_records) == 2
    error_message = "The records of both hosts must name the load balancer, without records of a certificate."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.this["web-errors"].dimensions.LoadBalancer == "app/company/0123456789abcdef" && !contains(keys(aws_cloudwatch_metric_alarm.this), "certificate-expiry")
    error_message = "The alarms must watch the existing load balancer."
  }
}

run "limits_addresses_by_rules" {
  command = plan

  variables {
    domain              = { name = "langfuse.acme.io", zone_id = "Z0123456789" }
    grafana             = { enabled = true }
    allowed_cidr_blocks = ["203.0.113.0/24"]
    public_api          = true
  }

  assert {
    condition     = { for key, rule in aws_lb_listener_rule.langfuse : rule.priority => try(one(one(rule.action).fixed_response).status_code, "forward") } == { "200" = "400", "201" = "forward", "202" = "forward", "203" = "403" }
    error_message = "The API must be open, the rest only for the allowed addresses, and other addresses get an answer of Langfuse's host."
  }

  assert {
    condition     = flatten([for condition in aws_lb_listener_rule.langfuse["allowed"].condition : [for source in condition.source_ip : source.values]]) == ["203.0.113.0/24"] && flatten([for condition in aws_lb_listener_rule.grafana["this"].condition : [for source in condition.source_ip : source.values]]) == ["203.0.113.0/24"]
    error_message = "The rules do not limit the addresses."
  }

  assert {
    condition     = aws_route53_record.site["langfuse"].alias[0].name == "company-1.eu-central-1.elb.amazonaws.com" && length(aws_route53_record.validation) == 0
    error_message = "The record does not name the existing load balancer."
  }
}

run "rejects_a_listener_without_tls" {
  command = plan

  override_data {
    target          = data.aws_lb_listener.external
    override_during = plan
    values          = { protocol = "HTTP", load_balancer_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/company/0123456789abcdef" }
  }

  expect_failures = [data.aws_lb_listener.external]
}

run "rejects_a_load_balancer_of_another_vpc" {
  command = plan

  override_data {
    target          = data.aws_lb.external
    override_during = plan
    values          = { name = "company", vpc_id = "vpc-2", security_groups = ["sg-company"], dns_name = "company-1.eu-central-1.elb.amazonaws.com", arn_suffix = "app/company/0123456789abcdef" }
  }

  expect_failures = [data.aws_lb.external]
}

run "rejects_the_arn_of_a_load_balancer" {
  command = plan

  variables {
    load_balancer_external = { listener_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/company/0123456789abcdef" }
  }

  expect_failures = [var.load_balancer_external]
}

run "rejects_a_priority_without_space_for_four_more" {
  command = plan

  variables {
    load_balancer_external = { listener_arn = var.listener, priority = 49997 }
  }

  expect_failures = [var.load_balancer_external]
}

run "rejects_a_listener_without_a_host_name" {
  command = plan

  variables {
    domain = null
  }

  expect_failures = [var.load_balancer_external]
}

run "rejects_a_new_vpc" {
  command = plan

  variables {
    network = {}
  }

  expect_failures = [var.network]
}

run "rejects_settings_of_a_load_balancer_of_its_own" {
  command = plan

  variables {
    domain = { name = "langfuse.acme.io", internal = true }
  }

  expect_failures = [var.load_balancer_external]
}

run "rejects_a_web_acl" {
  command = plan

  variables {
    web_acl = { arn = "arn:aws:wafv2:eu-central-1:123456789012:regional/webacl/company/0a1b2c3d" }
  }

  expect_failures = [var.load_balancer_external]
}

run "rejects_more_blocks_than_a_rule_has_values" {
  command = plan

  variables {
    allowed_cidr_blocks = ["203.0.113.0/28", "203.0.113.16/28", "203.0.113.32/28", "203.0.113.48/28", "203.0.113.64/28"]
  }

  expect_failures = [var.load_balancer_external]
}

run "rejects_headers_of_an_existing_listener" {
  command = plan

  variables {
    response_headers = { headers = { X-Frame-Options = "DENY" } }
  }

  expect_failures = [var.response_headers]
}
