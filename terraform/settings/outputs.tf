output "url" {
  description = "URL of Langfuse."
  value       = module.langfuse.url
}

output "grafana_url" {
  description = "URL of Grafana. Empty if Grafana is disabled."
  value       = module.langfuse.grafana_url
}

output "project_url" {
  description = "URL of the initial project in Langfuse."
  value       = module.langfuse.project_url
}

output "api_keys_secret_arn" {
  description = "ARN of the secret with the initial project's API keys, as JSON with public_key and secret_key."
  value       = module.langfuse.api_keys_secret_arn
}

output "first_user_secret_arn" {
  description = "ARN of the secret with the initial user's credentials, as JSON with email and password."
  value       = module.langfuse.first_user_secret_arn
}

output "langfuse_version" {
  description = "Langfuse version, from the image tag."
  value       = module.langfuse.langfuse_version
}

output "clickhouse_version" {
  description = "ClickHouse version, from the image tag. Empty for an external ClickHouse."
  value       = module.langfuse.clickhouse_version
}

output "cluster_name" {
  description = "Name of the ECS cluster."
  value       = module.langfuse.cluster_name
}

output "log_groups" {
  description = "Names of the CloudWatch log groups, by component."
  value       = module.langfuse.log_groups
}

output "clickhouse_volume_id" {
  description = "ID of ClickHouse's EBS volume. Empty for an external ClickHouse."
  value       = module.langfuse.clickhouse_volume_id
}

output "backup_bucket" {
  description = "Name of the S3 bucket for ClickHouse backups. Empty for an external ClickHouse."
  value       = module.langfuse.backup_bucket
}

output "region" {
  description = "AWS Region of the stack."
  value       = module.langfuse.region
}

output "grafana_admin_secret_arn" {
  description = "ARN of the secret with the password of Grafana's user admin. Empty if Grafana is disabled."
  value       = module.langfuse.grafana_admin_secret_arn
}

output "alarm_topic_arn" {
  description = "ARN of the SNS topic that the alarms notify. Subscribe other services than email to it."
  value       = module.langfuse.alarm_topic_arn
}

output "blob_bucket" {
  description = "Name of the S3 bucket for raw events, media and exports, which can be that of bucket_external."
  value       = module.langfuse.blob_bucket
}

output "sso_callback_url" {
  description = "Callback (redirect) URL to register with the identity provider of sso. Empty without sso."
  value       = module.langfuse.sso_callback_url
}

output "dns_records" {
  description = "DNS records that the stack needs and cannot set, as objects with name, type and value, by purpose."
  value       = module.langfuse.dns_records
}
