import { resolve } from 'node:path'
import { isRecord, parseJson } from '../text/json'

/** Where Terraform's S3 backend keeps the state of one workspace. */
export interface StateBackend {
  readonly bucket: string
  /** The key of the workspace's own object. */
  readonly key: string
  /** Undefined when the environment says it. */
  readonly region: string | undefined
  readonly workspace: string
  /** Whether a lock is an object beside the state. */
  readonly hasLockFile: boolean
}

export interface BackendRuntime {
  readonly env: NodeJS.ProcessEnv
  readonly readFile: (path: string) => Promise<string>
}

const DEFAULT_WORKSPACE = 'default'

/**
 * The S3 backend of a root module, as `terraform init` left it in the module's data directory.
 * @returns undefined before `init`, without a backend and with one of another type
 */
export async function readBackend(
  directory: string,
  { env, readFile }: BackendRuntime,
): Promise<StateBackend | undefined> {
  const data = (name: string): Promise<string | undefined> =>
    readFile(resolve(directory, env['TF_DATA_DIR'] || '.terraform', name)).catch(absent)
  const config = s3Config((await data('terraform.tfstate')) ?? '')
  if (config === undefined) return undefined
  const { bucket, key, region, workspace_key_prefix: prefix, use_lockfile: hasLockFile } = config
  if (typeof bucket !== 'string' || typeof key !== 'string') return undefined
  // https://developer.hashicorp.com/terraform/cli/workspaces#workspace-internals
  const workspace = env['TF_WORKSPACE'] || (await data('environment'))?.trim() || DEFAULT_WORKSPACE
  return {
    bucket,
    key: workspace === DEFAULT_WORKSPACE ? key : `${text(prefix) ?? 'env:'}/${workspace}/${key}`,
    region: text(region),
    workspace,
    hasLockFile: hasLockFile === true,
  }
}

/** `.terraform/terraform.tfstate` has the form of an old state, with the backend's settings in place of resources. */
function s3Config(body: string): Record<string, unknown> | undefined {
  const file = parseJson(body)
  const backend = isRecord(file) ? file['backend'] : undefined
  if (!isRecord(backend) || backend['type'] !== 's3') return undefined
  return isRecord(backend['config']) ? backend['config'] : undefined
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function absent(error: unknown): undefined {
  if (isRecord(error) && error['code'] === 'ENOENT') return undefined
  throw error
}
