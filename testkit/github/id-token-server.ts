import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { send } from '../aws/answer'
import { mintIdToken } from './id-token'

export class IdTokenServer {
  /** Additional claims of the job. */
  claims: Readonly<Record<string, string>> = {}

  private readonly server = createServer((from, to) => {
    const audience = new URL(from.url ?? '/', 'http://localhost').searchParams.get('audience') ?? ''
    send(to, 200, JSON.stringify({ value: mintIdToken(audience, this.claims) }), 'application/json')
  })

  static async start(): Promise<IdTokenServer> {
    const tokens = new IdTokenServer()
    await new Promise<void>((resolve) => tokens.server.listen(0, '127.0.0.1', resolve))
    return tokens
  }

  get env(): Record<string, string> {
    return {
      ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/?api-version=2`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'fake-request-token',
    }
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
  }
}
