# https://langfuse.com/self-hosting/configuration/transactional-emails
locals {
  ses_region = try(coalesce(var.email.ses.region, local.region), local.region)

  # Langfuse 3.176.0 introduced ses://. An image without a version is assumed to be recent.
  langfuse_sends_with_ses = try(
    tonumber(regex("^v?([0-9]+)\\.([0-9]+)", local.langfuse_version)[0]) * 1000 + tonumber(regex("^v?([0-9]+)\\.([0-9]+)", local.langfuse_version)[1]) >= 3176,
    true,
  )

  email_environment = var.email == null ? {} : merge(
    { EMAIL_FROM_ADDRESS = var.email.from },
    var.email.ses == null ? {} : { SMTP_CONNECTION_URL = "ses://${local.ses_region}" },
  )

  email_secrets = try(var.email.smtp, null) == null ? {} : { SMTP_CONNECTION_URL = var.email.smtp.url_secret_arn }

  email_permission = try(var.email.ses, null) == null ? {} : {
    # In the SES sandbox, AWS also authorizes the identity of the recipient, so the condition limits the sender instead.
    SendEmail = {
      actions    = ["ses:SendEmail", "ses:SendRawEmail"]
      resources  = [for type in ["configuration-set", "identity"] : "arn:${local.partition}:ses:${local.ses_region}:${local.account_id}:${type}/*"]
      conditions = { StringEquals = { "ses:FromAddress" = var.email.from } }
    }
  }

  email_identity = try(var.email.ses.create_identity, false) ? { this = lower(reverse(split("@", var.email.from))[0]) } : {}

  email_zone_name = try(coalesce(var.domain.zone_name), "-")

  # SES always generates three keys.
  email_dkim = merge([
    for key, domain in local.email_identity : { for index in range(3) : "dkim-${index + 1}" => { key = key, index = index, domain = domain } }
  ]...)

  email_dkim_in_zone = { for name, dkim in local.email_dkim : name => dkim if dkim.domain == local.email_zone_name || endswith(dkim.domain, ".${local.email_zone_name}") }

  # Mocks of tests cannot return blocks.
  email_dkim_tokens = { for name, dkim in local.email_dkim : name => try(aws_sesv2_email_identity.this[dkim.key].dkim_signing_attributes[0].tokens[dkim.index], name) }

  email_dkim_records = {
    for name, dkim in local.email_dkim : name => {
      name  = "${local.email_dkim_tokens[name]}._domainkey.${dkim.domain}"
      type  = "CNAME"
      value = "${local.email_dkim_tokens[name]}.dkim.amazonses.com"
    }
  }

  smtp_egress = try(var.email.smtp, null) == null ? {} : {
    for pair in setproduct(["web", "worker"], var.email.smtp.cidr_blocks) : "${pair[0]} to ${pair[1]}" => {
      security_group_id = local.database_client_security_group_ids[pair[0]]
      cidr_block        = pair[1]
    }
  }
}

resource "aws_sesv2_email_identity" "this" {
  for_each = local.email_identity

  email_identity = each.value

  tags = local.tags
}

resource "aws_route53_record" "dkim" {
  for_each = local.email_dkim_in_zone

  zone_id = local.zone_id
  name    = local.email_dkim_records[each.key].name
  type    = "CNAME"
  records = [local.email_dkim_records[each.key].value]
  ttl     = 300
}

resource "aws_vpc_security_group_egress_rule" "smtp" {
  for_each = local.smtp_egress

  security_group_id = each.value.security_group_id
  description       = "SMTP server"
  cidr_ipv4         = each.value.cidr_block
  ip_protocol       = "tcp"
  from_port         = var.email.smtp.port
  to_port           = var.email.smtp.port

  tags = local.tags
}
