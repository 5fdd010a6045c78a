#!/bin/sh
# Entry point of the Valkey task. The queue survives a restart; nothing is evicted, because jobs would be lost.
# Reads VALKEY_PASSWORD and MAX_MEMORY.
set -eu

config=${CONFIG_FILE:-/etc/valkey.conf}
# In a file, because the arguments of a process are visible.
printf 'requirepass %s\n' "$VALKEY_PASSWORD" >"$config"
chmod 644 "$config"
exec "${ENTRY_POINT:-docker-entrypoint.sh}" "${SERVER:-valkey-server}" "$config" --maxmemory "$MAX_MEMORY" --maxmemory-policy noeviction \
  --appendonly yes --appendfsync everysec --save '' --dir "${DATA:-/data}"
