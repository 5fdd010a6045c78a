import { Bucket, S3Connection, type S3Runtime } from '../../aws/bucket'
import type { AwsSession } from '../../aws/credentials'
import { readBackend, type StateBackend } from '../../aws/state-backend'
import type { StepRuntime } from '../runtime'

export type StateRuntime = Pick<StepRuntime, 'env' | 'log' | 'readFile' | 'proxyUrl' | 'clock'>

export interface StateAccess {
  readonly backend: StateBackend
  readonly bucket: Bucket
  readonly s3: S3Connection
}

export const DEFAULT_STATE_REGION = 'us-east-1'

export const awsRuntime = ({ env, log, proxyUrl, clock }: StateRuntime): S3Runtime => ({
  env,
  mask: log.mask,
  proxyUrl,
  clock,
})

/**
 * Reads the backend of an initialized root.
 *
 * @param sessionFor receives the configured region
 * @returns undefined unless the state is in S3
 * @throws AwsError
 */
export async function openStateAccess(
  directory: string,
  runtime: StateRuntime,
  sessionFor: (region: string | undefined) => Promise<AwsSession>,
): Promise<StateAccess | undefined> {
  const backend = await readBackend(directory, runtime)
  if (backend === undefined) return undefined
  const session = await sessionFor(backend.region)
  const region = backend.region ?? session.region
  const s3 = new S3Connection({ ...session, region }, awsRuntime(runtime))
  return { backend, bucket: new Bucket(backend.bucket, s3), s3 }
}
