#!/usr/bin/env bash
# Entry point of the PostgreSQL task. Creates Langfuse's roles, sets its password at each start, and starts the image.
# The superuser can connect by the socket of the container only.
# Reads ROLE_SQL, LANGFUSE_USERNAME, LANGFUSE_PASSWORD (alphanumeric), POSTGRES_DB and PGDATA.
set -euo pipefail

hba=${HBA_FILE:-/etc/postgresql-hba.conf}
printf '%s\n' 'local all postgres trust' 'host langfuse langfuse,langfuse_2 all scram-sha-256' >"$hba"
chmod 644 "$hba"

# The image runs these files only when it creates the database.
init=${INIT_DIRECTORY:-/docker-entrypoint-initdb.d}
statements=${ROLE_SQL//@USERNAME@/$LANGFUSE_USERNAME}
statements=${statements//@PASSWORD@/$LANGFUSE_PASSWORD}
printf '%s\n' "$statements" >"$init/langfuse.sql"

# At later starts, the password may be another one.
set_password() {
  until psql --quiet --username postgres --dbname langfuse --command 'SELECT 1' >/dev/null 2>&1; do sleep 1; done
  psql --quiet --single-transaction --set ON_ERROR_STOP=1 --username postgres --dbname langfuse <<<"$statements"
}
if [ -s "$PGDATA/PG_VERSION" ]; then set_password & fi
unset ROLE_SQL

# The image requires a password of the superuser, which hba_file makes useless.
POSTGRES_PASSWORD=$(head -c 32 /dev/urandom | base64)
export POSTGRES_PASSWORD
exec "${ENTRY_POINT:-docker-entrypoint.sh}" postgres -c "hba_file=$hba" -c password_encryption=scram-sha-256 \
  -c shared_buffers=128MB -c max_connections=60 -c work_mem=4MB -c maintenance_work_mem=64MB -c timezone=UTC
