#!/usr/bin/env bash
# Entry point of the ClickHouse task: writes the configuration from the task definition and starts the image.
# A configuration change therefore appears in the plan and needs no custom image.
set -euo pipefail

printf '%s' "$CONFIG_XML" >/etc/clickhouse-server/config.d/langfuse.xml
printf '%s' "$USERS_XML" >/etc/clickhouse-server/users.d/langfuse.xml
unset CONFIG_XML USERS_XML
exec /entrypoint.sh
