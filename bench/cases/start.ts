import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo, type Server } from 'node:net'
import type { Case, Verdict } from '../case'
import type { Command } from '../measure'
import { median, pairwise } from '../statistics'
import { sha256 } from '../../testkit/registry/content'

const LIMIT = 1.6
const RUNS = 31

/** Time from process start to the first registry request, compared with `node -e 0`. */
export const start: Case = async ({ ours, nodes }) => {
  const registry = createServer()
  registry.listen(0, '127.0.0.1')
  await once(registry, 'listening')
  const host = `127.0.0.1:${(registry.address() as AddressInfo).port}`
  const digest = sha256('an image that is never sent')
  const [command] = await ours.commands({ source: host, target: host, images: [{ name: 'app', digest }] })
  if (command === undefined) throw new Error('the action has no command')
  try {
    const verdicts: Verdict[] = []
    for (const [version, program] of nodes) {
      verdicts.push(await startOn(version, { ...command, program }, registry))
    }
    return { groups: [], verdicts }
  } finally {
    registry.close()
  }
}

async function startOn(version: string, command: Command, registry: Server): Promise<Verdict> {
  const bare: number[] = []
  const first: number[] = []
  for (let run = 0; run < RUNS; run++) {
    bare.push(await untilExit({ ...command, args: ['-e', '0'] }))
    first.push(await untilFirstRequest(command, registry))
  }
  const ratio = pairwise(first, bare)
  const [ours, theirs] = [first, bare].map((times) => `${median(times).toFixed(0)} ms`)
  return {
    target: `start on Node ${version}: first request ≤ ${LIMIT} × bare Node`,
    measured: `${ratio.toFixed(2)} (${ours ?? ''} against ${theirs ?? ''})`,
    isMet: ratio <= LIMIT,
  }
}

async function untilExit({ program, args, env }: Command): Promise<number> {
  const startedMs = performance.now()
  await once(spawn(program, args, { env, stdio: 'ignore' }), 'exit')
  return performance.now() - startedMs
}

async function untilFirstRequest({ program, args, env }: Command, registry: Server): Promise<number> {
  const asked = once(registry, 'connection').then(async ([socket]: NodeJS.EventEmitter[]) => {
    if (socket === undefined) throw new Error('a connection without a socket')
    socket.on('error', () => undefined)
    await once(socket, 'data')
    return performance.now()
  })
  const startedMs = performance.now()
  const child = spawn(program, args, { env, stdio: 'ignore' })
  const exited = once(child, 'exit')
  const early = exited.then(() =>
    Promise.reject(new Error('the action exited before its first registry request')),
  )
  early.catch(() => undefined)
  try {
    return (await Promise.race([asked, early])) - startedMs
  } finally {
    child.kill('SIGKILL')
    await exited
  }
}
