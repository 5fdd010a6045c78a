-- Runs as the master user before each migration. Idempotent.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'langfuse') THEN
    CREATE ROLE langfuse;
  END IF;
END
$$;

ALTER ROLE langfuse WITH LOGIN PASSWORD '@PASSWORD@';

-- The RDS master user is not a superuser, so it must be a member of the new owner.
GRANT langfuse TO CURRENT_USER;

-- The owner can also create objects in the schema public (PostgreSQL 15).
ALTER DATABASE langfuse OWNER TO langfuse;
