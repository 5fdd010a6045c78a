data "aws_route53_zone" "domain" {
  for_each = toset(var.domain == null ? [] : compact([var.domain.zone_name]))

  name         = each.key
  private_zone = false
}

locals {
  # Without a zone, the user sets the records in the output dns_records.
  with_zone = try(coalesce(var.domain.zone_id, var.domain.zone_name), "") != ""

  zone_id = !local.with_zone ? "" : var.domain.zone_id != null ? var.domain.zone_id : data.aws_route53_zone.domain[var.domain.zone_name].zone_id

  domain_sites = { for site, host in local.domain_hosts : site => host if contains(local.site_names, site) }

  with_certificate = toset(var.domain == null || var.load_balancer_external != null ? [] : var.domain.certificate_arn == null ? ["this"] : [])

  with_validated_certificate = toset([for key in local.with_certificate : key if local.with_zone || try(var.domain.wait_for_certificate, true)])

  listener_has_tls = var.domain == null ? false : var.domain.certificate_arn != null || length(local.with_validated_certificate) > 0

  certificate_arn = var.domain == null ? null : var.domain.certificate_arn != null ? var.domain.certificate_arn : one([for validation in aws_acm_certificate_validation.this : validation.certificate_arn])

  dns_records = merge(
    { for name, record in local.email_dkim_records : name => record if !contains(keys(local.email_dkim_in_zone), name) },
    local.with_zone ? {} : { for site, host in local.domain_sites : site => { name = host, type = "CNAME", value = local.load_balancer.dns_name } },
    local.certificate_records,
  )

  certificate_records = merge([for key in local.with_certificate : {
    for site, host in local.domain_sites : "certificate-${site}" => {
      name  = local.validation_records[host].resource_record_name
      type  = local.validation_records[host].resource_record_type
      value = local.validation_records[host].resource_record_value
    } if !local.with_zone
  }]...)
}

resource "aws_acm_certificate" "this" {
  for_each = local.with_certificate

  domain_name               = var.domain.name
  subject_alternative_names = [for site, host in local.domain_sites : host if site != "langfuse"]
  validation_method         = "DNS"

  tags = local.tags

  # The listener needs a valid certificate.
  lifecycle {
    create_before_destroy = true

    # Of the common name.
    precondition {
      condition     = length(var.domain.name) <= 64
      error_message = "domain.name has ${length(var.domain.name)} characters, and ACM makes certificates for up to 64. Choose a shorter name, or set domain.certificate_arn."
    }
  }
}

resource "aws_route53_record" "validation" {
  for_each = { for site, host in local.domain_sites : site => host if local.with_zone && length(local.with_certificate) > 0 }

  zone_id = local.zone_id
  name    = local.validation_records[each.value].resource_record_name
  type    = local.validation_records[each.value].resource_record_type
  records = [local.validation_records[each.value].resource_record_value]
  ttl     = 60

  # ACM reuses the record of earlier certificates for the host.
  allow_overwrite = true
}

locals {
  validation_records = merge([
    for certificate in aws_acm_certificate.this : { for option in certificate.domain_validation_options : option.domain_name => option }
  ]...)
}

# An apply that waits shows its outputs too late.
resource "terraform_data" "certificate_records" {
  for_each = toset([for key in local.with_validated_certificate : key if !local.with_zone])

  triggers_replace = aws_acm_certificate.this[each.key].arn

  provisioner "local-exec" {
    command     = "echo \"Waiting for the certificate. Set these DNS records: $RECORDS\""
    environment = { RECORDS = jsonencode(local.certificate_records) }
  }
}

resource "aws_acm_certificate_validation" "this" {
  for_each = local.with_validated_certificate

  certificate_arn         = aws_acm_certificate.this[each.key].arn
  validation_record_fqdns = local.with_zone ? [for record in aws_route53_record.validation : record.fqdn] : null

  depends_on = [terraform_data.certificate_records]
}

resource "aws_route53_record" "site" {
  for_each = { for site, host in local.domain_sites : site => host if local.with_zone }

  zone_id = local.zone_id
  name    = each.value
  type    = "A"

  alias {
    name                   = local.load_balancer.dns_name
    zone_id                = local.load_balancer.zone_id
    evaluate_target_health = false
  }
}
