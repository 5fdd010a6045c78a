import { PASSWORD_FORM, RotatedSecret } from '../aws/secret-versions'
import { InvalidArgument } from '../error'
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
  const phase = phaseOf(await versions.versions())
  if (phase !== 'new') runtime.progress(`Continuing an interrupted rotation of ${name}`)
  const rotation = new Rotation({ stack, secret, versions }, runtime)
  for (const step of rotationSteps(secret, phase, placement)) await rotation.run(step)
  runtime.print(`Rotated ${name}. All tasks use the new value.`)
  if (secret === 'nextauth') runtime.print('Users have to log in again.')
}

interface Target {
  readonly stack: string
  readonly secret: RotatableSecret
  readonly versions: RotatedSecret
}

class Rotation {
  private readonly services: Services

  constructor(
    private readonly target: Target,
    private readonly runtime: CliRuntime,
  ) {
    this.services = new Services(target.stack, runtime)
  }

  async run(step: RotationStep): Promise<void> {
    const { versions } = this.target
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

  private get isPostgres(): boolean {
    return this.target.secret === 'postgres-langfuse'
  }

  private get server(): PostgresLogins | ValkeyPasswords {
    const { stack, versions } = this.target
    const Server = this.isPostgres ? PostgresLogins : ValkeyPasswords
    return new Server(stack, versions, this.runtime)
  }
}
