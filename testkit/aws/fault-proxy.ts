import { type IncomingMessage, type ServerResponse, createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { send } from './answer'
import type { ErrorAnswer } from './faults'
import { errorXml } from './sts'

export interface RejectedRequest extends ErrorAnswer {
  readonly headers?: Readonly<Record<string, string>>
}

/** Returns the error for a request, or undefined to forward it. */
export type Rejection = (request: IncomingMessage) => RejectedRequest | undefined

/** S3's error codes by those of the JSON services. */
const S3_CODES: Readonly<Record<string, string>> = {
  ExpiredTokenException: 'ExpiredToken',
  UnrecognizedClientException: 'InvalidAccessKeyId',
}

export interface Hold {
  readonly count: () => number
  /** Forwards the delayed requests and all later ones. */
  readonly release: () => void
}

/**
 * A proxy in front of moto, which does not authorize requests. It rejects the requests that `rejection` selects, in the
 * service's error format, and records the access key of each request.
 */
export class FaultProxy {
  readonly keyIds: string[] = []
  private readonly holds = new Set<(request: IncomingMessage) => Promise<void> | undefined>()
  private readonly server = createServer((from, to) => {
    void this.serve(from, to)
  })

  private constructor(
    private readonly target: string,
    private readonly rejection: Rejection,
  ) {}

  static async start(target: string, rejection: Rejection = () => undefined): Promise<FaultProxy> {
    const proxy = new FaultProxy(target, rejection)
    await new Promise<void>((resolve) => proxy.server.listen(0, '127.0.0.1', resolve))
    return proxy
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
  }

  /** Delays requests from now on, for example `PUT` of a path. */
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
    const refused = this.rejection(from)
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

function refuse({ headers }: IncomingMessage, to: ServerResponse, answer: RejectedRequest): void {
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
