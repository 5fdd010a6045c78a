#!/bin/sh
# Entry point of the Grafana task: lays down what the task definition carries, then starts the image as it is.
# Nothing is kept between tasks and nothing needs to be: data source and dashboards are provisioned, and what a person
# saves by hand is gone with the task. Whoever wants to keep a dashboard adds its JSON to the folder dashboards.
set -eu

mkdir -p "$GF_PATHS_PROVISIONING/datasources" "$GF_PATHS_PROVISIONING/dashboards" "$DASHBOARDS_FOLDER"
printf '%s' "$DATASOURCES_YAML" >"$GF_PATHS_PROVISIONING/datasources/clickhouse.yaml"
printf '%s' "$DASHBOARDS_YAML" >"$GF_PATHS_PROVISIONING/dashboards/langfuse.yaml"
for name in $DASHBOARDS; do
  printenv "DASHBOARD_$name" >"$DASHBOARDS_FOLDER/$name.json"
done
exec /run.sh
