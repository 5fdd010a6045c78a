-- Run as the master user before each migration; changes nothing where all is as it should be.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'langfuse') THEN
    CREATE ROLE langfuse;
  END IF;
END
$$;

-- The secret holds the truth: a new value in it becomes the password at the next release.
ALTER ROLE langfuse WITH LOGIN PASSWORD '@PASSWORD@';

-- The master of RDS is no superuser, so it can give the database only to a role that it is a member of.
GRANT langfuse TO CURRENT_USER;

-- The owner of the database owns the schema public as well, from PostgreSQL 15 on.
ALTER DATABASE langfuse OWNER TO langfuse;
