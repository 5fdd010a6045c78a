import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { CommandFailed } from '../error'
import type { SecretVersions } from '../rotate/steps'
import { type AwsConnection, callAws, callUnless } from './connection'

const [CURRENT, PENDING] = ['AWSCURRENT', 'AWSPENDING'] as const
const UPDATE = 'secretsmanager:UpdateSecretVersionStage'
/** Label of a version between its creation and AWSPENDING. */
const CREATED = 'LANGFUSE_DEPLOY_CREATED'

/** Where the password is in a value of a secret. */
export interface SecretForm {
  readonly passwordOf: (value: string) => string
  /** Returns the value that follows the current one, with a new password. */
  readonly next: (current: string, password: string) => string
}

/** The value is the password. */
export const PASSWORD_FORM: SecretForm = {
  passwordOf: (value) => value,
  next: (_, password) => password,
}

/** The versions of one secret. Values are never printed. */
export class RotatedSecret {
  constructor(
    readonly name: string,
    private readonly aws: AwsConnection,
  ) {}

  /** @throws CommandFailed if the secret does not exist */
  async versions(): Promise<SecretVersions> {
    const { DescribeSecretCommand } = await import('@aws-sdk/client-secrets-manager')
    const client = await this.client()
    const found = await callUnless(['ResourceNotFoundException'], 'secretsmanager:DescribeSecret', () =>
      client.send(new DescribeSecretCommand({ SecretId: this.name })),
    )
    if (found === undefined)
      throw new CommandFailed(`The secret ${this.name} does not exist. Check --stack and --region.`)
    const versions = Object.entries(found.VersionIdsToStages ?? {})
    const withStage = (stage: string): string | undefined =>
      versions.find(([, stages]) => stages.includes(stage))?.[0]
    return { current: withStage(CURRENT), pending: withStage(PENDING) }
  }

  /** Creates a pending password as long as the current one. Alphanumeric, because Langfuse does not escape it in URLs. */
  async create(form: SecretForm): Promise<void> {
    const { GetRandomPasswordCommand, PutSecretValueCommand } =
      await import('@aws-sdk/client-secrets-manager')
    const client = await this.client()
    const value = await this.read(CURRENT)
    const { length } = form.passwordOf(value)
    const { RandomPassword = '' } = await callAws('secretsmanager:GetRandomPassword', () =>
      client.send(new GetRandomPasswordCommand({ PasswordLength: length, ExcludePunctuation: true })),
    )
    const SecretString = form.next(value, RandomPassword)
    const version = { SecretId: this.name, SecretString, VersionStages: [CREATED] }
    const { VersionId } = await callAws('secretsmanager:PutSecretValue', () =>
      client.send(new PutSecretValueCommand(version)),
    )
    // Fails while another version has the label, which PutSecretValue would move.
    await callUnless(['InvalidParameterException', 'InvalidRequestException'], UPDATE, () =>
      this.move(PENDING, { to: VersionId }),
    )
    const { pending } = await this.versions()
    if (pending !== VersionId)
      throw new CommandFailed(
        `Another run of the command has started a rotation of ${this.name} at the same time. This run has changed nothing. Run the command again: it continues that rotation.`,
      )
  }

  /** Makes the pending version the current one. It keeps its label until the rotation ends. */
  async promote(): Promise<void> {
    const { current, pending } = await this.versions()
    if (current !== pending) await callAws(UPDATE, () => this.move(CURRENT, { from: current, to: pending }))
  }

  async finish(): Promise<void> {
    const { pending } = await this.versions()
    if (pending !== undefined) await callAws(UPDATE, () => this.move(PENDING, { from: pending }))
  }

  async read(stage: 'AWSCURRENT' | 'AWSPENDING'): Promise<string> {
    const { GetSecretValueCommand } = await import('@aws-sdk/client-secrets-manager')
    const client = await this.client()
    const { SecretString = '' } = await callAws('secretsmanager:GetSecretValue', () =>
      client.send(new GetSecretValueCommand({ SecretId: this.name, VersionStage: stage })),
    )
    return SecretString
  }

  private async move(
    stage: string,
    version: { readonly from?: string | undefined; readonly to?: string | undefined },
  ): Promise<void> {
    const { UpdateSecretVersionStageCommand } = await import('@aws-sdk/client-secrets-manager')
    const client = await this.client()
    const input = {
      SecretId: this.name,
      VersionStage: stage,
      RemoveFromVersionId: version.from,
      MoveToVersionId: version.to,
    }
    await client.send(new UpdateSecretVersionStageCommand(input))
  }

  private async client(): Promise<SecretsManagerClient> {
    const { SecretsManagerClient } = await import('@aws-sdk/client-secrets-manager')
    return new SecretsManagerClient(await this.aws.settings('SECRETS_MANAGER'))
  }
}
