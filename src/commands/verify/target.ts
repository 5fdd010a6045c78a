import { readSecret, regionOfSecret } from '../../aws/secret'
import { InvalidInput, type ApiKeys, type RootInputs, type VerifyInputs } from '../../inputs/inputs'
import { authorizationOf } from '../../langfuse/client'
import { tellsVersion } from '../../langfuse/health'
import { isLoopback } from '../../text/image-reference'
import { Stack } from '../stack/stack'
import { openSession } from '../aws-session'
import type { Runtime } from '../runtime'

/** A Langfuse, and what is known of it before it is asked. */
export interface Target {
  readonly url: URL
  readonly keys: ApiKeys
  /** As the tag of the image has it; undefined when nothing says it. */
  readonly version: string | undefined
  /** The name of the stack, where its outputs were needed. */
  readonly stack: string | undefined
  /** Names of CloudWatch log groups, by what writes to them. */
  readonly logGroups: Readonly<Record<string, string>>
}

/** What is given, and for the rest the outputs of the stack. Its secrets are masked. */
export async function findTarget(inputs: VerifyInputs, runtime: Runtime): Promise<Target> {
  const { url, keys } = inputs
  if (url !== undefined && keys !== undefined) {
    maskKeys(keys, runtime)
    return {
      url,
      keys,
      version: await pinnedVersion(inputs.images, runtime),
      stack: undefined,
      logGroups: {},
    }
  }
  return fromStack(inputs, runtime)
}

/** Nothing is planned, so nothing that only a plan takes is asked for. */
const NO_PLAN = {
  githubToken: undefined,
  varFiles: [],
  variables: [],
  targets: [],
  replace: [],
  parallelism: 10,
  lockTimeout: '0s',
  allowDestroy: [],
  statefulTypes: [],
  planRecords: undefined,
}

async function fromStack(inputs: VerifyInputs, runtime: Runtime): Promise<Target> {
  const stack = await Stack.open({ ...inputs, ...NO_PLAN }, runtime)
  try {
    const outputs = await readOutputs(stack, runtime)
    const { keys } = inputs
    const version = text(outputs, 'langfuse_version') ?? (await pinnedVersion(inputs.images, runtime))
    return {
      url: inputs.url ?? urlOf(outputs, inputs),
      keys: keys === undefined ? await keysOf(outputs, stack, runtime) : maskKeys(keys, runtime),
      version: version !== undefined && tellsVersion(version) ? version : undefined,
      stack: inputs.stack,
      logGroups: textsIn(outputs['log_groups']),
    }
  } finally {
    await stack.close()
  }
}

type Outputs = Readonly<Record<string, unknown>>

async function readOutputs(stack: Stack, runtime: Runtime): Promise<Outputs> {
  const { terraform, inputs } = stack
  runtime.log.group('terraform init')
  try {
    await terraform.init({ backendConfig: inputs.backendConfig })
    if (inputs.workspace !== undefined) await terraform.selectWorkspace(inputs.workspace, { missing: 'fail' })
    const outputs = await terraform.output()
    return Object.fromEntries([...outputs].map(([name, { value }]) => [name, value]))
  } finally {
    runtime.log.endGroup()
  }
}

const text = (outputs: Outputs, name: string): string | undefined => {
  const value = outputs[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

function textsIn(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

function urlOf(outputs: Outputs, root: RootInputs): URL {
  const url = text(outputs, 'url')
  if (url !== undefined && URL.canParse(url) && isSafe(new URL(url))) return new URL(url)
  throw lacking('url', outputs, root)
}

/** Keys go along, so plain HTTP is for this machine only. */
const isSafe = ({ protocol, hostname }: URL): boolean => protocol === 'https:' || isLoopback(hostname)

/** @param name of the output */
function lacking(name: string, outputs: Outputs, { directory, workspace }: RootInputs): InvalidInput {
  const instead = name === 'url' ? 'url' : 'public-key and secret-key'
  const where = workspace === undefined ? directory : `${directory} (workspace ${workspace})`
  return new InvalidInput(
    Object.keys(outputs).length === 0
      ? `working-directory: the state of ${where} has no outputs; apply it first, check backend-config and workspace, or give ${instead}`
      : `working-directory: the state of ${where} has no output '${name}' that is of use; give ${instead}`,
  )
}

async function keysOf(outputs: Outputs, stack: Stack, runtime: Runtime): Promise<ApiKeys> {
  const { aws } = stack.inputs
  const arn = text(outputs, 'api_keys_secret_arn')
  const region = arn === undefined ? undefined : regionOfSecret(arn)
  if (arn === undefined || region === undefined) throw lacking('api_keys_secret_arn', outputs, stack.inputs)
  const session = stack.session ?? (await openSession(aws, aws.region ?? region, runtime))
  const secret = await readSecret(arn, { ...session, region }, { ...runtime, mask: runtime.log.mask })
  runtime.log.mask(secret)
  const keys = parseKeys(secret)
  if (keys !== undefined) return maskKeys(keys, runtime)
  throw new InvalidInput(`public-key: the secret ${arn} is not JSON with public_key and secret_key`)
}

function parseKeys(secret: string): ApiKeys | undefined {
  try {
    const { public_key: publicKey, secret_key: secretKey } = textsIn(JSON.parse(secret))
    return publicKey && secretKey ? { publicKey, secretKey } : undefined
  } catch {
    return undefined
  }
}

/** The public key is half of what is sent, and no secret. */
function maskKeys(keys: ApiKeys, runtime: Runtime): ApiKeys {
  runtime.log.mask(keys.secretKey)
  runtime.log.mask(authorizationOf(keys).replace('Basic ', ''))
  return keys
}

/** What images.yaml says of the version, where there is one. */
async function pinnedVersion(path: string, runtime: Runtime): Promise<string | undefined> {
  const { parseImages } = await import('../../images/images-yaml')
  const file = await runtime.readFile(path).catch(() => undefined)
  if (file === undefined) return undefined
  const tag = parseImages(file, path).find(({ name }) => name === 'langfuse-web')?.tag
  return tag !== undefined && tellsVersion(tag) ? tag : undefined
}
