import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

/** In-process S3 with the operations of a Terraform backend with a lock file: objects, conditional writes, lists. */
export class FakeS3 {
  /** Content by `bucket/key`. */
  readonly objects = new Map<string, Buffer>()
  /** Account of all credentials. */
  account = '123456789012'
  /** Names of objects that may not be written. */
  readonly denied = new Set<string>()
  private readonly server = createServer((request, response) => {
    void this.serve(request, response)
  })

  static async start(): Promise<FakeS3> {
    const fake = new FakeS3()
    await new Promise<void>((resolve) => fake.server.listen(0, '127.0.0.1', resolve))
    return fake
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', this.url)
    const name = decodeURIComponent(pathname.slice(1))
    const body = await buffer(request)
    if (body.includes('Action=GetCallerIdentity')) {
      answerIdentity(this.account, response)
      return
    }
    const found = this.objects.get(name)
    if (searchParams.has('list-type') || !name.includes('/')) {
      this.list(name.replace(/\/$/, ''), searchParams.get('prefix') ?? '', response)
    } else if (request.method === 'PUT') this.put(name, { body, request, response })
    else if (request.method === 'DELETE') {
      this.objects.delete(name)
      response.writeHead(204).end()
    } else if (found === undefined) fail(response, 404, 'NoSuchKey')
    else {
      response.writeHead(200, {
        etag: etagOf(found),
        'content-length': found.length,
        'content-type': 'application/json',
      })
      response.end(request.method === 'HEAD' ? undefined : found)
    }
  }

  private put(
    name: string,
    { body, request, response }: { body: Buffer; request: IncomingMessage; response: ServerResponse },
  ): void {
    if (this.denied.has(name)) {
      fail(response, 403, 'AccessDenied')
      return
    }
    // Terraform acquires a lock by a conditional write.
    if (request.headers['if-none-match'] === '*' && this.objects.has(name)) {
      fail(response, 412, 'PreconditionFailed')
      return
    }
    const isChunked = /aws-chunked/.test(request.headers['content-encoding'] ?? '')
    this.objects.set(name, isChunked ? dechunk(body) : body)
    response.writeHead(200, { etag: etagOf(body) }).end()
  }

  private list(bucket: string, prefix: string, response: ServerResponse): void {
    const keys = [...this.objects.keys()].filter((name) => name.startsWith(`${bucket}/${prefix}`))
    const contents = keys.map((name) => `<Contents><Key>${name.slice(bucket.length + 1)}</Key></Contents>`)
    const head = `<Name>${bucket}</Name><Prefix>${prefix}</Prefix><IsTruncated>false</IsTruncated>`
    response.writeHead(200, { 'content-type': 'application/xml' })
    response.end(`<ListBucketResult>${head}${contents.join('')}</ListBucketResult>`)
  }
}

/** AWS STS shares the endpoint. */
function answerIdentity(account: string, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/xml' })
  const identity = `<Account>${account}</Account><Arn>arn:aws:iam::${account}:user/seed</Arn>`
  response.end(
    `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>${identity}</GetCallerIdentityResult></GetCallerIdentityResponse>`,
  )
}

const etagOf = (body: Buffer): string => `"${createHash('md5').update(body).digest('hex')}"`

function fail(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' })
  response.end(`<Error><Code>${code}</Code><Message>${code}</Message></Error>`)
}

/** Decodes Signature Version 4's chunks: `size[;chunk-signature=…]` and the bytes, repeated until size 0. */
function dechunk(body: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let at = 0; at < body.length;) {
    const end = body.indexOf('\r\n', at)
    const size = Number.parseInt(body.subarray(at, end).toString(), 16)
    if (!(size > 0)) break
    parts.push(body.subarray(end + 2, end + 2 + size))
    at = end + 2 + size + 2
  }
  return Buffer.concat(parts)
}
