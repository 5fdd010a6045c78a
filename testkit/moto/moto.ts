import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import {
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
  createServer,
  request,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { delimiter, dirname, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { isError, send } from '../aws/answer'
import { type DataPlane, batchCheckLayerAvailability, batchGetImage } from '../aws/ecr-api'
import { programIsMissing } from '../runner/program'

const START_MS = 60_000

/**
 * Returns the reason to skip a test without moto.
 *
 * @throws Error in CI
 */
export function motoIsMissing(): string | undefined {
  return programIsMissing('moto_server', "pip install 'moto[server]'")
}

interface MotoOptions {
  readonly registryHost: string
  readonly dataPlane: DataPlane
  /** Adds the operations that moto lacks for the stack (moto_shims). */
  readonly shims?: boolean
  /** File to which each call is written, one JSON object per line. Needs the shims. */
  readonly record?: string
}

export const NO_REGISTRY: MotoOptions = {
  registryHost: '127.0.0.1:1',
  dataPlane: { manifest: () => undefined, blob: () => false },
}

/**
 * moto behind a proxy that completes its ECR, which stores no layers: GetAuthorizationToken returns the given registry,
 * and BatchGetImage and BatchCheckLayerAvailability answer from that registry.
 */
export class Moto {
  /** Denied operations of JSON services, for example `DescribeTasks`. */
  readonly denied = new Set<string>()
  private readonly proxy = createServer((from, to) => {
    this.serve(from, to).catch((error: unknown) => {
      send(to, 502, String(error), 'text/plain')
    })
  })

  private constructor(
    private readonly process: ChildProcess,
    /** Address of moto without the proxy. */
    readonly directUrl: string,
    private readonly options: MotoOptions,
  ) {}

  /** @param options registry with the layers, for tests that push images */
  static async start(options: MotoOptions = NO_REGISTRY): Promise<Moto> {
    const [program, ...module] =
      options.shims === true ? [pythonOfMoto(), '-m', 'moto_shims'] : ['moto_server']
    const server = spawn(program, [...module, '-H', '127.0.0.1', '-p', '0'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        PYTHONUNBUFFERED: '1',
        PYTHONDONTWRITEBYTECODE: '1',
        PYTHONPATH: import.meta.dirname,
        ...(options.record !== undefined && { MOTO_RECORD: options.record }),
      },
    })
    try {
      const moto = new Moto(server, await addressOf(server), options)
      await new Promise<void>((resolve) => moto.proxy.listen(0, '127.0.0.1', resolve))
      return moto
    } catch (error) {
      server.kill('SIGKILL')
      throw error
    }
  }

  get url(): string {
    return `http://127.0.0.1:${(this.proxy.address() as AddressInfo).port}`
  }

  async stop(): Promise<void> {
    this.proxy.closeAllConnections()
    await new Promise((resolve) => this.proxy.close(resolve))
    const gone = new Promise((resolve) => this.process.once('exit', resolve))
    this.process.kill('SIGTERM')
    await gone
  }

  private async serve(from: IncomingMessage, to: ServerResponse): Promise<void> {
    const operation = String(from.headers['x-amz-target']).replace(
      /^AmazonEC2ContainerRegistry_V20150921\./,
      '',
    )
    const body = await buffer(from)
    if (this.denied.has(operation.split('.').at(-1) ?? '')) {
      const answer = { __type: 'AccessDeniedException', message: 'not authorized, says the test' }
      send(to, 400, JSON.stringify(answer), 'application/x-amz-json-1.1')
      return
    }
    const { registryHost, dataPlane } = this.options
    switch (operation) {
      case 'GetAuthorizationToken': {
        const answer = await this.forward(from, body, from.headers)
        const login = JSON.parse(answer.body.toString()) as { authorizationData: { proxyEndpoint: string }[] }
        for (const one of login.authorizationData) one.proxyEndpoint = `http://${registryHost}`
        send(to, answer.status, JSON.stringify(login), 'application/x-amz-json-1.1')
        return
      }
      case 'BatchGetImage':
      case 'BatchCheckLayerAvailability': {
        const input = JSON.parse(body.toString()) as Record<string, unknown>
        const repository = await this.describe(from, String(input['repositoryName']))
        const ask = operation === 'BatchGetImage' ? batchGetImage : batchCheckLayerAvailability
        const answer = repository.status === 200 ? await ask(dataPlane, input) : undefined
        if (answer === undefined) to.writeHead(repository.status, repository.headers).end(repository.body)
        else
          send(
            to,
            isError(answer) ? answer.status : 200,
            JSON.stringify(answer),
            'application/x-amz-json-1.1',
          )
        return
      }
      default: {
        const answer = await this.forward(from, body, from.headers)
        to.writeHead(answer.status, answer.headers).end(answer.body)
      }
    }
  }

  /** Asks moto for a repository; the answer is moto's error if it does not exist. */
  private describe(from: IncomingMessage, name: string): Promise<Answer> {
    const body = Buffer.from(JSON.stringify({ repositoryNames: [name] }))
    const target = 'AmazonEC2ContainerRegistry_V20150921.DescribeRepositories'
    return this.forward(from, body, {
      ...from.headers,
      'x-amz-target': target,
      'content-length': String(body.length),
    })
  }

  private forward(from: IncomingMessage, body: Buffer, headers: IncomingHttpHeaders): Promise<Answer> {
    return new Promise((resolve, reject) => {
      request(`${this.directUrl}${from.url ?? '/'}`, { method: from.method, headers }, (answer) => {
        const { statusCode: status = 502, headers: given } = answer
        buffer(answer).then((content) => {
          resolve({ status, headers: given, body: content })
        }, reject)
      })
        .on('error', reject)
        .end(body)
    })
  }
}

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** Path of the Python with moto: the one in the directory of its program, as in a virtual environment. */
export function pythonOfMoto(): string {
  for (const directory of (process.env['PATH'] ?? '').split(delimiter)) {
    if (!existsSync(join(directory, 'moto_server'))) continue
    const folders = [directory, dirname(realpathSync(join(directory, 'moto_server')))]
    return folders.map((one) => join(one, 'python3')).find(existsSync) ?? 'python3'
  }
  return 'python3'
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    const late = setTimeout(() => {
      reject(new Error(`moto_server did not start within ${START_MS} ms; it printed: ${printed}`))
    }, START_MS)
    const listen = (chunk: Buffer): void => {
      printed += chunk.toString()
      const [, url] = /Running on (http:\/\/127\.0\.0\.1:\d+)/.exec(printed) ?? []
      if (url === undefined) return
      clearTimeout(late)
      resolve(url)
    }
    server.stdout?.on('data', listen)
    server.stderr?.on('data', listen)
    server.once('error', reject)
    server.once('exit', (code) => {
      clearTimeout(late)
      reject(new Error(`moto_server ended with ${code ?? 'a signal'}; it printed: ${printed}`))
    })
  })
}
