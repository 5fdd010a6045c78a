import type { ErrorAnswer } from './faults'

/** Where the images themselves are: a fake or a real OCI registry. */
export interface DataPlane {
  /** The digest under a tag or digest, if the registry has it. */
  manifest(repository: string, reference: string): string | undefined | Promise<string | undefined>
  blob(repository: string, digest: string): boolean | Promise<boolean>
  /** Told of a repository that CreateRepository made. */
  created?(repository: string): void
}

export interface Repository {
  /** What CreateRepository was given. */
  readonly settings: Record<string, unknown>
  lifecyclePolicyText?: string
}

export interface EcrState {
  readonly accountId: string
  readonly region: string
  /** As GetAuthorizationToken hands it out, with its scheme. */
  readonly registryUrl: string
  readonly password: string
  readonly repositories: Map<string, Repository>
  readonly dataPlane: DataPlane
  /** The account's setting for mounts across repositories. */
  readonly blobMounting: 'ENABLED' | 'DISABLED'
  /** Digests of blobs in the archive: there, and of no use. */
  readonly archived: Set<string>
}

type Input = Record<string, unknown>
type Answer = Record<string, unknown> | ErrorAnswer
const LARGEST_BATCH = 100
const TWELVE_HOURS_SECONDS = 12 * 60 * 60

/** Answers one operation of `AmazonEC2ContainerRegistry_V20150921`. */
export async function answerEcr(ecr: EcrState, operation: string, input: Input): Promise<Answer> {
  const name = String(input['repositoryName'])
  switch (operation) {
    case 'GetAuthorizationToken':
      return authorizationToken(ecr)
    case 'CreateRepository':
      if (ecr.repositories.has(name))
        return failure('RepositoryAlreadyExistsException', `'${name}' already exists`)
      ecr.repositories.set(name, { settings: input })
      ecr.dataPlane.created?.(name)
      return { repository: describe(ecr, name) }
    case 'GetAccountSetting':
      return { name: input['name'], value: ecr.blobMounting }
    case 'DescribeRepositories':
      return describeAll(ecr, input)
  }
  const repository = ecr.repositories.get(name)
  if (repository === undefined) return noRepository(name, ecr.accountId)
  switch (operation) {
    case 'PutLifecyclePolicy':
      repository.lifecyclePolicyText = String(input['lifecyclePolicyText'])
      return {
        registryId: ecr.accountId,
        repositoryName: name,
        lifecyclePolicyText: repository.lifecyclePolicyText,
      }
    case 'BatchGetImage':
      return batchGetImage(ecr.dataPlane, input)
    case 'BatchCheckLayerAvailability':
      return batchCheckLayerAvailability(ecr.dataPlane, input, ecr.archived)
    default:
      return failure('UnknownOperationException', `the fake does not know ${operation}`)
  }
}

/** BatchGetImage, answered from the data plane. */
export async function batchGetImage(dataPlane: DataPlane, input: Input): Promise<Answer> {
  const ids = input['imageIds'] as { imageTag?: string; imageDigest?: string }[]
  if (ids.length < 1 || ids.length > LARGEST_BATCH)
    return failure('InvalidParameterException', 'imageIds: 1 to 100')
  const found = await Promise.all(
    ids.map(async (id) => {
      const digest = await dataPlane.manifest(
        String(input['repositoryName']),
        id.imageTag ?? id.imageDigest ?? '',
      )
      return { id, digest }
    }),
  )
  return {
    images: found.flatMap(({ id, digest }) =>
      digest === undefined ? [] : [{ imageId: { ...id, imageDigest: digest }, imageManifest: '{}' }],
    ),
    failures: found.flatMap(({ id, digest }) =>
      digest === undefined
        ? [{ imageId: id, failureCode: 'ImageNotFound', failureReason: 'Requested image not found' }]
        : [],
    ),
  }
}

/** BatchCheckLayerAvailability, answered from the data plane. */
export async function batchCheckLayerAvailability(
  dataPlane: DataPlane,
  input: Input,
  archived: ReadonlySet<string> = new Set(),
): Promise<Answer> {
  const digests = input['layerDigests'] as string[]
  if (digests.length < 1 || digests.length > LARGEST_BATCH) {
    return failure('InvalidParameterException', 'layerDigests: 1 to 100')
  }
  const layers = await Promise.all(
    digests.map(async (layerDigest) => {
      if (archived.has(layerDigest)) return { layerDigest, layerAvailability: 'ARCHIVED' }
      const there = await dataPlane.blob(String(input['repositoryName']), layerDigest)
      return { layerDigest, layerAvailability: there ? 'AVAILABLE' : 'UNAVAILABLE' }
    }),
  )
  return { layers, failures: [] }
}

function authorizationToken(ecr: EcrState): Answer {
  return {
    authorizationData: [
      {
        authorizationToken: Buffer.from(`AWS:${ecr.password}`).toString('base64'),
        expiresAt: Math.floor(Date.now() / 1000) + TWELVE_HOURS_SECONDS,
        proxyEndpoint: ecr.registryUrl,
      },
    ],
  }
}

function describeAll(ecr: EcrState, input: Input): Answer {
  const names = (input['repositoryNames'] as string[] | undefined) ?? [...ecr.repositories.keys()]
  const missing = names.find((name) => !ecr.repositories.has(name))
  if (missing !== undefined) return noRepository(missing, ecr.accountId)
  return { repositories: names.map((name) => describe(ecr, name)) }
}

function describe(
  { accountId, region, registryUrl, repositories }: EcrState,
  name: string,
): Record<string, unknown> {
  const { settings } = repositories.get(name) ?? {}
  return {
    ...settings,
    tags: undefined,
    registryId: accountId,
    repositoryName: name,
    repositoryArn: `arn:aws:ecr:${region}:${accountId}:repository/${name}`,
    repositoryUri: `${new URL(registryUrl).host}/${name}`,
  }
}

function noRepository(name: string, accountId: string): ErrorAnswer {
  const message = `The repository with name '${name}' does not exist in the registry with id '${accountId}'`
  return failure('RepositoryNotFoundException', message)
}

function failure(code: string, message: string): ErrorAnswer {
  return { status: 400, code, message }
}
