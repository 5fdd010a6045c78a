import { request, type IncomingHttpHeaders } from 'node:http'

export interface SentRequest {
  /** 0 when the connection ended before an answer. */
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly bytes: Buffer
  /** Whether the answer came to its end. */
  readonly isWhole: boolean
}

export interface AskOptions {
  readonly headers?: Record<string, string>
  readonly body?: Buffer
  /** Gives up when nothing came for this time, with what came until then. */
  readonly patienceMs?: number
}

/** One plain HTTP request that tells what arrived, also when it broke off. */
export function sendRequest(
  url: string,
  method = 'GET',
  { headers, body, patienceMs = 20_000 }: AskOptions = {},
): Promise<SentRequest> {
  return new Promise((resolve) => {
    const outgoing = request(url, { method, headers: headers ?? {}, agent: false })
    const chunks: Buffer[] = []
    let answer: { status: number; headers: IncomingHttpHeaders } = { status: 0, headers: {} }
    const timer = setTimeout(() => outgoing.destroy(), patienceMs)
    const finish = (isWhole: boolean): void => {
      clearTimeout(timer)
      resolve({ ...answer, bytes: Buffer.concat(chunks), isWhole })
    }
    outgoing.on('error', () => {
      finish(false)
    })
    outgoing.on('response', (response) => {
      answer = { status: response.statusCode ?? 0, headers: response.headers }
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        timer.refresh()
      })
      response.on('error', () => undefined)
      response.on('close', () => {
        finish(response.complete)
      })
    })
    outgoing.end(body)
  })
}

export const jsonOf = ({ bytes }: SentRequest): unknown => JSON.parse(bytes.toString())
