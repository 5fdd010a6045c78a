import { request, type IncomingHttpHeaders } from 'node:http'

export interface SentRequest {
  /** 0 if the connection ended before an answer. */
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly bytes: Buffer
  readonly isComplete: boolean
}

export interface RequestOptions {
  readonly headers?: Record<string, string>
  readonly body?: Buffer
  /** Ends the request after this time without data, with the data received until then. */
  readonly timeoutMs?: number
}

/** Sends an HTTP request and returns the received part of the answer, also of a broken connection. */
export function sendRequest(
  url: string,
  method = 'GET',
  { headers, body, timeoutMs: patienceMs = 20_000 }: RequestOptions = {},
): Promise<SentRequest> {
  return new Promise((resolve) => {
    const outgoing = request(url, { method, headers: headers ?? {}, agent: false })
    const chunks: Buffer[] = []
    let answer: { status: number; headers: IncomingHttpHeaders } = { status: 0, headers: {} }
    const timer = setTimeout(() => outgoing.destroy(), patienceMs)
    const finish = (isComplete: boolean): void => {
      clearTimeout(timer)
      resolve({ ...answer, bytes: Buffer.concat(chunks), isComplete: isComplete })
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
