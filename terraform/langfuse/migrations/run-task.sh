#!/usr/bin/env bash
# Runs one ECS task to its end, and fails with its last log lines where it fails.
# Needs CLUSTER, TASK_DEFINITION, FAMILY, CONTAINER, SUBNETS (with commas), SECURITY_GROUP, LOG_GROUP and AWS_REGION.
set -euo pipefail

# Version 1 of the AWS CLI knows the region by this name only.
export AWS_DEFAULT_REGION=$AWS_REGION

poll_seconds=${POLL_SECONDS:-5}
timeout_seconds=${TIMEOUT_SECONDS:-7200}
attempts=${ATTEMPTS:-6}

fail() {
  printf 'migration: %s\n' "$1" >&2
  exit 1
}

command -v aws >/dev/null ||
  fail 'the AWS CLI is not on PATH. It starts the migration task; install it where Terraform runs (https://aws.amazon.com/cli/). Ubuntu runners of GitHub have it.'

# A cancelled run leaves its task at work on purpose: a migration that is cut short has to be mended by hand.
trap 'fail "interrupted. The task ${task:-} goes on; the next apply waits for it."' INT TERM

ecs() {
  aws ecs "$@" --cluster "$CLUSTER" --output text
}

# $1: ARN of a task. Returns once it has stopped.
wait_until_stopped() {
  local waited=0 status
  while :; do
    status=$(ecs describe-tasks --tasks "$1" --query 'tasks[0].lastStatus')
    [[ $status == STOPPED ]] && return
    ((waited < timeout_seconds)) ||
      fail "task $1 is still $status after $timeout_seconds s. It goes on, and the next apply waits for it; its log is in $LOG_GROUP."
    sleep "$poll_seconds"
    waited=$((waited + poll_seconds))
  done
}

# Two migrations at once lock each other out.
running=$(ecs list-tasks --family "$FAMILY" --desired-status RUNNING --query 'taskArns')
for task in $running; do
  [[ $task == None ]] && continue
  printf 'migration: waiting for %s, which an earlier apply has started\n' "$task"
  wait_until_stopped "$task"
done

task=None
for ((attempt = 1; attempt <= attempts; attempt++)); do
  # Fargate may lack capacity for a moment, and a new account its service-linked role.
  if started=$(ecs run-task --task-definition "$TASK_DEFINITION" --launch-type FARGATE --started-by terraform \
    --network-configuration "awsvpcConfiguration={subnets=[$SUBNETS],securityGroups=[$SECURITY_GROUP],assignPublicIp=DISABLED}" \
    --query '[tasks[0].taskArn, failures[0].reason]' 2>&1); then
    task=$(cut -f 1 <<<"$started")
    [[ $task == arn:* ]] && break
  fi
  printf 'migration: the task did not start (attempt %s of %s): %s\n' "$attempt" "$attempts" "$started" >&2
  [[ $attempt -lt $attempts ]] && sleep $((poll_seconds * 3))
done
[[ $task == arn:* ]] || fail 'ECS has not started the task; the reason is above.'

printf 'migration: %s is at work\n' "$task"
wait_until_stopped "$task"

exit_code=$(ecs describe-tasks --tasks "$task" --query 'tasks[0].containers[0].exitCode')
if [[ $exit_code == 0 ]]; then
  printf 'migration: done\n'
  exit 0
fi

reason=$(ecs describe-tasks --tasks "$task" --query "join(', ', [tasks[0].stoppedReason, tasks[0].containers[0].reason][?@ != null])")
stream=$CONTAINER/$CONTAINER/${task##*/}
printf 'migration: the last lines of %s in %s:\n' "$stream" "$LOG_GROUP" >&2
aws logs get-log-events --log-group-name "$LOG_GROUP" --log-stream-name "$stream" --limit 40 \
  --query 'events[].[message]' --output text >&2 ||
  printf 'migration: no log: the container has not come to write one.\n' >&2
fail "failed with exit code $exit_code (${reason:-no reason given}). Web and worker are as they were; mend the cause and apply again."
