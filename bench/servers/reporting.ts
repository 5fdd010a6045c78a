import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** A server in a process of its own, so that its time and memory are not the measured program's. */
export class Helper {
  private constructor(private readonly child: ChildProcess) {}

  static async start(module: URL, options: unknown): Promise<{ helper: Helper; ready: unknown }> {
    const child = fork(fileURLToPath(module), [JSON.stringify(options)])
    const ended = once(child, 'exit').then(() => Promise.reject(new Error(`${module.href} ended too early`)))
    const [ready] = (await Promise.race([once(child, 'message'), ended])) as [unknown]
    ended.catch(() => undefined)
    return { helper: new Helper(child), ready }
  }

  async ask(question: string): Promise<unknown> {
    this.child.send(question)
    const [answer] = (await once(this.child, 'message')) as [unknown]
    return answer
  }

  async stop(): Promise<void> {
    const exited = once(this.child, 'exit')
    this.child.kill()
    await exited
  }
}

/** The other side: what the process was started with. */
export const givenOptions = (): unknown => JSON.parse(process.argv[2] ?? 'null')

export function say(answer: unknown): void {
  process.send?.(answer)
}
