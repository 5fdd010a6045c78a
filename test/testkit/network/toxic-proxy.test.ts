import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { sendRequest } from '../../../testkit/network/request'
import { bytesOf, sha256, virtual } from '../../../testkit/registry/content'
import { FakeRegistry } from '../../../testkit/registry/server'
import { ToxicProxy, type ToxicOptions } from '../../../testkit/network/toxic-proxy'

let echo: Server
let toxic: ToxicProxy
beforeEach(async () => {
  echo = createServer({ allowHalfOpen: true }, (socket) => socket.on('error', () => undefined).pipe(socket))
  await once(echo.listen(0, '127.0.0.1'), 'listening')
})
afterEach(async () => {
  await toxic.stop()
  echo.close()
})
const start = async (options: Omit<ToxicOptions, 'target'>): Promise<void> => {
  toxic = await ToxicProxy.start({ target: { port: (echo.address() as AddressInfo).port }, ...options })
}

/** Sends bytes, ends its half, and reads until the other half ends. */
async function roundTrip(bytes: Buffer): Promise<Buffer> {
  const socket = connect({ port: toxic.port, host: '127.0.0.1', allowHalfOpen: true })
  socket.end(bytes)
  return Buffer.concat((await socket.toArray()) as Buffer[])
}

async function answerTo(socket: Socket, words: string): Promise<number> {
  const before = performance.now()
  socket.write(words)
  await once(socket, 'data')
  return performance.now() - before
}

test('all bytes and the end arrive in order with delay, rate limit and window', async () => {
  const bytes = bytesOf(virtual(3_000_000, 'toxic'))
  for (const options of [
    {},
    { roundTripMs: 10 },
    { roundTripMs: 4, bytesPerSecondPerConnection: 50_000_000 },
  ]) {
    await start({ ...options, windowBytes: 256 * 1024 })
    expect(sha256(await roundTrip(bytes))).toBe(sha256(bytes))
    await toxic.stop()
  }
})

test('the first answer takes two round trips, one of them for the connection', async () => {
  await start({ roundTripMs: 40 })
  const socket = connect(toxic.port, '127.0.0.1')
  expect(await answerTo(socket, 'one')).toBeGreaterThan(75)
  expect(await answerTo(socket, 'two')).toBeGreaterThan(37)
  socket.destroy()
})

test('each direction has its own rate limit', async () => {
  await start({ bytesPerSecondPerConnection: 10_000_000 })
  const before = performance.now()
  await roundTrip(Buffer.alloc(2_000_000))
  expect(performance.now() - before).toBeGreaterThan(195)
})

test('each connection has its own bandwidth', async () => {
  await start({ roundTripMs: 5, bytesPerSecondPerConnection: 5_000_000 })
  const sent = Array.from({ length: 60 }, (_, index) => bytesOf(virtual(50_000, `connection ${index}`)))
  const came = await Promise.all(sent.map(roundTrip))
  expect(came.map(sha256)).toEqual(sent.map(sha256))
  expect(toxic.connections).toBe(60)
})

test('a slow reader slows down the sender', async () => {
  await start({ windowBytes: 64 * 1024 })
  const socket = connect({ port: toxic.port, host: '127.0.0.1' })
  socket.pause()
  // More than all kernel buffers hold.
  let written = 0
  while (written < 200_000_000 && !socket.destroyed) {
    written += 1_000_000
    if (socket.write(Buffer.alloc(1_000_000))) continue
    const hasRoom = await Promise.race([
      once(socket, 'drain').then(() => true),
      new Promise((r) => setTimeout(r, 300, false)),
    ])
    if (!hasRoom) break
  }
  expect(written).toBeLessThan(200_000_000)
  socket.destroy()
})

test('a reset is forwarded', async () => {
  const registry = await FakeRegistry.start()
  const layer = virtual(1_000_000, 'cut')
  registry.putBlob('a', layer)
  registry.fault({ match: { method: 'GET' }, action: { kind: 'cut-response', after: 0.5 } })
  toxic = await ToxicProxy.start({ target: { port: Number(registry.host.split(':')[1]) }, roundTripMs: 5 })
  const url = `${toxic.origin}/v2/a/blobs/${layer.digest}`
  expect(await sendRequest(url)).toMatchObject({ status: 200, isComplete: false, bytes: { length: 500_000 } })
  expect(sha256((await sendRequest(url)).bytes)).toBe(layer.digest)
  // Locations have the proxy's origin.
  const { headers } = await sendRequest(`${toxic.origin}/v2/a/blobs/uploads/`, 'POST')
  expect(headers.location).toContain(toxic.origin)
  await registry.stop()
})

test('a missing server ends the connection', async () => {
  await start({ roundTripMs: 1 })
  echo.close()
  expect((await sendRequest(toxic.origin)).status).toBe(0)
})
