import type { AwsSession } from '../aws/credentials'
import type { Ecr } from '../aws/ecr'
import { parseEcrHost } from '../aws/ecr-host'
import type { RegistryLogin } from '../aws/ecr-login'
import { InvalidInput, type MirrorInputs } from '../inputs/inputs'
import { Registry } from '../registry/client'
import { dockerCredentials } from '../registry/docker-config'
import { ECR_RATES } from '../http/rate-limiter'
import { Limiter } from '../http/limiter'
import { type ExistenceCheck, checkByHead } from '../registry/presence'
import { apiOrigin } from '../text/image-reference'
import type { Login } from '../registry/token'
import type { Runtime } from './runtime'

/** Where images go to. */
export interface Target {
  readonly registry: Registry
  readonly presence: ExistenceCheck
  /** Makes a repository that the registry lacks; undefined where a push makes it. */
  readonly prepareRepository: ((repository: string) => Promise<void>) | undefined
  /** Whether blobs can be mounted from one repository into another. */
  readonly mounts: () => Promise<boolean>
}

/** Questions in flight to a registry that takes them one by one; they are small. */
const QUESTIONS_AT_ONCE = 32

/** The registries of one run, each with its own way to log in. */
export class Registries {
  private readonly sources = new Map<string, Registry>()
  private readonly sessions = new Map<string | undefined, Promise<AwsSession>>()

  constructor(
    private readonly inputs: Pick<MirrorInputs, 'aws' | 'registry' | 'createRepositories' | 'dryRun'>,
    private readonly runtime: Runtime,
    private readonly warn: (text: string) => void,
  ) {}

  /** A registry that images come from: ECR by the AWS session, all others by Docker's config. */
  source(name: string): Registry {
    const known = this.sources.get(name)
    if (known !== undefined) return known
    const login = parseEcrHost(name) ? this.ecrLogin(name) : this.dockerLogin(name)
    const registry = new Registry({ name, origin: apiOrigin(name), login }, this.runtime)
    this.sources.set(name, registry)
    return registry
  }

  /** The registry that images go to: the account's ECR unless the inputs name another. */
  async target(): Promise<Target> {
    const name = this.inputs.registry
    if (name === undefined || parseEcrHost(name)) return this.ecrTarget(name)
    const registry = new Registry(
      { name, origin: apiOrigin(name), login: this.dockerLogin(name) },
      this.runtime,
    )
    const presence = checkByHead(registry, new Limiter(QUESTIONS_AT_ONCE))
    await registry.greet()
    return { registry, presence, prepareRepository: undefined, mounts: () => Promise.resolve(true) }
  }

  private async ecrTarget(host: string | undefined): Promise<Target> {
    const ecr = await this.ecr(host)
    const first = await ecr.login()
    const name = host ?? first.host
    const registry = new Registry(
      { name, origin: apiOrigin(name), login: this.loginBy(ecr, first), rates: ECR_RATES },
      this.runtime,
    )
    return {
      registry,
      presence: ecrPresence(ecr, checkByHead(registry, new Limiter(QUESTIONS_AT_ONCE))),
      prepareRepository: (repository) => this.prepare(ecr, repository),
      mounts: () => ecr.mountsBlobs(),
    }
  }

  private async prepare(ecr: Ecr, repository: string): Promise<void> {
    if (this.inputs.dryRun) {
      this.runtime.log.info(`${repository} would be created`)
      return
    }
    if (!this.inputs.createRepositories) {
      throw new InvalidInput(
        `create-repositories: is false, and the repository ${repository} does not exist; ` +
          `create it (aws ecr create-repository --repository-name ${repository}), or leave the input out`,
      )
    }
    const { created, warning } = await ecr.createRepository(repository)
    if (created) this.runtime.log.info(`${repository} created: immutable tags, scan on push, encrypted`)
    if (warning !== undefined) this.warn(warning)
  }

  /** @param host of an ECR registry; undefined for the session's own */
  private async ecr(host: string | undefined): Promise<Ecr> {
    const place = host === undefined ? undefined : parseEcrHost(host)
    const region = place?.region ?? this.inputs.aws.region
    // Loaded here, since a run between other registries does without AWS.
    const [{ Ecr }, { openSession }] = await Promise.all([import('../aws/ecr'), import('./aws-session')])
    const session = this.sessions.get(region) ?? openSession(this.inputs.aws, region, this.runtime)
    this.sessions.set(region, session)
    return new Ecr(await session, { ...this.runtime, mask: this.runtime.log.mask }, place?.accountId)
  }

  private ecrLogin(host: string): Login {
    const credentials: Login['credentials'] = async () => (await this.ecr(host)).login()
    return { challenge: { scheme: 'basic' }, mask: this.runtime.log.mask, credentials }
  }

  private loginBy(ecr: Ecr, first: RegistryLogin): Login {
    let next: RegistryLogin | undefined = first
    const credentials: Login['credentials'] = async () => {
      const login = next ?? (await ecr.login())
      next = undefined
      return login
    }
    return { challenge: { scheme: 'basic' }, mask: this.runtime.log.mask, credentials }
  }

  private dockerLogin(name: string): Login {
    const runtime = { env: this.runtime.env, run: this.runtime.runHelper }
    return { mask: this.runtime.log.mask, credentials: () => dockerCredentials(name, runtime) }
  }
}

/** ECR's own API answers for a hundred at once; a role that may not ask it falls back to the registry's protocol. */
function ecrPresence(ecr: Ecr, byHead: ExistenceCheck): ExistenceCheck {
  return {
    async image(wanted) {
      const { repository, tag, fallbackTag, digest } = wanted
      const answer = await ecr.images(repository, { tags: [tag, fallbackTag], digests: [digest] })
      if (answer === undefined) return byHead.image(wanted)
      return {
        repositoryExists: answer.repositoryExists,
        tag: answer.digests.get(tag),
        fallbackTag: answer.digests.get(fallbackTag),
        hasDigest: answer.digests.has(digest),
      }
    },
    async blobs(repository, digests) {
      return (await ecr.blobs(repository, digests)) ?? byHead.blobs(repository, digests)
    },
  }
}
