# Depends on all other resources, so a destroy starts here and fails unless deletion_protection = false was applied.
resource "terraform_data" "deletion_guard" {
  input = { name = var.name, deletion_protection = var.deletion_protection }

  provisioner "local-exec" {
    when = destroy

    command = (self.input.deletion_protection
      ? "echo 'The stack ${self.input.name} is protected from deletion. Apply deletion_protection = false first.' && exit 1"
      : "exit 0"
    )
  }

  # All resources without dependents.
  depends_on = [
    aws_appautoscaling_policy.cpu,
    aws_cloudfront_distribution.site,
    aws_cloudwatch_dashboard.this,
    aws_cloudwatch_log_metric_filter.backups,
    aws_cloudwatch_log_metric_filter.dropped_rows,
    aws_cloudwatch_metric_alarm.this,
    aws_default_security_group.this,
    aws_dlm_lifecycle_policy.clickhouse,
    aws_ec2_tag.deployed_versions,
    aws_ecs_service.clickhouse,
    aws_ecs_service.grafana,
    aws_scheduler_schedule.tiny_backup,
    aws_iam_role_policy.backup_schedule,
    aws_iam_role_policy.snapshots,
    aws_lb_listener.redirect,
    aws_route53_record.dkim,
    aws_route53_record.site,
    aws_s3_bucket_cors_configuration.blobs,
    aws_s3_bucket_lifecycle_configuration.backups,
    aws_s3_bucket_lifecycle_configuration.blobs,
    aws_s3_bucket_lifecycle_configuration.logs,
    aws_s3_bucket_ownership_controls.backups,
    aws_s3_bucket_ownership_controls.blobs,
    aws_s3_bucket_policy.backups,
    aws_s3_bucket_server_side_encryption_configuration.backups,
    aws_s3_bucket_server_side_encryption_configuration.blobs,
    aws_s3_bucket_server_side_encryption_configuration.logs,
    aws_scheduler_schedule.backup,
    aws_sns_topic_policy.alarms,
    aws_sns_topic_subscription.alarms,
    aws_route53_record.clickhouse_endpoint,
    aws_vpc_security_group_egress_rule.backup_https,
    aws_vpc_security_group_egress_rule.move_https,
    aws_vpc_security_group_egress_rule.extra,
    aws_vpc_security_group_egress_rule.load_balancer_to_grafana,
    aws_vpc_security_group_egress_rule.load_balancer_to_web,
    aws_vpc_security_group_egress_rule.smtp,
    aws_vpc_security_group_egress_rule.to_clickhouse,
    aws_vpc_security_group_egress_rule.to_clickhouse_endpoint,
    aws_vpc_security_group_egress_rule.to_clickhouse_external,
    aws_cloudwatch_log_metric_filter.eviction_policy,
    aws_vpc_security_group_ingress_rule.clickhouse_endpoint,
    aws_vpc_security_group_ingress_rule.cloudfront,
    aws_vpc_security_group_ingress_rule.load_balancer,
    aws_wafv2_web_acl_association.this,
    module.move,
    terraform_data.clickhouse_volume_guard,
  ]
}
