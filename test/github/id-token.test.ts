import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from '@jest/globals'
import { requestIdToken } from '../../src/github/id-token'

let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

const masked: string[] = []
async function request(answer: RequestListener, timeoutMs = 10_000): Promise<string> {
  server = createServer(answer)
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const env = {
    ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${port}/token?api-version=2`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'secret',
  }
  return requestIdToken('sts.amazonaws.com', { env, mask: (one) => masked.push(one), timeoutMs })
}

test('a token is requested for the audience, and masked', async () => {
  const token = await request(({ url, headers }, to) =>
    to.end(JSON.stringify({ value: `${url ?? ''} ${headers.authorization ?? ''}` })),
  )
  expect(token).toBe('/token?api-version=2&audience=sts.amazonaws.com Bearer secret')
  expect(masked).toEqual([token])
})

test.each<[string, RequestListener, string, number]>([
  ['is silent', () => undefined, 'Request timeout: /token', 200],
  ['answers without a token', (_, to) => to.end('{}'), 'the answer has no token', 10_000],
  ['fails', (_, to) => to.writeHead(500).end('{"message":"Oops"}'), 'Oops', 10_000],
])('a server that %s is given up soon', async (_, answer, message, timeoutMs) => {
  await expect(request(answer, timeoutMs)).rejects.toThrow(message)
})

test('an error names the variable that a job without the permission lacks', async () => {
  await expect(requestIdToken('x', { env: {}, mask: () => undefined })).rejects.toThrow(
    'Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable',
  )
})
