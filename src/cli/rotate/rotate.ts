import { PASSWORD_FORM, RotatedSecret } from '../aws/secret-versions'
import { CommandFailed, InvalidArgument } from '../error'
import { stackNames } from '../names'
import type { CliRuntime } from '../runtime'
import { notOwned, placementOf } from '../services/data-store'
import { Services } from '../services/services'
import { LOGIN_FORM, PostgresLogins } from './postgres-logins'
import {
  isRotatable,
  NOT_ROTATABLE,
  phaseOf,
  type RotatableSecret,
  rotationSteps,
  type RotationStep,
  STORE_OF_SECRET,
} from './steps'
import { ValkeyPasswords } from './valkey-passwords'

export interface Rotate {
  readonly stack: string
  readonly secret: string
}

/** Replaces a secret of the stack in the services that use it. Continues an interrupted rotation. */
export async function rotate({ stack, secret }: Rotate, runtime: CliRuntime): Promise<void> {
  if (!isRotatable(secret))
    throw new InvalidArgument(`${secret} cannot be rotated. ${NOT_ROTATABLE[secret] ?? ''}`)
  const store = STORE_OF_SECRET[secret]
  const placement = store === undefined ? 'stack' : await placementOf(store, stack, runtime)
  if (store !== undefined && placement === 'external')
    throw notOwned(
      store,
      stack,
      `Change the password where it runs and in the secret that ${store}_external names, then restart the services: aws ecs update-service --cluster ${stack} --service ${stack}-web --force-new-deployment, and the same for the worker.`,
    )
  const name = stackNames(stack).secret(secret)
  const versions = new RotatedSecret(name, runtime.aws)
  const state = await versions.versions()
  const phase = phaseOf(state)
  if (phase !== 'new') runtime.progress(`Continuing an interrupted rotation of ${name}`)
  const rotation = new Rotation({ stack, secret, versions, version: state.pending }, runtime)
  const next = `Run the same command again: it continues. langfuse-deploy rotate ${secret} --stack ${stack} --region ${runtime.aws.session.region}`
  const release = runtime.onInterrupt(() => `Interrupted. Services may be stopped. ${next}`)
  try {
    for (const step of rotationSteps(secret, phase, placement)) await rotation.run(step)
  } catch (error) {
    runtime.progress(`The rotation is unfinished, and services may be stopped. ${next}`)
    throw error
  } finally {
    release()
  }
  runtime.print(`Rotated ${name}. All tasks use the new value.`)
  if (secret === 'nextauth') runtime.print('Users have to log in again.')
}

interface Target {
  readonly stack: string
  readonly secret: RotatableSecret
  readonly versions: RotatedSecret
  /** ID of the version that an interrupted rotation brings to all tasks. */
  readonly version: string | undefined
}

class Rotation {
  private readonly services: Services
  private version: string | undefined

  constructor(
    private readonly target: Target,
    private readonly runtime: CliRuntime,
  ) {
    this.services = new Services(target.stack, runtime)
    this.version = target.version
  }

  async run(step: RotationStep): Promise<void> {
    const { versions } = this.target
    if (step.kind !== 'create' && !(await this.isOwn())) return
    switch (step.kind) {
      case 'create':
        this.runtime.progress(`Creating a new value of ${versions.name}`)
        return versions.create(this.isPostgres ? LOGIN_FORM : PASSWORD_FORM)
      case 'accept-both':
        return this.server.acceptBoth()
      case 'promote':
        return versions.promote()
      case 'stop':
      case 'start':
      case 'restart':
        return this.services[step.kind](step.components)
      case 'retire-old':
        return this.server.retireOld()
      case 'finish':
        return versions.finish()
    }
  }

  /**
   * Returns whether the rotation goes on. False if another run of the command has finished it.
   *
   * @throws CommandFailed if another run has started the next rotation
   */
  private async isOwn(): Promise<boolean> {
    const { current, pending } = await this.target.versions.versions()
    this.version ??= pending
    if (pending === this.version) return true
    if (pending === undefined && current === this.version) return false
    throw new CommandFailed(
      `Another run of the command has started the next rotation of ${this.target.versions.name}. This run has changed nothing since.`,
    )
  }

  private get isPostgres(): boolean {
    return this.target.secret === 'postgres-langfuse'
  }

  private get server(): PostgresLogins | ValkeyPasswords {
    const { stack, versions } = this.target
    const Server = this.isPostgres ? PostgresLogins : ValkeyPasswords
    return new Server(stack, versions, this.runtime)
  }
}
