import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { programIsMissing } from './runner/program'

/** Returns the reason to skip a test without Redis. @throws Error in CI */
export const redisIsMissing = (): string | undefined =>
  programIsMissing('redis-server', 'apt-get install redis-server')

/** A Redis server with a password that, as the stack's Valkey, evicts nothing. */
export class Redis {
  private constructor(
    private readonly process: ChildProcess,
    private readonly directory: string,
    readonly port: number,
    readonly password: string,
  ) {}

  static async start(password = 'secret'): Promise<Redis> {
    const directory = mkdtempSync(join(tmpdir(), 'redis-'))
    const port = await freePort()
    const options = {
      port,
      dir: directory,
      requirepass: password,
      save: '',
      appendonly: 'no',
      'maxmemory-policy': 'noeviction',
      bind: '127.0.0.1',
    }
    const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)])
    const server = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'inherit'] })
    await new Promise<void>((resolve, reject) => {
      server.once('exit', (code) => {
        reject(new Error(`redis-server ended with ${String(code)}`))
      })
      server.stdout.on('data', (chunk: Buffer) => {
        if (chunk.includes('Ready to accept connections')) resolve()
      })
    })
    return new Redis(server, directory, port, password)
  }

  get connection(): { host: string; port: number; password: string } {
    return { host: '127.0.0.1', port: this.port, password: this.password }
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.process.once('exit', resolve))
    this.process.kill('SIGTERM')
    await ended
    rmSync(this.directory, { recursive: true, force: true })
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => {
        resolve(port)
      })
    })
  })
