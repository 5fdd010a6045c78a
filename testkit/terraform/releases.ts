import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { SigningKey } from '../../src/terraform/install/signature'
import { type KeyPair, loadOpenPgp } from '../openpgp/openpgp'

const run = promisify(execFile)

// Before the tests, whose time limits do not include an installation.
const { createMessage, generateKey, reformatKey, sign } = loadOpenPgp()

export interface Signer {
  readonly key: SigningKey
  sign(content: Buffer, date?: Date): Promise<Buffer>
  /** Returns the key without an expiry; public keys exported before still expire. */
  prolong(): Promise<Signer>
}

export async function makeSigner(options: { date?: Date; keyExpirationTime?: number } = {}): Promise<Signer> {
  const kind = { type: 'rsa', rsaBits: 2048, userIDs: [{ name: 'Releases' }], format: 'object' }
  return signerOf(await generateKey({ ...kind, ...options }))
}

function signerOf({ privateKey, publicKey }: KeyPair): Signer {
  return {
    key: { armored: publicKey.armor(), fingerprint: publicKey.getFingerprint().toUpperCase() },
    sign: async (content, date = new Date()) => {
      const message = await createMessage({ binary: content })
      return Buffer.from(
        await sign({ message, signingKeys: privateKey, detached: true, format: 'binary', date }),
      )
    },
    prolong: async () =>
      signerOf(await reformatKey({ privateKey, userIDs: [{ name: 'Releases' }], format: 'object' })),
  }
}

/** Creates a ZIP file with a program that prints Terraform's version. */
function zipOf(version: string): Promise<Buffer> {
  const zip = ZIPS.get(version) ?? makeZip(version)
  ZIPS.set(version, zip)
  return zip
}

const ZIPS = new Map<string, Promise<Buffer>>()

async function makeZip(version: string): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'release-'))
  try {
    const script = `#!/bin/sh\necho '{"terraform_version":"${version}"}'\n`
    await writeFile(join(folder, 'terraform'), script, { mode: 0o755 })
    await run('python3', ['-m', 'zipfile', '-c', 'out.zip', 'terraform'], { cwd: folder })
    return await readFile(join(folder, 'out.zip'))
  } finally {
    await rm(folder, { recursive: true })
  }
}

type Fault = (request: IncomingMessage, response: ServerResponse, content: Buffer | undefined) => void

/** releases.hashicorp.com for linux_amd64, with releases signed by a test key. */
export class FakeReleases {
  readonly files = new Map<string, Buffer>()
  readonly requests: string[] = []
  private readonly faults: { pattern: RegExp; left: number; fault: Fault }[] = []
  private readonly server = createServer((request, response) => {
    const path = request.url ?? ''
    this.requests.push(path)
    const content = this.files.get(path)
    const trouble = this.faults.find(({ pattern, left }) => left > 0 && pattern.test(path))
    if (trouble !== undefined) {
      trouble.left -= 1
      trouble.fault(request, response, content)
    } else if (content === undefined) response.writeHead(404).end('no')
    else response.writeHead(200, { 'content-length': content.length }).end(content)
  })

  static async start(): Promise<FakeReleases> {
    const fake = new FakeReleases()
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

  async add(version: string, signer: Signer): Promise<void> {
    const name = `terraform_${version}_linux_amd64.zip`
    const zip = await zipOf(version)
    const sums = Buffer.from(
      `${'0'.repeat(64)}  terraform_${version}_darwin_arm64.zip\n${createHash('sha256').update(zip).digest('hex')}  ${name}\n`,
    )
    this.files.set(`/terraform/${version}/${name}`, zip)
    this.put(version, { sums, signature: await signer.sign(sums) })
    this.index()
  }

  put(version: string, { sums, signature }: { sums: Buffer; signature: Buffer }): void {
    this.files.set(`/terraform/${version}/terraform_${version}_SHA256SUMS`, sums)
    this.files.set(`/terraform/${version}/terraform_${version}_SHA256SUMS.sig`, signature)
  }

  sums(version: string): Buffer {
    return this.files.get(`/terraform/${version}/terraform_${version}_SHA256SUMS`) ?? Buffer.alloc(0)
  }

  fail(pattern: RegExp, left: number, fault: Fault): void {
    this.faults.push({ pattern, left, fault })
  }

  private index(): void {
    const versions = [...this.files.keys()].flatMap(
      (path) => /^\/terraform\/([^/]+)\/.*\.zip$/.exec(path)?.[1] ?? [],
    )
    const linux = { builds: [{ os: 'linux', arch: 'amd64' }] }
    const entries = versions.map((version): [string, unknown] => [version, linux])
    const index = {
      versions: { ...Object.fromEntries(entries), '99.0.0': { builds: [{ os: 'plan9', arch: 'amd64' }] } },
    }
    this.files.set('/terraform/index.json', Buffer.from(JSON.stringify(index)))
  }
}
