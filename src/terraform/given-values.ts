import { readdir, readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { isRecord, parseJson } from '../text/json'
import type { Configuration } from './configuration'
import { type Attribute, isTooDeep, leavesOf, parseExpression, parseHcl } from './configuration-block'

export interface GivenInputs {
  /** `name=value` items. */
  readonly variables?: readonly string[] | undefined
  /** Relative to the root module. */
  readonly varFiles?: readonly string[] | undefined
}

/** Splits `name=value`. */
export function splitItem(item: string): readonly [name: string, value: string] {
  const at = item.indexOf('=')
  return at < 0 ? [item, ''] : [item.slice(0, at), item.slice(at + 1)]
}

/**
 * Returns the values of secret variables wherever Terraform reads them, and the secrets in the configuration.
 * The plan's JSON has no ephemeral values, and a plan that fails has no JSON.
 */
export async function givenSecrets(
  directory: string,
  { variables = [], varFiles = [] }: GivenInputs,
  {
    configuration,
    env,
  }: { readonly configuration: Configuration; readonly env: Readonly<Record<string, string>> },
): Promise<string[]> {
  const isSecret = (name: string): boolean => configuration.variables.get(name)?.isSecret === true
  const files = [...(await automaticFiles(directory)), ...varFiles]
  const inFiles = await Promise.all(files.map((path) => readVarFile(resolve(directory, path))))
  const environment = Object.entries(env).flatMap(([name, value]): [string, Attribute][] =>
    name.startsWith('TF_VAR_') ? [[name.slice('TF_VAR_'.length), valueOf(value)]] : [],
  )
  const items = variables.map((item): [string, Attribute] => {
    const [name, value] = splitItem(item)
    return [name, valueOf(value)]
  })
  const defaults = [...configuration.variables].flatMap(([name, declared]) =>
    declared.defaults.map((one): [string, Attribute] => [name, one]),
  )
  const given = [...inFiles.flat(), ...environment, ...items, ...defaults].filter(([name]) => isSecret(name))
  return [...configuration.literals, ...given.flatMap(([, { literals }]) => literals)]
}

/** The whole text and what is quoted in it: the type decides which of them is the value. */
const valueOf = (text: string): Attribute => ({ text, literals: [text, ...parseExpression(text).literals] })

/** Returns the last given text of each variable, in Terraform's order of precedence. */
export async function givenTexts(
  directory: string,
  { variables = [], varFiles = [] }: GivenInputs,
  env: Readonly<Record<string, string | undefined>>,
): Promise<ReadonlyMap<string, string>> {
  const environment = Object.entries(env).flatMap(([name, value = '']): [string, string][] =>
    name.startsWith('TF_VAR_') ? [[name.slice('TF_VAR_'.length), value]] : [],
  )
  const files = [...(await automaticFiles(directory)), ...varFiles]
  const inFiles = await Promise.all(files.map((path) => readVarFile(resolve(directory, path))))
  const texts = inFiles
    .flat()
    .map(([name, { text, literals }]): [string, string] => [name, text || JSON.stringify(literals)])
  return new Map([...environment, ...texts, ...variables.map(splitItem)])
}

/** Relative to the root module. */
async function automaticFiles(directory: string): Promise<string[]> {
  const names = await readdir(directory).catch(() => [])
  return names.filter((name) => /^terraform\.tfvars(?:\.json)?$|\.auto\.tfvars(?:\.json)?$/.test(name))
}

/** An unreadable file is reported by Terraform. */
async function readVarFile(path: string): Promise<(readonly [name: string, value: Attribute])[]> {
  const text = await readFile(path, 'utf8').catch(() => '')
  if (!path.endsWith('.json')) return [...parseHcl(text).attributes]
  const values = isTooDeep(text) ? undefined : parseJson(text)
  if (!isRecord(values)) return []
  return Object.entries(values).map(([name, value]) => [name, { text: '', literals: leavesOf(value) }])
}

/** Settings of a backend that are credentials. */
const BACKEND_CREDENTIAL =
  /secret|token|passw|access_key|private_key|client_certificate|conn_str|credential|external_id|sas_|encryption_key/i

/** Returns the secrets in `backend-config` items and files. */
export async function backendSecrets(directory: string, items: readonly string[]): Promise<string[]> {
  const pairs = items
    .filter((item) => item.includes('='))
    .map((item): readonly [string, Attribute] => {
      const [name, value] = splitItem(item)
      return [name, valueOf(value)]
    })
  const files = items.filter((item) => !item.includes('='))
  const inFiles = await Promise.all(files.map((path) => readVarFile(resolve(directory, path))))
  return [...pairs, ...inFiles.flat()]
    .filter(([name, { text }]) => BACKEND_CREDENTIAL.test(name) || BACKEND_CREDENTIAL.test(text))
    .flatMap(([, { literals }]) => literals)
}
