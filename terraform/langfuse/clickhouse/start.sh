#!/usr/bin/env bash
# Entry point of the ClickHouse task: lays down the configuration that the task definition carries, then starts the image as it is.
# In the task definition, a change of configuration is a change that a plan shows and a deployment rolls out, and it needs no
# image of our own and no file on the instance. Secrets are not in it: the XML names the environment variables that hold them.
set -euo pipefail

printf '%s' "$CONFIG_XML" >/etc/clickhouse-server/config.d/langfuse.xml
printf '%s' "$USERS_XML" >/etc/clickhouse-server/users.d/langfuse.xml
unset CONFIG_XML USERS_XML
exec /entrypoint.sh
