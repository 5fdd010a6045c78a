#!/usr/bin/env bash
# Command of the backup task. COMMAND is backup or list; langfuse-deploy restores.
# Prints the result as one line of JSON. The alarm backup-missed counts lines with the event backup_created.
#
# The first backup of a week is full. The others are incremental to it, so a restore reads at most two backups.
set -euo pipefail

# Uses the database system, because a restore renames the database default.
client() { clickhouse-client --host "$CLICKHOUSE_HOST" --database system --receive_timeout 86400 "$@"; }

find_base() {
  client --query "
    SELECT extract(name, '\\'(full/[^\\']+)\\'') FROM system.backup_log
    WHERE status = 'BACKUP_CREATED' AND end_time > now() - INTERVAL 156 HOUR AND name LIKE 'Disk(\\'backups\\', \\'full/%'
    ORDER BY end_time DESC LIMIT 1"
}

# A restore renames the database default. A backup meanwhile would contain a part of the data and look complete.
refuse_during_restore() {
  local restore
  restore=$(client --query "SELECT name FROM system.databases WHERE name = 'langfuse_restore'")
  [ -z "$restore" ] || {
    echo 'A restore is unfinished. Finish it with langfuse-deploy restore clickhouse, then back up with langfuse-deploy backups create.' >&2
    exit 1
  }
}

backup() {
  local base name settings=''
  refuse_during_restore
  base=$(find_base)
  if [ -n "$base" ]; then
    name=incremental/$(date --utc +%Y-%m-%dT%H-%M-%SZ)
    settings="SETTINGS base_backup = Disk('backups', '$base')"
  else
    name=full/$(date --utc +%Y-%m-%dT%H-%M-%SZ)
  fi
  client --query "BACKUP DATABASE default TO Disk('backups', '$name') $settings" >&2
  # Makes the entry in backup_log visible to the next run.
  client --query 'SYSTEM FLUSH LOGS'
  echo "{\"event\":\"backup_created\",\"name\":\"$name\",\"base\":\"$base\"}"
}

list() {
  client --query "
    SELECT extract(name, '\\'([^\\']+)\\'\\)\$') AS name, end_time, num_files AS files, formatReadableSize(total_size) AS size
    FROM system.backup_log WHERE status = 'BACKUP_CREATED' ORDER BY end_time FORMAT PrettyCompactMonoBlock"
}

case "$COMMAND" in
  backup | list) "$COMMAND" ;;
  *)
    echo "COMMAND: '$COMMAND' is neither backup nor list" >&2
    exit 2
    ;;
esac
