import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import type { ProgramRuntime } from '../programs/start'

type Message = readonly [type: string, body: Buffer]

/** A connection of a program in the worker's container. The worker's image contains no psql, and the packages of Langfuse's images change. */
export class PostgresConnection {
  private buffered = Buffer.alloc(0)
  private readonly chunks: AsyncIterator<Buffer, undefined>

  private constructor(private readonly socket: Socket) {
    this.chunks = socket[Symbol.asyncIterator]()
  }

  /** https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-SSL */
  static async open(env: ProgramRuntime['env']): Promise<PostgresConnection> {
    const [host = '', port = '5432'] = (env['DATABASE_HOST'] ?? '').split(':')
    const socket = connect({ host, port: Number(port) })
    await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject))
    if (!/sslmode=(?:require|verify)/.test(env['DATABASE_ARGS'] ?? '')) return new PostgresConnection(socket)
    socket.write(Buffer.concat([int32(8), int32(80877103)]))
    const answer = await new Promise<Buffer>((resolve) => socket.once('data', resolve))
    if (answer.toString() !== 'S') throw new Error(`${host} does not accept TLS connections`)
    // As Langfuse with sslmode=require: encrypted, without a check of the certificate authority.
    const secure = connectTls({ socket, rejectUnauthorized: false, servername: host })
    await new Promise((resolve, reject) => secure.once('secureConnect', resolve).once('error', reject))
    return new PostgresConnection(secure)
  }

  send(type: string, ...parts: readonly Buffer[]): void {
    const body = Buffer.concat(parts)
    this.socket.write(Buffer.concat([Buffer.from(type), int32(body.length + 4), body]))
  }

  /** Waits until the server took what was sent. */
  async drained(): Promise<void> {
    if (this.socket.writableNeedDrain) await once(this.socket, 'drain')
  }

  /** @throws Error with the server's message */
  async receive(): Promise<Message> {
    const head = await this.read(5)
    const body = await this.read(head.readInt32BE(1) - 4)
    const type = head.toString('latin1', 0, 1)
    if (type === 'E') throw new Error(errorText(body))
    return [type, body]
  }

  private async read(length: number): Promise<Buffer> {
    while (this.buffered.length < length) {
      const { value, done } = await this.chunks.next()
      if (done === true) throw new Error('The PostgreSQL server closed the connection')
      this.buffered = Buffer.concat([this.buffered, value])
    }
    const taken = this.buffered.subarray(0, length)
    this.buffered = this.buffered.subarray(length)
    return taken
  }

  async logIn(env: ProgramRuntime['env'], write: boolean): Promise<void> {
    const settings = { user: env['DATABASE_USERNAME'] ?? '', database: env['DATABASE_NAME'] ?? '' }
    const options = write ? {} : { options: '-c default_transaction_read_only=on' }
    const pairs = Object.entries({ ...settings, ...options, client_encoding: 'UTF8' }).flat()
    const body = Buffer.concat([int32(196608), ...pairs.map(text), Buffer.alloc(1)])
    this.socket.write(Buffer.concat([int32(body.length + 4), body]))
    await this.authenticate(settings.user, env['DATABASE_PASSWORD'] ?? '')
    for (;;) if ((await this.receive())[0] === 'Z') return
  }

  /** SCRAM-SHA-256 (RFC 5802, RFC 7677), the only method that Aurora uses by default. */
  private async authenticate(user: string, password: string): Promise<void> {
    const [, request] = await this.receive()
    const method = request.readInt32BE(0)
    if (method === 0) return
    if (method !== 10)
      throw new Error(`PostgreSQL asks for the authentication method ${method}, not for SCRAM-SHA-256`)
    const first = `n=${user},r=${randomBytes(18).toString('base64')}`
    const hello = Buffer.from(`n,,${first}`)
    this.send('p', text('SCRAM-SHA-256'), int32(hello.length), hello)
    const challenge = (await this.receive())[1].toString('utf8', 4)
    this.send('p', Buffer.from(scramAnswer(password, first, challenge)))
    // Server signature, then the acknowledgement. TLS does not authenticate the server, so neither does this.
    await this.receive()
    await this.receive()
  }

  close(): void {
    this.socket.destroy()
  }
}

function scramAnswer(password: string, first: string, challenge: string): string {
  const attribute = (name: string): string =>
    challenge
      .split(',')
      .find((part) => part.startsWith(`${name}=`))
      ?.slice(2) ?? ''
  const salted = pbkdf2Sync(
    password,
    Buffer.from(attribute('s'), 'base64'),
    Number(attribute('i')),
    32,
    'sha256',
  )
  const clientKey = createHmac('sha256', salted).update('Client Key').digest()
  const storedKey = createHash('sha256').update(clientKey).digest()
  const last = `c=biws,r=${attribute('r')}`
  const signature = createHmac('sha256', storedKey).update(`${first},${challenge},${last}`).digest()
  const proof = Buffer.from(clientKey.map((byte, index) => byte ^ (signature[index] ?? 0)))
  return `${last},p=${proof.toString('base64')}`
}

/** Encodes a string of the protocol. */
export const text = (value: string): Buffer => Buffer.from(`${value}\0`)

export function int16(value: number): Buffer {
  const buffer = Buffer.alloc(2)
  buffer.writeInt16BE(value)
  return buffer
}

export function int32(value: number): Buffer {
  const buffer = Buffer.alloc(4)
  buffer.writeInt32BE(value)
  return buffer
}

/** https://www.postgresql.org/docs/current/protocol-error-fields.html */
function errorText(body: Buffer): string {
  const fields = new Map(
    body
      .toString('utf8')
      .split('\0')
      .filter((field) => field !== '')
      .map((field) => [field[0], field.slice(1)]),
  )
  const detail = [fields.get('D'), fields.get('H')].filter((part) => part !== undefined).join('. ')
  return `${fields.get('M') ?? 'PostgreSQL reported an error'} (SQLSTATE ${fields.get('C') ?? 'unknown'})${detail === '' ? '' : `. ${detail}`}`
}
