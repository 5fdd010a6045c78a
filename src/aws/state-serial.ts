import type { AwsSession } from './credentials'
import { Bucket } from './bucket'
import type { AwsRuntime } from './client'

/** The serial stands before the first resource, and with it before the first secret. */
const HEAD_BYTES = 1024

/**
 * Reads which version of a state there is; the number grows with every change.
 *
 * @returns undefined when there is no state, or it does not begin as Terraform's does
 * @throws AwsError
 */
export async function readSerial(
  state: { readonly bucket: string; readonly key: string },
  session: AwsSession,
  runtime: AwsRuntime,
): Promise<number | undefined> {
  const head = await new Bucket(state.bucket, session, runtime).readHead(state.key, HEAD_BYTES)
  const serial = /"serial":\s*(\d+)/.exec(head ?? '')?.[1]
  return serial === undefined ? undefined : Number(serial)
}
