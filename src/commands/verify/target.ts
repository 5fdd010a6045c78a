import { readSecret, regionOfSecret } from '../../aws/secret'
import { type ApiKeys, InvalidInput, type VerifyInputs } from '../../inputs/inputs'
import { encodeBasicCredentials } from '../../http/basic-authorization'
import { isVersionTag } from '../../langfuse/health'
import { MASK } from '../../text/redact'
import { isSafeUrl } from '../../text/url'
import { openSession } from '../aws-session'
import type { Runtime } from '../runtime'
import { TerraformRoot } from '../stack/terraform-root'

export interface VerifyTarget {
  readonly url: URL
  readonly keys: ApiKeys
  /** Expected version, as in `3.225.11`. */
  readonly version: string | undefined
  /** Undefined if no outputs were read. */
  readonly stack: string | undefined
  /** CloudWatch log groups by component. */
  readonly logGroups: Readonly<Record<string, string>>
}

/**
 * Returns the deployment; missing inputs come from the stack's outputs. Masks its secrets.
 *
 * @throws InvalidInput if an output is missing; TerraformFailed, AwsError
 */
export async function findTarget(inputs: VerifyInputs, runtime: Runtime): Promise<VerifyTarget> {
  const { url, keys, outputs } = inputs
  if (outputs !== undefined) return targetFrom(outputs, { inputs, runtime, session: undefined })
  if (url === undefined || keys === undefined) return targetOfStack(inputs, runtime)
  maskKeys(keys, runtime)
  const version = await readPinnedVersion(inputs.images, runtime)
  return { url, keys, version, stack: undefined, logGroups: {} }
}

async function targetOfStack(inputs: VerifyInputs, runtime: Runtime): Promise<VerifyTarget> {
  const root = await openRoot(inputs, runtime)
  try {
    await root.init('fail')
    return await targetFrom(await readRootOutputs(root), { inputs, runtime, session: root.session })
  } finally {
    await root.close()
  }
}

/** @throws InvalidInput that names the inputs with which no root module is needed */
async function openRoot(inputs: VerifyInputs, runtime: Runtime): Promise<TerraformRoot> {
  try {
    return await TerraformRoot.open(inputs, runtime)
  } catch (error) {
    if (!(error instanceof InvalidInput) || !error.message.startsWith('working-directory:')) throw error
    throw new InvalidInput(`${error.message} Without a root module, set url, public-key and secret-key.`)
  }
}

interface Verification {
  readonly inputs: VerifyInputs
  readonly runtime: Runtime
  /** Undefined: opened if a secret has to be read. */
  readonly session: TerraformRoot['session']
}

async function targetFrom(outputs: Outputs, verification: Verification): Promise<VerifyTarget> {
  const { inputs, runtime } = verification
  const version = textAt(outputs, 'langfuse_version') ?? (await readPinnedVersion(inputs.images, runtime))
  return {
    url: inputs.url ?? urlFrom(outputs, inputs),
    keys: inputs.keys === undefined ? await readKeys(outputs, verification) : maskKeys(inputs.keys, runtime),
    version: version !== undefined && isVersionTag(version) ? version : undefined,
    stack: inputs.stack,
    logGroups: textsOf(outputs['log_groups']),
  }
}

type Outputs = Readonly<Record<string, unknown>>

async function readRootOutputs({ terraform }: TerraformRoot): Promise<Outputs> {
  const outputs = await terraform.output()
  return Object.fromEntries([...outputs].map(([name, { value }]) => [name, value]))
}

function textAt(outputs: Outputs, name: string): string | undefined {
  const value = outputs[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

function textsOf(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

function urlFrom(outputs: Outputs, root: VerifyInputs): URL {
  const url = textAt(outputs, 'url')
  if (url !== undefined && isSafeUrl(url) && !isMasked(url)) return new URL(url)
  throw missingOutput('url', outputs, root)
}

/** `apply` and `plan` mask what contains a sensitive value. */
const isMasked = (text: string): boolean => text.includes(MASK)

function missingOutput(name: string, outputs: Outputs, inputs: VerifyInputs): InvalidInput {
  const { directory, workspace, outputs: given } = inputs
  const input = name === 'url' ? 'url' : 'public-key and secret-key'
  const state = `the state of ${workspace === undefined ? directory : `${directory} (workspace ${workspace})`}`
  if (given !== undefined && isMasked(textAt(outputs, name) ?? ''))
    return new InvalidInput(
      `terraform-outputs: the output '${name}' contains a sensitive value, which is masked. List ${name} in sensitive-outputs of apply, or set ${input}.`,
    )
  if (given !== undefined)
    return new InvalidInput(
      `terraform-outputs: has no valid output '${name}'. Add it to the root module, or set ${input}.`,
    )
  return new InvalidInput(
    Object.keys(outputs).length === 0
      ? `working-directory: ${state} has no outputs. Apply it first, check backend-config and workspace, or set ${input}.`
      : `working-directory: ${state} has no valid output '${name}'. Set ${input}.`,
  )
}

async function readKeys(
  outputs: Outputs,
  { inputs, runtime, session: opened }: Verification,
): Promise<ApiKeys> {
  const { aws } = inputs
  const arn = textAt(outputs, 'api_keys_secret_arn')
  const region = arn === undefined ? undefined : regionOfSecret(arn)
  if (arn === undefined || region === undefined || isMasked(arn))
    throw missingOutput('api_keys_secret_arn', outputs, inputs)
  const session = opened ?? (await openSession(aws, aws.region ?? region, runtime))
  const secret = await readSecret(arn, { ...session, region }, { ...runtime, mask: runtime.log.mask })
  runtime.log.mask(secret)
  const keys = parseKeys(secret)
  if (keys !== undefined) return maskKeys(keys, runtime)
  throw new InvalidInput(
    `public-key: the secret ${arn} is not a JSON object with public_key and secret_key. Set public-key and secret-key.`,
  )
}

function parseKeys(secret: string): ApiKeys | undefined {
  try {
    const { public_key: publicKey, secret_key: secretKey } = textsOf(JSON.parse(secret))
    return publicKey && secretKey ? { publicKey, secretKey } : undefined
  } catch {
    return undefined
  }
}

/** Masks the secret key and the encoded pair, not the public key. */
function maskKeys(keys: ApiKeys, runtime: Runtime): ApiKeys {
  runtime.log.mask(keys.secretKey)
  runtime.log.mask(encodeBasicCredentials(keys.publicKey, keys.secretKey))
  return keys
}

async function readPinnedVersion(path: string, runtime: Runtime): Promise<string | undefined> {
  const file = await runtime.readFile(path).catch(() => undefined)
  if (file === undefined) return undefined
  const { parseImages } = await import('../../images/images-yaml')
  const tag = parseImages(file, path).find(({ name }) => name === 'langfuse-web')?.tag
  return tag !== undefined && isVersionTag(tag) ? tag : undefined
}
