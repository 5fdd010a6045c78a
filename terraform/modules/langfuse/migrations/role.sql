-- Runs as the master user before each migration, and at each start of PostgreSQL in the size tiny. Idempotent.
-- A role has one password, so Langfuse logs in as langfuse or langfuse_2: a rotation gives the other one a new password
-- while the old one still works. Both act as langfuse, which owns all objects.
DO $$
DECLARE
  login text;
BEGIN
  FOREACH login IN ARRAY ARRAY['langfuse', 'langfuse_2'] LOOP
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = login) THEN
      EXECUTE format('CREATE ROLE %I', login);
    END IF;
  END LOOP;
END
$$;

-- The RDS master user is not a superuser, so it must be a member of the new owner.
GRANT langfuse TO CURRENT_USER;
GRANT langfuse TO langfuse_2;
ALTER ROLE langfuse_2 SET role = 'langfuse';

-- The other login is left alone: running tasks may use it during a rotation.
ALTER ROLE @USERNAME@ WITH LOGIN PASSWORD '@PASSWORD@';

-- The owner can also create objects in the schema public (PostgreSQL 15).
ALTER DATABASE langfuse OWNER TO langfuse;

CREATE SCHEMA IF NOT EXISTS rotation;
GRANT USAGE ON SCHEMA rotation TO langfuse;

-- Changes a login with the rights of the master user. A null verifier disables it. langfuse-deploy rotate calls it.
CREATE OR REPLACE FUNCTION rotation.set_login(login text, verifier text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF login IS NULL OR login NOT IN ('langfuse', 'langfuse_2') THEN
    RAISE EXCEPTION '% is not a login of Langfuse', login;
  ELSIF verifier IS NULL THEN
    EXECUTE format('ALTER ROLE %I WITH NOLOGIN PASSWORD NULL', login);
  ELSE
    EXECUTE format('ALTER ROLE %I WITH LOGIN PASSWORD %L', login, verifier);
  END IF;
END
$$;

REVOKE ALL ON FUNCTION rotation.set_login FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rotation.set_login TO langfuse;
