import { int16, int32, PostgresConnection, text } from '../postgres/connection'
import type { QueryArguments } from './query-clickhouse'
import type { ProgramRuntime } from './start'

/** Lets the server cancel a statement whose client has gone, as after a stop of the task. PostgreSQL 13 has no such setting. */
const CANCEL_WITH_CLIENT =
  "SELECT set_config(name, '10s', false) FROM pg_settings WHERE name = 'client_connection_check_interval'"

/** Runs in the worker's container. Sends one statement and emits its rows. */
export async function run(
  { sql, write, maxRows }: QueryArguments,
  { env, emit }: ProgramRuntime,
): Promise<void> {
  const connection = await PostgresConnection.open(env)
  try {
    await connection.logIn(env, write)
    connection.send('Q', text(CANCEL_WITH_CLIENT))
    while ((await connection.receive())[0] !== 'Z');
    // The extended protocol accepts one statement only, so none can leave the read-only transaction.
    connection.send('P', text(''), text(sql), int16(0))
    connection.send('D', Buffer.from('S'), text(''))
    connection.send('B', text(''), text(''), int16(0), int16(0), int16(0))
    connection.send('E', text(''), int32(maxRows + 1))
    connection.send('S')
    await emitRows(connection, maxRows, emit)
  } finally {
    connection.close()
  }
}

async function emitRows(
  connection: PostgresConnection,
  maxRows: number,
  emit: ProgramRuntime['emit'],
): Promise<void> {
  let rows = 0
  for (;;) {
    const [type, body] = await connection.receive()
    // The server would wait for rows until the task is stopped.
    if (type === 'G') throw new Error('COPY FROM STDIN needs rows, which a query has not. Use INSERT.')
    if (type === 'T') emit('columns', columnNames(body))
    if (type === 'D') {
      if (rows < maxRows) emit('row', columnValues(body))
      rows += 1
    }
    if (type === 'C') emit('text', body.toString('utf8', 0, body.length - 1))
    // Portal suspended: there are more rows than requested.
    if (type === 's') emit('truncated', { maxRows })
    if (type === 'Z') return
  }
}

function columnNames(body: Buffer): string[] {
  const names: string[] = []
  let position = 2
  for (let left = body.readInt16BE(0); left > 0; left -= 1) {
    const end = body.indexOf(0, position)
    names.push(body.toString('utf8', position, end))
    position = end + 19
  }
  return names
}

function columnValues(body: Buffer): (string | null)[] {
  const values: (string | null)[] = []
  let position = 2
  for (let left = body.readInt16BE(0); left > 0; left -= 1) {
    const length = body.readInt32BE(position)
    position += 4
    values.push(length < 0 ? null : body.toString('utf8', position, position + length))
    position += Math.max(0, length)
  }
  return values
}
