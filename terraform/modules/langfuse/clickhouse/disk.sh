#!/usr/bin/env bash
# Sends the disk usage of the ClickHouse volume to CloudWatch.
# Sends nothing if the volume is not mounted: the alarm treats missing data as breaching.
set -euo pipefail

: "${MOUNT_POINT:?}" "${METRIC_NAMESPACE:?}"

mountpoint --quiet "$MOUNT_POINT"
xfs_growfs "$MOUNT_POINT" >/dev/null
used=$(df --output=pcent "$MOUNT_POINT" | tail --lines 1 | tr --complement --delete 0-9)
aws cloudwatch put-metric-data --namespace "$METRIC_NAMESPACE" --metric-name DiskUsed --unit Percent --value "$used"
