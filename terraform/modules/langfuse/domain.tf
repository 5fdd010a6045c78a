data "aws_route53_zone" "domain" {
  for_each = toset(var.domain == null ? [] : compact([var.domain.zone_name]))

  name         = each.key
  private_zone = false
}

locals {
  zone_id = var.domain == null ? "" : var.domain.zone_id != null ? var.domain.zone_id : data.aws_route53_zone.domain[var.domain.zone_name].zone_id

  domain_sites = { for site, host in local.domain_hosts : site => host if contains(local.site_names, site) }
}

resource "aws_acm_certificate" "this" {
  for_each = local.with_domain

  domain_name               = var.domain.name
  subject_alternative_names = [for site, host in local.domain_sites : host if site != "langfuse"]
  validation_method         = "DNS"

  tags = local.tags

  # The listener needs a valid certificate.
  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_record" "validation" {
  for_each = local.domain_sites

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

resource "aws_acm_certificate_validation" "this" {
  for_each = local.with_domain

  certificate_arn         = aws_acm_certificate.this[each.key].arn
  validation_record_fqdns = [for record in aws_route53_record.validation : record.fqdn]
}

resource "aws_route53_record" "site" {
  for_each = local.domain_sites

  zone_id = local.zone_id
  name    = each.value
  type    = "A"

  alias {
    name                   = aws_lb.this.dns_name
    zone_id                = aws_lb.this.zone_id
    evaluate_target_health = false
  }
}
