import type { AwsSession } from './credentials'
import type { ECRClient } from '@aws-sdk/client-ecr'
import { type AwsRuntime, clientSettings } from './client'
import { type RegistryLogin, readLogin } from './ecr-login'
import {
  type CreatedRepository,
  LIFECYCLE_POLICY,
  REPOSITORY,
  notCreated,
  withoutPolicy,
} from './ecr-repository'
import { AwsError, factsOf, isDenied } from './error'

/** What a repository holds of what was asked for. */
export interface Presence {
  readonly repositoryExists: boolean
  /** From each tag or digest that is there to its digest. */
  readonly digests: ReadonlyMap<string, string>
}

// BatchGetImage and BatchCheckLayerAvailability take 1 to 100 ids each.
const LARGEST_BATCH = 100

// All forms, or ECR answers with a manifest that it converted, which has another digest.
const MANIFEST_TYPES = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.docker.distribution.manifest.v2+json',
]

/** The API of Amazon ECR: what the registry's own protocol has not, or can only ask one by one. */
export class Ecr {
  private connected: Promise<ECRClient> | undefined
  private readonly registry: { registryId?: string }

  /** @param registryId the account whose registry is meant; the session's own if absent */
  constructor(
    private readonly session: AwsSession,
    private readonly runtime: AwsRuntime,
    registryId?: string,
  ) {
    this.registry = registryId === undefined ? {} : { registryId }
  }

  /**
   * The name and password with which the registry is pushed to (`GetAuthorizationToken`).
   * @throws AwsError
   */
  async login(): Promise<RegistryLogin> {
    const { GetAuthorizationTokenCommand } = await import('@aws-sdk/client-ecr')
    const client = await this.client()
    try {
      const login = readLogin(await client.send(new GetAuthorizationTokenCommand({})), this.runtime)
      // The password is good for any registry that the role may use; AWS answers with the host of the role's own.
      const { registryId } = this.registry
      return registryId === undefined
        ? login
        : { ...login, host: login.host.replace(/^\d{12}(?=\.dkr)/, registryId) }
    } catch (error) {
      throw error instanceof AwsError
        ? error
        : new AwsError(factsOf(error, 'ecr:GetAuthorizationToken'), { cause: error })
    }
  }

  /**
   * Which of an image's names are there, a hundred in one request (`BatchGetImage`); ask for at least one.
   * @returns undefined when the role may not ask, which says nothing about the images
   * @throws AwsError
   */
  async images(
    repository: string,
    references: { readonly tags: readonly string[]; readonly digests: readonly string[] },
  ): Promise<Presence | undefined> {
    const { BatchGetImageCommand } = await import('@aws-sdk/client-ecr')
    const asked = new Set([...references.tags, ...references.digests])
    const ids = [
      ...[...new Set(references.tags)].map((imageTag) => ({ imageTag })),
      ...[...new Set(references.digests)].map((imageDigest) => ({ imageDigest })),
    ]
    const input = { ...this.registry, repositoryName: repository, acceptedMediaTypes: MANIFEST_TYPES }
    const found = await this.inBatches('ecr:BatchGetImage', ids, async (client, imageIds) => {
      const { images = [] } = await client.send(new BatchGetImageCommand({ ...input, imageIds }))
      return images.flatMap(({ imageId: { imageTag, imageDigest } = {} }) =>
        imageDigest === undefined ? [] : [imageTag, imageDigest].map((name) => [name, imageDigest] as const),
      )
    })
    if (found === 'denied') return undefined
    if (found === 'no repository') return { repositoryExists: false, digests: new Map() }
    const names = found.flatMap(([name, digest]) =>
      name !== undefined && asked.has(name) ? [[name, digest] as const] : [],
    )
    return { repositoryExists: true, digests: new Map(names) }
  }

  /**
   * Which blobs the repository can use as they are (`BatchCheckLayerAvailability`); archived ones it can't.
   * @returns undefined when the role may not ask; none when there is no such repository
   * @throws AwsError
   */
  async blobs(repository: string, digests: Iterable<string>): Promise<Set<string> | undefined> {
    const { BatchCheckLayerAvailabilityCommand } = await import('@aws-sdk/client-ecr')
    const input = { ...this.registry, repositoryName: repository }
    const found = await this.inBatches(
      'ecr:BatchCheckLayerAvailability',
      [...new Set(digests)],
      async (client, layerDigests) => {
        const { layers = [] } = await client.send(
          new BatchCheckLayerAvailabilityCommand({ ...input, layerDigests }),
        )
        return layers.flatMap(({ layerDigest, layerAvailability }) =>
          layerDigest !== undefined && layerAvailability === 'AVAILABLE' ? [layerDigest] : [],
        )
      },
    )
    return found === 'denied' ? undefined : new Set(found === 'no repository' ? [] : found)
  }

  /**
   * Makes a repository with immutable tags, scan on push, encryption and a lifecycle policy.
   * One that exists, or that someone else makes in the same moment, is success and keeps its settings.
   * @throws AwsError naming the missing permission and the ways around it
   */
  async createRepository(name: string): Promise<CreatedRepository> {
    const { CreateRepositoryCommand, PutLifecyclePolicyCommand } = await import('@aws-sdk/client-ecr')
    const client = await this.client()
    const repository = { ...this.registry, repositoryName: name }
    try {
      await client.send(
        new CreateRepositoryCommand({ ...repository, ...REPOSITORY, tags: [...REPOSITORY.tags] }),
      )
    } catch (error) {
      if (factsOf(error, '').code === 'RepositoryAlreadyExistsException') return { created: false }
      throw notCreated(error, name, this.session.region)
    }
    try {
      await client.send(
        new PutLifecyclePolicyCommand({ ...repository, lifecyclePolicyText: LIFECYCLE_POLICY }),
      )
      return { created: true }
    } catch (error) {
      return { created: true, warning: withoutPolicy(error, name, this.session.region) }
    }
  }

  /**
   * Whether the account lets a blob be used by several repositories without a second upload
   * (`GetAccountSetting`, https://docs.aws.amazon.com/AmazonECR/latest/userguide/blob-mounting.html).
   * @returns false when the role may not ask
   */
  async mountsBlobs(): Promise<boolean> {
    const { GetAccountSettingCommand } = await import('@aws-sdk/client-ecr')
    const client = await this.client()
    try {
      const { value } = await client.send(new GetAccountSettingCommand({ name: 'BLOB_MOUNTING' }))
      return value === 'ENABLED'
    } catch {
      // Asked to save time only: without an answer, each repository is sent its own.
      return false
    }
  }

  private async inBatches<Id, Found>(
    action: string,
    ids: readonly Id[],
    ask: (client: ECRClient, batch: Id[]) => Promise<Found[]>,
  ): Promise<Found[] | 'denied' | 'no repository'> {
    const found: Found[] = []
    const client = await this.client()
    try {
      for (let start = 0; start < ids.length; start += LARGEST_BATCH) {
        found.push(...(await ask(client, ids.slice(start, start + LARGEST_BATCH))))
      }
      return found
    } catch (error) {
      const facts = factsOf(error, action)
      if (isDenied(facts)) return 'denied'
      if (facts.code === 'RepositoryNotFoundException') return 'no repository'
      throw new AwsError(facts, { cause: error })
    }
  }

  private async client(): Promise<ECRClient> {
    // Ahead of the call, so that a role that can't be assumed is told apart from a call that is denied.
    await this.session.credentials?.()
    this.connected ??= this.connect()
    return this.connected
  }

  private async connect(): Promise<ECRClient> {
    const { ECRClient } = await import('@aws-sdk/client-ecr')
    return new ECRClient(await clientSettings('ECR', this.session, this.runtime))
  }
}
