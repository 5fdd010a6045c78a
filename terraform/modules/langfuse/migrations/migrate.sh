#!/bin/sh
# Runs in the langfuse-web image, which contains Prisma, Node.js and golang-migrate, but no psql.
set -eu

# Without a master user, the role exists.
if [ -n "${MASTER_PASSWORD:-}" ]; then
  # The master password contains characters that are reserved in URLs.
  master_password=$(node -p 'encodeURIComponent(process.env.MASTER_PASSWORD)')

  printf '%s' "$ROLE_SQL" | sed "s/@USERNAME@/$DATABASE_USERNAME/; s/@PASSWORD@/$DATABASE_PASSWORD/" |
    prisma db execute --stdin --url "postgresql://$MASTER_USERNAME:$master_password@$DATABASE_HOST/$DATABASE_NAME?$DATABASE_ARGS"
fi

unset MASTER_USERNAME MASTER_PASSWORD master_password ROLE_SQL

# golang-migrate fails if the schema is newer than its newest file, as after a rollback to an older image.
# Langfuse itself runs on the newer schema. Every other problem is left to the entry point, which reports it.
folder=unclustered table=x-migrations-table-engine=MergeTree
if [ "${CLICKHOUSE_CLUSTER_ENABLED:-false}" = true ]; then
  # golang-migrate creates its table on the first connection, so it must be the one of the entry point.
  folder=clustered table="x-cluster-name=$CLICKHOUSE_CLUSTER_NAME&x-migrations-table-engine=ReplicatedMergeTree"
fi
migrations=${MIGRATIONS:-packages/shared/clickhouse/migrations/$folder}
newest=$(find "$migrations" -name '*.up.sql' 2>/dev/null | sed 's#.*/0*\([0-9]*\)_.*#\1#' | sort -n | tail -n 1)
url="$CLICKHOUSE_MIGRATION_URL?username=$CLICKHOUSE_USER&password=$CLICKHOUSE_PASSWORD&database=default&x-multi-statement=true"
[ "${CLICKHOUSE_MIGRATION_SSL:-}" != true ] || url="$url&secure=true&skip_verify=true"
# Prints the version, or the version and "(dirty)".
current=$(migrate -source "file://$migrations" -database "$url&$table" version 2>&1 | tail -n 1) || true
unset url
case $current in
  '' | *[!0-9]*) ;;
  *)
    if [ -n "$newest" ] && [ "$current" -gt "$newest" ]; then
      echo "The ClickHouse schema has version $current. The newest migration of this image is $newest. The schema is not changed."
      export LANGFUSE_AUTO_CLICKHOUSE_MIGRATION_DISABLED=true
    fi
    ;;
esac

# The image's entry point migrates PostgreSQL and ClickHouse before it runs its command.
exec dumb-init -- ./web/entrypoint.sh /bin/true
