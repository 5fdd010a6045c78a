import { parseJson, textAt } from '../../text/json'
import type { RotatedSecret, SecretForm } from '../aws/secret-versions'
import { CommandFailed } from '../error'
import { runQuery } from '../query/query'
import type { CliRuntime } from '../runtime'
import { scramVerifier } from './scram'
import type { PasswordServer } from './steps'

/** Logins of terraform/modules/langfuse/migrations/role.sql. The secret names the one that is in use. */
const LOGINS = ['langfuse', 'langfuse_2'] as const

/** Number of the lock that a change of a login holds. */
const LOCK = 4_711_001

type LoginName = (typeof LOGINS)[number]

interface Login {
  readonly username: LoginName
  readonly password: string
}

/** Parses the secret's value. @throws CommandFailed for a secret of an older module, which is a password */
function parseLogin(value: string): Login {
  const json = parseJson(value)
  const username = LOGINS.find((login) => login === textAt(json, 'username'))
  const password = textAt(json, 'password')
  if (username !== undefined && password !== undefined) return { username, password }
  throw new CommandFailed(
    `The secret postgres-langfuse is not the login ${LOGINS.join(' or ')} with its password. Apply the stack with this version of the module first. Nothing was changed.`,
  )
}

const otherLogin = (username: LoginName): LoginName => (username === 'langfuse' ? 'langfuse_2' : 'langfuse')

/** A new value has the other login, so that both passwords work until all tasks use the new one. */
export const LOGIN_FORM: SecretForm = {
  passwordOf: (value) => parseLogin(value).password,
  next: (value, password) =>
    JSON.stringify({ username: otherLogin(parseLogin(value).username), password } satisfies Login),
}

/** The two logins of Langfuse in PostgreSQL. A task of the worker changes them. */
export class PostgresLogins implements PasswordServer {
  constructor(
    private readonly stack: string,
    private readonly secret: RotatedSecret,
    private readonly runtime: CliRuntime,
  ) {}

  async acceptBoth(): Promise<void> {
    const { username, password } = parseLogin(await this.secret.read('AWSPENDING'))
    this.runtime.progress(`PostgreSQL accepts ${username} next to ${otherLogin(username)}`)
    await this.set(username, `'${scramVerifier(password)}'`)
  }

  async retireOld(): Promise<void> {
    const { username } = parseLogin(await this.secret.read('AWSCURRENT'))
    this.runtime.progress(`PostgreSQL accepts ${username} only`)
    await this.set(otherLogin(username), 'NULL')
  }

  private async set(login: LoginName, verifier: string): Promise<void> {
    // PostgreSQL rejects two changes of a role at the same moment.
    const sql = `SELECT rotation.set_login('${login}', ${verifier}) FROM pg_advisory_xact_lock(${LOCK})`
    try {
      await runQuery({ stack: this.stack, database: 'postgres', sql, write: true, maxRows: 1 }, this.runtime)
    } catch (error) {
      const isMissing = error instanceof CommandFailed && /SQLSTATE (?:3F000|42883)/.test(error.message)
      if (!isMissing) throw error
      throw new CommandFailed(
        'PostgreSQL has no function rotation.set_login, which the migration of this version of the module creates. Apply the stack, then run the same command again: it continues. The current password works.',
      )
    }
  }
}
