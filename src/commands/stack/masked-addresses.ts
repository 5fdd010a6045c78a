import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { maskInstanceKeys } from '../../plan/instance-key'
import type { Plan } from '../../plan/plan'
import { isRecord, parseJson } from '../../text/json'

const pathIn = (folder: string): string => join(folder, 'addresses.json')

/**
 * Writes the addresses of a plan that contain secrets, for the `post` step, which knows no secrets.
 *
 * @param folder of the step
 */
export async function writeMaskedAddresses(
  folder: string,
  { resources, actionInvocations }: Pick<Plan, 'resources' | 'actionInvocations'>,
  redact: (text: string) => string,
): Promise<void> {
  const addresses = [...resources, ...actionInvocations].map(({ address }) => address)
  const masked = addresses.map((address) => [address, redact(address)] as const)
  const changed = Object.fromEntries(masked.filter(([address, clean]) => clean !== address))
  // Without the file, the post step masks each instance key.
  await writeFile(pathIn(folder), JSON.stringify(changed), { mode: 0o600 }).catch(() => undefined)
}

/** Returns a function that masks the secrets in the addresses of a plan that another step has made. */
export async function readMaskedAddresses(folder: string): Promise<(text: string) => string> {
  const known = parseJson(await readFile(pathIn(folder), 'utf8').catch(() => ''))
  if (!isRecord(known)) return maskInstanceKeys
  // A longer address may contain a shorter one.
  const masked = Object.entries(known).sort(([a], [b]) => b.length - a.length)
  return (text) =>
    masked.reduce((clean, [address, mask]) => clean.replaceAll(address, () => String(mask)), text)
}
