import { RotatedSecret } from '../aws/secret-versions'
import { readUserStatus, setPasswords } from '../aws/valkey-user'
import { CommandFailed, InvalidArgument } from '../error'
import { stackNames } from '../names'
import { runQuery } from '../query/query'
import type { CliRuntime } from '../runtime'
import { Services } from '../services/services'
import { scramVerifier } from './scram'
import { isRotatable, NOT_ROTATABLE, phaseOf, rotationSteps, type RotationStep } from './steps'

export interface Rotate {
  readonly stack: string
  readonly secret: string
}

const POLL_MS = 5000
const MAX_POLLS = 120

/** Replaces a secret of the stack in the services that use it. Continues an interrupted rotation. */
export async function rotate({ stack, secret }: Rotate, runtime: CliRuntime): Promise<void> {
  if (!isRotatable(secret))
    throw new InvalidArgument(`${secret} cannot be rotated. ${NOT_ROTATABLE[secret] ?? ''}`)
  const name = stackNames(stack).secret(secret)
  const rotated = new RotatedSecret(name, runtime.aws)
  const phase = phaseOf(await rotated.versions())
  if (phase !== 'new') runtime.progress(`Continuing an interrupted rotation of ${name}`)
  const rotation = new Rotation(stack, rotated, runtime)
  for (const step of rotationSteps(secret, phase)) await rotation.run(step)
  runtime.print(`Rotated ${name}. All tasks use the new value.`)
  if (secret === 'nextauth') runtime.print('Users have to log in again.')
}

class Rotation {
  private readonly services: Services

  constructor(
    private readonly stack: string,
    private readonly secret: RotatedSecret,
    private readonly runtime: CliRuntime,
  ) {
    this.services = new Services(stack, runtime)
  }

  async run(step: RotationStep): Promise<void> {
    switch (step.kind) {
      case 'create':
        this.runtime.progress(`Creating a new value of ${this.secret.name}`)
        return this.secret.create()
      case 'accept-both':
        return this.setValkey([await this.secret.read('AWSPENDING'), await this.secret.read('AWSCURRENT')])
      case 'alter-role':
        return this.alterRole()
      case 'promote':
        return this.secret.promote()
      case 'stop':
      case 'start':
      case 'restart':
        return this.services[step.kind](step.components)
      case 'retire-old':
        return this.setValkey([await this.secret.read('AWSCURRENT')])
      case 'finish':
        return this.secret.finish()
    }
  }

  private async setValkey(passwords: readonly string[]): Promise<void> {
    const user = stackNames(this.stack).valkey
    const { aws, clock, progress } = this.runtime
    progress(
      passwords.length === 2 ? 'Valkey accepts both passwords' : 'Valkey accepts the new password only',
    )
    await setPasswords(aws, user, passwords)
    for (let polls = 0; polls < MAX_POLLS; polls += 1) {
      if ((await readUserStatus(aws, user)) === 'active') return
      await clock.sleep(POLL_MS)
    }
    throw new CommandFailed(
      `The Valkey user ${user} is still not active after ${(MAX_POLLS * POLL_MS) / 60_000} min. The old password works. Run the same command again: it continues.`,
    )
  }

  /** A task of the worker, which still has the old password, sets the new one. */
  private async alterRole(): Promise<void> {
    this.runtime.progress("Changing the password of Langfuse's role in PostgreSQL")
    const verifier = scramVerifier(await this.secret.read('AWSPENDING'))
    const sql = `ALTER ROLE CURRENT_USER PASSWORD '${verifier}'`
    try {
      await runQuery({ stack: this.stack, database: 'postgres', sql, write: true, maxRows: 1 }, this.runtime)
    } catch (error) {
      // An interrupted rotation has changed the role already: the old password fails, and the pending one works.
      const isChanged = error instanceof CommandFailed && error.message.includes('SQLSTATE 28P01')
      if (!isChanged) throw error
    }
  }
}
