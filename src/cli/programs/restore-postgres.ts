import { pipeline, type Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { PostgresConnection, text } from '../postgres/connection'
import { hasFunctions, Packages } from '../replay/packages'
import type { ProgramRuntime } from './start'

export interface RestoreDumpArguments {
  /** Key of a plain dump of pg_dump, compressed with gzip, in the bucket that the worker can read. */
  readonly key: string
}

interface S3 {
  readonly S3Client: new (settings: object) => {
    send(command: object): Promise<{ readonly Body?: Readable }>
  }
  readonly GetObjectCommand: new (input: object) => object
}

const CHUNK_BYTES = 65_536
const COPY = /^COPY (\S+) .*FROM stdin;$/

/** Restores a dump in one transaction: the schema public is renamed, and a new one gets the dump. Runs in the worker's container. */
export async function run({ key }: RestoreDumpArguments, { env, emit }: ProgramRuntime): Promise<void> {
  // The schema that keeps the previous data.
  const previous = `public_before_${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}`
  // An error of S3 destroys the dump, and so ends the restore.
  const dump = pipeline(await openObject(env, key), createGunzip(), () => undefined)
  const connection = await PostgresConnection.open(env)
  try {
    await connection.logIn(env, true)
    const extensions = await select(
      connection,
      `SELECT extname FROM pg_extension WHERE extnamespace = 'public'::regnamespace`,
    )
    // The dump uses them in the schema public.
    const moves = extensions.map((name) => `ALTER EXTENSION "${name}" SET SCHEMA public;`).join('')
    await select(
      connection,
      `BEGIN; ALTER SCHEMA public RENAME TO ${previous}; CREATE SCHEMA public; ${moves}`,
    )
    const tables = await applyDump(connection, dump)
    await select(connection, 'COMMIT')
    emit('restored', { tables, previous })
  } finally {
    connection.close()
  }
}

/** Sends the statements between two COPY statements at once, and rows as they come. @returns the number of tables with rows */
async function applyDump(connection: PostgresConnection, dump: Readable): Promise<number> {
  let statements = ''
  let copies = 0
  let copy: RowCopy | undefined
  for await (const line of readLines(dump)) {
    if (copy !== undefined) {
      if (!(await copy.add(line))) copy = undefined
      continue
    }
    const sql = line.toString()
    // psql's own commands, such as \\restrict.
    if (sql.startsWith('\\')) continue
    statements += `${sql}\n`
    if (!COPY.test(sql)) continue
    copy = await RowCopy.start(connection, statements)
    ;[statements, copies] = ['', copies + 1]
  }
  if (copy !== undefined || !statements.includes('PostgreSQL database dump complete'))
    throw new Error(
      'The dump is incomplete. Nothing was changed. Choose another one: langfuse-deploy backups list',
    )
  await select(connection, statements)
  return copies
}

/** Rows of one table. */
class RowCopy {
  private rows: Buffer[] = []
  private bytes = 0

  private constructor(private readonly connection: PostgresConnection) {}

  /** Runs statements of which the last one begins a copy. */
  static async start(connection: PostgresConnection, statements: string): Promise<RowCopy> {
    connection.send('Q', text(statements))
    while ((await connection.receive())[0] !== 'G');
    return new RowCopy(connection)
  }

  /** @returns false if the line ended the copy */
  async add(line: Buffer): Promise<boolean> {
    const isEnd = line.length === 2 && line.toString() === '\\.'
    if (!isEnd) {
      this.rows.push(line, NEWLINE)
      this.bytes += line.length
      if (this.bytes < CHUNK_BYTES) return true
    }
    this.connection.send('d', ...this.rows)
    await this.connection.drained()
    ;[this.rows, this.bytes] = [[], 0]
    if (!isEnd) return true
    this.connection.send('c')
    while ((await this.connection.receive())[0] !== 'Z');
    return false
  }
}

const NEWLINE = Buffer.from('\n')

/** Splits at line feeds only: the values of a dump may contain other separators of Unicode. */
async function* readLines(dump: Readable): AsyncGenerator<Buffer> {
  const chunks: AsyncIterable<Buffer> = dump
  let parts: Buffer[] = []
  for await (const chunk of chunks) {
    let from = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      yield Buffer.concat([...parts, chunk.subarray(from, end)])
      ;[parts, from] = [[], end + 1]
    }
    parts.push(chunk.subarray(from))
  }
}

/** Runs statements. @returns the first column of their rows */
async function select(connection: PostgresConnection, sql: string): Promise<string[]> {
  connection.send('Q', text(sql))
  const values: string[] = []
  for (;;) {
    const [type, body] = await connection.receive()
    if (type === 'D') values.push(body.toString('utf8', 6, 6 + Math.max(0, body.readInt32BE(2))))
    if (type === 'Z') return values
  }
}

/** Reads an object with the packages of Langfuse. */
async function openObject(env: ProgramRuntime['env'], key: string): Promise<Readable> {
  const packages = new Packages(env['LANGFUSE_PACKAGES'] ?? '/app/worker').load('@aws-sdk/client-s3', isS3)
  const endpoint = env['LANGFUSE_S3_BATCH_EXPORT_ENDPOINT']
  const client = new packages.S3Client({
    region: env['LANGFUSE_S3_BATCH_EXPORT_REGION'],
    ...(endpoint && { endpoint, forcePathStyle: true }),
  })
  const { Body } = await client.send(
    new packages.GetObjectCommand({ Bucket: env['LANGFUSE_S3_BATCH_EXPORT_BUCKET'], Key: key }),
  )
  if (Body === undefined) throw new Error(`${key} is empty`)
  return Body
}

const isS3 = (value: unknown): value is S3 => hasFunctions(value, ['S3Client', 'GetObjectCommand'])
