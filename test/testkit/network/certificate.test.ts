import { once } from 'node:events'
import { request, type RequestOptions } from 'node:https'
import type { IncomingMessage } from 'node:http'
import { expect } from '@jest/globals'
import { OPENSSL, selfSigned } from '../../../testkit/network/certificate'
import { virtual } from '../../../testkit/registry/content'
import { FakeRegistry } from '../../../testkit/registry/server'
import { testWith } from '../../../testkit/registry/skopeo'

testWith(OPENSSL, 'apt-get install openssl', 'a registry over TLS is trusted only by its name', async () => {
  const tls = selfSigned('IP:127.0.0.1')
  const registry = await FakeRegistry.start({ tls, redirectBlobs: true })
  const layer = virtual(10, 'tls')
  registry.putBlob('a', layer)
  const get = async (options: RequestOptions): Promise<IncomingMessage> => {
    const outgoing = request(`${registry.origin}/v2/a/blobs/${layer.digest}`, {
      agent: false,
      ca: tls.cert,
      ...options,
    })
    const [response] = (await once(outgoing.end(), 'response')) as [IncomingMessage]
    return response.resume()
  }
  const { headers } = await get({})
  expect(headers.location).toContain(`https://${registry.storageHost}/storage/a/`)
  await expect(get({ servername: 'registry.test' })).rejects.toMatchObject({
    code: 'ERR_TLS_CERT_ALTNAME_INVALID',
  })
  await registry.stop()
})
