# Warnings: the stack would work, but not as most people expect.

check "alarm_recipients" {
  assert {
    condition     = length(var.alarm_emails) > 0
    error_message = "No address receives the alarms. Set alarm_emails, or subscribe to the topic in the output alarm_topic_arn and ignore this warning."
  }
}

check "first_user" {
  assert {
    condition     = !can(regex("@example\\.(com|net|org)$", var.langfuse.first_user.email))
    error_message = "langfuse.first_user.email '${var.langfuse.first_user.email}' is a placeholder. Set your own address before the first apply: Langfuse reads it only once."
  }
}

locals {
  # During an update, ECS runs the old and the new tasks at the same time. The migration runs before.
  fargate_vcpus = local.is_tiny ? 0 : 2 * (local.size.web.min * local.size.web.cpu + local.size.worker.min * local.size.worker.cpu + (var.grafana.enabled ? local.size.grafana.cpu : 0)) / 1024
}

# Not inside the checks: Terraform would then read them in each apply, and no plan would be empty.
data "aws_servicequotas_service_quota" "vcpus" {
  for_each = var.quota_checks ? { fargate = "L-3032A538", ec2 = "L-1216C47A" } : {}

  service_code = each.key
  quota_code   = each.value
}

check "fargate_quota" {
  assert {
    condition     = alltrue([for service, quota in data.aws_servicequotas_service_quota.vcpus : quota.value >= local.fargate_vcpus if service == "fargate"])
    error_message = "The quota of Fargate vCPUs is ${join("", [for service, quota in data.aws_servicequotas_service_quota.vcpus : quota.value if service == "fargate"])}, but an update of this stack runs tasks with ${local.fargate_vcpus}. Request more: aws service-quotas request-service-quota-increase --service-code fargate --quota-code L-3032A538 --desired-value ${ceil(local.fargate_vcpus)}"
  }
}

check "ec2_quota" {
  assert {
    condition     = alltrue([for type in data.aws_ec2_instance_type.clickhouse : alltrue([for service, quota in data.aws_servicequotas_service_quota.vcpus : quota.value >= type.default_vcpus if service == "ec2"])])
    error_message = "The quota of EC2 vCPUs is ${join("", [for service, quota in data.aws_servicequotas_service_quota.vcpus : quota.value if service == "ec2"])}, but ClickHouse's instance needs ${join("", [for type in data.aws_ec2_instance_type.clickhouse : type.default_vcpus])}. Request more: aws service-quotas request-service-quota-increase --service-code ec2 --quota-code L-1216C47A --desired-value 16"
  }
}
