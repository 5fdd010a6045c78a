import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import { isRecord, parseJson } from '../text/json'

/** Of one workspace. */
export interface StateBackend {
  readonly bucket: string
  /** Of the workspace's state object. */
  readonly key: string
  readonly region: string | undefined
  readonly workspace: string
  /** `use_lockfile`. */
  readonly hasLockFile: boolean
}

export interface BackendRuntime {
  readonly env: NodeJS.ProcessEnv
  readonly readFile: (path: string) => Promise<string>
}

const DEFAULT_WORKSPACE = 'default'

/**
 * Reads the S3 backend that `terraform init` stored.
 *
 * @returns undefined before `init` and for other backends
 */
export async function readBackend(
  directory: string,
  { env, readFile }: BackendRuntime,
): Promise<StateBackend | undefined> {
  const stored = await readStored(directory, { env, readFile })
  if (stored.type !== 's3') return undefined
  const { config, workspace } = stored
  const { bucket, key, region, workspace_key_prefix: prefix, use_lockfile: hasLockFile } = config
  if (typeof bucket !== 'string' || typeof key !== 'string') return undefined
  return {
    bucket,
    key: workspace === DEFAULT_WORKSPACE ? key : `${nonEmptyString(prefix) ?? 'env:'}/${workspace}/${key}`,
    region: nonEmptyString(region),
    workspace,
    hasLockFile: hasLockFile === true,
  }
}

export interface StateLocation {
  readonly workspace: string
  /** `s3://bucket/key` of the workspace, or type and address of another backend; has no credentials. */
  readonly address: string
}

/** Reads where `terraform init` found the state, in any backend. */
export async function readStateLocation(directory: string, runtime: BackendRuntime): Promise<StateLocation> {
  const s3 = await readBackend(directory, runtime)
  const { type, config, workspace } = await readStored(directory, runtime)
  if (s3 === undefined) return { workspace, address: [type, ...addressSettings(config)].join(' ') }
  const endpoint = addressSettings({ endpoint: config['endpoint'], endpoints: config['endpoints'] })
  return { workspace, address: [`s3://${s3.bucket}/${s3.key}`, ...endpoint].join(' ') }
}

/** Settings that say where a backend keeps the state. None of them is a credential. */
const ADDRESS_SETTINGS: ReadonlySet<string> = new Set([
  ...['address', 'bucket', 'container_name', 'endpoint', 'endpoints', 'host', 'hostname', 'key', 'name'],
  ...[
    'namespace',
    'organization',
    'path',
    'prefix',
    'project',
    'region',
    'resource_group_name',
    'schema_name',
  ],
  ...[
    'secret_suffix',
    'storage_account_name',
    'subscription_id',
    'tablestore_table',
    'tags',
    'workspace_dir',
  ],
  ...['workspaces', 'conn_str', 'config_context', 'url', 'repo', 'subpath', 'workspace_key_prefix'],
])

function addressSettings(config: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(config)
    .filter(([name, value]) => ADDRESS_SETTINGS.has(name) && hasValue(value))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([name, value]) =>
        `${name}=${shorten(withoutUser(typeof value === 'string' ? value : JSON.stringify(value)))}`,
    )
}

function hasValue(value: unknown): boolean {
  if (isRecord(value) || Array.isArray(value)) return Object.values(value).some(hasValue)
  return value !== null && value !== undefined && value !== ''
}

/** A URL may contain a user, a password and a token. */
const withoutUser = (text: string): string =>
  text.replace(/^([a-z][a-z0-9+.-]{0,20}:\/\/)[^/@]*@/i, '$1').replace(/[?#].*$/s, '')

const MAX_SETTING_LENGTH = 200

/** Keeps long values distinct. */
const shorten = (text: string): string =>
  text.length <= MAX_SETTING_LENGTH
    ? text
    : `${text.slice(0, MAX_SETTING_LENGTH)}…${createHash('sha256').update(text).digest('hex').slice(0, 16)}`

interface StoredBackend {
  readonly type: string
  readonly config: Record<string, unknown>
  readonly workspace: string
}

/** `.terraform/terraform.tfstate` has the format of a version 3 state plus the backend settings. */
async function readStored(directory: string, { env, readFile }: BackendRuntime): Promise<StoredBackend> {
  const data = (name: string): Promise<string | undefined> =>
    readFile(resolve(directory, env['TF_DATA_DIR'] || '.terraform', name)).catch(undefinedIfMissing)
  // https://developer.hashicorp.com/terraform/cli/workspaces#workspace-internals
  const workspace = env['TF_WORKSPACE'] || (await data('environment'))?.trim() || DEFAULT_WORKSPACE
  const file = parseJson((await data('terraform.tfstate')) ?? '')
  const backend = isRecord(file) ? file['backend'] : undefined
  const type = isRecord(backend) ? nonEmptyString(backend['type']) : undefined
  const config = isRecord(backend) && isRecord(backend['config']) ? backend['config'] : {}
  return { type: type ?? 'local', config, workspace }
}

function nonEmptyString(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function undefinedIfMissing(error: unknown): undefined {
  if (isRecord(error) && error['code'] === 'ENOENT') return undefined
  throw error
}
