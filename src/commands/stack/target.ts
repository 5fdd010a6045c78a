import type { AwsSession } from '../../aws/credentials'
import { callerAccount } from '../../aws/session'
import { readStateLocation } from '../../aws/state-backend'
import type { PlanTarget } from '../../review/plan-target'
import type { Runtime } from '../runtime'
import { awsRuntime } from './state-access'

interface TargetRequest {
  readonly directory: string
  /** Of the step; undefined if the inputs set neither a region nor a role. */
  readonly session: AwsSession | undefined
  readonly openSession: () => Promise<AwsSession>
}

/** Reads the state and account that an apply changes. Must follow `terraform init`, which configures the backend. */
export async function readTarget(
  { directory, session, openSession }: TargetRequest,
  runtime: Runtime,
): Promise<PlanTarget> {
  const { workspace, address: state } = await readStateLocation(directory, runtime)
  const usesAws = session !== undefined || state.startsWith('s3://')
  const account = session?.accountId ?? (usesAws ? await findAccount(openSession, runtime) : undefined)
  const { env } = runtime
  const region = session?.region ?? (usesAws ? env['AWS_REGION'] || env['AWS_DEFAULT_REGION'] : undefined)
  return { workspace, account, region: region || undefined, state }
}

/** A network without access to AWS STS has no account, in the plan and in the apply. */
async function findAccount(
  openSession: () => Promise<AwsSession>,
  runtime: Runtime,
): Promise<string | undefined> {
  try {
    return await callerAccount(await openSession(), awsRuntime(runtime))
  } catch (error) {
    runtime.log.info(`The AWS account is unknown: ${error instanceof Error ? error.message : String(error)}`)
    return undefined
  }
}
