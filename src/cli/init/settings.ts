import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { numberAt, parseObject, textAt, valueAt, itemsOf } from '../../text/json'
import { CommandFailed } from '../error'

/** Variables of terraform/bootstrap, in the user's repository. */
export const SETTINGS_FILE = 'langfuse/bootstrap.tfvars.json'

export interface Settings {
  readonly region: string
  readonly account_id: string
  readonly name: string
  readonly repository: string
  readonly repository_id: number
  readonly owner_id: number
  readonly branch: string
  readonly environment: string | null
  readonly create_oidc_provider: boolean
  readonly hosted_zone_ids: readonly string[]
  /** Variables that users added, such as `kms_key_arns`. */
  readonly more?: Readonly<Record<string, unknown>>
}

/** Returns the file's content. */
export const renderSettings = ({ more, ...settings }: Settings): string =>
  `${JSON.stringify({ ...settings, ...more }, undefined, 2)}\n`

/** Reads the settings of an earlier run. @throws CommandFailed for an invalid file */
export async function readSettings(directory: string): Promise<Settings | undefined> {
  const path = join(directory, SETTINGS_FILE)
  const text = await readOptional(path)
  if (text === undefined) return undefined
  const content = parseObject(text)
  const required = ['region', 'account_id', 'name', 'repository', 'branch'] as const
  const missing = required.filter((name) => textAt(content, name) === undefined)
  const [id, owner] = [numberAt(content, 'repository_id'), numberAt(content, 'owner_id')]
  if (content === undefined || missing.length > 0 || id === undefined || owner === undefined)
    throw new CommandFailed(
      `${path} is invalid${missing.length > 0 ? `: ${missing.join(', ')} is missing` : ''}. Restore it from Git, or delete it and run init again.`,
    )
  const field = (name: (typeof required)[number]): string => textAt(content, name) ?? ''
  const known = {
    region: field('region'),
    account_id: field('account_id'),
    name: field('name'),
    repository: field('repository'),
    repository_id: id,
    owner_id: owner,
    branch: field('branch'),
    environment: textAt(content, 'environment') ?? null,
    create_oidc_provider: valueAt(content, 'create_oidc_provider') !== false,
    hosted_zone_ids: itemsOf(valueAt(content, 'hosted_zone_ids')).filter((zone) => typeof zone === 'string'),
  }
  const added = Object.entries(content).filter(([name]) => !Object.hasOwn(known, name))
  return { ...known, ...(added.length > 0 && { more: Object.fromEntries(added) }) }
}

/** Reads a file; undefined if it does not exist. */
export async function readOptional(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (textAt(error, 'code') === 'ENOENT') return undefined
    throw new CommandFailed(`${path} cannot be read: ${String(error)}.`, { cause: error })
  }
}
