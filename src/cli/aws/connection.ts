import type { AwsSession } from '../../aws/credentials'
import { type AwsRuntime, type AwsService, type ClientSettings, clientSettings } from '../../aws/client'
import { AwsError, readErrorDetails } from '../../aws/error'
import { adviceFor } from './advice'

/** Session and runtime from which the clients of a command are built. */
export class AwsConnection {
  constructor(
    readonly session: AwsSession,
    private readonly runtime: AwsRuntime,
  ) {}

  settings(service: AwsService): Promise<ClientSettings> {
    return clientSettings(service, this.session, this.runtime)
  }
}

/** Calls AWS. @param action IAM action @throws AwsError */
export async function callAws<T>(action: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (error) {
    const details = error instanceof AwsError ? error.details : readErrorDetails(error, action)
    throw new AwsError(details, { cause: error, advice: adviceFor(details) })
  }
}

/** Calls AWS. Returns undefined if AWS answers with one of the codes, for example for a missing resource. @throws AwsError */
export async function callUnless<T>(
  codes: readonly string[],
  action: string,
  call: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await callAws(action, call)
  } catch (error) {
    if (error instanceof AwsError && codes.includes(error.code)) return undefined
    throw error
  }
}
