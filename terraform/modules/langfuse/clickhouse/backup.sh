#!/usr/bin/env bash
# Command of the backup task. COMMAND is backup, list or restore.
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

backup() {
  local base name settings=''
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

# Keeps the current database under another name, to be compared and dropped manually.
restore() {
  local previous view
  previous=default_before_$(date --utc +%Y%m%d_%H%M%S)
  client --query "RENAME DATABASE default TO $previous"
  if ! client --query "RESTORE DATABASE default FROM Disk('backups', '$BACKUP')" >&2; then
    client --query 'DROP DATABASE IF EXISTS default SYNC'
    client --query "RENAME DATABASE $previous TO default"
    echo "{\"event\":\"restore_failed\",\"name\":\"$BACKUP\"}"
    exit 1
  fi
  # Materialized views of the previous database would write to the restored tables.
  for view in $(client --query "SELECT name FROM system.tables WHERE database = '$previous' AND engine = 'MaterializedView'"); do
    client --query "DROP VIEW $previous.\`$view\` SYNC"
  done
  echo "{\"event\":\"restored\",\"name\":\"$BACKUP\",\"previous\":\"$previous\"}"
}

case "$COMMAND" in
  backup | list | restore) "$COMMAND" ;;
  *)
    echo "COMMAND: '$COMMAND' is not one of backup, list, restore" >&2
    exit 2
    ;;
esac
