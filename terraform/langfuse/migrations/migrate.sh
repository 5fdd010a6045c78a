#!/bin/sh
# Runs in the image of langfuse-web, which has Prisma and Node but no psql.
set -eu

# RDS generates the master's password with characters that mean something in a URL; ours are alphanumeric.
master_password=$(node -p 'encodeURIComponent(process.env.MASTER_PASSWORD)')

printf '%s' "$ROLE_SQL" | sed "s/@PASSWORD@/$DATABASE_PASSWORD/" |
  prisma db execute --stdin --url "postgresql://$MASTER_USERNAME:$master_password@$DATABASE_HOST/$DATABASE_NAME?$DATABASE_ARGS"

unset MASTER_USERNAME MASTER_PASSWORD master_password ROLE_SQL

# The image's own entry point migrates PostgreSQL and ClickHouse, and then runs what it is told to: nothing.
exec dumb-init -- ./web/entrypoint.sh /bin/true
