#!/usr/bin/env bash
# Tells CloudWatch how full the volume of ClickHouse is; without an agent, since one number a few minutes is all there is to tell.
# clickhouse-disk.timer runs it. A volume that is not mounted sends nothing, and the alarm takes silence for a fault.
set -euo pipefail

: "${MOUNT_POINT:?}" "${METRIC_NAMESPACE:?}"

mountpoint --quiet "$MOUNT_POINT"
# Takes up what the volume was enlarged by, without a restart.
xfs_growfs "$MOUNT_POINT" >/dev/null
used=$(df --output=pcent "$MOUNT_POINT" | tail --lines 1 | tr --complement --delete 0-9)
aws cloudwatch put-metric-data --namespace "$METRIC_NAMESPACE" --metric-name DiskUsed --unit Percent --value "$used"
