#!/usr/bin/env bash
# Waits until the ClickHouse instance has the current launch template and its ECS agent is connected to the cluster.
# EC2 reports an instance as running minutes before that, and ECS counts tasks that it cannot place as failed.
# Reads CLUSTER, AWS_REGION, and either GROUP (Auto Scaling group) with LAUNCH_TEMPLATE_VERSION, or INSTANCE (ID).
set -euo pipefail

# AWS CLI version 1 does not read AWS_REGION.
export AWS_DEFAULT_REGION=$AWS_REGION

poll_seconds=${POLL_SECONDS:-10}
timeout_seconds=${TIMEOUT_SECONDS:-2400}

fail() {
  printf 'clickhouse: %s\n' "$1" >&2
  exit 1
}

autoscaling() {
  aws autoscaling "$@" --auto-scaling-group-name "$GROUP" --output text
}

# Prints the IDs of the instances in service with the current launch template.
current_instances() {
  if [ -n "${INSTANCE:-}" ]; then
    echo "$INSTANCE"
    return
  fi
  aws autoscaling describe-auto-scaling-groups --auto-scaling-group-names "$GROUP" --output text --query \
    "AutoScalingGroups[0].Instances[?LifecycleState=='InService'].[InstanceId, LaunchTemplate.Version]" |
    awk -v version="$LAUNCH_TEMPLATE_VERSION" '$2 == version { print $1 }'
}

# Prints the IDs of the instances whose ECS agent is connected.
connected_instances() {
  local arns
  arns=$(aws ecs list-container-instances --cluster "$CLUSTER" --status ACTIVE --query 'containerInstanceArns' --output text)
  [ -n "$arns" ] && [ "$arns" != None ] || return 0
  # shellcheck disable=SC2086 # a list
  aws ecs describe-container-instances --cluster "$CLUSTER" --container-instances $arns --output text \
    --query 'containerInstances[?agentConnected].[ec2InstanceId]'
}

is_refreshing() {
  [ -z "${INSTANCE:-}" ] || return 1
  local refresh
  refresh=$(autoscaling describe-instance-refreshes --max-records 1 --query 'InstanceRefreshes[0].Status') || return 0
  case $refresh in
    Pending | InProgress | Cancelling | RollbackInProgress) return 0 ;;
  esac
  return 1
}

is_ready() {
  ! is_refreshing || return 1
  local instance connected
  connected=$(connected_instances)
  for instance in $(current_instances); do
    grep -qx "$instance" <<<"$connected" && return
  done
  return 1
}

waited=0
until is_ready; do
  if ((waited >= timeout_seconds)); then
    if [ -z "${INSTANCE:-}" ]; then
      printf 'clickhouse: the last activities of %s:\n' "$GROUP" >&2
      autoscaling describe-scaling-activities --max-items 3 --query 'Activities[].[StartTime, StatusCode, StatusMessage || Description]' >&2 || true
    fi
    fail "no instance of ${INSTANCE:-$GROUP} joined the cluster $CLUSTER in $timeout_seconds s. If an instance is running, read its console: aws ec2 get-console-output --latest --instance-id ID --query Output --output text. The lines that start with clickhouse-volume: name the step that failed."
  fi
  ((waited % 60 != 0)) || printf 'clickhouse: waiting for the instance of %s to join the cluster %s\n' "${INSTANCE:-$GROUP}" "$CLUSTER"
  sleep "$poll_seconds"
  waited=$((waited + ${poll_seconds%.*} + (${poll_seconds%.*} == 0)))
done
printf 'clickhouse: the instance has joined the cluster %s\n' "$CLUSTER"
