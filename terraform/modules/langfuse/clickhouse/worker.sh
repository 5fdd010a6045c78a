#!/usr/bin/env bash
# Stops the worker before ClickHouse is replaced, and starts it again afterwards. Meanwhile, jobs wait in Valkey: the worker
# keeps rows that ClickHouse does not accept in memory only, and Langfuse 3 gives up its jobs after 155 s.
# Reads COMMAND (pause or resume), CLUSTER, WORKER and CLICKHOUSE (services), MIN and MAX (number of tasks) and AWS_REGION.
set -euo pipefail

# AWS CLI version 1 does not read AWS_REGION.
export AWS_DEFAULT_REGION=$AWS_REGION

poll_seconds=${POLL_SECONDS:-5}
timeout_seconds=${TIMEOUT_SECONDS:-900}
# Application Auto Scaling starts the worker at this time if the apply ends before it does.
fallback_minutes=${FALLBACK_MINUTES:-60}

log() { printf 'worker: %s\n' "$1"; }

service() {
  aws ecs describe-services --cluster "$CLUSTER" --services "$1" --output text --query "services[?status=='ACTIVE'] | [0].$2"
}

scaling() {
  aws application-autoscaling "$@" --service-namespace ecs --resource-id "service/$CLUSTER/$WORKER" \
    --scalable-dimension ecs:service:DesiredCount >/dev/null
}

set_count() {
  aws ecs update-service --cluster "$CLUSTER" --service "$WORKER" --desired-count "$1" --query service.serviceName --output text >/dev/null
}

# wait_until DESCRIPTION COMMAND…: repeats the command until it succeeds. Returns 1 after timeout_seconds.
wait_until() {
  local description=$1 deadline=$((SECONDS + timeout_seconds))
  shift
  until "$@"; do
    if ((SECONDS >= deadline)); then
      log "$description: timed out after $timeout_seconds s"
      return 1
    fi
    sleep "$poll_seconds"
  done
}

worker_is_stopped() { [ "$(service "$WORKER" runningCount)" = 0 ]; }

clickhouse_is_steady() {
  [ "$(service "$CLICKHOUSE" '[length(deployments), runningCount, deployments[0].rolloutState]' | tr '\t' ' ')" = '1 1 COMPLETED' ]
}

# GNU and BSD date have different options.
fallback_time() {
  date -u -d "+$fallback_minutes minutes" +%Y-%m-%dT%H:%M:%S 2>/dev/null || date -u -v "+${fallback_minutes}M" +%Y-%m-%dT%H:%M:%S
}

pause() {
  log "stopping $WORKER until ClickHouse is replaced. Jobs wait in Valkey."
  scaling put-scheduled-action --scheduled-action-name "$WORKER-resume" \
    --schedule "at($(fallback_time))" \
    --scalable-target-action "MinCapacity=$MIN,MaxCapacity=$MAX"
  # Target tracking would start tasks again.
  scaling register-scalable-target --suspended-state DynamicScalingInSuspended=true,DynamicScalingOutSuspended=true,ScheduledScalingSuspended=false
  set_count 0
  # Without this wait, the worker would write to a server that stops. It keeps its rows for as long as it runs.
  wait_until "$WORKER did not stop" worker_is_stopped || true
}

resume() {
  # A worker that starts too early keeps its rows in memory, so this is no reason to fail.
  wait_until "$CLICKHOUSE is not steady" clickhouse_is_steady || true
  log "starting $WORKER"
  set_count "$MIN"
  scaling register-scalable-target --suspended-state DynamicScalingInSuspended=false,DynamicScalingOutSuspended=false,ScheduledScalingSuspended=false
  scaling delete-scheduled-action --scheduled-action-name "$WORKER-resume" || true
}

state=$(service "$WORKER" '[serviceName]')
case $state in
  '' | None*)
    log "$WORKER does not exist yet"
    exit 0
    ;;
esac

case $COMMAND in
  pause | resume) "$COMMAND" ;;
  *)
    echo "COMMAND: '$COMMAND' is neither pause nor resume" >&2
    exit 2
    ;;
esac
