#!/usr/bin/env bash
# Entry point of the PostgreSQL task. Creates Langfuse's role, sets its password at each start, and starts the image.
# The superuser can connect by the socket of the container only.
# Reads LANGFUSE_PASSWORD (alphanumeric), POSTGRES_DB and PGDATA.
set -euo pipefail

hba=${HBA_FILE:-/etc/postgresql-hba.conf}
printf '%s\n' 'local all postgres trust' 'host langfuse langfuse all scram-sha-256' >"$hba"
chmod 644 "$hba"

# The image runs these files only when it creates the database.
init=${INIT_DIRECTORY:-/docker-entrypoint-initdb.d}
cat >"$init/langfuse.sql" <<SQL
CREATE ROLE langfuse WITH LOGIN PASSWORD '$LANGFUSE_PASSWORD';
ALTER DATABASE langfuse OWNER TO langfuse;
SQL

# At later starts, the password may be another one.
set_password() {
  until psql --quiet --username postgres --dbname langfuse --command 'SELECT 1' >/dev/null 2>&1; do sleep 1; done
  psql --quiet --username postgres --dbname langfuse <<<"ALTER ROLE langfuse WITH LOGIN PASSWORD '$LANGFUSE_PASSWORD';"
}
if [ -s "$PGDATA/PG_VERSION" ]; then set_password & fi

# The image requires a password of the superuser, which hba_file makes useless.
POSTGRES_PASSWORD=$(head -c 32 /dev/urandom | base64)
export POSTGRES_PASSWORD
exec "${ENTRY_POINT:-docker-entrypoint.sh}" postgres -c "hba_file=$hba" -c password_encryption=scram-sha-256 \
  -c shared_buffers=128MB -c max_connections=60 -c work_mem=4MB -c maintenance_work_mem=64MB -c timezone=UTC
