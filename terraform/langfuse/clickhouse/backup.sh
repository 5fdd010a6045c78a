#!/usr/bin/env bash
# Backs up, lists and restores ClickHouse, from a task beside it. COMMAND says which; the client finds host, user and password
# in its environment. One line of JSON tells the outcome: an alarm counts the lines that say backup_created.
#
# The first backup of a week is full; the others hold what has changed since it. Restoring takes two backups at most.
set -euo pipefail

# In the database system, since a restore takes the database default away for a while.
client() { clickhouse-client --host "$CLICKHOUSE_HOST" --database system --receive_timeout 86400 "$@"; }

# The newest full backup that the next one may build on.
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
  # backup_log tells the next run about this one.
  client --query 'SYSTEM FLUSH LOGS'
  echo "{\"event\":\"backup_created\",\"name\":\"$name\",\"base\":\"$base\"}"
}

list() {
  client --query "
    SELECT extract(name, '\\'([^\\']+)\\'\\)\$') AS name, end_time, num_files AS files, formatReadableSize(total_size) AS size
    FROM system.backup_log WHERE status = 'BACKUP_CREATED' ORDER BY end_time FORMAT PrettyCompactMonoBlock"
}

# What is there now is kept under another name, for a person to compare and to drop.
restore() {
  local kept view
  kept=default_before_$(date --utc +%Y%m%d_%H%M%S)
  client --query "RENAME DATABASE default TO $kept"
  if ! client --query "RESTORE DATABASE default FROM Disk('backups', '$BACKUP')" >&2; then
    client --query 'DROP DATABASE IF EXISTS default SYNC'
    client --query "RENAME DATABASE $kept TO default"
    echo "{\"event\":\"restore_failed\",\"name\":\"$BACKUP\"}"
    exit 1
  fi
  # Its views would go on writing into the tables of the restored database.
  for view in $(client --query "SELECT name FROM system.tables WHERE database = '$kept' AND engine = 'MaterializedView'"); do
    client --query "DROP VIEW $kept.\`$view\` SYNC"
  done
  echo "{\"event\":\"restored\",\"name\":\"$BACKUP\",\"kept\":\"$kept\"}"
}

case "$COMMAND" in
  backup | list | restore) "$COMMAND" ;;
  *)
    echo "COMMAND: '$COMMAND' is not one of backup, list, restore" >&2
    exit 2
    ;;
esac
