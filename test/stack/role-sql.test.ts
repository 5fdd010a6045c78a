import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { run } from '../../src/cli/programs/query-postgres'
import { Postgres, postgresIsMissing } from '../cli/postgres'

const missing = postgresIsMissing()

;(missing === undefined ? describe : describe.skip)(`role.sql (${missing ?? 'PostgreSQL'})`, () => {
  let postgres: Postgres

  /** Connects as a container does. Returns the values of the rows. */
  const query = async (username: string, password: string, sql: string): Promise<string> => {
    const rows: unknown[] = []
    const env = postgres.environment(password, username)
    await run(
      { sql, write: true, maxRows: 10 },
      { env, emit: (kind, value) => kind === 'row' && rows.push(value) },
    )
    return rows.flat().join(' ')
  }

  beforeAll(async () => {
    postgres = await Postgres.start('first')
  }, 60_000)
  afterAll(() => {
    postgres.stop()
  })

  test('creates a role that owns the database and can create tables, extensions and schemas', async () => {
    for (const sql of [
      'CREATE TABLE traces (id text)',
      'CREATE EXTENSION IF NOT EXISTS pg_trgm',
      'CREATE SCHEMA more',
    ])
      await query('langfuse', 'first', sql)
    const owner = 'SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()'
    expect(await query('langfuse', 'first', owner)).toBe('langfuse')
    const isPrivileged =
      "SELECT bool_or(rolsuper OR rolcreaterole OR rolcreatedb) FROM pg_roles WHERE rolname LIKE 'langfuse%'"
    expect(await query('langfuse', 'first', isPrivileged)).toBe('f')
  })

  test('is idempotent', async () => {
    postgres.migrate({ username: 'langfuse', password: 'first' })
    expect(await query('langfuse', 'first', 'SELECT count(*) FROM traces')).toBe('0')
  })

  test('sets a changed password', async () => {
    postgres.migrate({ username: 'langfuse', password: 'second' })
    expect(await query('langfuse', 'second', 'SELECT current_user')).toBe('langfuse')
    await expect(query('langfuse', 'first', 'SELECT 1')).rejects.toThrow(/password authentication failed/)
  })

  test('sets the password of the second login, and leaves the first one alone', async () => {
    await expect(query('langfuse_2', 'third', 'SELECT 1')).rejects.toThrow(/password authentication failed/)
    postgres.migrate({ username: 'langfuse_2', password: 'third' })
    const users = 'SELECT session_user, current_user'
    expect(await query('langfuse_2', 'third', users)).toBe('langfuse_2 langfuse')
    expect(await query('langfuse', 'second', users)).toBe('langfuse langfuse')
  })

  test('both logins own and change the same objects', async () => {
    await query('langfuse_2', 'third', 'CREATE TABLE prompts (id text)')
    await query('langfuse', 'second', 'ALTER TABLE prompts ADD COLUMN name text')
    await query('langfuse_2', 'third', 'ALTER TABLE traces ADD COLUMN name text')
    await query('langfuse', 'second', 'DROP TABLE prompts')
    // Connection pools send this between two users of a connection.
    await query('langfuse_2', 'third', 'RESET ROLE')
    const owner = "SELECT pg_get_userbyid(relowner) FROM pg_class WHERE relname = 'traces'"
    expect(await query('langfuse_2', 'third', owner)).toBe('langfuse')
  })

  test.each([
    ['postgres', 'master is not a login of Langfuse', "SELECT rotation.set_login('master', 'x')"],
    ['no login', 'is not a login of Langfuse', "SELECT rotation.set_login(NULL, 'x')"],
    ['the function', 'must be owner', 'DROP FUNCTION rotation.set_login'],
    [
      'the function by a new one',
      'permission denied for schema rotation',
      "CREATE FUNCTION rotation.format(text) RETURNS text LANGUAGE sql AS 'SELECT 1'",
    ],
  ])('Langfuse cannot change %s', async (_, message, sql) => {
    await expect(query('langfuse', 'second', sql)).rejects.toThrow(message)
  })

  test('no other role may change the logins', () => {
    postgres.psql('root', 'CREATE ROLE other LOGIN')
    expect(() => postgres.psql('other', "SELECT rotation.set_login('langfuse', NULL)")).toThrow(
      'permission denied for schema rotation',
    )
  })

  test('a value of the verifier cannot be more than a verifier', async () => {
    const sql = "SELECT rotation.set_login('langfuse_2', $$x' SUPERUSER CREATEDB PASSWORD 'y$$)"
    await query('langfuse', 'second', sql)
    expect(postgres.psql('root', "SELECT rolsuper FROM pg_roles WHERE rolname = 'langfuse_2'")).toBe('f')
  })
})
