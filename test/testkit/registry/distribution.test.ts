import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from '@jest/globals'
import { sendRequest, type SentRequest, type RequestOptions } from '../../../testkit/network/request'
import { makeImage, makeIndex } from '../../../testkit/registry/image'
import { pushImage } from '../../../testkit/registry/push'
import { FakeRegistry } from '../../../testkit/registry/server'
import { testWith } from '../../../testkit/registry/skopeo'

const DISTRIBUTION = '/usr/bin/docker-registry'
const index = makeIndex([makeImage(), makeImage({ platform: { os: 'linux', architecture: 'arm64' } })])
const [child] = index.children
const lonely = makeImage({ seed: 'lonely' })
const digest = index.descriptor.digest
const blob = child?.blobs[1]?.descriptor.digest ?? ''
const unknown = `sha256:${'0'.repeat(64)}`
const accept = {
  accept: '*/*, application/vnd.oci.image.index.v1+json, application/vnd.oci.image.manifest.v1+json',
}
const type = { 'content-type': lonely.descriptor.mediaType }

/**
 * Each step is one request, whose result must be the same with both registries.
 * PATCH has no Content-Range, which Distribution 2.8 ignores where the specification requires 416.
 */
const steps: Record<string, (origin: string) => Promise<SentRequest>> = {
  ping: (origin) => sendRequest(`${origin}/v2/`),
  'a tag': (origin) => sendRequest(`${origin}/v2/a/manifests/v1`, 'GET', { headers: accept }),
  'a tag by HEAD': (origin) => sendRequest(`${origin}/v2/a/manifests/v1`, 'HEAD', { headers: accept }),
  'a digest': (origin) => sendRequest(`${origin}/v2/a/manifests/${digest}`, 'GET', { headers: accept }),
  'an unknown tag': (origin) => sendRequest(`${origin}/v2/a/manifests/v2`, 'GET', { headers: accept }),
  'a blob': (origin) => sendRequest(`${origin}/v2/a/blobs/${blob}`),
  'a blob by HEAD': (origin) => sendRequest(`${origin}/v2/a/blobs/${blob}`, 'HEAD'),
  'the rest of a blob': (origin) =>
    sendRequest(`${origin}/v2/a/blobs/${blob}`, 'GET', { headers: { range: 'bytes=700-' } }),
  'an unknown blob': (origin) => sendRequest(`${origin}/v2/a/blobs/${unknown}`),
  'a new session': (origin) => sendRequest(`${origin}/v2/a/blobs/uploads/`, 'POST'),
  'a mount': (origin) => sendRequest(`${origin}/v2/b/blobs/uploads/?mount=${blob}&from=a`, 'POST'),
  'a mount of nothing': (origin) =>
    sendRequest(`${origin}/v2/b/blobs/uploads/?mount=${unknown}&from=a`, 'POST'),
  'a part': (origin) => inSession(origin, '', 'PATCH', { body: Buffer.from('abc') }),
  'a wrong digest': (origin) => inSession(origin, `&digest=${unknown}`, 'PUT', { body: Buffer.from('abc') }),
  'a cancelled session': (origin) => inSession(origin, '', 'DELETE'),
  'an image without its blobs': (origin) =>
    sendRequest(`${origin}/v2/a/manifests/v3`, 'PUT', { body: lonely.bytes, headers: type }),
  'a manifest under another digest': (origin) =>
    sendRequest(`${origin}/v2/a/manifests/${unknown}`, 'PUT', {
      body: child?.bytes ?? Buffer.alloc(0),
      headers: type,
    }),
  'no manifest at all': (origin) =>
    sendRequest(`${origin}/v2/a/manifests/v4`, 'PUT', { body: Buffer.from('{'), headers: type }),
  'the tags': (origin) => sendRequest(`${origin}/v2/a/tags/list`),
}

async function inSession(
  origin: string,
  query: string,
  method: string,
  options?: RequestOptions,
): Promise<SentRequest> {
  const { headers } = await sendRequest(`${origin}/v2/a/blobs/uploads/`, 'POST')
  return sendRequest(`${headers.location ?? ''}${query}`, method, options)
}

testWith(
  DISTRIBUTION,
  'apt-get install docker-registry',
  "the testkit's registry answers as Distribution does",
  async () => {
    const directory = await mkdtemp(join(tmpdir(), 'fake-registry-'))
    const port = await freePort()
    const config = {
      version: 0.1,
      storage: { filesystem: { rootdirectory: directory } },
      http: { addr: `127.0.0.1:${port}` },
    }
    // YAML includes JSON.
    await writeFile(join(directory, 'config.yml'), JSON.stringify(config))
    const real = spawn(DISTRIBUTION, ['serve', join(directory, 'config.yml')], { stdio: 'ignore' })
    const fake = await FakeRegistry.start()
    try {
      const origin = `http://127.0.0.1:${port}`
      await untilUp(origin)
      for (const target of [origin, fake.origin])
        await pushImage({ origin: target, repository: 'a', tag: 'v1' }, index)
      expect(await outcomes(fake.origin)).toEqual(await outcomes(origin))
    } finally {
      await fake.stop()
      await end(real)
      await rm(directory, { recursive: true })
    }
  },
)

async function outcomes(origin: string): Promise<Record<string, unknown>> {
  const entries: [string, unknown][] = []
  for (const [name, step] of Object.entries(steps)) entries.push([name, outcomeOf(await step(origin))])
  return Object.fromEntries(entries)
}

/** The comparable part of a response; messages and ids differ between registries. */
function outcomeOf({ status, headers, bytes }: SentRequest): unknown {
  const codes = [...bytes.toString().matchAll(/"code":"(\w+)"/g)].map((match) => match[1])
  const isContent = status === 200 || status === 206
  return {
    status,
    codes: [...new Set(codes)],
    digest: headers['docker-content-digest'],
    range: headers.range,
    contentRange: headers['content-range'],
    hasLocation: headers.location !== undefined,
    ...(isContent && { bytes: bytes.toString('base64').slice(0, 200), length: headers['content-length'] }),
  }
}

async function untilUp(origin: string): Promise<void> {
  while ((await sendRequest(`${origin}/v2/`)).status !== 200) await sleep(20)
}

async function end(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit')
  child.kill()
  await exited
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
