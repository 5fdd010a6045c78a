output "arn" {
  description = "ARN of the task definition, with its revision."
  value       = aws_ecs_task_definition.this.arn

  # A task that starts before its role may read secrets or pull fails.
  depends_on = [aws_iam_role_policy.execution, aws_iam_role_policy.task]
}

output "family" {
  description = "Name of the task definition, without its revision."
  value       = aws_ecs_task_definition.this.family
}

output "container" {
  description = "Name of the container."
  value       = var.thing
}

output "log_group" {
  description = "Name of the log group."
  value       = aws_cloudwatch_log_group.this.name
}

output "execution_role_arn" {
  description = "ARN of the role that ECS starts the task with."
  value       = aws_iam_role.execution.arn
}

output "task_role_arn" {
  description = "ARN of the role of the program."
  value       = aws_iam_role.task.arn
}

output "definition" {
  description = "The container as ECS gets it."
  value       = local.container
}
