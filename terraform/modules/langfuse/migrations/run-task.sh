#!/usr/bin/env bash
# Runs the migration task and waits for it. Prints the last log lines if it fails.
# Reads CLUSTER, TASK_DEFINITION, FAMILY, CONTAINER, LAUNCH_TYPE (FARGATE or EC2), LOG_GROUP and AWS_REGION, and for Fargate
# SUBNETS (comma-separated) and SECURITY_GROUP.
set -euo pipefail

# AWS CLI version 1 does not read AWS_REGION.
export AWS_DEFAULT_REGION=$AWS_REGION

poll_seconds=${POLL_SECONDS:-5}
timeout_seconds=${TIMEOUT_SECONDS:-7200}
attempts=${ATTEMPTS:-6}

fail() {
  printf 'migration: %s\n' "$1" >&2
  exit 1
}

command -v aws >/dev/null ||
  fail 'the AWS CLI is not on PATH. It is required to start the migration task. Install it on the machine that runs Terraform: https://aws.amazon.com/cli/. GitHub-hosted Ubuntu runners include it.'

# Does not stop the task: an aborted migration requires manual repair.
trap 'fail "interrupted. The task ${task:-} continues; the next apply waits for it."' INT TERM

ecs() {
  aws ecs "$@" --cluster "$CLUSTER" --output text
}

wait_until_stopped() {
  local waited=0 status
  while :; do
    status=$(ecs describe-tasks --tasks "$1" --query 'tasks[0].lastStatus')
    [[ $status == STOPPED ]] && return
    ((waited < timeout_seconds)) ||
      fail "task $1 is still $status after $timeout_seconds s. It continues, and the next apply waits for it. See the log group $LOG_GROUP."
    sleep "$poll_seconds"
    waited=$((waited + poll_seconds))
  done
}

# Concurrent migrations block each other.
running=$(ecs list-tasks --family "$FAMILY" --desired-status RUNNING --query 'taskArns')
for task in $running; do
  [[ $task == None ]] && continue
  printf 'migration: waiting for %s, started by an earlier apply\n' "$task"
  wait_until_stopped "$task"
done

launch=(--launch-type "${LAUNCH_TYPE:-FARGATE}")
# A task on an instance uses the network of the instance.
[[ ${LAUNCH_TYPE:-FARGATE} == EC2 ]] ||
  launch+=(--network-configuration "awsvpcConfiguration={subnets=[$SUBNETS],securityGroups=[$SECURITY_GROUP],assignPublicIp=DISABLED}")

task=None
for ((attempt = 1; attempt <= attempts; attempt++)); do
  # Fargate may be out of capacity; a new account may lack its service-linked role.
  if started=$(ecs run-task --task-definition "$TASK_DEFINITION" --started-by terraform "${launch[@]}" \
    --query '[tasks[0].taskArn, failures[0].reason]' 2>&1); then
    task=$(cut -f 1 <<<"$started")
    [[ $task == arn:* ]] && break
  fi
  printf 'migration: the task did not start (attempt %s of %s): %s\n' "$attempt" "$attempts" "$started" >&2
  [[ $attempt -lt $attempts ]] && sleep $((poll_seconds * 3))
done
[[ $task == arn:* ]] || fail 'ECS did not start the task. The reason is above.'

printf 'migration: %s is running\n' "$task"
wait_until_stopped "$task"

exit_code=$(ecs describe-tasks --tasks "$task" --query 'tasks[0].containers[0].exitCode')
if [[ $exit_code == 0 ]]; then
  printf 'migration: completed\n'
  exit 0
fi

reason=$(ecs describe-tasks --tasks "$task" --query "join(', ', [tasks[0].stoppedReason, tasks[0].containers[0].reason][?@ != null])")
stream=$CONTAINER/$CONTAINER/${task##*/}
printf 'migration: the last lines of %s in %s:\n' "$stream" "$LOG_GROUP" >&2
aws logs get-log-events --log-group-name "$LOG_GROUP" --log-stream-name "$stream" --limit 40 \
  --query 'events[].[message]' --output text >&2 ||
  printf 'migration: no log: the container did not write any output.\n' >&2
fail "failed with exit code $exit_code (${reason:-no reason given}). Web and worker were not changed. Fix the cause and apply again."
