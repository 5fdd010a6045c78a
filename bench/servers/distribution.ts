import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { RegistryServer } from './registry-server'

export const DISTRIBUTION = 'docker-registry'

/** A Distribution registry with its own directory and without logs. */
export async function distribution(): Promise<RegistryServer> {
  const root = await mkdtemp(join(tmpdir(), 'bench-registry-'))
  const port = await freePort()
  const host = `127.0.0.1:${port}`
  const config = {
    version: 0.1,
    log: { level: 'error', accesslog: { disabled: true } },
    storage: { filesystem: { rootdirectory: root } },
    http: { addr: host },
  }
  const file = join(root, 'config.yml')
  // YAML includes JSON.
  await writeFile(file, JSON.stringify(config))
  const child = spawn(DISTRIBUTION, ['serve', file], { stdio: 'ignore' })
  const exited = once(child, 'exit')
  while (!(await fetch(`http://${host}/v2/`).catch(() => undefined))?.ok) {
    if (child.exitCode !== null) throw new Error(`${DISTRIBUTION} serve ${file} ended with ${child.exitCode}`)
    await sleep(20)
  }
  return {
    host,
    // The registry caches nothing in memory.
    empty: () => rm(join(root, 'docker'), { recursive: true, force: true }),
    requests: () => Promise.resolve(undefined),
    stop: async () => {
      child.kill()
      await exited
      await rm(root, { recursive: true })
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
