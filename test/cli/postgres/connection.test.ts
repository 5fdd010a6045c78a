import { type AddressInfo, createServer } from 'node:net'
import { expect, test } from '@jest/globals'
import { int16, int32, PostgresConnection, text } from '../../../src/cli/postgres/connection'

test('encodes numbers and strings as the protocol does', () => {
  expect(Buffer.concat([int16(1), int32(258), text('a')]).toJSON().data).toEqual([0, 1, 0, 0, 1, 2, 97, 0])
})

test('rejects a server that accepts no TLS connections if they are required', async () => {
  const server = createServer((socket) => socket.once('data', () => socket.end('N')))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  await expect(
    PostgresConnection.open({ DATABASE_HOST: host, DATABASE_ARGS: 'sslmode=require' }),
  ).rejects.toThrow('127.0.0.1 does not accept TLS connections')
  server.close()
})
