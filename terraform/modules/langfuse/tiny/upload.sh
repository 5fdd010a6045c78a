#!/usr/bin/env bash
# Copies complete dumps of PostgreSQL from the volume to S3 and counts them. Runs on the instance every five minutes.
set -euo pipefail

: "${MOUNT_POINT:?}" "${METRIC_NAMESPACE:?}" "${DUMP_URL:?}"

mountpoint --quiet "$MOUNT_POINT"
for dump in "$MOUNT_POINT"/dumps/*.sql.gz; do
  [ -e "$dump" ] || continue
  aws s3 cp --no-progress "$dump" "$DUMP_URL${dump##*/}"
  rm "$dump"
  aws cloudwatch put-metric-data --namespace "$METRIC_NAMESPACE" --metric-name PostgresBackupsCreated --unit Count --value 1
done
