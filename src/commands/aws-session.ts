import type { AwsSession } from '../aws/credentials'
import type { AwsInputs } from '../inputs/aws'
import { assumeRole } from '../aws/assume-role'
import { ambientSession } from '../aws/session'
import { sessionName } from '../aws/role-session-name'
import { InvalidInput } from '../inputs/inputs'
import type { Runtime } from './runtime'

/**
 * Opens the AWS session of a command: assumes `role-to-assume`, or uses the credentials in the environment.
 *
 * @throws InvalidInput without a region
 */
export async function openSession(
  inputs: AwsInputs,
  region: string | undefined,
  runtime: Pick<Runtime, 'env' | 'log' | 'clock' | 'proxyUrl' | 'idToken'>,
): Promise<AwsSession> {
  if (region === undefined) {
    throw new InvalidInput(
      'aws-region: is required, as in eu-central-1; AWS_REGION and AWS_DEFAULT_REGION are not set',
    )
  }
  const { roleToAssume, allowedAccountIds, roleDurationSeconds: durationSeconds } = inputs
  const aws = {
    ...runtime.clock,
    env: runtime.env,
    mask: runtime.log.mask,
    proxyUrl: runtime.proxyUrl,
    idToken: runtime.idToken,
  }
  if (roleToAssume === undefined) return ambientSession({ region, allowedAccountIds }, aws)
  const name =
    inputs.roleSessionName ??
    sessionName({
      repository: runtime.env['GITHUB_REPOSITORY'] ?? 'local',
      runId: runtime.env['GITHUB_RUN_ID'] ?? '0',
      runAttempt: runtime.env['GITHUB_RUN_ATTEMPT'] ?? '1',
    })
  const session = await assumeRole(
    { roleArn: roleToAssume, region, durationSeconds, sessionName: name, allowedAccountIds },
    aws,
  )
  runtime.log.info(`Assumed ${roleToAssume} as ${name}`)
  return session
}
