#!/bin/sh
# Entry point of the Grafana task: writes the provisioning files and starts the image.
# The task has no persistent storage. To keep a dashboard, add its JSON to terraform/modules/langfuse/grafana/dashboards.
set -eu

mkdir -p "$GF_PATHS_PROVISIONING/datasources" "$GF_PATHS_PROVISIONING/dashboards" "$DASHBOARDS_FOLDER"
printf '%s' "$DATASOURCES_YAML" >"$GF_PATHS_PROVISIONING/datasources/clickhouse.yaml"
printf '%s' "$DASHBOARDS_YAML" >"$GF_PATHS_PROVISIONING/dashboards/langfuse.yaml"
for name in $DASHBOARDS; do
  printenv "DASHBOARD_$name" >"$DASHBOARDS_FOLDER/$name.json"
done
exec /run.sh
