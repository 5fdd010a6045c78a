import type { ErrorAnswer } from './faults'

/** The registry with the images, an OCI registry of the testkit or a real one. */
export interface DataPlane {
  /** Digest of a manifest by tag or digest; undefined if it does not exist. */
  manifest(repository: string, reference: string): string | undefined | Promise<string | undefined>
  /** Text of a manifest; default: `{}`. */
  content?(repository: string, digest: string): string | undefined
  blob(repository: string, digest: string): boolean | Promise<boolean>
  created?(repository: string): void
}

export interface Repository {
  readonly settings: Record<string, unknown>
  lifecyclePolicyText?: string
}

export interface EcrState {
  readonly accountId: string
  readonly region: string
  /** `proxyEndpoint` of GetAuthorizationToken, with scheme. */
  readonly registryUrl: string
  readonly password: string
  readonly repositories: Map<string, Repository>
  readonly dataPlane: DataPlane
  readonly blobMounting: 'ENABLED' | 'DISABLED'
  /** Digests of archived blobs, which ECR lists but does not serve. */
  readonly archived: Set<string>
  /** Scans by image digest: the members of DescribeImageScanFindings' answer. */
  readonly scans: Map<string, Readonly<Record<string, unknown>>>
}

type Input = Record<string, unknown>
type Answer = Record<string, unknown> | ErrorAnswer
const MAX_BATCH_SIZE = 100
const TWELVE_HOURS_SECONDS = 12 * 60 * 60

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
    case 'DescribeImageScanFindings':
      return scanFindings(ecr, input)
    case 'BatchCheckLayerAvailability':
      return batchCheckLayerAvailability(ecr.dataPlane, input, ecr.archived)
    default:
      return failure('UnknownOperationException', `the fake does not know ${operation}`)
  }
}

export async function batchGetImage(dataPlane: DataPlane, input: Input): Promise<Answer> {
  const ids = input['imageIds'] as { imageTag?: string; imageDigest?: string }[]
  if (ids.length < 1 || ids.length > MAX_BATCH_SIZE)
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
      digest === undefined
        ? []
        : [
            {
              imageId: { ...id, imageDigest: digest },
              imageManifest: dataPlane.content?.(String(input['repositoryName']), digest) ?? '{}',
            },
          ],
    ),
    failures: found.flatMap(({ id, digest }) =>
      digest === undefined
        ? [{ imageId: id, failureCode: 'ImageNotFound', failureReason: 'Requested image not found' }]
        : [],
    ),
  }
}

export async function batchCheckLayerAvailability(
  dataPlane: DataPlane,
  input: Input,
  archived: ReadonlySet<string> = new Set(),
): Promise<Answer> {
  const digests = input['layerDigests'] as string[]
  if (digests.length < 1 || digests.length > MAX_BATCH_SIZE) {
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

async function scanFindings({ dataPlane, scans }: EcrState, input: Input): Promise<Answer> {
  const { imageDigest = '' } = input['imageId'] as { imageDigest?: string }
  const repository = String(input['repositoryName'])
  if ((await dataPlane.manifest(repository, imageDigest)) === undefined)
    return failure('ImageNotFoundException', `The image with imageId ${imageDigest} does not exist`)
  const content = dataPlane.content?.(repository, imageDigest) ?? ''
  if (content.includes('"manifests"'))
    return failure('UnsupportedImageTypeException', 'This feature is not supported for manifest lists')
  const scan = scans.get(imageDigest)
  if (scan === undefined)
    return failure('ScanNotFoundException', `Image scan does not exist for the image ${imageDigest}`)
  return { imageId: { imageDigest }, repositoryName: repository, ...scan }
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
