import type { AwsSession } from '../aws/credentials'
import type { Ecr } from '../aws/ecr'
import { parseEcrHost } from '../aws/ecr-host'
import type { RegistryLogin } from '../aws/ecr-login'
import type { AwsInputs } from '../inputs/aws'
import { readDockerCredentials } from '../registry/docker-config'
import type { LoginSource } from '../registry/token'
import type { Runtime } from './runtime'

/** Credentials for registries: the AWS session for ECR, Docker's configuration for all others. */
export class RegistryLogins {
  private readonly sessions = new Map<string | undefined, Promise<AwsSession>>()

  constructor(
    private readonly aws: AwsInputs,
    private readonly runtime: Runtime,
  ) {}

  forHost(host: string): LoginSource {
    return parseEcrHost(host)
      ? this.forEcr(async () => (await this.openEcr(host)).login())
      : this.forDocker(host)
  }

  forEcr(login: () => Promise<RegistryLogin>): LoginSource {
    return { challenge: { scheme: 'basic' }, mask: this.runtime.log.mask, credentials: login }
  }

  /**
   * @param host undefined for the account's own registry
   * @throws AwsError, InvalidInput
   */
  async openEcr(host: string | undefined): Promise<Ecr> {
    const registry = host === undefined ? undefined : parseEcrHost(host)
    const region = registry?.region ?? this.aws.region
    // Other registries need no AWS client.
    const [{ Ecr }, { openSession }] = await Promise.all([import('../aws/ecr'), import('./aws-session')])
    const session = this.sessions.get(region) ?? openSession(this.aws, region, this.runtime)
    this.sessions.set(region, session)
    return new Ecr(await session, { ...this.runtime, mask: this.runtime.log.mask }, registry?.accountId)
  }

  private forDocker(host: string): LoginSource {
    const { env, log, runHelper } = this.runtime
    return { mask: log.mask, credentials: () => readDockerCredentials(host, { env, run: runHelper }) }
  }
}
