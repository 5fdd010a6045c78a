import { execFile } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { sendStatement } from '../../../src/cli/programs/clickhouse'

const SLOW_MS = 2500
const ROOT = join(import.meta.dirname, '../../..')

let server: Server
let url = ''
beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url?.includes('reset') === true) request.socket.destroy()
    else setTimeout(() => response.writeHead(200, { 'x-clickhouse-format': 'TSV' }).end('done\n'), SLOW_MS)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

test('a statement may take longer than fetch waits for an answer', async () => {
  // With a limit of 1 s in place of 5 min. Jest has globals of its own.
  const script = `
    import { Agent, setGlobalDispatcher } from 'undici'
    import { run } from './src/cli/programs/query-clickhouse.ts'
    setGlobalDispatcher(new Agent({ headersTimeout: 1000 }))
    await fetch(process.env.CLICKHOUSE_URL).catch((error) => console.log(error.cause.code))
    const emit = (kind, value) => console.log(kind, value)
    await run({ sql: 'OPTIMIZE TABLE traces', write: true, maxRows: 5 }, { env: process.env, emit })`
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', script],
    { cwd: ROOT, env: { ...process.env, NODE_OPTIONS: '', CLICKHOUSE_URL: url } },
  )
  expect(stdout).toBe('UND_ERR_HEADERS_TIMEOUT\ntext done\n')
})

test('a connection that breaks off is an error with the address', async () => {
  await expect(sendStatement('SELECT 1', { reset: '1' }, { CLICKHOUSE_URL: url })).rejects.toThrow(
    `ClickHouse ${url} does not answer: socket hang up`,
  )
})
