#!/bin/sh
# Runs in the langfuse-web image, which contains Prisma and Node.js but no psql.
set -eu

# The master password contains characters that are reserved in URLs.
master_password=$(node -p 'encodeURIComponent(process.env.MASTER_PASSWORD)')

printf '%s' "$ROLE_SQL" | sed "s/@PASSWORD@/$DATABASE_PASSWORD/" |
  prisma db execute --stdin --url "postgresql://$MASTER_USERNAME:$master_password@$DATABASE_HOST/$DATABASE_NAME?$DATABASE_ARGS"

unset MASTER_USERNAME MASTER_PASSWORD master_password ROLE_SQL

# The image's entry point migrates PostgreSQL and ClickHouse before it runs its command.
exec dumb-init -- ./web/entrypoint.sh /bin/true
