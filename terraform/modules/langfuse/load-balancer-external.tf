# A listener of an existing load balancer, to which the stack adds rules for its host names.
data "aws_lb_listener" "external" {
  for_each = local.with_external_listener

  arn = var.load_balancer_external.listener_arn

  lifecycle {
    postcondition {
      condition     = self.protocol == "HTTPS"
      error_message = "load_balancer_external.listener_arn is a listener for ${self.protocol}. Langfuse's sessions need HTTPS: use the HTTPS listener of the load balancer."
    }
  }
}

data "aws_lb" "external" {
  for_each = local.with_external_listener

  arn = data.aws_lb_listener.external[each.key].load_balancer_arn

  lifecycle {
    postcondition {
      condition     = self.vpc_id == try(var.network.existing.vpc_id, "")
      error_message = "The load balancer ${self.name} is in ${self.vpc_id}, and the tasks run in ${try(var.network.existing.vpc_id, "a new VPC")}. Set network.existing to the VPC of the load balancer."
    }
  }
}

locals {
  with_external_listener = toset(var.load_balancer_external == null ? [] : ["this"])

  has_load_balancer = !local.is_tiny && var.load_balancer_external == null

  # The load balancer that users reach; none in the size tiny.
  load_balancer = one(concat(
    [for balancer in aws_lb.this : { dns_name = balancer.dns_name, zone_id = balancer.zone_id, arn_suffix = balancer.arn_suffix }],
    [for balancer in data.aws_lb.external : { dns_name = balancer.dns_name, zone_id = balancer.zone_id, arn_suffix = balancer.arn_suffix }],
  ))

  # Sources of requests to web and Grafana.
  load_balancer_security_group_ids = merge(
    { for group in aws_security_group.load_balancer : "load_balancer" => group.id },
    merge([for balancer in data.aws_lb.external : { for id in balancer.security_groups : id => id }]...),
  )

  # Rules of the listener: its default action belongs to its owner.
  external_listener_rules = merge([for key in local.with_external_listener : merge(
    local.addresses_are_limited && var.public_api ? {
      dot-segments = { priority = var.load_balancer_external.priority, paths = local.dot_segments, sources = [], status = "400" }
      api          = { priority = var.load_balancer_external.priority + 1, paths = ["/api/public/*"], sources = [], status = null }
    } : {},
    { allowed = { priority = var.load_balancer_external.priority + 2, paths = [], sources = local.addresses_are_limited ? sort(var.allowed_cidr_blocks) : [], status = null } },
    local.addresses_are_limited ? { denied = { priority = var.load_balancer_external.priority + 3, paths = [], sources = [], status = "403" } } : {},
  )]...)
}
