import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { programIsMissing } from '../../testkit/runner/program'
import { selfSigned } from '../../testkit/network/certificate'

/** Debian does not install the server programs on PATH. */
const DEBIAN = '/usr/lib/postgresql'
const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : []
const binDirectory = versions
  .map((version) => join(DEBIAN, version, 'bin'))
  .find((bin) => existsSync(join(bin, 'initdb')))
const program = (name: string): string => (binDirectory === undefined ? name : join(binDirectory, name))

/** Returns the reason to skip a test without PostgreSQL. @throws Error in CI */
export const postgresIsMissing = (): string | undefined =>
  binDirectory === undefined ? programIsMissing('initdb', 'apt-get install postgresql') : undefined

const ROLE_SQL = readFileSync(
  join(import.meta.dirname, '../../terraform/modules/langfuse/migrations/role.sql'),
  'utf8',
)

/** PostgreSQL refuses to run as root. */
function execute(args: readonly string[], stdio: 'ignore' | 'pipe'): void {
  const [first = '', ...rest] = userInfo().uid === 0 ? ['runuser', '-u', 'postgres', '--', ...args] : args
  execFileSync(first, rest, { stdio })
}

export interface Login {
  readonly username: string
  readonly password: string
}

/** A PostgreSQL server with Langfuse's roles that accepts TLS connections with SCRAM-SHA-256 only, as Aurora does. */
export class Postgres {
  private constructor(
    private readonly directory: string,
    readonly port: number,
  ) {}

  static async start(password: string): Promise<Postgres> {
    const directory = mkdtempSync(join(tmpdir(), 'postgres-'))
    chmodSync(directory, 0o777)
    const data = join(directory, 'data')
    execute(
      [program('initdb'), '-D', data, '-U', 'root', '--auth=trust', '--encoding=UTF8', '--no-sync'],
      'pipe',
    )
    const [key, certificate] = writeCertificate(directory)
    writeFileSync(
      join(data, 'pg_hba.conf'),
      'local all all trust\nhostssl all all 127.0.0.1/32 scram-sha-256\n',
    )
    const port = await freePort()
    const settings = `-c fsync=off -c listen_addresses=127.0.0.1 -c ssl=on -c ssl_key_file=${key} -c ssl_cert_file=${certificate} -k ${directory} -p ${port}`
    const postgres = new Postgres(directory, port)
    // The server would keep a pipe open, and the call would never return.
    postgres.control('start', '-w', '-o', settings, '-l', join(directory, 'log'))
    // Like the RDS master user: not a superuser, but can create roles and owns the first database.
    postgres.psql('root', 'CREATE ROLE master LOGIN CREATEROLE CREATEDB', 'postgres')
    postgres.psql('root', 'CREATE DATABASE langfuse OWNER master', 'postgres')
    postgres.migrate({ username: 'langfuse', password })
    return postgres
  }

  /** Runs role.sql as migrate.sh does. */
  migrate({ username, password }: Login): void {
    this.psql('master', ROLE_SQL.replaceAll('@USERNAME@', username).replaceAll('@PASSWORD@', password))
  }

  /** Runs statements as a role, over the socket and without a password. */
  psql(role: string, sql: string, database = 'langfuse'): string {
    return execFileSync(
      program('psql'),
      ['-h', this.directory, '-p', String(this.port), '-U', role, '-v', 'ON_ERROR_STOP=1', '-Atq', database],
      { input: sql, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'] },
    ).trim()
  }

  /** Environment of Langfuse's containers. */
  environment(password: string, username = 'langfuse'): Record<string, string> {
    return {
      DATABASE_HOST: `127.0.0.1:${this.port}`,
      DATABASE_NAME: 'langfuse',
      DATABASE_USERNAME: username,
      DATABASE_PASSWORD: password,
      DATABASE_ARGS: 'sslmode=require',
    }
  }

  stop(): void {
    this.control('stop', '-m', 'immediate')
    rmSync(this.directory, { recursive: true, force: true })
  }

  private control(...args: string[]): void {
    execute([program('pg_ctl'), '-D', join(this.directory, 'data'), ...args], 'ignore')
  }
}

/** PostgreSQL reads a key only if its owner is the server's user, and no one else can read it. */
function writeCertificate(directory: string): [key: string, certificate: string] {
  const { key, cert } = selfSigned('IP:127.0.0.1')
  const files: [string, string] = [join(directory, 'server.key'), join(directory, 'server.crt')]
  writeFileSync(files[0], key, { mode: 0o600 })
  writeFileSync(files[1], cert)
  if (userInfo().uid !== 0) return files
  const id = Number(execFileSync('id', ['-u', 'postgres'], { encoding: 'utf8' }))
  for (const file of files) chownSync(file, id, id)
  return files
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => {
        resolve(port)
      })
    })
  })
