import type { AwsSession } from './credentials'
import type { ECRClient } from '@aws-sdk/client-ecr'
import { type AwsRuntime, clientSettings } from './client'
import { type RegistryLogin, parseLogin } from './ecr-login'
import {
  type CreatedRepository,
  LIFECYCLE_POLICY,
  REPOSITORY_SETTINGS,
  creationError,
  missingPolicyWarning,
} from './ecr-repository'
import { parseScan, type ScanFindings, scanFailure, scannedDigest } from './ecr-scan'
import { AwsError, readErrorDetails, isDenied } from './error'

export interface RepositoryContent {
  readonly repositoryExists: boolean
  /** Digests by requested tag or digest. */
  readonly digests: ReadonlyMap<string, string>
}

/** Of BatchGetImage and BatchCheckLayerAvailability. */
const MAX_BATCH_SIZE = 100

/** ECR converts other types, which changes the digest. */
const ACCEPTED_MEDIA_TYPES = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.docker.distribution.manifest.v2+json',
]

/** Operations that the registry protocol lacks or cannot batch. */
export class Ecr {
  private connected: Promise<ECRClient> | undefined
  private readonly registry: { registryId?: string }
  /** Manifests that were found, by digest. */
  private readonly manifests = new Map<string, string>()
  private mounting: Promise<boolean> | undefined

  /** @param registryId default: the session's account */
  constructor(
    private readonly session: AwsSession,
    private readonly runtime: AwsRuntime,
    registryId?: string,
  ) {
    this.registry = registryId === undefined ? {} : { registryId }
  }

  /** Gets a password with `GetAuthorizationToken`. @throws AwsError */
  async login(): Promise<RegistryLogin> {
    const { GetAuthorizationTokenCommand } = await import('@aws-sdk/client-ecr')
    const client = await this.client()
    try {
      const login = parseLogin(await client.send(new GetAuthorizationTokenCommand({})), this.runtime)
      // The password is valid for other accounts' registries too.
      const { registryId } = this.registry
      return registryId === undefined
        ? login
        : { ...login, host: login.host.replace(/^\d{12}(?=\.dkr)/, registryId) }
    } catch (error) {
      throw error instanceof AwsError
        ? error
        : new AwsError(readErrorDetails(error, 'ecr:GetAuthorizationToken'), { cause: error })
    }
  }

  /** Finds images with `BatchGetImage`. Returns undefined without the permission. @throws AwsError */
  async findImages(
    repository: string,
    references: { readonly tags: readonly string[]; readonly digests: readonly string[] },
  ): Promise<RepositoryContent | undefined> {
    const { BatchGetImageCommand } = await import('@aws-sdk/client-ecr')
    const asked = new Set([...references.tags, ...references.digests])
    const ids = [
      ...[...new Set(references.tags)].map((imageTag) => ({ imageTag })),
      ...[...new Set(references.digests)].map((imageDigest) => ({ imageDigest })),
    ]
    const input = { ...this.registry, repositoryName: repository, acceptedMediaTypes: ACCEPTED_MEDIA_TYPES }
    const found = await this.inBatches('ecr:BatchGetImage', ids, async (client, imageIds) => {
      const { images = [] } = await client.send(new BatchGetImageCommand({ ...input, imageIds }))
      return images.flatMap(({ imageManifest, imageId: { imageTag, imageDigest } = {} }) => {
        if (imageDigest === undefined) return []
        if (imageManifest !== undefined) this.manifests.set(imageDigest, imageManifest)
        return [imageTag, imageDigest].map((name) => [name, imageDigest] as const)
      })
    })
    if (found === 'denied') return undefined
    if (found === 'no repository') return { repositoryExists: false, digests: new Map() }
    const names = found.flatMap(([name, digest]) =>
      name !== undefined && asked.has(name) ? [[name, digest] as const] : [],
    )
    return { repositoryExists: true, digests: new Map(names) }
  }

  /**
   * Finds blobs with `BatchCheckLayerAvailability`, without archived ones.
   *
   * @returns undefined without the permission
   * @throws AwsError
   */
  async findBlobs(repository: string, digests: Iterable<string>): Promise<Set<string> | undefined> {
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
   * Reads the findings of ECR's scan with `DescribeImageScanFindings`.
   *
   * @param digest of an image or an index
   * @throws AwsError
   */
  async scanFindings(repository: string, digest: string): Promise<ScanFindings> {
    const { DescribeImageScanFindingsCommand } = await import('@aws-sdk/client-ecr')
    const client = await this.client()
    const input = { ...this.registry, repositoryName: repository }
    let action = 'ecr:BatchGetImage'
    try {
      const manifest = this.manifests.get(digest) ?? (await this.readManifest(repository, digest))
      if (manifest === undefined) return { kind: 'unknown', reason: 'not in ECR' }
      action = 'ecr:DescribeImageScanFindings'
      const imageDigest = scannedDigest(digest, manifest)
      const command = new DescribeImageScanFindingsCommand({
        ...input,
        imageId: { imageDigest },
        maxResults: 1,
      })
      return parseScan(await client.send(command))
    } catch (error) {
      const details = readErrorDetails(error, action)
      const failure = scanFailure(details)
      if (failure !== undefined) return failure
      throw new AwsError(details, { cause: error })
    }
  }

  /** Creates a repository with {@link REPOSITORY_SETTINGS}; an existing one is unchanged. @throws AwsError */
  async createRepository(name: string): Promise<CreatedRepository> {
    const { CreateRepositoryCommand, PutLifecyclePolicyCommand } = await import('@aws-sdk/client-ecr')
    const client = await this.client()
    const repository = { ...this.registry, repositoryName: name }
    try {
      await client.send(
        new CreateRepositoryCommand({
          ...repository,
          ...REPOSITORY_SETTINGS,
          tags: [...REPOSITORY_SETTINGS.tags],
        }),
      )
    } catch (error) {
      if (readErrorDetails(error, '').code === 'RepositoryAlreadyExistsException') return { created: false }
      throw creationError(error, name, this.session.region)
    }
    try {
      await client.send(
        new PutLifecyclePolicyCommand({ ...repository, lifecyclePolicyText: LIFECYCLE_POLICY }),
      )
      return { created: true }
    } catch (error) {
      return { created: true, warning: missingPolicyWarning(error, name, this.session.region) }
    }
  }

  /** Asks once. https://docs.aws.amazon.com/AmazonECR/latest/userguide/blob-mounting.html */
  isBlobMountingEnabled(): Promise<boolean> {
    this.mounting ??= this.readBlobMounting()
    return this.mounting
  }

  private async readBlobMounting(): Promise<boolean> {
    const { GetAccountSettingCommand } = await import('@aws-sdk/client-ecr')
    try {
      const client = await this.client()
      const { value } = await client.send(new GetAccountSettingCommand({ name: 'BLOB_MOUNTING' }))
      return value === 'ENABLED'
    } catch {
      // Only costs time.
      return false
    }
  }

  private async readManifest(repository: string, digest: string): Promise<string | undefined> {
    const { BatchGetImageCommand } = await import('@aws-sdk/client-ecr')
    const client = await this.client()
    const { images = [] } = await client.send(
      new BatchGetImageCommand({
        ...this.registry,
        repositoryName: repository,
        acceptedMediaTypes: ACCEPTED_MEDIA_TYPES,
        imageIds: [{ imageDigest: digest }],
      }),
    )
    const [image] = images
    return image && (image.imageManifest ?? '')
  }

  private async inBatches<Id, Found>(
    action: string,
    ids: readonly Id[],
    ask: (client: ECRClient, batch: Id[]) => Promise<Found[]>,
  ): Promise<Found[] | 'denied' | 'no repository'> {
    const found: Found[] = []
    const client = await this.client()
    try {
      for (let start = 0; start < ids.length; start += MAX_BATCH_SIZE) {
        found.push(...(await ask(client, ids.slice(start, start + MAX_BATCH_SIZE))))
      }
      return found
    } catch (error) {
      const details = readErrorDetails(error, action)
      if (isDenied(details)) return 'denied'
      if (details.code === 'RepositoryNotFoundException') return 'no repository'
      throw new AwsError(details, { cause: error })
    }
  }

  private async client(): Promise<ECRClient> {
    // See `Bucket.client`.
    await this.session.credentials?.()
    this.connected ??= this.connect()
    return this.connected
  }

  private async connect(): Promise<ECRClient> {
    const { ECRClient } = await import('@aws-sdk/client-ecr')
    return new ECRClient(await clientSettings('ECR', this.session, this.runtime))
  }
}
