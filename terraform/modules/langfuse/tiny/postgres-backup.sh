#!/usr/bin/env bash
# Command of the PostgreSQL backup task: writes a dump to the data volume, from which the instance copies it to S3.
# Prints the result as one line of JSON.
# Reads PGHOST, PGUSER, PGDATABASE, PGPASSWORD and DUMPS (directory).
set -euo pipefail

mkdir -p "$DUMPS"
# Two tasks can start at once: the schedule, its retries and langfuse-deploy. The kernel releases the lock of a killed one.
exec 9<"$DUMPS"
flock 9
name=$(date -u +%Y-%m-%dT%H-%M-%SZ).sql.gz
# An interrupted dump must not be copied.
rm -f "$DUMPS"/*.partial
# The schema rotation belongs to the superuser.
pg_dump --format=plain --compress=6 --no-owner --no-privileges --exclude-schema=rotation --file="$DUMPS/$name.partial"
mv "$DUMPS/$name.partial" "$DUMPS/$name"
echo "{\"event\":\"postgres_dumped\",\"name\":\"$name\"}"
