import type { RotatedSecret } from '../aws/secret-versions'
import { readUserStatus, setPasswords } from '../aws/valkey-user'
import { CommandFailed } from '../error'
import { stackNames } from '../names'
import type { CliRuntime } from '../runtime'
import type { PasswordServer } from './steps'

const POLL_MS = 5000
const MAX_POLLS = 120

/** The passwords of Valkey's user: one, or two during a rotation. */
export class ValkeyPasswords implements PasswordServer {
  constructor(
    private readonly stack: string,
    private readonly secret: RotatedSecret,
    private readonly runtime: CliRuntime,
  ) {}

  async acceptBoth(): Promise<void> {
    this.runtime.progress('Valkey accepts both passwords')
    await this.set([await this.secret.read('AWSPENDING'), await this.secret.read('AWSCURRENT')])
  }

  async retireOld(): Promise<void> {
    this.runtime.progress('Valkey accepts the new password only')
    await this.set([await this.secret.read('AWSCURRENT')])
  }

  private async set(passwords: readonly string[]): Promise<void> {
    const user = stackNames(this.stack).valkey
    const { aws, clock } = this.runtime
    await setPasswords(aws, user, passwords)
    for (let polls = 0; polls < MAX_POLLS; polls += 1) {
      if ((await readUserStatus(aws, user)) === 'active') return
      await clock.sleep(POLL_MS)
    }
    throw new CommandFailed(
      `The Valkey user ${user} is still not active after ${(MAX_POLLS * POLL_MS) / 60_000} min. The old password works. Run the same command again: it continues.`,
    )
  }
}
