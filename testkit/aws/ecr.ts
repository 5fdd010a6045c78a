import { randomBytes } from 'node:crypto'
import { FakeAws, type FakeAwsOptions } from './server'
import { FakeRegistry, type RegistryOptions } from '../registry/server'

/** In-process Amazon ECR: its API and STS on one port, its registry on another, with the same content. */
export class FakeEcr {
  private constructor(
    readonly aws: FakeAws,
    readonly registry: FakeRegistry,
  ) {}

  static async start(
    options: FakeAwsOptions & { readonly registry?: RegistryOptions } = {},
  ): Promise<FakeEcr> {
    const password = options.password ?? randomBytes(48).toString('base64')
    const registry = await FakeRegistry.start({
      flavour: 'ecr',
      autoCreate: false,
      immutableTags: true,
      mount: options.blobMounting === 'ENABLED' ? 'referenced' : 'never',
      throttle: { manifestPutsPerSecond: 10 },
      auth: { kind: 'ecr', password: (given) => given === password },
      ...options.registry,
    })
    for (const name of options.repositories ?? []) registry.createRepository(name)
    const aws = await FakeAws.start({
      registryHost: registry.host,
      dataPlane: {
        manifest: (repository, reference) => registry.manifest(repository, reference)?.digest,
        content: (repository, digest) => registry.manifest(repository, digest)?.bytes.toString(),
        blob: (repository, digest) => registry.hasBlob(repository, digest),
        created: (repository) => {
          registry.createRepository(repository)
        },
      },
      ...options,
      password,
    })
    return new FakeEcr(aws, registry)
  }

  async stop(): Promise<void> {
    await Promise.all([this.aws.stop(), this.registry.stop()])
  }
}
