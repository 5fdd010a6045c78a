#!/usr/bin/env bash
# Creates, lists and restores ClickHouse backups of a stack. Requires the AWS CLI and permission to run the stack's backup task:
#
#   backups.sh STACK list
#   backups.sh STACK backup
#   backups.sh STACK restore incremental/2026-11-25T03-00-00Z
#
# A restore stops web and worker, renames the current database to default_before_<time>, restores the backup, and starts web and
# worker again. Langfuse is unavailable meanwhile. The volume needs space for both databases until you drop the old one.
set -euo pipefail

usage() {
  sed -n '2,/^set/s/^# \{0,1\}//p' "$0" >&2
  exit 2
}

[ $# -ge 2 ] || usage
stack=$1 command=$2 backup=${3:-}
case "$command:$backup" in
  list: | backup:) ;;
  restore:full/* | restore:incremental/*) ;;
  *) usage ;;
esac
[[ $backup =~ ^[a-zA-Z0-9/-]*$ ]] || usage
poll_seconds=${POLL_SECONDS:-10}

schedule() { aws scheduler get-schedule --name "$stack-backup" --query "Target.$1" --output text; }

cluster=$(schedule Arn)

run_task() {
  local definition subnets groups task
  definition=$(schedule EcsParameters.TaskDefinitionArn)
  subnets=$(schedule "EcsParameters.NetworkConfiguration.awsvpcConfiguration.Subnets | join(',', @)")
  groups=$(schedule "EcsParameters.NetworkConfiguration.awsvpcConfiguration.SecurityGroups | join(',', @)")
  task=$(aws ecs run-task --cluster "$cluster" --task-definition "$definition" --launch-type FARGATE \
    --network-configuration "awsvpcConfiguration={subnets=[$subnets],securityGroups=[$groups]}" \
    --overrides "{\"containerOverrides\":[{\"name\":\"backup\",\"environment\":[{\"name\":\"COMMAND\",\"value\":\"$command\"},{\"name\":\"BACKUP\",\"value\":\"$backup\"}]}]}" \
    --query 'tasks[0].taskArn' --output text)
  [ "$task" != None ] || {
    echo "ECS did not start the task. Check the events of the cluster $cluster." >&2
    return 1
  }
  wait_for_task "$task"
}

# `aws ecs wait` times out after ten minutes.
wait_for_task() {
  local task=$1 status='' code reason
  until [ "$status" = STOPPED ]; do
    sleep "$poll_seconds"
    status=$(aws ecs describe-tasks --cluster "$cluster" --tasks "$task" --query 'tasks[0].lastStatus' --output text)
  done
  aws logs get-log-events --log-group-name "/$stack/backup" --log-stream-name "backup/backup/${task##*/}" --start-from-head \
    --query 'events[].[message]' --output text || true
  code=$(aws ecs describe-tasks --cluster "$cluster" --tasks "$task" --query 'tasks[0].containers[0].exitCode' --output text)
  [ "$code" != 0 ] || return 0
  reason=$(aws ecs describe-tasks --cluster "$cluster" --tasks "$task" --query 'tasks[0].stoppedReason' --output text)
  echo "The task failed with exit code $code: $reason" >&2
  return 1
}

scale() { aws ecs update-service --cluster "$cluster" --service "$stack-$1" --desired-count "$2" --query service.serviceName --output text; }

count() {
  aws ecs describe-services --cluster "$cluster" --services "$stack-$1" --query 'services[0].desiredCount' --output text
}

if [ "$command" != restore ]; then
  run_task
  exit
fi

web=$(count web) worker=$(count worker)
# Also after a failed restore, which keeps the previous database.
trap 'scale web "$web"; scale worker "$worker"' EXIT
scale web 0
scale worker 0
aws ecs wait services-stable --cluster "$cluster" --services "$stack-web" "$stack-worker"
run_task
echo "If a newer Langfuse version was deployed after this backup, run its migrations again: terraform apply -replace=terraform_data.migration"
