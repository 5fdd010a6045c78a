import { bodyOf, type Body } from './content'

export interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Body
}

export interface Call {
  readonly method: string
  readonly pathname: string
  readonly query: URLSearchParams
  readonly header: (name: string) => string | undefined
  /** The server's origin from the client's view, so that returned URLs lead through the same proxy. */
  readonly origin: string
  /**
   * Reads the request body.
   *
   * @throws Broken if the client or a fault ends the request
   */
  readonly body: () => AsyncIterable<Buffer>
}

export const text = (status: number, words: string, headers: Record<string, string> = {}): Answer => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8', ...headers },
  body: bodyOf([Buffer.from(words)]),
})

export const json = (status: number, value: unknown, headers: Record<string, string> = {}): Answer =>
  text(status, `${JSON.stringify(value)}\n`, { 'content-type': 'application/json', ...headers })

export const registryError = (
  status: number,
  code: string,
  message: string,
  headers: Record<string, string> = {},
): Answer => json(status, { errors: [{ code, message }] }, headers)

export async function collect(call: Call): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of call.body()) chunks.push(chunk)
  return Buffer.concat(chunks)
}
