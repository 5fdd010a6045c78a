import type { Ecr } from '../../aws/ecr'
import { parseEcrHost } from '../../aws/ecr-host'
import type { RegistryLogin } from '../../aws/ecr-login'
import type { ScanFindings } from '../../aws/ecr-scan'
import { ECR_RATES } from '../../http/rate-limiter'
import { InvalidInput, type MirrorInputs } from '../../inputs/inputs'
import { Registry } from '../../registry/client'
import { checkByHead, type ExistenceCheck } from '../../registry/existence-check'
import { apiOrigin } from '../../text/image-reference'
import type { RegistryLogins } from '../registry-logins'
import { readScan } from '../scan-findings'
import type { Runtime } from '../runtime'

/** For the ping and the first images. */
const STARTING_CONNECTIONS = 5

export interface TargetRegistry {
  readonly registry: Registry
  readonly existence: ExistenceCheck
  /** Undefined if a push creates the repository. */
  readonly prepareRepository: ((repository: string) => Promise<void>) | undefined
  readonly canMountBlobs: () => Promise<boolean>
  /** Reads the registry's scan findings; undefined for a registry without scans. */
  readonly scanFindings?: (repository: string, digest: string) => Promise<ScanFindings>
}

export type TargetInputs = Pick<MirrorInputs, 'registry' | 'createRepositories' | 'dryRun'>

export interface TargetOptions {
  readonly logins: RegistryLogins
  readonly runtime: Runtime
  readonly warn: (message: string) => void
}

/**
 * Connects to the target: the account's ECR, or the registry that the inputs name.
 *
 * @throws AwsError, HttpError, InvalidInput
 */
export async function openTarget(inputs: TargetInputs, options: TargetOptions): Promise<TargetRegistry> {
  const name = inputs.registry
  if (name === undefined || parseEcrHost(name)) return openEcrTarget(inputs, options)
  const login = options.logins.forHost(name)
  const registry = new Registry({ name, origin: apiOrigin(name), login }, options.runtime)
  const existence = checkByHead(registry)
  registry.prepare({ other: STARTING_CONNECTIONS })
  registry.ping()
  return { registry, existence, prepareRepository: undefined, canMountBlobs: () => Promise.resolve(true) }
}

async function openEcrTarget(inputs: TargetInputs, options: TargetOptions): Promise<TargetRegistry> {
  const { logins, runtime } = options
  const ecr = await logins.openEcr(inputs.registry)
  // The login also names the account's host.
  const first = await ecr.login()
  const name = inputs.registry ?? first.host
  const login = logins.forEcr(firstThen(first, () => ecr.login()))
  const registry = new Registry({ name, origin: apiOrigin(name), login, rateLimits: ECR_RATES }, runtime)
  return {
    registry,
    existence: ecrExistence(ecr, checkByHead(registry)),
    prepareRepository: (repository) => createRepository(repository, ecr, { inputs, options }),
    canMountBlobs: () => ecr.isBlobMountingEnabled(),
    scanFindings: (repository, digest) => readScan(ecr, repository, digest),
  }
}

function firstThen(first: RegistryLogin, login: () => Promise<RegistryLogin>): () => Promise<RegistryLogin> {
  let unused: RegistryLogin | undefined = first
  return async () => {
    const next = unused ?? (await login())
    unused = undefined
    return next
  }
}

async function createRepository(
  repository: string,
  ecr: Ecr,
  { inputs, options }: { readonly inputs: TargetInputs; readonly options: TargetOptions },
): Promise<void> {
  const { log } = options.runtime
  if (inputs.dryRun) {
    log.info(`${repository} would be created`)
    return
  }
  if (!inputs.createRepositories) {
    throw new InvalidInput(
      `create-repositories: is false and the repository ${repository} does not exist. Create it (aws ecr create-repository --repository-name ${repository}) or remove the input.`,
    )
  }
  const { created, warning } = await ecr.createRepository(repository)
  if (created) log.info(`${repository} created: immutable tags, scan on push, encrypted`)
  if (warning !== undefined) options.warn(warning)
}

/** Falls back to HEAD requests without permission for ECR's API. */
function ecrExistence(ecr: Ecr, byHead: ExistenceCheck): ExistenceCheck {
  return {
    async findImage(wanted) {
      const { repository, tag, fallbackTag, digest } = wanted
      const content = await ecr.findImages(repository, { tags: [tag, fallbackTag], digests: [digest] })
      if (content === undefined) return byHead.findImage(wanted)
      return {
        repositoryExists: content.repositoryExists,
        tag: content.digests.get(tag),
        fallbackTag: content.digests.get(fallbackTag),
        hasDigest: content.digests.has(digest),
      }
    },
    async findReferences(repository, references) {
      const content = await ecr.findImages(repository, references)
      return content?.digests ?? byHead.findReferences(repository, references)
    },
    async findBlobs(repository, digests) {
      return (await ecr.findBlobs(repository, digests)) ?? byHead.findBlobs(repository, digests)
    },
  }
}
