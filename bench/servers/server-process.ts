import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** A server in a separate process, so that its time and memory do not count for the measured program. */
export class ServerProcess {
  private constructor(private readonly child: ChildProcess) {}

  static async start(module: URL, options: unknown): Promise<{ server: ServerProcess; ready: unknown }> {
    const child = fork(fileURLToPath(module), [JSON.stringify(options)])
    const ended = once(child, 'exit').then(() => Promise.reject(new Error(`${module.href} exited too early`)))
    const [ready] = (await Promise.race([once(child, 'message'), ended])) as [unknown]
    ended.catch(() => undefined)
    return { server: new ServerProcess(child), ready }
  }

  async request(command: string): Promise<unknown> {
    this.child.send(command)
    const [response] = (await once(this.child, 'message')) as [unknown]
    return response
  }

  async stop(): Promise<void> {
    const exited = once(this.child, 'exit')
    this.child.kill()
    await exited
  }
}

/** Options with which the parent started this process. */
export const processOptions = (): unknown => JSON.parse(process.argv[2] ?? 'null')

export function sendToParent(message: unknown): void {
  process.send?.(message)
}
