import { Cluster } from '../aws/ecs'
import { readMinimum, setScaling } from '../aws/scaling'
import { errorMessage } from '../../text/sanitize'
import { CommandFailed } from '../error'
import { type Component, stackNames } from '../names'
import type { CliRuntime } from '../runtime'
import { OtherTaskRuns } from '../task/exclusive'

type Effects = Pick<CliRuntime, 'aws' | 'clock' | 'progress' | 'onInterrupt'>

/** Consequences of an action that does not succeed for the services that are stopped meanwhile. */
export interface Pause {
  /** Command that continues an interrupted action, without the name of the program. */
  readonly command: string
  /** Returns whether Langfuse can run after a failure. */
  readonly canStart: (error: unknown) => boolean
}

const POLL_MS = 10_000
const MAX_WAIT_MS = 20 * 60_000

/** Starts and stops services of a stack. */
export class Services {
  private readonly cluster: Cluster

  constructor(
    private readonly stack: string,
    private readonly runtime: Effects,
  ) {
    this.cluster = new Cluster(stackNames(stack).cluster, runtime.aws)
  }

  /** Stops all tasks of the services, and waits until they have ended. Missing services are skipped. */
  async stop(components: readonly Component[]): Promise<void> {
    for (const component of components) {
      const service = this.name(component)
      if ((await this.cluster.findService(service)) === undefined) continue
      this.runtime.progress(`Stopping ${component}`)
      if ((await this.minimum(service)) !== undefined)
        await setScaling(this.runtime.aws, this.scalable(service), 'suspended')
      await this.cluster.update(service, { desired: 0 })
    }
    await this.wait(components, ({ running }) => running === 0)
  }

  /**
   * Stops services, runs an action, and starts them in the reverse order. Says how to go on if they stay stopped: after a failure
   * that leaves incomplete data, and after an interruption.
   */
  async whileStopped<Result>(
    components: readonly Component[],
    pause: Pause,
    action: () => Promise<Result>,
  ): Promise<Result> {
    const names = components.join(' and ')
    const next = `Run the same command again: it continues. langfuse-deploy ${pause.command} --stack ${this.stack} --region ${this.runtime.aws.session.region}`
    const release = this.runtime.onInterrupt(
      () => `Interrupted. ${names} may be stopped; a task that was started goes on. ${next}`,
    )
    const order = [...components].reverse()
    try {
      await this.stop(components)
      const result = await action()
      await this.start(order)
      return result
    } catch (error) {
      if (!(error instanceof OtherTaskRuns) && pause.canStart(error)) await this.startAfterFailure(order)
      else this.runtime.progress(`${names} stay stopped, because the data is not complete. ${next}`)
      throw error
    } finally {
      release()
    }
  }

  /** Reports an error instead of throwing it, because the failure is more important. */
  async startAfterFailure(components: readonly Component[]): Promise<void> {
    try {
      await this.start(components)
    } catch (error) {
      this.runtime.progress(`${components.join(' and ')} did not start: ${errorMessage(error)}`)
      for (const component of components)
        this.runtime.progress(
          `Start it: aws ecs update-service --cluster ${this.cluster.name} --service ${this.name(component)} --desired-count 1`,
        )
    }
  }

  /** Returns whether all of the services have tasks, or will have. Missing services are skipped. */
  async areRunning(components: readonly Component[]): Promise<boolean> {
    const states = await Promise.all(components.map((one) => this.cluster.findService(this.name(one))))
    return states.every((state) => state === undefined || state.desired > 0)
  }

  /** Starts the minimum number of tasks, from which scaling continues. Waits until they run. */
  async start(components: readonly Component[]): Promise<void> {
    for (const component of components) {
      const service = this.name(component)
      if ((await this.cluster.findService(service)) === undefined) continue
      this.runtime.progress(`Starting ${component}`)
      const minimum = await this.minimum(service)
      await this.cluster.update(service, { desired: minimum ?? 1 })
      if (minimum !== undefined) await setScaling(this.runtime.aws, this.scalable(service), 'active')
    }
    await this.wait(components, ({ isStable, desired }) => isStable && desired > 0)
  }

  /** Replaces all tasks, so that they read their secrets again, and waits until the new ones run. */
  async restart(components: readonly Component[]): Promise<void> {
    for (const component of components) {
      if ((await this.cluster.findService(this.name(component))) === undefined) continue
      this.runtime.progress(`Replacing the tasks of ${component}`)
      await this.cluster.update(this.name(component), { restart: true })
    }
    await this.wait(components, ({ isStable }) => isStable)
  }

  private async wait(
    components: readonly Component[],
    isReached: (state: { running: number; desired: number; isStable: boolean }) => boolean,
  ): Promise<void> {
    for (const component of components) {
      const service = this.name(component)
      for (let waited = 0; ; waited += POLL_MS) {
        const state = await this.cluster.findService(service)
        if (state === undefined || isReached(state)) break
        if (waited >= MAX_WAIT_MS) throw await this.timeout(component, service)
        await this.runtime.clock.sleep(POLL_MS)
      }
    }
  }

  private async timeout(component: Component, service: string): Promise<CommandFailed> {
    const [reason = 'ECS gives no reason'] = await this.cluster.stopReasons(service)
    return new CommandFailed(
      `${component} did not reach its number of tasks in ${MAX_WAIT_MS / 60_000} min: ${reason}. ` +
        `Read its log: aws logs tail /${this.stack}/${component} --since 30m. Then run the same command again: it continues.`,
    )
  }

  private name(component: Component): string {
    return stackNames(this.stack).service(component)
  }

  private scalable(service: string) {
    return { cluster: this.cluster.name, service }
  }

  private minimum(service: string): Promise<number | undefined> {
    return readMinimum(this.runtime.aws, this.scalable(service))
  }
}
