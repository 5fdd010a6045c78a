output "arn" {
  description = "ARN of the task definition, including the revision."
  value       = aws_ecs_task_definition.this.arn

  depends_on = [aws_iam_role_policy.execution, aws_iam_role_policy.task]
}

output "family" {
  description = "Family of the task definition."
  value       = aws_ecs_task_definition.this.family
}

output "container_name" {
  description = "Name of the container."
  value       = var.component
}

output "log_group" {
  description = "Name of the CloudWatch log group."
  value       = aws_cloudwatch_log_group.this.name
}

output "execution_role_arn" {
  description = "ARN of the task execution role."
  value       = aws_iam_role.execution.arn
}

output "task_role_arn" {
  description = "ARN of the task role."
  value       = aws_iam_role.task.arn
}

output "container_definition" {
  description = "Container definition, before JSON encoding."
  value       = local.container
}

output "task_policy" {
  description = "Statements of the task role's policy."
  value       = local.task_statements
}

output "execution_policy" {
  description = "Statements of the task execution role's policy."
  value       = local.execution_statements
}

output "sidecar_definitions" {
  description = "Container definitions of the sidecars, before JSON encoding."
  value       = local.sidecars
}

output "container_definitions" {
  description = "Container definitions of the task definition, as JSON."
  value       = aws_ecs_task_definition.this.container_definitions
}
