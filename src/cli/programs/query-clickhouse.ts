import type { IncomingMessage } from 'node:http'
import { sendStatement } from './clickhouse'
import type { ProgramRuntime } from './start'

export interface QueryArguments {
  readonly sql: string
  readonly write: boolean
  readonly maxRows: number
}

const FORMAT = 'JSONCompactEachRowWithNames'

/** Runs in the worker's container. Sends one statement over HTTP and emits its rows. */
export async function run(
  { sql, write, maxRows }: QueryArguments,
  { env, emit }: ProgramRuntime,
): Promise<void> {
  const settings = {
    default_format: FORMAT,
    // ClickHouse reports an error that occurs after the first rows in the body, unless it waits for the end.
    wait_end_of_query: '1',
    // As text, because JSON's numbers are inexact above 2^53, and has none for these.
    output_format_json_quote_64bit_integers: '1',
    output_format_json_quote_denormals: '1',
    output_format_json_quote_decimals: '1',
    // 2 allows a SETTINGS clause, but no change of this setting.
    ...(write
      ? {}
      : {
          readonly: '2',
          cancel_http_readonly_queries_on_client_close: '1',
          // Otherwise the server would collect all rows of a large result. Applies to the outermost query only.
          limit: String(maxRows + 1),
        }),
  }
  const answer = await sendStatement(sql, settings, env)
  const lines = readLines(answer)
  if (answer.headers['x-clickhouse-format'] !== FORMAT) {
    for await (const line of lines) emit('text', line)
    if (resultRows(answer) > maxRows) emit('truncated', { maxRows })
    return
  }
  await emitRows(lines, maxRows, emit)
}

/** Returns the number of rows of any format. */
const resultRows = ({ headers }: IncomingMessage): number =>
  Number(/"result_rows":"(\d+)"/.exec(String(headers['x-clickhouse-summary']))?.[1] ?? 0)

async function emitRows(
  lines: AsyncGenerator<string>,
  maxRows: number,
  emit: ProgramRuntime['emit'],
): Promise<void> {
  let rows = -1
  for await (const line of lines) {
    if (rows === maxRows) {
      emit('truncated', { maxRows })
      return
    }
    emit(rows === -1 ? 'columns' : 'row', JSON.parse(line))
    rows += 1
  }
}

async function* readLines(answer: IncomingMessage): AsyncGenerator<string> {
  const chunks: AsyncIterable<Uint8Array> = answer
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}
