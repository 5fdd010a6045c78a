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

run "ses_works_with_the_task_roles" {
  command = plan

  variables {
    domain = { name = "langfuse.example.com", zone_name = "example.com" }
    email  = { from = "langfuse@mail.example.com", ses = { create_identity = true } }
  }

  assert {
    condition = alltrue([for definition in [module.web.container_definition, module.worker.container_definition] :
      { for entry in definition.environment : entry.name => entry.value if contains(["EMAIL_FROM_ADDRESS", "SMTP_CONNECTION_URL"], entry.name) } ==
      { EMAIL_FROM_ADDRESS = "langfuse@mail.example.com", SMTP_CONNECTION_URL = "ses://eu-central-1" }
    ])
    error_message = "Web or worker do not send email through SES."
  }

  assert {
    condition = alltrue([for policy in [module.web.task_policy, module.worker.task_policy] : contains([for statement in policy : jsonencode(statement)], jsonencode({
      Sid       = "SendEmail"
      Effect    = "Allow"
      Action    = ["ses:SendEmail", "ses:SendRawEmail"]
      Resource  = ["arn:aws:ses:eu-central-1:123456789012:configuration-set/*", "arn:aws:ses:eu-central-1:123456789012:identity/*"]
      Condition = { StringEquals = { "ses:FromAddress" = "langfuse@mail.example.com" } }
    }))])
    error_message = "The task roles of web and worker cannot send email, or can send it from another address."
  }

  assert {
    condition     = aws_sesv2_email_identity.this["this"].email_identity == "mail.example.com" && { for name, record in aws_route53_record.dkim : name => record.name } == { dkim-1 = "dkim-1._domainkey.mail.example.com", dkim-2 = "dkim-2._domainkey.mail.example.com", dkim-3 = "dkim-3._domainkey.mail.example.com" }
    error_message = "The identity of the sender's domain or its records in the zone are missing."
  }

  assert {
    condition     = length(aws_vpc_security_group_egress_rule.smtp) == 0 && output.dns_records == {}
    error_message = "SES needs a port other than 443, or records that the stack sets are in the output."
  }
}

run "records_of_another_zone_are_an_output" {
  command = plan

  variables {
    email = { from = "langfuse@example.com", ses = { create_identity = true } }
  }

  assert {
    condition     = output.dns_records["dkim-3"] == { name = "dkim-3._domainkey.example.com", type = "CNAME", value = "dkim-3.dkim.amazonses.com" } && length(aws_route53_record.dkim) == 0
    error_message = "The output does not contain the records that the user must set."
  }
}

run "smtp_needs_its_port_and_a_secret" {
  command = plan

  variables {
    email = { from = "langfuse@example.com", smtp = { url_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/smtp-AAAAAA:url::", cidr_blocks = ["203.0.113.25/32"] } }
  }

  assert {
    condition = alltrue([for definition in [module.web.container_definition, module.worker.container_definition] :
      contains(definition.secrets, { name = "SMTP_CONNECTION_URL", valueFrom = var.email.smtp.url_secret_arn }) && contains(definition.environment, { name = "EMAIL_FROM_ADDRESS", value = "langfuse@example.com" })
    ])
    error_message = "The URL of the SMTP server is not from the secret."
  }

  assert {
    condition     = { for name, rule in aws_vpc_security_group_egress_rule.smtp : name => "${rule.cidr_ipv4} ${rule.from_port}" } == { "web to 203.0.113.25/32" = "203.0.113.25/32 587", "worker to 203.0.113.25/32" = "203.0.113.25/32 587" } && length(aws_sesv2_email_identity.this) == 0
    error_message = "The port of the SMTP server is closed, or open to other addresses."
  }
}

run "warns_about_actions_that_the_boundary_denies" {
  command = plan

  variables {
    email = { from = "langfuse@example.com", ses = {} }
  }

  override_data {
    target          = data.aws_iam_policy.boundary["this"]
    override_during = plan
    values          = { policy = "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":[\"s3:*\",\"ses:SendEmail\"],\"Resource\":\"*\"},{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"x\"}]}" }
  }

  expect_failures = [check.permissions_boundary]
}

run "accepts_actions_that_the_boundary_allows_by_pattern" {
  command = plan

  variables {
    email = { from = "langfuse@example.com", ses = {} }
  }

  override_data {
    target          = data.aws_iam_policy.boundary["this"]
    override_during = plan
    values          = { policy = "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"ses:Send*\",\"Resource\":\"*\"}]}" }
  }

  assert {
    condition     = length(local.actions_beyond_boundary) == 0
    error_message = "A pattern of the boundary does not match the action."
  }
}

run "warns_about_a_secret_that_the_boundary_denies" {
  command = plan

  variables {
    email = { from = "langfuse@example.com", smtp = { url_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:smtp-AAAAAA" } }
  }

  expect_failures = [check.permissions_boundary]
}

run "a_boundary_of_your_own_is_not_read" {
  command = plan

  variables {
    permissions_boundary = "arn:aws:iam::123456789012:policy/company-boundary"
    email                = { from = "langfuse@example.com", smtp = { url_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:smtp-AAAAAA" } }
  }

  assert {
    condition     = length(data.aws_iam_policy.boundary) == 0
    error_message = "The plan role may be unable to read a boundary that terraform/bootstrap did not create."
  }
}
