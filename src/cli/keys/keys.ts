import { Cluster } from '../aws/ecs'
import { RotatedSecret } from '../aws/secret-versions'
import { CommandFailed, InvalidArgument } from '../error'
import { stackNames } from '../names'
import type { CliRuntime } from '../runtime'
import { nonEmptyTextAt, parseObject } from '../../text/json'
import { errorCode } from '../../http/error'
import { errorMessage } from '../../text/sanitize'
import { setVariables } from './env-file'

export interface KeysCommand {
  readonly stack: string
  /** Path of the `.env` file. */
  readonly file: string
}

/**
 * Writes URL and API keys of the first project into an `.env` file, which only its owner can read. Prints no key.
 *
 * @throws CommandFailed, InvalidArgument if the file cannot be written; AwsError
 */
export async function keys({ stack, file }: KeysCommand, runtime: CliRuntime): Promise<void> {
  const { url, publicKey, secretKey } = await readKeys(stack, runtime)
  const variables = {
    LANGFUSE_BASE_URL: url,
    LANGFUSE_PUBLIC_KEY: publicKey,
    LANGFUSE_SECRET_KEY: secretKey,
  }
  await writeVariables(file, variables)
  runtime.print(`Wrote ${Object.keys(variables).join(', ')} to ${file}. Do not commit this file.`)
}

export interface StackKeys {
  readonly url: string
  readonly publicKey: string
  readonly secretKey: string
}

/** Reads the URL and the API keys of the first project. @throws CommandFailed, AwsError */
export async function readKeys(stack: string, runtime: Pick<CliRuntime, 'aws'>): Promise<StackKeys> {
  const names = stackNames(stack)
  const url = await new Cluster(names.cluster, runtime.aws).variable(names.service('web'), 'NEXTAUTH_URL')
  if (url === undefined)
    throw new CommandFailed(`The service ${names.service('web')} has no NEXTAUTH_URL. Apply the stack again.`)
  const secret = new RotatedSecret(names.secret('api-keys'), runtime.aws)
  await secret.versions()
  const value = parseObject(await secret.read('AWSCURRENT'))
  const [publicKey, secretKey] = [nonEmptyTextAt(value, 'public_key'), nonEmptyTextAt(value, 'secret_key')]
  if (publicKey === undefined || secretKey === undefined)
    throw new CommandFailed(
      `The secret ${secret.name} is not a JSON object with public_key and secret_key. Apply the stack again, or copy the keys in Langfuse under Settings → API keys.`,
    )
  return { url, publicKey, secretKey }
}

async function writeVariables(file: string, variables: Readonly<Record<string, string>>): Promise<void> {
  const { chmod, readFile, writeFile } = await import('node:fs/promises')
  try {
    const text = await readFile(file, 'utf8').catch((error: unknown) => {
      if (errorCode(error) === 'ENOENT') return ''
      throw error
    })
    await writeFile(file, setVariables(text, variables), { mode: 0o600 })
    // The mode above is for a new file only.
    await chmod(file, 0o600)
  } catch (error) {
    throw new InvalidArgument(`--file: '${file}' cannot be written: ${errorMessage(error)}`)
  }
}
