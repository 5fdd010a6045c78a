import { type IncomingMessage, type ServerResponse, createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { send } from './answer'
import type { ErrorAnswer } from './faults'
import { errorXml } from './sts'

export interface Refused extends ErrorAnswer {
  readonly headers?: Readonly<Record<string, string>>
}

/** Says why a request is not let in; undefined lets it in. */
export type Refusal = (request: IncomingMessage) => Refused | undefined

/** What S3 calls the things that the JSON services have other names for. */
const S3_CODES: Readonly<Record<string, string>> = {
  ExpiredTokenException: 'ExpiredToken',
  UnrecognizedClientException: 'InvalidAccessKeyId',
}

/** Requests that are kept waiting. */
export interface Hold {
  /** How many there are by now. */
  readonly count: () => number
  /** Lets them through, and all that come later. */
  readonly release: () => void
}

/**
 * A proxy in front of moto, which itself lets everybody in: it refuses whom `refusal` names,
 * in the form of the service that was asked, and notes with whose key each request was signed.
 */
export class FaultProxy {
  /** Access key ids, in the order of the requests; refused ones too. */
  readonly keyIds: string[] = []
  private readonly holds = new Set<(request: IncomingMessage) => Promise<void> | undefined>()
  private readonly server = createServer((from, to) => {
    void this.serve(from, to)
  })

  private constructor(
    private readonly target: string,
    private readonly refusal: Refusal,
  ) {}

  static async start(target: string, refusal: Refusal = () => undefined): Promise<FaultProxy> {
    const door = new FaultProxy(target, refusal)
    await new Promise<void>((resolve) => door.server.listen(0, '127.0.0.1', resolve))
    return door
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
  }

  /** Keeps requests waiting from now on, such as `PUT` of a path. */
  hold(method: string, path: string): Hold {
    let count = 0
    let release = (): void => undefined
    const released = new Promise<void>((resolve) => (release = resolve))
    const wait = (request: IncomingMessage): Promise<void> | undefined => {
      if (request.method !== method || request.url?.split('?')[0] !== path) return undefined
      count += 1
      return released
    }
    this.holds.add(wait)
    return {
      count: () => count,
      release: () => {
        this.holds.delete(wait)
        release()
      },
    }
  }

  private async serve(from: IncomingMessage, to: ServerResponse): Promise<void> {
    for (const wait of [...this.holds]) await wait(from)
    this.keyIds.push(/Credential=(\w+)\//.exec(from.headers.authorization ?? '')?.[1] ?? '')
    const refused = this.refusal(from)
    if (refused !== undefined) {
      from.resume().once('end', () => {
        refuse(from, to, refused)
      })
      return
    }
    const { method, headers, url = '/' } = from
    const onward = request(`${this.target}${url}`, { method, headers }, (answer) => {
      answer.pipe(to.writeHead(answer.statusCode ?? 502, answer.headers))
    })
    onward.on('error', () => to.destroy())
    from.pipe(onward)
  }
}

function refuse({ headers }: IncomingMessage, to: ServerResponse, answer: Refused): void {
  const { status, code, message } = answer
  for (const [name, value] of Object.entries(answer.headers ?? {})) to.setHeader(name, value)
  if (headers['x-amz-target'] !== undefined) {
    send(to, status, JSON.stringify({ __type: code, message }), 'application/x-amz-json-1.1')
  } else if (headers['content-type']?.startsWith('application/x-www-form-urlencoded')) {
    send(to, status, errorXml(answer), 'text/xml')
  } else {
    const xml = `<Error><Code>${S3_CODES[code] ?? code}</Code><Message>${message}</Message><RequestId>r-1</RequestId></Error>`
    send(to, status, xml, 'application/xml')
  }
}
