import { isRecord, nonEmptyTextAt, parseObject } from '../text/json'
import { toPrintableLine } from '../text/sanitize'

export interface Question {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

export interface Answer {
  readonly status: number
  readonly contentType: string
  /** Where a redirect leads; it is never followed, since keys would not go along. */
  readonly location: string | undefined
  readonly body: string
}

/** One request over HTTP. @throws NoAnswer */
export type Exchange = (question: Question) => Promise<Answer>

/** Words for Node's codes that a person may not know. */
const MEANING: Readonly<Record<string, string>> = {
  ENOTFOUND: 'no such host',
  EAI_AGAIN: 'its name cannot be looked up now',
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the connection was cut',
  EPIPE: 'the connection was cut',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its TLS certificate is for another name',
  DEPTH_ZERO_SELF_SIGNED_CERT:
    'its TLS certificate is self-signed; give its authority in NODE_EXTRA_CA_CERTS',
  CERT_HAS_EXPIRED: 'its TLS certificate has expired',
}

/** A request that came to nothing. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer'

  /** @param code Node's, where it has one */
  constructor(code: string, words: string, options?: ErrorOptions) {
    const meaning = MEANING[code]
    super(meaning === undefined ? toPrintableLine(words) : `${meaning} (${code})`, options)
  }
}

/** Langfuse over its published API, at one address. */
export class Langfuse {
  /** Without a slash at its end. */
  readonly address: string

  constructor(
    url: URL,
    private readonly exchange: Exchange,
    private readonly authorization?: string,
  ) {
    this.address = url.href.replace(/\/+$/, '')
  }

  /** The same, with the keys of a project. */
  as(keys: { readonly publicKey: string; readonly secretKey: string }): Langfuse {
    return new Langfuse(new URL(this.address), this.exchange, authorizationOf(keys))
  }

  /** @param path below the address, `/api/public/health`. @throws NoAnswer */
  ask(method: Question['method'], path: string, content?: Content): Promise<Answer> {
    return this.exchange({
      method,
      url: new URL(`${this.address}${path}`),
      headers: {
        accept: 'application/json',
        ...(this.authorization && { authorization: this.authorization }),
        ...(content && { 'content-type': 'application/json', ...content.headers }),
      },
      ...(content && { body: content.body }),
    })
  }
}

export interface Content {
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
}

/** Basic authentication (RFC 7617), as the API takes it. */
export const authorizationOf = (keys: { readonly publicKey: string; readonly secretKey: string }): string =>
  `Basic ${Buffer.from(`${keys.publicKey}:${keys.secretKey}`).toString('base64')}`

/** An answer in a person's words, as in `answered 503: Database not available`. */
export function describe(answer: Answer): string {
  if (answer.location !== undefined && answer.status >= 300 && answer.status < 400)
    return `answered ${answer.status}, a redirect to ${toPrintableLine(answer.location)}`
  return `answered ${answer.status}: ${wordsOf(answer)}`
}

/** What Langfuse, or whatever answered in its place, says. */
export function wordsOf({ body, contentType }: Answer): string {
  if (isPage({ body, contentType })) return 'a web page, which something else than the API has sent'
  const fields = parseObject(body)
  const error = fields?.['error']
  const said = [
    nonEmptyTextAt(fields, 'message'),
    typeof error === 'string' || error === undefined ? error : JSON.stringify(error),
    nonEmptyTextAt(fields, 'status'),
  ].filter((text) => text !== undefined && text !== '')
  if (said.length > 0) return toPrintableLine([...new Set(said)].join(', '))
  return toPrintableLine(isRecord(fields) ? JSON.stringify(fields) : body) || 'nothing more'
}

export const isPage = ({ body, contentType }: Pick<Answer, 'body' | 'contentType'>): boolean =>
  /html/i.test(contentType) || /^\s*<(?:!doctype|html)/i.test(body)
