output "url" {
  description = "Where Langfuse answers."
  value       = local.url
}

output "grafana_url" {
  description = "Where Grafana answers; empty where it is off."
  value       = local.grafana_url
}

output "project_url" {
  description = "The first project in Langfuse's user interface."
  value       = "${local.url}/project/${var.langfuse.project.id}"
}

output "api_keys_secret_arn" {
  description = "Secret with public_key and secret_key of the first project, as JSON."
  value       = local.secrets.api_keys
}

output "first_user_secret_arn" {
  description = "Secret with email and password of the first user, as JSON."
  value       = local.secrets.first_user
}

output "langfuse_version" {
  description = "Version of Langfuse, by the tag in the file of images."
  value       = local.langfuse_version
}

output "cluster_name" {
  description = "Name of the ECS cluster."
  value       = aws_ecs_cluster.this.name
}

output "log_groups" {
  description = "Names of the log groups, by what writes to them."
  value = merge(
    { migration = module.migration.log_group, web = module.web.log_group, worker = module.worker.log_group },
    { for group in aws_cloudwatch_log_group.clickhouse : "clickhouse" => group.name },
    { for task in module.backup : "backup" => task.log_group },
    { for task in module.grafana : "grafana" => task.log_group },
  )
}

output "clickhouse_volume_id" {
  description = "Volume of ClickHouse; empty where it is external."
  value       = join("", [for volume in aws_ebs_volume.clickhouse : volume.id])
}

output "backup_bucket" {
  description = "Bucket with the backups of ClickHouse; empty where it is external."
  value       = join("", [for bucket in aws_s3_bucket.backups : bucket.bucket])
}

output "region" {
  description = "Region of the stack."
  value       = local.region
}
