import { type ClientRequest, type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { text } from 'node:stream/consumers'
import type { ProgramRuntime } from './start'

const CONNECT_MS = 30_000
const MAX_ERROR_LENGTH = 4000

/**
 * Sends a statement to the worker's ClickHouse.
 *
 * @param settings parameters of ClickHouse's HTTP interface
 * @throws Error with ClickHouse's message
 */
export async function sendStatement(
  sql: string,
  settings: Readonly<Record<string, string>>,
  env: ProgramRuntime['env'],
): Promise<IncomingMessage> {
  const url = new URL(env['CLICKHOUSE_URL'] ?? '')
  url.search = new URLSearchParams(settings).toString()
  const request = openRequest(url, {
    'x-clickhouse-user': env['CLICKHOUSE_USER'] ?? '',
    'x-clickhouse-key': env['CLICKHOUSE_PASSWORD'] ?? '',
  })
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    request.once('response', resolve)
    request.once('error', ({ message }) => {
      reject(new Error(`ClickHouse ${url.origin} does not answer: ${message}`))
    })
    request.end(sql)
  })
  if (answer.statusCode === 200) return answer
  throw new Error((await text(answer)).trim().slice(0, MAX_ERROR_LENGTH))
}

/** Opens a POST request. Only its connection has a time limit: fetch waits 5 minutes for an answer, and a statement may take longer. */
export function openRequest(url: URL, headers: Readonly<Record<string, string>>): ClientRequest {
  const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, { method: 'POST', headers })
  const timer = setTimeout(() => request.destroy(new Error('connection timed out')), CONNECT_MS)
  const clear = (): void => {
    clearTimeout(timer)
  }
  request.once('error', clear)
  request.once('socket', (socket) => {
    // A gateway drops silent connections after 350 s, and a long statement is silent.
    socket.setKeepAlive(true, 60_000)
    if (socket.connecting) socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', clear)
    else clear()
  })
  return request
}
