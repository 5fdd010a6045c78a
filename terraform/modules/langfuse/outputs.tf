output "url" {
  description = "URL of Langfuse."
  value       = local.url
}

output "grafana_url" {
  description = "URL of Grafana. Empty if Grafana is disabled."
  value       = local.grafana_url
}

output "project_url" {
  description = "URL of the initial project in Langfuse."
  value       = "${local.url}/project/${var.langfuse.project.id}"
}

output "api_keys_secret_arn" {
  description = "ARN of the secret with the initial project's API keys, as JSON with public_key and secret_key."
  value       = local.secrets.api_keys
}

output "first_user_secret_arn" {
  description = "ARN of the secret with the initial user's credentials, as JSON with email and password."
  value       = local.secrets.first_user
}

output "clickhouse_endpoint_id" {
  description = "ID of the PrivateLink endpoint of ClickHouse Cloud, for the allow list of the service. Empty without one."
  value       = join("", [for endpoint in aws_vpc_endpoint.clickhouse : endpoint.id])
}

output "langfuse_version" {
  description = "Langfuse version, from the image tag."
  value       = local.langfuse_version
}

output "clickhouse_version" {
  description = "ClickHouse version, from the image tag. Empty for an external ClickHouse."
  value       = local.clickhouse_version
}

output "cluster_name" {
  description = "Name of the ECS cluster."
  value       = aws_ecs_cluster.this.name
}

output "log_groups" {
  description = "Names of the CloudWatch log groups, by component."
  value = merge(
    { migration = module.migration.log_group, web = module.web.log_group, worker = module.worker.log_group },
    { for group in aws_cloudwatch_log_group.clickhouse : "clickhouse" => group.name },
    { for task in module.backup : "backup" => task.log_group },
    { for task in module.postgres_backup : "postgres-backup" => task.log_group },
    { for task in module.grafana : "grafana" => task.log_group },
    { for component, task in module.tiny : component => task.log_group },
  )
}

output "clickhouse_volume_id" {
  description = "ID of ClickHouse's EBS volume. Empty for an external ClickHouse."
  value       = join("", [for volume in aws_ebs_volume.clickhouse : volume.id])
}

output "backup_bucket" {
  description = "Name of the S3 bucket for ClickHouse backups. Empty for an external ClickHouse."
  value       = join("", [for bucket in aws_s3_bucket.backups : bucket.bucket])
}

output "region" {
  description = "AWS Region of the stack."
  value       = local.region
}

output "grafana_admin_secret_arn" {
  description = "ARN of the secret with the password of Grafana's user admin. Empty if Grafana is disabled."
  value       = var.grafana.enabled ? local.secrets.grafana_admin : ""
}

output "alarm_topic_arn" {
  description = "ARN of the SNS topic that the alarms notify. Subscribe other services than email to it."
  value       = aws_sns_topic.alarms.arn
}

output "blob_bucket" {
  description = "Name of the S3 bucket for raw events, media and exports, which can be that of bucket_external."
  value       = local.blob_bucket
}

output "sso_callback_url" {
  description = "Callback (redirect) URL to register with the identity provider of sso. Empty without sso."
  value       = var.sso == null ? "" : "${local.url}/api/auth/callback/${local.sso_provider.id}"
}

output "dns_records" {
  description = "DNS records that the stack needs and cannot set, as objects with name, type and value, by purpose."
  value       = local.dns_records
}
